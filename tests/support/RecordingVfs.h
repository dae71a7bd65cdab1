#pragma once

#include <QByteArray>
#include <QString>

#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

struct sqlite3_vfs;

namespace kith::testing {

enum class FileCall { Open, Read, Write, Truncate, Sync, Size, Delete, Exists, MapShared, Mark };

struct FileEvent
{
    FileCall call = FileCall::Mark;
    QString path;
    qint64 number = 0; // Write: where; Truncate: the new size; Mark: what was given; Sync, Delete: 1 with the folder
    QByteArray bytes;  // Write: what
};

enum class Fault {
    NoSpace,     // half a write, then no more
    InputOutput, // any call fails; half of a write is done
    ShortRead,   // the second half of a read is not there
    ReadOnly,    // nothing can be changed
    LostWrite,   // a write that says it was done and was not: for controls, as no book can survive it
    Killed,      // the process is killed before any call; only where there are signals
};
enum class FaultLasts { Once, FromThenOn };

// A layer over the system's files, as SQLite sees them, that notes every change and can let any call fail. Give name()
// to OpenOptions::vfs. Files are really written; syncs are noted but not done. Shared memory is neither noted nor
// counted as a change: no book depends on what was in it. Outlives every connection that uses it. Any thread.
class RecordingVfs
{
public:
    RecordingVfs();
    ~RecordingVfs();
    RecordingVfs(const RecordingVfs&) = delete;
    RecordingVfs& operator=(const RecordingVfs&) = delete;

    const char* name() const { return m_name.constData(); }

    void startRecording();
    void mark(qint64 number); // puts a note of the test's between the events
    std::vector<FileEvent> stopRecording();

    // Of the calls that this fault can happen to, the one after `callsBefore` others fails.
    void failAfter(qint64 callsBefore, Fault fault, FaultLasts lasts);
    void heal();
    qint64 callsLeft() const;                         // until the planted failure
    bool hasFailed() const { return m_failures > 0; } // since the last failAfter()

    struct Shim;

private:
    friend struct Shim;
    void note(FileEvent event);
    bool failsNow(FileCall call);

    QByteArray m_name;
    std::unique_ptr<sqlite3_vfs> m_vfs;
    sqlite3_vfs* m_real = nullptr;

    mutable std::mutex m_mutex; // for all below
    std::vector<FileEvent> m_events;
    bool m_recording = false;
    bool m_armed = false;
    Fault m_fault = Fault::InputOutput;
    FaultLasts m_lasts = FaultLasts::Once;
    qint64 m_callsLeft = 0;
    std::atomic<qint64> m_failures = 0;
};

}

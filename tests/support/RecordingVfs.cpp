#include "tests/support/RecordingVfs.h"

#include <sqlite3.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <utility>

namespace kith::testing {
namespace {

constexpr const char* encryptingPrefix = "multipleciphers-";

sqlite3_vfs* systemVfs()
{
    sqlite3_initialize();
    const char* name = sqlite3_vfs_find(nullptr)->zName;
    if (std::strncmp(name, encryptingPrefix, std::strlen(encryptingPrefix)) == 0)
        name += std::strlen(encryptingPrefix);
    return sqlite3_vfs_find(name);
}

bool canHappenTo(Fault fault, FileCall call)
{
    switch (fault) {
    case Fault::NoSpace:
        return call == FileCall::Write || call == FileCall::MapShared;
    case Fault::LostWrite:
        return call == FileCall::Write;
    case Fault::ShortRead:
        return call == FileCall::Read;
    case Fault::ReadOnly:
        return call == FileCall::Write || call == FileCall::Truncate || call == FileCall::Delete;
    case Fault::InputOutput:
    case Fault::Killed:
        return call != FileCall::Mark;
    }
    return false;
}

int codeOf(Fault fault, FileCall call)
{
    if (fault == Fault::NoSpace)
        return call == FileCall::MapShared ? SQLITE_IOERR_SHMSIZE : SQLITE_FULL;
    if (fault == Fault::ReadOnly)
        return SQLITE_READONLY;
    switch (call) {
    case FileCall::Open:
        return SQLITE_CANTOPEN;
    case FileCall::Read:
        return fault == Fault::ShortRead ? SQLITE_IOERR_SHORT_READ : SQLITE_IOERR_READ;
    case FileCall::Write:
        return SQLITE_IOERR_WRITE;
    case FileCall::Truncate:
        return SQLITE_IOERR_TRUNCATE;
    case FileCall::Sync:
        return SQLITE_IOERR_FSYNC;
    case FileCall::Size:
        return SQLITE_IOERR_FSTAT;
    case FileCall::Delete:
        return SQLITE_IOERR_DELETE;
    case FileCall::Exists:
        return SQLITE_IOERR_ACCESS;
    case FileCall::MapShared:
        return SQLITE_IOERR_SHMMAP;
    case FileCall::Mark:
        break;
    }
    return SQLITE_ERROR;
}

}

// What SQLite calls. A file of ours is followed in memory by the real one.
struct RecordingVfs::Shim
{
    struct File
    {
        sqlite3_file base;
        RecordingVfs* vfs;
        QString* path;
    };

    static File& own(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }
    static sqlite3_file* real(sqlite3_file* file)
    {
        return reinterpret_cast<sqlite3_file*>(reinterpret_cast<File*>(file) + 1);
    }
    static RecordingVfs& owner(sqlite3_vfs* vfs) { return *static_cast<RecordingVfs*>(vfs->pAppData); }

    static int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* outFlags)
    {
        RecordingVfs& self = owner(vfs);
        file->pMethods = nullptr;
        if (self.failsNow(FileCall::Open))
            return codeOf(self.m_fault, FileCall::Open);
        const int code = self.m_real->xOpen(self.m_real, name, real(file), flags, outFlags);
        if (code != SQLITE_OK)
            return code;
        File& opened = own(file);
        opened.vfs = &self;
        opened.path = new QString(name ? QString::fromUtf8(name) : QStringLiteral("(temporary)"));
        opened.base.pMethods = &methods;
        self.note({FileCall::Open, *opened.path, flags, {}});
        return SQLITE_OK;
    }

    static int remove(sqlite3_vfs* vfs, const char* name, int syncFolder)
    {
        RecordingVfs& self = owner(vfs);
        if (self.failsNow(FileCall::Delete))
            return codeOf(self.m_fault, FileCall::Delete);
        const int code = self.m_real->xDelete(self.m_real, name, 0);
        if (code == SQLITE_OK)
            self.note({FileCall::Delete, QString::fromUtf8(name), syncFolder, {}});
        return code;
    }

    static int exists(sqlite3_vfs* vfs, const char* name, int flags, int* answer)
    {
        RecordingVfs& self = owner(vfs);
        if (self.failsNow(FileCall::Exists))
            return codeOf(self.m_fault, FileCall::Exists);
        return self.m_real->xAccess(self.m_real, name, flags, answer);
    }

    static int close(sqlite3_file* file)
    {
        delete std::exchange(own(file).path, nullptr);
        return real(file)->pMethods->xClose(real(file));
    }

    static int read(sqlite3_file* file, void* to, int size, sqlite3_int64 offset)
    {
        RecordingVfs& self = *own(file).vfs;
        if (!self.failsNow(FileCall::Read))
            return real(file)->pMethods->xRead(real(file), to, size, offset);
        std::memset(to, 0, std::size_t(size));
        if (self.m_fault == Fault::ShortRead)
            real(file)->pMethods->xRead(real(file), to, size / 2, offset);
        return codeOf(self.m_fault, FileCall::Read);
    }

    static int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset)
    {
        RecordingVfs& self = *own(file).vfs;
        const bool fails = self.failsNow(FileCall::Write);
        if (fails && self.m_fault == Fault::ReadOnly)
            return SQLITE_READONLY;
        if (fails && self.m_fault == Fault::LostWrite)
            return SQLITE_OK;
        const int written = fails ? size / 2 : size;
        const int code = real(file)->pMethods->xWrite(real(file), bytes, written, offset);
        self.note({FileCall::Write, *own(file).path, offset, QByteArray(static_cast<const char*>(bytes), written)});
        return fails ? codeOf(self.m_fault, FileCall::Write) : code;
    }

    static int truncate(sqlite3_file* file, sqlite3_int64 size)
    {
        RecordingVfs& self = *own(file).vfs;
        if (self.failsNow(FileCall::Truncate))
            return codeOf(self.m_fault, FileCall::Truncate);
        self.note({FileCall::Truncate, *own(file).path, size, {}});
        return real(file)->pMethods->xTruncate(real(file), size);
    }

    static int sync(sqlite3_file* file, int)
    {
        RecordingVfs& self = *own(file).vfs;
        if (self.failsNow(FileCall::Sync))
            return codeOf(self.m_fault, FileCall::Sync);
        self.note({FileCall::Sync, *own(file).path, 1, {}});
        return SQLITE_OK;
    }

    static int size(sqlite3_file* file, sqlite3_int64* bytes)
    {
        RecordingVfs& self = *own(file).vfs;
        if (self.failsNow(FileCall::Size))
            return codeOf(self.m_fault, FileCall::Size);
        return real(file)->pMethods->xFileSize(real(file), bytes);
    }

    static int mapShared(sqlite3_file* file, int region, int size, int extend, void volatile** to)
    {
        RecordingVfs& self = *own(file).vfs;
        if (self.failsNow(FileCall::MapShared))
            return codeOf(self.m_fault, FileCall::MapShared);
        return real(file)->pMethods->xShmMap(real(file), region, size, extend, to);
    }

    static int lock(sqlite3_file* file, int level) { return real(file)->pMethods->xLock(real(file), level); }
    static int unlock(sqlite3_file* file, int level) { return real(file)->pMethods->xUnlock(real(file), level); }
    static int isReserved(sqlite3_file* file, int* answer)
    {
        return real(file)->pMethods->xCheckReservedLock(real(file), answer);
    }
    static int control(sqlite3_file* file, int what, void* argument)
    {
        return real(file)->pMethods->xFileControl(real(file), what, argument);
    }
    static int sectorSize(sqlite3_file* file) { return real(file)->pMethods->xSectorSize(real(file)); }
    static int traits(sqlite3_file* file) { return real(file)->pMethods->xDeviceCharacteristics(real(file)); }
    static int lockShared(sqlite3_file* file, int offset, int count, int flags)
    {
        return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
    }
    static void barrier(sqlite3_file* file) { real(file)->pMethods->xShmBarrier(real(file)); }
    static int unmapShared(sqlite3_file* file, int remove)
    {
        return real(file)->pMethods->xShmUnmap(real(file), remove);
    }

    static int fullPath(sqlite3_vfs* vfs, const char* name, int size, char* to)
    {
        return owner(vfs).m_real->xFullPathname(owner(vfs).m_real, name, size, to);
    }
    static int randomness(sqlite3_vfs* vfs, int size, char* to)
    {
        return owner(vfs).m_real->xRandomness(owner(vfs).m_real, size, to);
    }
    static int sleep(sqlite3_vfs* vfs, int microseconds)
    {
        return owner(vfs).m_real->xSleep(owner(vfs).m_real, microseconds);
    }
    static int time(sqlite3_vfs* vfs, sqlite3_int64* now)
    {
        return owner(vfs).m_real->xCurrentTimeInt64(owner(vfs).m_real, now);
    }
    static int dayTime(sqlite3_vfs* vfs, double* now)
    {
        return owner(vfs).m_real->xCurrentTime(owner(vfs).m_real, now);
    }
    static int lastError(sqlite3_vfs* vfs, int size, char* text)
    {
        RecordingVfs& self = owner(vfs);
        return self.m_fault == Fault::NoSpace ? ENOSPC : self.m_real->xGetLastError(self.m_real, size, text);
    }

    static const sqlite3_io_methods methods;
};

const sqlite3_io_methods RecordingVfs::Shim::methods{
    2,       close,      read,   write,     truncate,   sync,    size,        lock,    unlock, isReserved,
    control, sectorSize, traits, mapShared, lockShared, barrier, unmapShared, nullptr, nullptr};

RecordingVfs::RecordingVfs() : m_vfs(std::make_unique<sqlite3_vfs>()), m_real(systemVfs())
{
    static std::atomic<int> made = 0;
    m_name = "recording" + QByteArray::number(++made);
    m_vfs->iVersion = 2;
    m_vfs->szOsFile = int(sizeof(Shim::File)) + m_real->szOsFile;
    m_vfs->mxPathname = m_real->mxPathname;
    m_vfs->zName = m_name.constData();
    m_vfs->pAppData = this;
    m_vfs->xOpen = Shim::open;
    m_vfs->xDelete = Shim::remove;
    m_vfs->xAccess = Shim::exists;
    m_vfs->xFullPathname = Shim::fullPath;
    m_vfs->xRandomness = Shim::randomness;
    m_vfs->xSleep = Shim::sleep;
    m_vfs->xCurrentTime = Shim::dayTime;
    m_vfs->xGetLastError = Shim::lastError;
    m_vfs->xCurrentTimeInt64 = Shim::time;
    sqlite3_vfs_register(m_vfs.get(), 0);
}

RecordingVfs::~RecordingVfs()
{
    sqlite3mc_vfs_destroy((encryptingPrefix + m_name).constData());
    sqlite3_vfs_unregister(m_vfs.get());
}

void RecordingVfs::startRecording()
{
    const std::lock_guard lock(m_mutex);
    m_events.clear();
    m_recording = true;
}

void RecordingVfs::mark(qint64 number)
{
    note({FileCall::Mark, {}, number, {}});
}

std::vector<FileEvent> RecordingVfs::stopRecording()
{
    const std::lock_guard lock(m_mutex);
    m_recording = false;
    return std::exchange(m_events, {});
}

void RecordingVfs::failAfter(qint64 callsBefore, Fault fault, FaultLasts lasts)
{
    const std::lock_guard lock(m_mutex);
    m_armed = true;
    m_fault = fault;
    m_lasts = lasts;
    m_callsLeft = callsBefore;
    m_failures = 0;
}

void RecordingVfs::heal()
{
    const std::lock_guard lock(m_mutex);
    m_armed = false;
}

qint64 RecordingVfs::callsLeft() const
{
    const std::lock_guard lock(m_mutex);
    return m_callsLeft;
}

void RecordingVfs::note(FileEvent event)
{
    const std::lock_guard lock(m_mutex);
    if (m_recording)
        m_events.push_back(std::move(event));
}

bool RecordingVfs::failsNow(FileCall call)
{
    const std::lock_guard lock(m_mutex);
    if (!m_armed || !canHappenTo(m_fault, call) || m_callsLeft-- > 0)
        return false;
    if (m_lasts == FaultLasts::Once)
        m_armed = false;
    ++m_failures;
#ifdef SIGKILL
    if (m_fault == Fault::Killed)
        std::raise(SIGKILL);
#endif
    return true;
}

}

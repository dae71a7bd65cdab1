// Imports that stand still, or are cut off, at a chosen place, however fast the machine is.
#pragma once

#include "core/store/StoreThreads.h"
#include "tests/support/SessionBook.h"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>

namespace kith::testing {

// An import that stands still between two of its batches, until this goes.
class ImportPause
{
public:
    // Returns when the import that was just begun has taken in so many rows and stands still. It can be five batches
    // further: those that waited when it passed there. Fails the test if the import ends before.
    ImportPause(SessionBook& book, std::int64_t rows);
    ~ImportPause();
    ImportPause(const ImportPause&) = delete;
    ImportPause& operator=(const ImportPause&) = delete;

    void goOnUntil(std::int64_t rows);
    void letGo();

private:
    void post();
    void step(StoreWriter* writer);
    void wait();

    SessionBook& m_book;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::int64_t m_rows;
    std::atomic<bool> m_held = false;
    std::atomic<bool> m_answered = false; // no step is posted any more
    bool m_ended = false;
    bool m_begun = false;
};

// The book's files as the disk has them after its process is gone; to be taken while no commit is written.
QString copyOfBook(const SessionBook& book, const QString& name);

// Begins an import and goes on in a copy of the book in which it was cut off after so many rows, or up to five batches
// later; answers the copy's path.
QString openCutOff(SessionBook& book, const ImportPlan& plan, std::int64_t rows);

}

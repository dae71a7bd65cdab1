#pragma once

#include "core/base/Result.h"
#include "core/records/Outcome.h"
#include "core/work/duplicates/DuplicateScan.h"

#include <QFuture>
#include <QStringList>

#include <memory>
#include <vector>

namespace kith {

class StoreThreads;

// A record that looks like the one a form is about to make.
struct DuplicateCandidate
{
    RecordId record;
    QString title;
    QString detail;        // phone, place: what tells it from others of the name
    bool isLikely = false; // else a hint, no more
    QStringList reasons;   // for it, what weighs most first
};

// Records that look like the same, for a person to judge.
struct DuplicateView
{
    struct Member
    {
        RecordId record;
        QString title;
    };
    struct Pair
    {
        RecordId one;
        RecordId other;
        int score = 0;
        QStringList reasons;
    };
    int score = 0;
    std::vector<Member> records; // oldest first
    std::vector<Pair> pairs;
};

struct DuplicateViews
{
    std::int64_t groups = 0; // all there are
    std::vector<DuplicateView> views;
};

// Likely duplicates: found, told apart, merged. Same threads and lifetime as RecordDesk.
class DuplicateDesk
{
public:
    explicit DuplicateDesk(StoreThreads& threads) : m_threads(threads) {}

    // Whether records of this kind are compared: pages of people and companies.
    static bool compares(const Entity& entity);

    // What looks like these values, the surest first; `record` itself is left out. Some milliseconds: for a form, while
    // one types.
    QFuture<Result<std::vector<DuplicateCandidate>>> candidates(const EntityId& entity, const FieldValues& values,
                                                                const RecordId& record, int limit = 5);
    // Groups from `first` on, the surest first.
    QFuture<Result<DuplicateViews>> groups(const EntityId& entity, std::int64_t first, int count);

    // One act. `values`: what a person chose for the kept record, see core/store/Merge.h.
    QFuture<Result<SaveOutcome>> merge(const EntityId& entity, const RecordId& keep,
                                       const std::vector<RecordId>& others, const FieldValues& values);
    // All of them are different from each other; remembered until it is undone. One act.
    QFuture<Result<SaveOutcome>> tellApart(const EntityId& entity, const std::vector<RecordId>& records);

    // Brings the list up to what has changed. Answers the kinds of records of which too much has: for scan().
    struct Followed
    {
        std::vector<EntityId> changed; // whose groups are others now
        std::vector<EntityId> behind;
    };
    QFuture<Result<Followed>> follow();

    // Compares all records of a kind with each other, in the background; one at a time (BookBusy).
    QFuture<Result<ScanReport>> scan(const EntityId& entity);
    void cancelScan();
    bool isScanning() const;
    ScanProgress scanProgress() const;

private:
    StoreThreads& m_threads;
    std::shared_ptr<DuplicateScan> m_scan;
};

}

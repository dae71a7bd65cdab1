#pragma once

#include "core/work/duplicates/TraitReader.h"
#include "core/work/duplicates/TraitTable.h"
#include "core/work/likeness/Likeness.h"

namespace kith {

// A record that looks like another one.
struct LikelyDuplicate
{
    RecordKey key = 0;
    Likeness likeness;
};

// Records with a trait in common; from so many on only a name is worth comparing them, from `most` on nothing is.
inline constexpr int mostSharing = 200;

// Finds what looks like one record, by the index of traits: some lookups and some dozens of records, a few milliseconds
// whatever the book's size. Bound to one thread's view of the book.
class DuplicateFinder
{
public:
    DuplicateFinder(Tables& tables, const ComparedFields& compared);

    // Living records with at least this score, the surest first, at most so many. Traits without a key are of a record
    // that is not there yet.
    Result<std::vector<LikelyDuplicate>> find(const Traits& traits, int least, int most);

    // Whether records that share this hash are compared for it: a name, or what few have.
    static bool isWorthComparing(const Traits& one, TraitHash hash, std::size_t sharing);

private:
    TraitReader m_reader;
    TraitTable m_table;
};

}

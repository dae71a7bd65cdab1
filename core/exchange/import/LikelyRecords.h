#pragma once

#include "core/store/Drafter.h"
#include "core/work/duplicates/DuplicateFinder.h"

namespace kith {

// Finds the record that a row of a file looks like, among those that were there before the import: what its own rows
// have made does not count, so that the answer does not hang on how far the index of traits has come meanwhile.
class LikelyRecords
{
public:
    // `act`: of the import; 0: of a trial.
    LikelyRecords(Drafter& drafter, const ComparedFields& compared, std::int64_t act);

    struct Found
    {
        RecordId id;
        LinkGuess guess;          // what the row is called, and what the record is called
        bool isOneOfMany = false; // another is as sure
    };
    // The surest of the likely ones, the oldest where several are as sure. `values` may hold names where links belong.
    Result<std::optional<Found>> find(FieldValues values);

private:
    Status resolveEmployer(FieldValues& values);
    QString nameIn(const FieldValues& values) const;

    Drafter& m_drafter;
    ComparedFields m_compared;
    DuplicateFinder m_finder;
    std::int64_t m_act;
};

}

#pragma once

#include "core/base/Result.h"
#include "core/records/Outcome.h"

namespace kith {

class Tables;

// What the search field asks. A record is found when its text holds every part of what was typed, in any of the ways
// that searchTerms() knows.
struct FindRequest
{
    QString typed;
    std::vector<EntityId> entities; // none: all
    int limit = 50;
    std::vector<Reference> recent; // what this person opened lately, the latest first
};

// Titles that are just that, then those that begin with it, that hold it, and records that hold it elsewhere; in each
// of these what this person opened or changed lately first, then by kind in the catalog's order, of each the newest;
// pages before parts and settings. When there are more than the limit, no kind takes all the places. Living records
// only. Complete: with a limit that is large enough, every record that matches.
Result<std::vector<Hit>> findRecords(Tables& tables, const FindRequest& request);

}

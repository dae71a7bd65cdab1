#include "core/store/Finder.h"

#include "core/store/Columns.h"
#include "core/store/SearchIndex.h"
#include "core/store/Tables.h"
#include "core/text/Fold.h"
#include "core/text/SearchTokens.h"

#include <algorithm>

namespace kith {

namespace {

// So many records are looked at for one answer; beyond, the newest stand for all.
constexpr int consideredRecords = 400;

struct Candidate
{
    Hit hit;
    int rank = 0;
};

int rankOf(const QString& title, const QString& typed)
{
    const auto folded = fold(title, FoldHan::Simplify);
    if (folded == typed)
        return 0;
    if (folded.startsWith(typed))
        return 1;
    return folded.contains(typed) ? 2 : 3;
}

// The part of the detail that holds what was typed, and a second line that tells the record from others.
void describe(const SearchDocument& document, const QString& typed, Hit& hit)
{
    const auto lines = document.detail.split(u'\n', Qt::SkipEmptyParts);
    for (const auto& line : lines) {
        if (fold(line, FoldHan::Simplify).contains(typed)) {
            hit.matched = line;
            break;
        }
    }
    if (!lines.isEmpty())
        hit.detail = lines.first();
}

Status collect(Tables& tables, const QByteArray& sql, const QString& match, const QString& typed,
               const std::vector<EntityId>& entities, int limit, std::vector<Candidate>& candidates)
{
    auto statement = tables.connection().kept(sql);
    statement.bind(1, match);
    const int considered = std::max(consideredRecords, limit);
    // Counted are those that can be an answer: neither another kind's records nor the trash take a place.
    for (int taken = 0; taken < considered;) {
        KITH_TRY(const bool found, statement.step());
        if (!found)
            return {};
        const auto row = statement.integer(0);
        const Entity* entity = tables.catalog().entity(shippedId<EntityId>(entityOfSearchRow(row)));
        if (!entity || (!entities.empty() && std::find(entities.begin(), entities.end(), entity->id) == entities.end()))
            continue;
        KITH_TRY(const auto loaded, tables.loadKey(*entity, keyOfSearchRow(row)));
        if (!loaded || loaded->record.life != Life::Alive)
            continue;
        ++taken;
        const bool known = std::any_of(candidates.begin(), candidates.end(),
                                       [&](const Candidate& c) { return c.hit.id == loaded->record.id; });
        if (known)
            continue;
        Candidate candidate;
        candidate.hit = {entity->id, loaded->record.id, tables.title(loaded->record), {}, {}};
        candidate.rank = rankOf(candidate.hit.title, typed);
        describe(searchDocument(*entity, loaded->record), typed, candidate.hit);
        if (entity->place != Place::Page)
            candidate.rank += 4;
        candidates.push_back(std::move(candidate));
    }
    return {};
}

}

Result<std::vector<Hit>> findRecords(Tables& tables, const QString& typed, const std::vector<EntityId>& entities,
                                     int limit)
{
    const auto match = matchExpression(typed);
    if (match.isEmpty())
        return std::vector<Hit>{};
    const auto folded = fold(typed, FoldHan::Simplify);
    std::vector<Candidate> candidates;
    // Titles first, so that a name is not pushed out by a thousand descriptions that mention it.
    KITH_TRY(collect(tables, "SELECT rowid FROM search WHERE title MATCH ?1 ORDER BY rowid DESC", match, folded,
                     entities, limit, candidates));
    if (int(candidates.size()) < limit)
        KITH_TRY(collect(tables, "SELECT rowid FROM search WHERE search MATCH ?1 ORDER BY rowid DESC", match, folded,
                         entities, limit, candidates));
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.rank < b.rank; });
    std::vector<Hit> hits;
    for (auto& candidate : candidates) {
        if (int(hits.size()) == limit)
            break;
        hits.push_back(std::move(candidate.hit));
    }
    return hits;
}

}

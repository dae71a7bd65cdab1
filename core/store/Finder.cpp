#include "core/store/Finder.h"

#include "core/store/Columns.h"
#include "core/store/SearchIndex.h"
#include "core/store/Tables.h"
#include "core/text/Fold.h"
#include "core/text/SearchMatch.h"
#include "core/text/SortKey.h"

#include <algorithm>
#include <limits>
#include <set>
#include <tuple>

namespace kith {

namespace {

constexpr int patchesRemembered = 120; // the latest of this book, and of so many records: what the person works with
constexpr int recordsRemembered = 24;
constexpr int leastOfAKind = 6;
constexpr std::size_t rowsSkipped = 3'000;
constexpr int sharers = 4; // kinds among which the places are shared at first

enum Closeness : std::uint8_t { Whole, Start, Within, Elsewhere };

struct Candidate
{
    Hit hit;
    Closeness closeness = Elsewhere;
    bool isPage = true;
    bool isNear = false;     // opened or changed lately
    std::ptrdiff_t kind = 0; // place of its entity in the catalog
};

// Collects what one request finds, from the closest on, until there is enough.
class Search
{
public:
    Search(Tables& tables, const FindRequest& request)
        : m_tables(tables)
        , m_request(request)
        , m_terms(searchTerms(request.typed))
        , m_matcher(m_terms)
    {
    }

    Result<std::vector<Hit>> run()
    {
        if (m_terms.empty() || m_request.limit <= 0)
            return std::vector<Hit>{};
        KITH_TRY(addNear());
        KITH_TRY(addNamedSo());
        KITH_TRY(addTitles());
        if (!isEnough())
            KITH_TRY(addMatching(SearchIn::Elsewhere));
        return sorted();
    }

private:
    bool isEnough() const { return int(m_candidates.size()) >= m_request.limit + m_near; }

    bool isAsked(const Entity& entity) const
    {
        const auto& asked = m_request.entities;
        return asked.empty() || std::find(asked.begin(), asked.end(), entity.id) != asked.end();
    }

    // What was opened lately and what the latest patches changed, as far as it matches.
    Status addNear()
    {
        for (const auto& reference : m_request.recent) {
            const Entity* entity = m_tables.catalog().entity(reference.entity);
            if (!entity || !isAsked(*entity))
                continue;
            KITH_TRY(const auto key, m_tables.keyOf(*entity, reference.record));
            if (key)
                KITH_TRY(add(*entity, *key, true));
        }
        auto statement = m_tables.connection().kept("SELECT entity, k FROM patch ORDER BY n DESC LIMIT ?1");
        statement.bind(1, std::int64_t(patchesRemembered));
        const auto enough = m_seen.size() + recordsRemembered;
        while (m_seen.size() < enough) {
            KITH_TRY(const bool found, statement.step());
            if (!found)
                break;
            const Entity* entity = m_tables.catalog().entity(shippedId<EntityId>(statement.integer(0)));
            if (entity && isAsked(*entity))
                KITH_TRY(add(*entity, statement.integer(1), true));
        }
        m_near = int(m_candidates.size());
        return {};
    }

    // Titles that are what was typed, by their sort keys: an index finds them however many begin alike.
    Status addNamedSo()
    {
        const auto key = sortKey(fold(m_request.typed));
        if (key.isEmpty())
            return {};
        for (const Entity& entity : m_tables.catalog().entities()) {
            const Field* title = entity.titleField();
            if (!isAsked(entity) || !title || !title->sortable || !hasSortKey(*title))
                continue;
            const auto column = sortColumn(*title);
            auto statement =
                m_tables.connection().kept("SELECT k FROM " + tableName(entity) + " WHERE life = 0 AND " + column +
                                           " >= ?1 AND " + column + " < ?2 ORDER BY " + column + " LIMIT ?3");
            // A key goes on with 0 and what tells case and accents apart.
            statement.bindAll(key, key + '\x01', std::int64_t(m_request.limit));
            while (true) {
                KITH_TRY(const bool found, statement.step());
                if (!found)
                    break;
                KITH_TRY(add(entity, statement.integer(0), false));
            }
        }
        return {};
    }

    // The newest rows of one kind that match.
    struct Kind
    {
        const Entity* entity = nullptr;
        std::vector<std::int64_t> rows;
        bool goesOn = false; // below the last of them nothing was read
    };
    using Kinds = std::vector<Kind>;

    // What was typed is in so many titles that those that begin with it are enough.
    bool isShort() const
    {
        const auto typed = fold(m_request.typed).trimmed();
        return typed.size() == 1 || (typed.size() == 2 && typed[0].unicode() < 0x80);
    }

    Status addTitles()
    {
        if (isShort()) {
            KITH_TRY(addMatching(SearchIn::TitleStart));
            return isEnough() ? Status{} : addMatching(SearchIn::Title);
        }
        const auto match = matchExpression(m_terms, SearchIn::Title);
        KITH_TRY(const auto titles, newestOfEach(match));
        // Where a kind has more, those that begin so come first, however old they are.
        if (std::any_of(titles.begin(), titles.end(),
                        [this](const Kind& kind) { return kind.goesOn || kind.rows.size() > share(); }))
            KITH_TRY(addMatching(SearchIn::TitleStart));
        if (isEnough())
            return {};
        KITH_TRY(addAll(titles));
        return addRests(match, titles);
    }

    Status addMatching(SearchIn where)
    {
        const auto match = matchExpression(m_terms, where);
        KITH_TRY(const auto kinds, newestOfEach(match));
        KITH_TRY(addAll(kinds));
        return addRests(match, kinds);
    }

    // How many of a kind come before the rest of another.
    std::size_t share() const { return std::size_t(std::max(leastOfAKind, m_request.limit / sharers)); }

    // A share of each kind, so that one of which there are many does not hide the others; pages first.
    Status addAll(const Kinds& kinds)
    {
        for (const auto& kind : kinds) {
            for (std::size_t i = 0; i < std::min(share(), kind.rows.size()); ++i)
                KITH_TRY(add(*kind.entity, keyOfSearchRow(kind.rows[i]), false));
        }
        return {};
    }

    Status addRests(const QString& match, const Kinds& kinds)
    {
        for (const auto& kind : kinds) {
            for (std::size_t i = share(); i < kind.rows.size() && !isEnough(); ++i)
                KITH_TRY(add(*kind.entity, keyOfSearchRow(kind.rows[i]), false));
            if (kind.goesOn && !isEnough())
                KITH_TRY(addRest(match, {searchRowsOf(*kind.entity).first, kind.rows.back() - 1}, *kind.entity));
        }
        return {};
    }

    // The first row of the index that a kind that is asked for may have.
    std::int64_t firstAsked() const
    {
        auto first = std::numeric_limits<std::int64_t>::max();
        for (const Entity& entity : m_tables.catalog().entities()) {
            if (isAsked(entity))
                first = std::min(first, searchRowsOf(entity).first);
        }
        return first;
    }

    // From the last row of the index down: kinds that have none cost nothing. Of those that have many more than their
    // share the rest is jumped over; a jump costs as much as a few thousand steps.
    Result<Kinds> newestOfEach(const QString& match)
    {
        const auto first = firstAsked();
        Kinds kinds;
        Kind kind;
        std::size_t unasked = 0;
        auto statement = m_tables.connection().kept(
            "SELECT rowid FROM search WHERE search MATCH ?1 AND rowid <= ?2 ORDER BY rowid DESC");
        statement.bindAll(match, std::numeric_limits<std::int64_t>::max());
        const auto take = [&] {
            if (!kind.rows.empty())
                kinds.push_back(std::move(kind));
            kind = {};
            unasked = 0;
        };
        while (true) {
            KITH_TRY(const bool found, statement.step());
            if (!found)
                break;
            const auto row = statement.integer(0);
            const Entity* entity = entityOfSearchRow(m_tables.catalog(), row);
            if (!entity)
                continue; // of a newer catalog
            if (entity != kind.entity) {
                take();
                kind.entity = entity;
            }
            if (isAsked(*entity))
                kind.rows.push_back(row);
            else
                ++unasked;
            if (kind.rows.size() < share() + rowsSkipped && unasked < rowsSkipped)
                continue;
            kind.goesOn = isAsked(*entity);
            take();
            const auto below = searchRowsOf(*entity).first - 1;
            if (below < first)
                break;
            statement.reset();
            statement.bindAll(match, below);
        }
        take();
        std::sort(kinds.begin(), kinds.end(), [](const Kind& a, const Kind& b) {
            return std::pair(a.entity->place != Place::Page, a.entity) <
                   std::pair(b.entity->place != Place::Page, b.entity);
        });
        return kinds;
    }

    Status addRest(const QString& match, SearchRows rows, const Entity& entity)
    {
        auto statement = m_tables.connection().kept(
            "SELECT rowid FROM search WHERE search MATCH ?1 AND rowid BETWEEN ?2 AND ?3 ORDER BY rowid DESC");
        statement.bindAll(match, rows.first, rows.last);
        while (!isEnough()) {
            KITH_TRY(const bool found, statement.step());
            if (!found)
                break;
            KITH_TRY(add(entity, keyOfSearchRow(statement.integer(0)), false));
        }
        return {};
    }

    Status add(const Entity& entity, RecordKey key, bool isNear)
    {
        if (!m_seen.insert(searchRow(entity, key)).second)
            return {};
        KITH_TRY(const bool living, isLiving(entity, key));
        if (!living)
            return {};
        KITH_TRY(const auto loaded, m_tables.loadKey(entity, key));
        if (!loaded)
            return {};
        const auto document = searchDocument(entity, loaded->record);
        auto title = m_matcher.find(document.title, SearchMatcher::Text::Title);
        const auto details = document.detail.split(u'\n', Qt::SkipEmptyParts);
        Candidate candidate;
        if (title.all)
            candidate.closeness = closenessOf(document.title, title.ranges);
        else if (isNear && !matchesTogether(document))
            return {};
        candidate.isNear = isNear;
        candidate.isPage = entity.place == Place::Page;
        candidate.kind = &entity - m_tables.catalog().entities().data();
        auto& hit = candidate.hit;
        hit.entity = entity.id;
        hit.id = loaded->record.id;
        hit.title = m_tables.title(loaded->record);
        hit.titleMarks = m_matcher.find(hit.title, SearchMatcher::Text::Title).ranges;
        if (!title.all)
            describe(details, hit);
        // What the title has in it already, as a family name, tells nothing more.
        const auto more = std::find_if(details.begin(), details.end(),
                                       [&](const QString& line) { return !hit.title.contains(line); });
        if (hit.detail.isEmpty() && more != details.end())
            hit.detail = *more;
        m_candidates.push_back(std::move(candidate));
        return {};
    }

    // The trash keeps its words, so that it is there at once when restored; it is passed over without reading it.
    Result<bool> isLiving(const Entity& entity, RecordKey key)
    {
        auto statement = m_tables.connection().kept("SELECT life FROM " + tableName(entity) + " WHERE k = ?1");
        statement.bind(1, key);
        KITH_TRY(const bool found, statement.step());
        return found && statement.integer(0) == 0;
    }

    // Whether every part stands somewhere in the record.
    bool matchesTogether(const SearchDocument& document) const
    {
        return std::all_of(m_terms.begin(), m_terms.end(), [&](const SearchTerm& term) {
            const SearchMatcher one({term});
            return one.find(document.title, SearchMatcher::Text::Title).all ||
                   one.find(document.detail, SearchMatcher::Text::Detail).all;
        });
    }

    static Closeness closenessOf(const QString& title, const std::vector<TextRange>& ranges)
    {
        // Of several title fields each may be the whole of it.
        for (const auto& range : ranges) {
            const bool begins = range.start == 0 || title[range.start - 1] == u'\n';
            const auto end = range.start + range.size;
            if (begins && ranges.size() == 1 && (end == title.size() || title[end] == u'\n'))
                return Whole;
        }
        return !ranges.empty() && ranges.front().start == 0 ? Start : Within;
    }

    // The line that holds the most of what was typed, and where.
    void describe(const QStringList& lines, Hit& hit) const
    {
        for (const auto& line : lines) {
            auto found = m_matcher.find(line, SearchMatcher::Text::Detail);
            if (found.ranges.size() > hit.detailMarks.size()) {
                hit.detail = line;
                hit.detailMarks = std::move(found.ranges);
            }
        }
    }

    std::vector<Hit> sorted()
    {
        std::stable_sort(m_candidates.begin(), m_candidates.end(), [](const Candidate& a, const Candidate& b) {
            return std::tuple(!a.isPage, a.closeness, !a.isNear, a.kind) <
                   std::tuple(!b.isPage, b.closeness, !b.isNear, b.kind);
        });
        std::vector<Hit> hits;
        for (auto& candidate : m_candidates) {
            if (int(hits.size()) == m_request.limit)
                break;
            hits.push_back(std::move(candidate.hit));
        }
        return hits;
    }

    Tables& m_tables;
    const FindRequest& m_request;
    std::vector<SearchTerm> m_terms;
    SearchMatcher m_matcher;
    std::vector<Candidate> m_candidates;
    std::set<std::int64_t> m_seen; // search rows
    int m_near = 0;
};

}

Result<std::vector<Hit>> findRecords(Tables& tables, const FindRequest& request)
{
    return Search(tables, request).run();
}

}

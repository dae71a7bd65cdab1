#include "core/store/Links.h"

#include "core/store/Columns.h"
#include "core/store/Tables.h"
#include "core/text/Fold.h"
#include "core/text/SortKey.h"

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t smallEntity = 5'000; // names compared one by one

QByteArray titleExpression(const Entity& entity)
{
    QByteArrayList parts;
    for (const auto& key : entity.title) {
        const Field* field = entity.field(key);
        if (field->type == FieldType::Text || field->type == FieldType::Number)
            parts += columnName(*field);
    }
    return parts.isEmpty() ? "NULL" : parts.size() == 1 ? parts.first() : "COALESCE(" + parts.join(", ") + ")";
}

QString cacheKey(const Field& relation, const QString& name, const Links::Among& among)
{
    QString key = catalogIdText(relation.id) + u'\0' + name;
    if (const auto* reference = std::get_if<Reference>(&among.value))
        key += u'\0' + reference->record.toString();
    return key;
}

NameKind kindOf(const Entity& entity)
{
    return entity.key == "customer"_L1 ? NameKind::Company : NameKind::Plain;
}

QString madeKey(const Entity& entity, const QString& name, const Links::Among& among)
{
    auto key = entity.key + u'\0' + (kindOf(entity) == NameKind::Company ? companyKey(name) : nameKey(name));
    if (const auto* reference = std::get_if<Reference>(&among.value))
        key += u'\0' + reference->record.toString();
    return key;
}

}

Result<std::optional<Links::Found>> Links::find(const Field& relation, const QString& name, const Among& among)
{
    const auto key = cacheKey(relation, name, among);
    if (const auto known = m_found.constFind(key); known != m_found.constEnd())
        return *known;
    std::optional<Found> best;
    for (const auto& target : relation.targets) {
        KITH_TRY(auto found, search(*m_tables.catalog().entity(target), relation, name, among));
        if (!found || found->guessed) {
            // The names of a small entity were read before this one was made.
            const auto made = m_made.constFind(madeKey(*m_tables.catalog().entity(target), name, among));
            if (made != m_made.constEnd())
                found = Found{made->reference, fold(made->title) != fold(name), made->title};
        }
        if (found && (!best || (best->guessed && !found->guessed)))
            best = std::move(found);
    }
    m_found.insert(key, best);
    return best;
}

void Links::remember(const Field& relation, const QString& name, const Among& among, const Reference& made)
{
    const Found found{made, false, name};
    if (const Entity* entity = m_tables.catalog().entity(made.entity))
        m_made.insert(madeKey(*entity, name, among), found);
    m_found.insert(cacheKey(relation, name, among), found);
}

Result<std::optional<Links::Found>> Links::search(const Entity& entity, const Field& relation, const QString& name,
                                                  const Among& among)
{
    if (const auto id = RecordId::fromString(name)) {
        KITH_TRY(const auto key, m_tables.keyOf(entity, *id));
        if (key)
            return std::optional(Found{{entity.id, *id}, false, name});
    }
    KITH_TRY(const bool small, isSmall(entity));
    if (small)
        return nearest(entity, relation, name, among);
    KITH_TRY(const auto candidates, byTitle(entity, name));
    if (candidates.empty())
        return std::optional<Found>();
    if (candidates.size() > 1)
        return Error{ErrorCode::RelationAmbiguous,
                     {relation.label.in(u"en"_s), name, QString::number(candidates.size())}};
    return std::optional(Found{{entity.id, candidates.front().id}, false, name});
}

Result<std::optional<Links::Found>> Links::nearest(const Entity& entity, const Field& relation, const QString& name,
                                                   const Among& among)
{
    auto& names = m_names[cacheKey(relation, entity.key, among)];
    if (!names) {
        names = std::make_shared<Names>();
        KITH_TRY(names->candidates, all(entity, among));
        QStringList titles;
        for (const auto& candidate : names->candidates)
            titles += candidate.title;
        names->near = std::make_unique<NearNames>(titles, kindOf(entity));
    }
    const auto folded = fold(name);
    const auto match = names->near->find(name);
    std::vector<const Candidate*> exact;
    for (const int position : match.candidates) {
        if (fold(names->candidates[std::size_t(position)].title) == folded)
            exact.push_back(&names->candidates[std::size_t(position)]);
    }
    if (exact.size() == 1)
        return std::optional(Found{{entity.id, exact.front()->id}, false, exact.front()->title});
    if (match.candidates.size() > 1)
        return Error{ErrorCode::RelationAmbiguous,
                     {relation.label.in(u"en"_s), name, QString::number(match.candidates.size())}};
    if (match.candidates.empty())
        return std::optional<Found>();
    const auto& candidate = names->candidates[std::size_t(match.candidates.front())];
    return std::optional(Found{{entity.id, candidate.id}, true, candidate.title});
}

Result<std::vector<Links::Candidate>> Links::byTitle(const Entity& entity, const QString& name)
{
    std::vector<Candidate> candidates;
    const Field* title = entity.titleField();
    const bool sorted = title && hasSortKey(*title);
    auto statement = m_tables.connection().kept(
        "SELECT id, " + titleExpression(entity) + " AS title FROM " + tableName(entity) + " WHERE life = 0 AND " +
        (sorted ? sortColumn(*title) + " = ?1" : QByteArray("title = ?1 COLLATE NOCASE")) + " LIMIT 100");
    if (sorted)
        statement.bind(1, sortKey(name));
    else
        statement.bind(1, name);
    const auto folded = fold(name);
    while (true) {
        KITH_TRY(const bool found, statement.step());
        if (!found)
            return candidates;
        Candidate candidate{statement.id<RecordId>(0), statement.text(1)};
        if (fold(candidate.title) == folded)
            candidates.push_back(std::move(candidate));
    }
}

Result<std::vector<Links::Candidate>> Links::all(const Entity& entity, const Among& among)
{
    std::vector<Candidate> candidates;
    QByteArray sql = "SELECT id, " + titleExpression(entity) + " FROM " + tableName(entity) + " WHERE life = 0";
    if (among.field)
        sql += " AND " + columnName(*among.field) + " IS ?1";
    auto statement = m_tables.connection().kept(sql);
    if (among.field)
        bindScalar(statement, 1, *among.field, among.value);
    while (true) {
        KITH_TRY(const bool found, statement.step());
        if (!found)
            return candidates;
        candidates.push_back({statement.id<RecordId>(0), statement.text(1)});
    }
}

Result<bool> Links::isSmall(const Entity& entity)
{
    auto statement = m_tables.connection().kept("SELECT 1 FROM " + tableName(entity) + " LIMIT 1 OFFSET ?1");
    statement.bind(1, smallEntity);
    KITH_TRY(const bool more, statement.step());
    return !more;
}

Result<std::vector<LinkCandidate>> Links::candidates(const Field& relation, const QString& typed, int limit)
{
    std::vector<LinkCandidate> found;
    for (const auto& target : relation.targets) {
        const Entity& entity = *m_tables.catalog().entity(target);
        const auto title = titleExpression(entity);
        QString pattern = typed.trimmed();
        pattern.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
        // Names that begin with what was typed come first; both halves stop at the limit.
        auto statement = m_tables.connection().kept("SELECT id, title FROM (SELECT id, " + title + " AS title FROM " +
                                                    tableName(entity) +
                                                    " WHERE life = 0) WHERE title LIKE ?1 ESCAPE '\\' ORDER BY title "
                                                    "NOT LIKE ?2 ESCAPE '\\', length(title) LIMIT ?3");
        statement.bindAll(u'%' + pattern + u'%', pattern + u'%', limit - int(found.size()));
        while (true) {
            KITH_TRY(const bool row, statement.step());
            if (!row)
                break;
            found.push_back({{entity.id, statement.id<RecordId>(0)}, statement.text(1), entity.label.in(u"en"_s)});
        }
    }
    return found;
}

}

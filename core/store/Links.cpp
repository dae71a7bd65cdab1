#include "core/store/Links.h"

#include "core/store/Columns.h"
#include "core/store/Tables.h"
#include "core/text/Fold.h"
#include "core/text/SortKey.h"

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t smallEntity = 5'000;   // names compared one by one
constexpr qsizetype rememberedNames = 50'000; // of those that were looked for
constexpr qsizetype idLength = 36;
constexpr qsizetype compactIdLength = 32;

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

void addScope(QString& key, const Links::Among& among)
{
    if (const auto* reference = std::get_if<Reference>(&among.value))
        key += u'\0' + reference->record.toString();
}

QString foundKey(const Field& relation, const QString& name, const Links::Among& among)
{
    QString key = catalogIdText(relation.id) + u'\0' + name;
    addScope(key, among);
    return key;
}

QString namesKey(const Entity& entity, const Links::Among& among)
{
    QString key = entity.key;
    addScope(key, among);
    return key;
}

NameKind kindOf(const Entity& entity)
{
    return entity.key == "customer"_L1 ? NameKind::Company : NameKind::Plain;
}

QByteArray scopeCondition(const Links::Among& among)
{
    return among.field ? " AND " + columnName(*among.field) + " IS ?2" : QByteArray();
}

void bindScope(Statement& statement, const Links::Among& among)
{
    if (among.field)
        bindScalar(statement, 2, *among.field, among.value);
}

}

LinkText LinkText::parse(const QString& text)
{
    if (text.size() < compactIdLength)
        return {std::nullopt, text};
    if (const auto id = RecordId::fromString(text))
        return {id, {}};
    if (text.size() > idLength && text[idLength] == u' ') {
        if (const auto id = RecordId::fromString(QStringView(text).first(idLength)))
            return {id, text.sliced(idLength + 1)};
    }
    return {std::nullopt, text};
}

QString LinkText::text() const
{
    if (!id)
        return title;
    return title.isEmpty() ? id->toString() : id->toString() + u' ' + title;
}

QString LinkText::shown() const
{
    return title.isEmpty() && id ? id->toString() : title;
}

Result<std::optional<Links::Found>> Links::find(const Field& relation, const QString& name, const Among& among)
{
    const auto key = foundKey(relation, name, among);
    if (const auto known = m_found.constFind(key); known != m_found.constEnd())
        return *known;
    const auto told = LinkText::parse(name);
    std::optional<Found> best;
    if (told.id) {
        KITH_TRY(best, byId(relation, *told.id));
    }
    for (const auto& target : best ? QStringList() : relation.targets) {
        const Entity& entity = *m_tables->catalog().entity(target);
        const auto& title = told.title.isEmpty() ? name : told.title;
        KITH_TRY(auto found, byName(entity, relation, title, among));
        if (!found || found->guessed) {
            const auto made = m_made.constFind(sameName(entity, title, among));
            if (made != m_made.constEnd())
                found = Found{made->reference, fold(made->title) != fold(title), made->title};
        }
        if (found && (!best || (best->guessed && !found->guessed)))
            best = std::move(found);
    }
    if (m_found.size() >= rememberedNames)
        m_found.clear();
    m_found.insert(key, best);
    return best;
}

void Links::remember(const Field& relation, const QString& name, const Among& among, const Reference& made)
{
    const auto title = LinkText::parse(name).shown();
    const Found found{made, false, title};
    if (const Entity* entity = m_tables->catalog().entity(made.entity))
        m_made.insert(sameName(*entity, title, among), found);
    m_madeIds.insert(made.record);
    m_found.insert(foundKey(relation, name, among), found);
}

QString Links::sameName(const Entity& entity, const QString& name, const Among& among)
{
    auto key = entity.key + u'\0' + (kindOf(entity) == NameKind::Company ? companyKey(name) : nameKey(name));
    addScope(key, among);
    return key;
}

void Links::pretend(const Entity& entity, const RecordId& id, const QString& title)
{
    auto& records = m_pretended[entity.key];
    if (!records)
        records = std::make_shared<Pretended>();
    records->ids.insert(id);
    records->byTitle.emplace(qHash(fold(title)), id);
    if (std::int64_t(records->first.size()) <= smallEntity)
        records->first.push_back({id, title});
}

const Links::Pretended* Links::pretended(const Entity& entity) const
{
    const auto found = m_pretended.constFind(entity.key);
    return found == m_pretended.constEnd() ? nullptr : found->get();
}

Result<std::optional<Links::Found>> Links::byId(const Field& relation, const RecordId& id)
{
    for (const auto& target : relation.targets) {
        const Entity& entity = *m_tables->catalog().entity(target);
        const auto* others = pretended(entity);
        bool found = m_madeIds.contains(id) || (others && others->ids.contains(id));
        if (!found) {
            auto statement =
                m_tables->connection().kept("SELECT 1 FROM " + tableName(entity) + " WHERE id = ?1 AND life = 0");
            statement.bind(1, id);
            KITH_TRY(found, statement.step());
        }
        if (found)
            return std::optional(Found{{entity.id, id}, false, {}});
        KITH_TRY(const auto survivor, m_tables->survivorOf(entity, id));
        if (survivor != id)
            return std::optional(Found{{entity.id, survivor}, false, {}});
    }
    return std::optional<Found>();
}

Result<std::optional<Links::Found>> Links::byName(const Entity& entity, const Field& relation, const QString& name,
                                                  const Among& among)
{
    KITH_TRY(const bool small, isSmall(entity));
    if (small)
        return nearest(entity, relation, name, among);
    KITH_TRY(const auto candidates, byTitle(entity, name, among));
    if (candidates.empty())
        return std::optional<Found>();
    if (candidates.size() > 1)
        return Error{ErrorCode::RelationAmbiguous,
                     {relation.label.in(u"en"_s), name, QString::number(candidates.size())}};
    return std::optional(Found{{entity.id, candidates.front()}, false, name});
}

Result<std::optional<Links::Found>> Links::nearest(const Entity& entity, const Field& relation, const QString& name,
                                                   const Among& among)
{
    auto& names = m_names[namesKey(entity, among)];
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

Result<std::vector<RecordId>> Links::byTitle(const Entity& entity, const QString& name, const Among& among)
{
    std::vector<RecordId> found;
    const auto folded = fold(name);
    if (const auto* others = pretended(entity)) {
        const auto [first, last] = others->byTitle.equal_range(qHash(folded));
        for (auto entry = first; entry != last; ++entry)
            found.push_back(entry->second);
    }
    const Field* title = entity.titleField();
    const bool sorted = title && hasSortKey(*title);
    auto statement = m_tables->connection().kept(
        "SELECT id, " + titleExpression(entity) + " AS title FROM " + tableName(entity) + " WHERE life = 0 AND " +
        (sorted ? sortColumn(*title) + " = ?1" : QByteArray("title = ?1 COLLATE NOCASE")) + scopeCondition(among) +
        " LIMIT 100");
    if (sorted)
        statement.bind(1, sortKey(name));
    else
        statement.bind(1, name);
    bindScope(statement, among);
    while (true) {
        KITH_TRY(const bool row, statement.step());
        if (!row)
            return found;
        if (fold(statement.text(1)) == folded)
            found.push_back(statement.id<RecordId>(0));
    }
}

Result<std::vector<Links::Candidate>> Links::all(const Entity& entity, const Among& among)
{
    std::vector<Candidate> candidates;
    if (const auto* others = pretended(entity))
        candidates = others->first;
    auto statement = m_tables->connection().kept("SELECT id, " + titleExpression(entity) + " FROM " +
                                                 tableName(entity) + " WHERE life = ?1" + scopeCondition(among));
    statement.bind(1, int(Life::Alive));
    bindScope(statement, among);
    while (true) {
        KITH_TRY(const bool found, statement.step());
        if (!found)
            return candidates;
        const auto id = statement.id<RecordId>(0);
        if (!m_madeIds.contains(id))
            candidates.push_back({id, statement.text(1)});
    }
}

Result<bool> Links::isSmall(const Entity& entity)
{
    const auto known = m_small.constFind(entity.key);
    if (known != m_small.constEnd())
        return *known;
    const auto* others = pretended(entity);
    const auto room = smallEntity - (others ? std::int64_t(others->ids.size()) : 0);
    bool small = room >= 0;
    if (small) {
        auto statement = m_tables->connection().kept("SELECT 1 FROM " + tableName(entity) + " LIMIT 1 OFFSET ?1");
        statement.bind(1, room);
        KITH_TRY(const bool more, statement.step());
        small = !more;
    }
    m_small.insert(entity.key, small);
    return small;
}

Result<std::vector<LinkCandidate>> Links::candidates(const Field& relation, const QString& typed, int limit)
{
    std::vector<LinkCandidate> found;
    for (const auto& target : relation.targets) {
        const Entity& entity = *m_tables->catalog().entity(target);
        const auto title = titleExpression(entity);
        QString pattern = typed.trimmed();
        pattern.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
        // Names that begin with what was typed come first; both halves stop at the limit.
        auto statement = m_tables->connection().kept("SELECT id, title FROM (SELECT id, " + title + " AS title FROM " +
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

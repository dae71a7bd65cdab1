#include "core/exchange/import/TrialRows.h"

#include "core/exchange/import/ImportRun.h"
#include "core/store/RecordRules.h"
#include "core/text/Fold.h"
#include "core/text/Sentences.h"
#include "core/wire/ValueCodec.h"

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepestTree = 200;
constexpr qsizetype comparedNames = 5'000; // as Links compares names one by one

std::size_t hashOf(const FieldValues& values)
{
    return qHash(encodeFields(values));
}

}

TrialRows::TrialRows(Tables& tables, const BookMeta& meta, Instant now, const ImportPlan& plan, RowReader& rows)
    : m_tables(tables)
    , m_links(tables)
    , m_meta(meta)
    , m_now(now)
    , m_plan(plan)
    , m_rows(rows)
    , m_entity(rows.entity())
{
}

void TrialRows::guess(const QString& label, const QString& typed, const QString& taken)
{
    m_tally.guess(label, typed, taken);
    m_rowGuesses += u"%1: %2 → %3"_s.arg(label, typed, taken);
}

std::size_t TrialRows::nameHash(const QString& entity, const QString& name) const
{
    return qHashMulti(0, entity, entity == "customer"_L1 ? companyKey(name) : nameKey(name));
}

QString TrialRows::titleOf(const ParsedRow& row) const
{
    for (const auto& key : m_entity.title) {
        const auto entry = row.values.find(m_entity.field(key)->id);
        if (entry != row.values.end() && std::holds_alternative<QString>(entry->second))
            return std::get<QString>(entry->second);
    }
    return {};
}

std::optional<std::size_t> TrialRows::matchHash(const ParsedRow& row) const
{
    std::size_t hash = 0;
    bool any = false;
    for (const auto& key : m_plan.match) {
        const Field* field = m_entity.field(key);
        const auto entry = field ? row.values.find(field->id) : row.values.end();
        if (key == "id"_L1)
            continue;
        if (entry == row.values.end() || isEmpty(entry->second))
            return std::nullopt;
        const auto* text = std::get_if<QString>(&entry->second);
        hash = qHashMulti(hash, key, text ? fold(*text).toUtf8() : encodeValue(entry->second));
        any = true;
    }
    return any ? std::optional(hash) : std::nullopt;
}

Result<PreviewRow> TrialRows::judge(const CsvRow& source, ImportReport& report)
{
    m_rowGuesses.clear();
    auto row = m_rows.read(source);
    PreviewRow shown;
    shown.line = row.line;
    for (const auto position : m_rows.mapped())
        shown.cells += m_rows.shown(row, position);
    for (const auto& one : row.guesses)
        guess(one.field->label.in(m_meta.language), one.typed, one.taken);
    for (const auto& warning : row.warnings)
        m_tally.warn(warning);
    for (const auto& problem : row.problems)
        shown.problems += sentence(problem.error);
    ++report.read;
    if (shown.problems.isEmpty())
        KITH_TRY(judgeAccepted(row, shown.problems, report));
    shown.notices = m_rowGuesses + row.warnings;
    if (!shown.problems.isEmpty()) {
        ++report.rejected;
        m_tally.reject(shown.problems.join(u' '));
    }
    return shown;
}

Status TrialRows::judgeAccepted(ParsedRow& row, QStringList& problems, ImportReport& report)
{
    auto there = existingRecord(m_tables, m_links, m_entity, m_plan, row);
    if (!there && there.error().code != ErrorCode::RelationAmbiguous)
        return there.error();
    if (!there) {
        problems += sentence(there.error());
        return {};
    }
    const auto id = there->value_or(row.id);
    const auto byId = id.isNull() ? m_seen.cend() : m_seen.constFind(qHash(id.toBytes()));
    const auto match = matchHash(row);
    const auto seen = byId != m_seen.cend() || !match ? byId : m_seen.constFind(*match);
    const bool isThere = *there || seen != m_seen.cend();
    if (isThere && m_plan.onDuplicate == DuplicateChoice::Skip) {
        ++report.skipped;
        return {};
    }
    const auto values = hashOf(row.values);
    if (isThere && m_plan.onDuplicate == DuplicateChoice::Update) {
        if (seen != m_seen.cend() && *seen == values)
            ++report.skipped;
        else if (*there)
            KITH_TRY(judgeUpdate(**there, row, problems, report));
        else
            ++report.updated;
    } else {
        KITH_TRY(judgeCreate(row, problems, report));
    }
    if (problems.isEmpty() && !id.isNull())
        m_seen.insert(qHash(id.toBytes()), values);
    if (problems.isEmpty() && match)
        m_seen.insert(*match, values);
    return {};
}

Status TrialRows::judgeUpdate(const RecordId& id, ParsedRow& row, QStringList& problems, ImportReport& report)
{
    KITH_TRY(const auto current, m_tables.load(m_entity, id));
    if (!current)
        return {};
    if (current->record.life != Life::Alive) {
        problems += sentence(
            Error{ErrorCode::RecordInTrash, {m_entity.label.in(m_meta.language), m_tables.title(current->record)}});
        return {};
    }
    Effects effects;
    KITH_TRY(judgeBranches(row, problems, effects));
    KITH_TRY(judgeLinks(row, false, problems, effects));
    if (!problems.isEmpty())
        return {};
    const bool changes = std::any_of(row.values.begin(), row.values.end(), [&](const auto& entry) {
        return entry.second != current->record.value(entry.first);
    });
    ++(changes ? report.updated : report.skipped);
    accept(effects, report);
    return {};
}

Status TrialRows::judgeCreate(ParsedRow& row, QStringList& problems, ImportReport& report)
{
    Effects effects;
    KITH_TRY(judgeBranches(row, problems, effects));
    if (!problems.isEmpty())
        return {};
    recordRules::fillDefaults(m_entity, row.values, m_meta.conventions(m_now), m_meta.me);
    KITH_TRY(judgeLinks(row, true, problems, effects));
    for (const auto& problem : recordRules::checkRequired(m_entity, row.values, m_meta.language)) {
        KITH_TRY(const bool filled, couldBeFilled(*m_entity.field(problem.field), row.values));
        if (!filled)
            problems += sentence(problem.error);
    }
    if (!problems.isEmpty())
        return {};
    ++report.created;
    const auto title = titleOf(row);
    ++m_names[nameHash(m_entity.key, title)];
    if (m_titles.size() <= comparedNames)
        m_titles += title;
    accept(effects, report);
    return {};
}

void TrialRows::accept(const Effects& effects, ImportReport& report)
{
    for (const auto name : effects.made)
        report.related += m_made.insert(name).second ? 1 : 0;
    m_waiting.insert(m_waiting.end(), effects.waiting.begin(), effects.waiting.end());
}

Result<std::optional<Reference>> TrialRows::findLink(const Field& field, const QString& name, const Links::Among& among,
                                                     QStringList& problems, Effects& effects)
{
    const auto label = field.label.in(m_meta.language);
    const auto found = m_links.find(field, name, among);
    if (!found) {
        auto error = found.error();
        if (error.code != ErrorCode::RelationAmbiguous)
            return error;
        error.detail[0] = label;
        problems += sentence(error);
        return std::optional<Reference>();
    }
    if (*found) {
        if ((*found)->guessed)
            guess(label, name, (*found)->title);
        return std::optional((*found)->reference);
    }
    if (m_rows.makeMissing().contains(field.id))
        effects.made.insert(nameHash(field.targets.first(), name));
    else
        problems += sentence(Error{ErrorCode::RelationNotFound, {label, name}});
    return std::optional<Reference>();
}

Status TrialRows::judgeLinks(ParsedRow& row, bool isNew, QStringList& problems, Effects& effects)
{
    for (const auto& field : m_entity.fields) {
        const auto entry = row.values.find(field.id);
        const auto* name = entry == row.values.end() ? nullptr : std::get_if<QString>(&entry->second);
        if (!name)
            continue;
        if (field.type == FieldType::Tags)
            KITH_TRY(judgeTags(field, entry->second, effects));
        if (field.type != FieldType::Relation)
            continue;
        if (isNew && field.targets.contains(m_entity.key)) {
            const auto text = *m_texts.insert(*name);
            effects.waiting.push_back({&field, nameHash(m_entity.key, titleOf(row)), text});
            row.values.erase(entry);
            continue;
        }
        KITH_TRY(const auto found, findLink(field, QString(*name), {}, problems, effects));
        if (found)
            entry->second = *found;
    }
    return {};
}

Status TrialRows::judgeTags(const Field& field, Value& value, Effects& effects)
{
    IdSet tags;
    bool complete = true;
    for (const auto& part : std::get<QString>(value).split(u';', Qt::SkipEmptyParts)) {
        const auto name = part.trimmed();
        if (name.isEmpty())
            continue;
        KITH_TRY(const auto found, m_links.find(field, name));
        if (found && !found->guessed) {
            tags.push_back(found->reference.record);
        } else {
            effects.made.insert(nameHash(field.targets.first(), name));
            complete = false;
        }
    }
    if (complete)
        value = canonical(Value(std::move(tags)));
    return {};
}

Status TrialRows::judgeBranches(ParsedRow& row, QStringList& problems, Effects& effects)
{
    for (const auto& branch : row.branches) {
        const Entity& tree = *m_tables.catalog().entity(branch.relation->targets.first());
        const Field* parentField = nullptr;
        for (const auto& field : tree.fields) {
            if (field.type == FieldType::Relation && field.targets == QStringList{tree.key})
                parentField = &field;
        }
        if (!parentField)
            continue;
        auto found = findLink(*parentField, branch.parent, {}, problems, effects);
        if (found && *found && !branch.name.isEmpty())
            found = findLink(*branch.relation, branch.name, {parentField, Value(**found)}, problems, effects);
        else if (found && problems.isEmpty() && !branch.name.isEmpty())
            effects.made.insert(qHashMulti(0, nameHash(tree.key, branch.parent), nameHash(tree.key, branch.name)));
        if (!found)
            return found.error();
        if (*found)
            row.values[branch.relation->id] = **found;
        else if (problems.isEmpty())
            row.values[branch.relation->id] = branch.name.isEmpty() ? branch.parent : branch.name;
    }
    return {};
}

// From the record at the end of another link, or by a default that is a record.
Result<bool> TrialRows::couldBeFilled(const Field& field, const FieldValues& values)
{
    const auto& catalog = m_tables.catalog();
    if (field.defaultText.startsWith(u'#')) {
        const auto id = shippedId<RecordId>(QStringView(field.defaultText).sliced(1).toLongLong());
        KITH_TRY(const auto found, m_tables.load(*catalog.entity(field.targets.first()), id));
        return found && found->record.life == Life::Alive;
    }
    if (!field.fill)
        return false;
    const Field& from = *m_entity.field(field.fill->from);
    const auto entry = values.find(from.id);
    if (entry == values.end())
        return false;
    const auto* reference = std::get_if<Reference>(&entry->second);
    const Entity* target = catalog.entity(reference ? reference->entity : catalog.entity(from.targets.first())->id);
    if (field.targets.contains(target->key))
        return true;
    const Field* source = target->field(field.fill->field);
    if (!reference || !source)
        return false;
    KITH_TRY(const auto loaded, m_tables.load(*target, reference->record));
    return loaded && !isEmpty(loaded->record.value(source->id));
}

Status TrialRows::finish(ImportReport& report)
{
    const NearNames near(m_titles.size() <= comparedNames ? m_titles : QStringList(),
                         m_entity.key == "customer"_L1 ? NameKind::Company : NameKind::Plain);
    QHash<std::size_t, std::size_t> parents;
    for (const auto& waiting : std::exchange(m_waiting, {}))
        KITH_TRY(judgeWaiting(waiting, near, parents, report));
    return {};
}

Status TrialRows::judgeWaiting(const Waiting& waiting, const NearNames& near, QHash<std::size_t, std::size_t>& parents,
                               ImportReport& report)
{
    const auto label = waiting.field->label.in(m_meta.language);
    const auto parent = nameHash(m_entity.key, waiting.parent);
    auto found = m_links.find(*waiting.field, waiting.parent);
    if (!found && found.error().code != ErrorCode::RelationAmbiguous)
        return found.error();
    const bool inBook = found && *found;
    bool stands = found.ok();
    if (stands && m_names.value(parent) > 0) {
        stands = m_names.value(parent) == 1 && !(inBook && !(*found)->guessed);
        auto at = parent;
        for (int depth = 0; stands && depth < deepestTree; ++depth) {
            stands = at != waiting.child;
            const auto next = parents.constFind(at);
            if (next == parents.cend())
                break;
            at = *next;
        }
        if (stands)
            parents.insert(waiting.child, parent);
    } else if (inBook) {
        if ((*found)->guessed)
            m_tally.guess(label, waiting.parent, (*found)->title);
    } else if (const auto match = near.find(waiting.parent); stands && match.candidates.size() == 1) {
        m_tally.guess(label, waiting.parent, m_titles[match.candidates.front()]);
    } else if (stands && match.candidates.empty() && m_rows.makeMissing().contains(waiting.field->id)) {
        report.related += m_made.insert(parent).second ? 1 : 0;
    } else {
        stands = false;
    }
    if (!stands)
        m_tally.warn(sentence(Error{ErrorCode::RelationNotFound, {label, waiting.parent}}));
    return {};
}

}

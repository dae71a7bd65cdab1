#include "core/commands/records/RecordText.h"

#include "core/commands/Arguments.h"
#include "core/records/ValueJson.h"

#include <QJsonArray>

namespace kith {

using namespace Qt::StringLiterals;

RecordText::RecordText(CommandContext& context)
    : m_context(context)
    , m_catalog(context.desk().catalog())
    , m_conventions(context.desk().conventions())
{
    m_conventions.language = context.options().language;
}

QString RecordText::titleOf(const Reference& reference)
{
    const auto key = reference.record.toString();
    if (const auto known = m_titles.constFind(key); known != m_titles.constEnd())
        return *known;
    const auto view = await(m_context.desk().record(reference.entity, reference.record));
    return m_titles[key] = view ? view->title : QString();
}

QJsonObject RecordText::json(const Field& field, const Reference& reference, const QString& title)
{
    QJsonObject object{{u"id"_s, reference.record.toString()},
                       {u"title"_s, title.isEmpty() ? titleOf(reference) : title}};
    const Entity* entity = m_catalog->entity(reference.entity);
    if (field.targets.size() > 1 && entity)
        object[u"entity"_s] = entity->key;
    return object;
}

QJsonValue RecordText::json(const FieldPath& path, const Value& value, const QString& title)
{
    if (!path.component.isEmpty()) {
        const auto* text = std::get_if<QString>(&value);
        return text ? QJsonValue(*text) : QJsonValue(QJsonValue::Null);
    }
    const Field& field = *path.field;
    if (const auto* reference = std::get_if<Reference>(&value))
        return json(field, *reference, title);
    const auto* ids = std::get_if<IdSet>(&value);
    if (!ids || field.type != FieldType::Tags)
        return jsonValue(field, value);
    QJsonArray tags;
    for (const auto& id : *ids)
        tags.append(
            json(field, Reference{m_catalog->entity(field.targets.value(0, u"tag"_s))->id, RecordId::from(id)}, {}));
    return tags;
}

QString RecordText::text(const FieldPath& path, const Value& value, const QString& title)
{
    if (!path.component.isEmpty()) {
        const auto* text = std::get_if<QString>(&value);
        return text ? *text : QString();
    }
    if (!title.isEmpty())
        return title;
    if (const auto* reference = std::get_if<Reference>(&value))
        return titleOf(*reference);
    return displayText(*path.field, value, m_conventions);
}

Result<const Entity*> entityNamed(const CatalogPtr& catalog, const QString& key)
{
    return catalog->requireEntity(key);
}

Result<RecordId> recordNamed(CommandContext& context, const Entity& entity, const QString& text)
{
    if (const auto id = RecordId::fromString(text))
        return *id;
    const auto conventions = context.desk().conventions();
    const auto hits = await(context.desk().find({text, {entity.id}, 200, {}}));
    std::vector<RecordId> same;
    if (hits) {
        for (const auto& hit : *hits) {
            if (hit.title.compare(text, Qt::CaseInsensitive) == 0)
                same.push_back(hit.id);
        }
    }
    const auto label = entity.label.in(conventions.language);
    if (same.size() > 1)
        return Error{ErrorCode::RelationAmbiguous, {label, text, QString::number(same.size())}};
    if (same.empty())
        return Error{ErrorCode::NoSuchRecord, {label, text}};
    return same.front();
}

Result<std::vector<RecordId>> recordsNamed(CommandContext& context, const Entity& entity, const QStringList& texts)
{
    std::vector<RecordId> ids;
    for (const auto& text : texts) {
        KITH_TRY(const auto id, recordNamed(context, entity, text));
        ids.push_back(id);
    }
    return ids;
}

QString instantText(Instant at)
{
    return at.toUtc().toString(Qt::ISODate);
}

QString localText(Instant at)
{
    return at.toLocal().toString(u"yyyy-MM-dd HH:mm"_s);
}

Status accepted(const Result<SaveOutcome>& outcome)
{
    if (!outcome)
        return outcome.error();
    if (!outcome->problems.empty())
        return outcome->problems.front().error;
    return {};
}

Answer savedAnswer(const SaveOutcome& outcome, const QString& text)
{
    QJsonObject json{{u"id"_s, outcome.id.toString()}, {u"act"_s, qint64(outcome.act)}};
    if (!outcome.notices.isEmpty())
        json[u"notices"_s] = QJsonArray::fromStringList(outcome.notices);
    return {json, (QStringList{text} + outcome.notices).join(u'\n'), {}};
}

}

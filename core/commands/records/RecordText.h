#pragma once

#include "core/commands/CommandContext.h"
#include "core/records/Outcome.h"

#include <QHash>
#include <QJsonObject>

namespace kith {

// Values of records as the command line shows them: as JSON and as text. Looks up titles that an answer did not bring
// and remembers them.
class RecordText
{
public:
    explicit RecordText(CommandContext& context);

    // Relation {id, title} and, where there is a choice, its entity; tags the same in an array; all else as
    // core/records/ValueJson.h says. Empty: null.
    QJsonValue json(const FieldPath& path, const Value& value, const QString& title = {});
    QString text(const FieldPath& path, const Value& value, const QString& title = {});
    QString titleOf(const Reference& reference);

    QString label(const Field& field) const { return field.label.in(m_conventions.language); }
    QString label(const FieldPath& path) const { return columnLabel(path, m_conventions.language); }
    const TextConventions& conventions() const { return m_conventions; }

private:
    QJsonObject json(const Field& field, const Reference& reference, const QString& title);

    CommandContext& m_context;
    CatalogPtr m_catalog;
    TextConventions m_conventions;
    QHash<QString, QString> m_titles;
};

// The entity that a command names, or NoSuchEntity.
Result<const Entity*> entityNamed(const CatalogPtr& catalog, const QString& key);
// A record's id as a command names it: the id itself, or a title that only one living record has.
Result<RecordId> recordNamed(CommandContext& context, const Entity& entity, const QString& text);
Result<std::vector<RecordId>> recordsNamed(CommandContext& context, const Entity& entity, const QStringList& texts);

// "2024-05-01T09:30:00Z"
QString instantText(Instant at);
// "2024-05-01 11:30", here.
QString localText(Instant at);

// The first problem of a refused write as the command's error; nothing else went wrong if all is well.
Status accepted(const Result<SaveOutcome>& outcome);
// What a write answers: {id, act, notices}.
Answer savedAnswer(const SaveOutcome& outcome, const QString& text);

}

#pragma once

#include "core/catalog/Catalog.h"
#include "core/exchange/FileLook.h"
#include "core/exchange/ImportPlan.h"

#include <QByteArray>
#include <QJsonObject>

namespace kith {

// What `--map MAP.json` says about an import. Either column -> field:
//     {"account": "name", "office": {"field": "address.country"}, "notes": ""}
// or the same under "columns", with options beside it:
//     {"columns": {"sales agent": {"field": "owner", "make": true}}, "entity": "opportunity", "encoding": "GB18030",
//      "delimiter": ";", "header": true, "sheet": "Accounts", "dateOrder": "dmy", "match": ["code"],
//      "onDuplicate": "skip"}
// A column may also have "dateOrder" and "decimalMark" of its own. null, false and "" leave it out; columns that are
// not named keep what was guessed.
class ImportMap
{
public:
    // Fails with MapInvalid{path, what is wrong}.
    static Result<ImportMap> parse(const QByteArray& json, const QString& path);

    const QString& entity() const { return m_entity; } // empty: not given
    FileGiven given() const { return m_given; }        // for looking at the file

    // Lays the map over a plan: a column that the file does not have, a field that the entity does not, or one field
    // for two columns fails with MapInvalid.
    Status applyTo(ImportPlan& plan, const Catalog& catalog) const;

private:
    struct Column
    {
        QString header;
        QString field;
        bool make = false;
        QString dateOrder;
        QChar decimalMark;
    };
    Error invalid(const QString& why) const { return {ErrorCode::MapInvalid, {m_path, why}}; }
    Status readColumns(const QJsonObject& json);
    Status readOptions(const QJsonObject& json);
    Status readOption(const QString& key, const QJsonValue& value);
    static Result<Column> columnFor(const QString& header, const QJsonValue& value);
    Status place(const Column& given, const Catalog& catalog, const Entity& entity, ImportPlan& plan) const;

    QString m_path;
    QString m_entity;
    FileGiven m_given;
    QString m_dateOrder;
    std::vector<Column> m_columns;
    std::optional<QStringList> m_match;
    std::optional<DuplicateChoice> m_onDuplicate;
};

// Whether an import can fill this field of the entity: "name", "address.city", "team.parent", "customer.id",
// "amount.currency", "phones.region", "id".
bool isImportPath(const Catalog& catalog, const Entity& entity, const QString& path);

// A plan whole, to go on with after a crash.
QByteArray planToJson(const ImportPlan& plan);
Result<ImportPlan> planFromJson(const QByteArray& json);

// Under which name the mapping of such a file is remembered: equal for the same headers in the same order, whatever
// their case and spacing, with or without the columns that a file of rejected rows adds.
QString rememberedKey(const QString& entity, const QStringList& header);
// What is remembered: where the columns go and how duplicates are met, nothing of the rows.
QByteArray rememberedMapping(const ImportPlan& plan);
// Lays it over a plan for a file of the same headers; columns that lead nowhere any more keep what was guessed. Fails
// with MapInvalid where the text is none of ours.
Status applyRemembered(const QByteArray& json, const Catalog& catalog, ImportPlan& plan);

}

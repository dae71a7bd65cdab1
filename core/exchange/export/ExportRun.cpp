#include "core/exchange/export/ExportRun.h"

#include "core/database/Transaction.h"
#include "core/exchange/export/RecordWriter.h"
#include "core/records/NameList.h"
#include "core/store/BookFile.h"

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowsAtOnce = 500;

std::vector<FieldPath> importable(const Entity& entity)
{
    std::vector<FieldPath> columns;
    for (const auto& field : entity.fields) {
        if (!field.isDerived() && !field.readOnly)
            columns.push_back({nullptr, &entity, &field, {}});
    }
    return columns;
}

Result<std::unique_ptr<RecordWriter>> writerFor(ExportTable table)
{
    switch (table.style.format) {
    case FileFormat::Csv:
        break;
    case FileFormat::Xlsx:
        return xlsxRecords(std::move(table));
    case FileFormat::Vcard:
        return vcardRecords(std::move(table));
    }
    return csvRecords(std::move(table));
}

}

QStringList headersOf(const FieldPath& path, const ExportTable& table)
{
    const auto& field = *path.field;
    const auto& language = table.conventions.language;
    const bool keys = table.style.headers == HeaderStyle::Keys;
    QString name = keys ? path.text() : field.label.in(language);
    if (!keys && path.through)
        name = path.through->label.in(language) + u" / "_s + name;
    if (!keys && !path.component.isEmpty())
        name += u" / "_s + path.component;
    if (field.type == FieldType::Money)
        return {name, name + u".currency"_s};
    if (field.type == FieldType::Relation)
        return {name, name + u".id"_s};
    if (field.type == FieldType::Phone)
        return {name, name + u".region"_s};
    return {name};
}

QStringList tagNames(const ExportTable& table, const Field& field, const Value& value)
{
    QStringList names;
    const auto* tags = std::get_if<IdSet>(&value);
    const Entity& tag = *table.tables.catalog().entity(field.targets.first());
    for (const auto& id : tags ? *tags : IdSet())
        names += table.tables.title(Reference{tag.id, RecordId::from(id)});
    names.sort();
    return names;
}

QString exportedText(const ExportTable& table, const Row& row, std::size_t column)
{
    const auto& path = table.columns[column];
    const auto& value = row.values[column];
    if (!path.component.isEmpty()) {
        const auto* text = std::get_if<QString>(&value);
        return text ? *text : QString();
    }
    if (path.field->type == FieldType::Tags)
        return joinedNames(tagNames(table, *path.field, value));
    return exactText(*path.field, value);
}

Result<std::int64_t> exportRecords(StoreReader& reader, const Query& query, const Picks& picks, const QString& path,
                                   const ExportStyle& style, const TextConventions& conventions)
{
    Query all = query;
    if (style.format == FileFormat::Vcard)
        all.columns = cardColumns(*all.entity);
    else if (all.columns.empty())
        all.columns = importable(*all.entity);
    KITH_TRY(const auto moment, ReadTransaction::begin(reader.connection));
    KITH_TRY(auto writer, writerFor({reader.tables, *all.entity, all.columns, path, style, conventions}));
    std::int64_t written = 0;
    const auto write = [&](const std::vector<Row>& rows) -> Status {
        for (const auto& row : rows) {
            KITH_TRY(writer->write(row));
            ++written;
        }
        return {};
    };
    KITH_TRY(reader.lists.picked(all, picks, rowsAtOnce, write));
    KITH_TRY(writer->commit());
    return written;
}

}

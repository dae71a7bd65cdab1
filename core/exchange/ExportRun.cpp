#include "core/exchange/ExportRun.h"

#include "core/database/Transaction.h"
#include "core/exchange/csv/CsvWriter.h"
#include "core/store/BookFile.h"

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowsAtOnce = 500;

// Several cells a column: an amount and its currency, a relation and its id.
QStringList headerOf(const FieldPath& path, HeaderStyle style, const QString& language)
{
    const auto& field = *path.field;
    QString name = style == HeaderStyle::Keys ? path.text() : field.label.in(language);
    if (style == HeaderStyle::Labels && path.through)
        name = path.through->label.in(language) + u" / "_s + name;
    if (style == HeaderStyle::Labels && !path.component.isEmpty())
        name += u" / "_s + path.component;
    if (field.type == FieldType::Money)
        return {name, name + u".currency"_s};
    if (field.type == FieldType::Relation)
        return {name, name + u".id"_s};
    return {name};
}

QString cellText(const Row& row, std::size_t i, const FieldPath& path)
{
    const auto& value = row.values[i];
    if (!path.component.isEmpty()) {
        const auto* text = std::get_if<QString>(&value);
        return text ? *text : QString();
    }
    // Tags are told by name: another book has its own.
    if (path.field->type == FieldType::Tags)
        return QString(row.titles[i]).replace(u", "_s, u"; "_s);
    return exactText(*path.field, value);
}

void addCells(const Row& row, std::size_t i, const FieldPath& path, std::vector<QString>& cells)
{
    const auto& value = row.values[i];
    if (path.field->type == FieldType::Money) {
        const auto* money = std::get_if<Money>(&value);
        cells.push_back(money ? exactAmount(*money) : QString());
        cells.push_back(money ? money->currency : QString());
    } else if (path.field->type == FieldType::Relation) {
        const auto* reference = std::get_if<Reference>(&value);
        cells.push_back(reference ? row.titles[i] : QString());
        cells.push_back(reference ? reference->record.toString() : QString());
    } else {
        cells.push_back(cellText(row, i, path));
    }
}

std::vector<FieldPath> importable(const Entity& entity)
{
    std::vector<FieldPath> columns;
    for (const auto& field : entity.fields) {
        if (!field.isDerived() && !field.readOnly)
            columns.push_back({nullptr, &entity, &field, {}});
    }
    return columns;
}

}

Result<std::int64_t> exportCsv(StoreReader& reader, const Query& query, const QString& path, HeaderStyle headers,
                               const TextConventions& conventions)
{
    Query all = query;
    if (all.columns.empty())
        all.columns = importable(*all.entity);
    KITH_TRY(const auto moment, ReadTransaction::begin(reader.connection));
    KITH_TRY(auto writer, CsvWriter::create(path));
    std::vector<QString> cells{u"id"_s};
    for (const auto& column : all.columns) {
        for (const auto& header : headerOf(column, headers, conventions.language))
            cells.push_back(header);
    }
    KITH_TRY(writer.write(cells));
    std::int64_t written = 0;
    for (QString cursor; true;) {
        KITH_TRY(const auto page, reader.lists.pageAfter(all, cursor, rowsAtOnce));
        for (const auto& row : page.rows) {
            cells.assign(1, row.id.toString());
            for (std::size_t i = 0; i < all.columns.size(); ++i)
                addCells(row, i, all.columns[i], cells);
            KITH_TRY(writer.write(cells));
            ++written;
        }
        cursor = page.next;
        if (page.last)
            break;
    }
    KITH_TRY(writer.commit());
    return written;
}

}

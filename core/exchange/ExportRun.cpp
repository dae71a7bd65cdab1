#include "core/exchange/ExportRun.h"

#include "core/database/Transaction.h"
#include "core/exchange/csv/CsvWriter.h"
#include "core/records/NameList.h"
#include "core/store/BookFile.h"

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowsAtOnce = 500;

// Several cells a column: an amount and its currency, a relation and its id, phones and the region they are written in.
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
    if (field.type == FieldType::Phone)
        return {name, name + u".region"_s};
    return {name};
}

// Tags are told by name: another book has its own. In an order that does not hang on their ids.
QString tagsText(Tables& tables, const Field& field, const Value& value)
{
    QStringList names;
    const auto* tags = std::get_if<IdSet>(&value);
    const Entity& tag = *tables.catalog().entity(field.targets.first());
    for (const auto& id : tags ? *tags : IdSet())
        names += tables.title(Reference{tag.id, RecordId::from(id)});
    names.sort();
    return joinedNames(names);
}

// Writes the cells of one column.
class CellWriter
{
public:
    CellWriter(Tables& tables, const TextConventions& conventions) : m_tables(tables), m_conventions(conventions) {}

    void add(const Row& row, std::size_t i, const FieldPath& path, std::vector<QString>& cells)
    {
        const auto& value = row.values[i];
        const Field& field = *path.field;
        if (!path.component.isEmpty()) {
            const auto* text = std::get_if<QString>(&value);
            cells.push_back(text ? *text : QString());
        } else if (field.type == FieldType::Money) {
            const auto* money = std::get_if<Money>(&value);
            cells.push_back(money ? exactAmount(*money) : QString());
            cells.push_back(money ? money->currency : QString());
        } else if (field.type == FieldType::Relation) {
            const auto* reference = std::get_if<Reference>(&value);
            cells.push_back(reference ? row.titles[i] : QString());
            cells.push_back(reference ? reference->record.toString() : QString());
        } else if (field.type == FieldType::Phone) {
            const auto* phones = std::get_if<Points>(&value);
            auto written = phones ? phonesText(field, *phones, m_conventions) : PhonesText();
            cells.push_back(std::move(written.text));
            cells.push_back(std::move(written.region));
        } else {
            cells.push_back(field.type == FieldType::Tags ? tagsText(m_tables, field, value) : exactText(field, value));
        }
    }

private:
    Tables& m_tables;
    const TextConventions& m_conventions;
};

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

Result<std::int64_t> exportCsv(StoreReader& reader, const Query& query, const Picks& picks, const QString& path,
                               HeaderStyle headers, const TextConventions& conventions)
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
    CellWriter writeCells(reader.tables, conventions);
    std::int64_t written = 0;
    const auto write = [&](const std::vector<Row>& rows) -> Status {
        for (const auto& row : rows) {
            cells.assign(1, row.id.toString());
            for (std::size_t i = 0; i < all.columns.size(); ++i)
                writeCells.add(row, i, all.columns[i], cells);
            KITH_TRY(writer.write(cells));
            ++written;
        }
        return {};
    };
    KITH_TRY(reader.lists.picked(all, picks, rowsAtOnce, write));
    KITH_TRY(writer.commit());
    return written;
}

}

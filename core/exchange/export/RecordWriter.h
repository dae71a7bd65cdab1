#pragma once

#include "core/exchange/export/ExportRun.h"

#include <memory>

namespace kith {

class Tables;

// Where exported records go, one after another. One thread at a time.
class RecordWriter
{
public:
    virtual ~RecordWriter() = default;

    // A record, with the columns that the writer was made for.
    virtual Status write(const Row& row) = 0;
    // Completes the file and puts it in place; without it nothing is left.
    virtual Status commit() = 0;
};

// What a writer needs to know of the records.
struct ExportTable
{
    Tables& tables;
    const Entity& entity;
    std::vector<FieldPath> columns;
    QString path;
    ExportStyle style;
    TextConventions conventions;
};

// Errors as CsvWriter's and XlsxWriter's.
Result<std::unique_ptr<RecordWriter>> csvRecords(ExportTable table);
Result<std::unique_ptr<RecordWriter>> xlsxRecords(ExportTable table);
// NoCards for an entity whose records are no cards.
bool holdsCards(const Entity& entity); // whether its records can be written as vCards
Result<std::unique_ptr<RecordWriter>> vcardRecords(ExportTable table);
// The columns that cards are made of, of those that the entity has.
std::vector<FieldPath> cardColumns(const Entity& entity);

// Of a column: one header, or two for an amount and its currency, a relation and its id, phones and their region.
QStringList headersOf(const FieldPath& path, const ExportTable& table);
// The value of a column as one text.
QString exportedText(const ExportTable& table, const Row& row, std::size_t column);
// Tags by name, as another book has its own, in an order that does not hang on their ids.
QStringList tagNames(const ExportTable& table, const Field& field, const Value& value);

}

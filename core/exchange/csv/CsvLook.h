#pragma once

#include "core/exchange/ImportPlan.h"
#include "core/exchange/bytes/EncodingGuess.h"
#include "core/exchange/csv/CsvReader.h"

#include <optional>

namespace kith {

// What a person has said about a file; the rest is found by looking.
struct CsvGiven
{
    std::optional<Encoding> encoding;
    std::optional<char> delimiter;
    std::optional<bool> hasHeader;
};

// What can be seen of a file without knowing what its columns mean.
struct CsvLook
{
    EncodingGuess encoding;
    char delimiter = ',';
    bool hasHeader = true;
    QStringList header;              // names of the columns, each once: "Phone", "Phone (2)", "Column 3"
    std::vector<QStringList> rows;   // the first ones, without the header
    std::vector<std::int64_t> lines; // of the file, where they begin
    std::int64_t bytes = 0;
};

// Reads the first rows, up to `sampleRows`. Fails with FileMissing, FileUnreadable, FileEmpty, or with FormatUnknown
// where the file is plainly no text (a spreadsheet, a PDF).
Result<CsvLook> lookAtCsv(const QString& path, const CsvGiven& given = {}, int sampleRows = 1000);
Result<CsvLook> lookAtCsv(std::unique_ptr<ByteSource> source, const QString& path, const CsvGiven& given,
                          int sampleRows);

// A reader before the first row of a plan's file that is no header, expecting the plan's number of columns. Fails also
// with EncodingUnknown.
Result<CsvReader> openRows(const ImportPlan& plan);

// The one of , ; tab | that cuts the rows of a text into the same number of cells, outside quotes. `whole`: the text
// does not break off within a row.
char guessDelimiter(std::string_view text, bool whole);

// Whether the first row names columns: no cell looks like a value (a mail, a date, a number over numbers) or comes
// again below.
bool looksLikeHeader(const QStringList& first, const std::vector<QStringList>& rows);

// Names for columns, each once and none empty.
QStringList columnNames(const QStringList& header);

}

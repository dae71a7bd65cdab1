#pragma once

#include "core/exchange/FileFormat.h"
#include "core/exchange/bytes/EncodingGuess.h"
#include "core/exchange/rows/RowSource.h"

#include <memory>
#include <optional>
#include <vector>

namespace kith {

struct ImportPlan;

// What a person has said about a file; the rest is found by looking.
struct FileGiven
{
    std::optional<Encoding> encoding;
    std::optional<char> delimiter;
    std::optional<bool> hasHeader;
    QString sheet; // empty: the first that holds something
};

// What can be seen of a file without knowing what its columns mean.
struct FileLook
{
    FileFormat format = FileFormat::Csv;
    EncodingGuess encoding; // of a text
    char delimiter = ',';   // of a text
    QString sheet;          // of a workbook: the one that was looked at
    QStringList sheets;     // of a workbook: all of them
    bool hasHeader = true;
    QStringList header;              // names of the columns, each once: "Phone", "Phone (2)", "Column 3"
    std::vector<QStringList> rows;   // the first ones, without the header
    std::vector<std::int64_t> lines; // of the file, where they begin
    std::int64_t bytes = 0;
};

// Reads the first rows, up to `sampleRows`. Fails with FileMissing, FileUnreadable and as formatOf() does; for a
// workbook also as XlsxReader.
Result<FileLook> lookAtFile(const QString& path, const FileGiven& given = {}, int sampleRows = 1000);

// Takes the first row for the header, if it is said to be one or looks like one, and names the columns.
void partHeader(FileLook& look, std::optional<bool> hasHeader);

// The rows of a plan's file from the first that is no header, in the plan's columns. Fails also with EncodingUnknown.
Result<std::unique_ptr<RowSource>> openRows(const ImportPlan& plan);

}

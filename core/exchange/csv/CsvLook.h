#pragma once

#include "core/exchange/FileLook.h"

#include <memory>

namespace kith {

// Looks at a file of separated values as lookAtFile() does.
Result<FileLook> lookAtCsv(std::unique_ptr<ByteSource> source, const QString& path, const FileGiven& given,
                           int sampleRows);

// Its rows, as openRows() has them.
Result<std::unique_ptr<RowSource>> openCsv(const ImportPlan& plan);

// The one of , ; tab | that cuts the rows of a text into the same number of cells, outside quotes. `whole`: the text
// does not break off within a row.
char guessDelimiter(std::string_view text, bool whole);

}

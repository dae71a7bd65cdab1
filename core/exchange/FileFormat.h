#pragma once

#include "core/exchange/bytes/ByteSource.h"

#include <optional>

namespace kith {

// The kinds of file that go in and out.
enum class FileFormat { Csv, Xlsx, Vcard };

// What a file is, by its first bytes, whatever it is called. Every text that is no list of cards is Csv. Fails with
// FileEmpty; with FilePassworded or FormatOld for what Excel protects by a password or wrote before 2007; with
// FormatUnknown for what is plainly something else (a PDF, a picture, a web page). Leaves the source at its start.
Result<FileFormat> formatOf(ByteSource& source, const QString& path);

// What a file is to become, by its suffix: csv, xlsx, vcf. FormatUnknown for any other.
Result<FileFormat> formatForSuffix(const QString& path);

// The names of the formats in plans and maps: "csv", "xlsx", "vcard".
QString formatName(FileFormat format);
std::optional<FileFormat> formatNamed(QStringView name);

}

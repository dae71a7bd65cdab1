#pragma once

#include "core/base/Result.h"

#include <QSaveFile>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace kith {

enum class FormulaCells { Guard, Keep };
enum class ByteOrderMark { Write, Omit };

struct CsvStyle
{
    char delimiter = ',';
    ByteOrderMark mark = ByteOrderMark::Write; // Excel takes a file without it for the system's encoding
    FormulaCells formulas = FormulaCells::Guard;
};

// Writes RFC 4180 in UTF-8 with CRLF, beside the file and under another name; commit() puts it in place at once, so
// that nobody ever reads half of it. Without commit() nothing is left. What CsvReader reads from it is what was
// written, but for NUL and what a guard changes (see FormulaGuard). One thread at a time.
class CsvWriter
{
public:
    // Fails with FileUnwritable, ReadOnly or DiskFull, as do the others.
    static Result<CsvWriter> create(const QString& path, const CsvStyle& style = {});

    Status write(std::span<const std::string_view> cells); // UTF-8
    Status write(std::span<const QString> cells);
    // Writes what is left, to the disk, and renames the file.
    Status commit();

    std::int64_t rows() const { return m_rows; } // the header included

private:
    CsvWriter(const QString& path, const CsvStyle& style);
    void add(std::string_view cell, bool first, bool quoted);
    Status endRow();
    Status flush();
    Error unwritable() const;

    std::unique_ptr<QSaveFile> m_file;
    CsvStyle m_style;
    std::string m_buffer;
    std::string m_guarded;
    std::int64_t m_rows = 0;
};

}

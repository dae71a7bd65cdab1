#pragma once

#include "core/base/Result.h"

#include <QTemporaryFile>

#include <map>
#include <memory>
#include <span>

struct lxw_format;
struct lxw_workbook;
struct lxw_worksheet;

namespace kith {

// One cell as it is to be.
struct XlsxCell
{
    enum class Kind { Empty, Text, Number, Boolean };
    Kind kind = Kind::Empty;
    QString text;
    double number = 0;                               // a date is its count of days
    QString numberForm;                              // the code of its format; empty: as it comes
    static constexpr qsizetype longestText = 32'767; // UTF-16 units

    static XlsxCell ofText(const QString& text);
    // A number of digits as toPlainString() writes them; a text where a spreadsheet could not keep all of them.
    static XlsxCell ofNumber(const QString& digits, const QString& form = {});
};

// Writes a workbook of one sheet, row by row, with memory for one row, beside the file and under another name;
// commit() puts it in place at once. Texts are texts: nothing in them is a formula, also when a person edits them. The
// first row is a header that stays in sight. One thread at a time.
class XlsxWriter
{
public:
    static constexpr std::int64_t mostRows = 1'048'576;
    static constexpr std::size_t mostColumns = 16'384;

    // Fails with FileUnwritable or DiskFull, as do the others. `widths`: of the columns, in characters.
    static Result<std::unique_ptr<XlsxWriter>> create(const QString& path, const QString& sheet,
                                                      std::span<const QString> header, std::span<const int> widths);
    ~XlsxWriter();

    // At most mostRows with the header, of at most mostColumns cells and no text longer than longestText.
    Status write(std::span<const XlsxCell> cells);
    // Writes what is left, makes sure that all of it is there, and renames the file.
    Status commit();

    std::int64_t rows() const { return m_row; } // the header included

private:
    explicit XlsxWriter(const QString& path);
    Status begin(const QString& sheet, std::span<const QString> header, std::span<const int> widths);
    lxw_format* formatOf(const QString& numberForm);
    bool put(std::size_t column, const XlsxCell& cell, lxw_format* format);
    Status checkWhole() const;
    Status moveInPlace();
    Error unwritable(const QString& why) const;

    QString m_path;
    QTemporaryFile m_file; // what the library writes into
    lxw_workbook* m_workbook = nullptr;
    lxw_worksheet* m_sheet = nullptr;
    lxw_format* m_textFormat = nullptr;
    std::map<QString, lxw_format*> m_formats;
    std::int64_t m_row = 0;
};

// The name as a sheet may be called: without signs that cannot be in it, and short.
QString sheetName(const QString& wanted);

}

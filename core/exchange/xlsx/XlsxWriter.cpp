#include "core/exchange/xlsx/XlsxWriter.h"

#include "core/exchange/system/PlainNumerals.h"
#include "core/exchange/xlsx/SharedTexts.h"

#include <QFileInfo>
#include <QSaveFile>
#include <QStorageInfo>

#include <xlsxwriter.h>

#include <algorithm>
#include <vector>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype exactDigits = 15; // that a spreadsheet counts on
constexpr std::int64_t littleSpace = 1024 * 1024;
constexpr qsizetype copyBytes = 256 * 1024;

// The digits that tell: neither sign and point nor zeros before and behind.
qsizetype significantDigits(const QString& digits)
{
    QString plain = digits;
    plain.remove(u'-').remove(u'.');
    const auto last = std::find_if(plain.crbegin(), plain.crend(), [](QChar c) { return c != u'0'; });
    const auto first = std::find_if(plain.cbegin(), plain.cend(), [](QChar c) { return c != u'0'; });
    return std::max<qsizetype>(0, last.base() - first);
}

}

XlsxCell XlsxCell::ofText(const QString& text)
{
    return {text.isEmpty() ? Kind::Empty : Kind::Text, text, 0, {}};
}

XlsxCell XlsxCell::ofNumber(const QString& digits, const QString& form)
{
    if (significantDigits(digits) > exactDigits)
        return ofText(digits);
    return {Kind::Number, {}, digits.toDouble(), form};
}

QString sheetName(const QString& wanted)
{
    constexpr qsizetype longest = 31;
    QString name = wanted;
    name.removeIf([](QChar c) { return u"[]:*?/\\'"_s.contains(c) || c.unicode() < 0x20; });
    name = name.left(longest);
    if (!name.isEmpty() && name.back().isHighSurrogate())
        name.chop(1);
    return name.isEmpty() ? u"Kith"_s : name;
}

XlsxWriter::XlsxWriter(const QString& path) : m_path(path), m_file(path + u".XXXXXX"_s) {}

XlsxWriter::~XlsxWriter()
{
    lxw_workbook_free(m_workbook);
}

Error XlsxWriter::unwritable(const QString& why) const
{
    const QStorageInfo disk(QFileInfo(m_path).absolutePath());
    if (disk.isValid() && disk.bytesAvailable() < littleSpace)
        return {ErrorCode::DiskFull, {m_path}};
    return {ErrorCode::FileUnwritable, {m_path, why}};
}

Result<std::unique_ptr<XlsxWriter>> XlsxWriter::create(const QString& path, const QString& sheet,
                                                       std::span<const QString> header, std::span<const int> widths)
{
    std::unique_ptr<XlsxWriter> writer(new XlsxWriter(path));
    KITH_TRY(writer->begin(sheet, header, widths));
    return writer;
}

Status XlsxWriter::begin(const QString& sheet, std::span<const QString> header, std::span<const int> widths)
{
    const PlainNumerals numerals;
    if (!m_file.open())
        return unwritable(m_file.errorString());
    // Beside the file, where the person wants what is in it, and nowhere else.
    auto folder = QFile::encodeName(QFileInfo(m_path).absolutePath());
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = folder.data();
    options.use_zip64 = LXW_TRUE;
    m_workbook = workbook_new_opt(QFile::encodeName(m_file.fileName()).constData(), &options);
    m_sheet = m_workbook ? workbook_add_worksheet(m_workbook, sheetName(sheet).toUtf8().constData()) : nullptr;
    if (!m_sheet)
        return unwritable({});
    m_textFormat = workbook_add_format(m_workbook);
    format_set_num_format(m_textFormat, "@");
    auto* bold = workbook_add_format(m_workbook);
    format_set_bold(bold);
    format_set_num_format(bold, "@");
    worksheet_freeze_panes(m_sheet, 1, 0);
    for (std::size_t i = 0; i < widths.size(); ++i)
        worksheet_set_column(m_sheet, lxw_col_t(i), lxw_col_t(i), widths[i], nullptr);
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (!put(i, XlsxCell::ofText(header[i]), bold))
            return unwritable({});
    }
    ++m_row;
    return {};
}

lxw_format* XlsxWriter::formatOf(const QString& numberForm)
{
    if (numberForm.isEmpty())
        return nullptr;
    auto& format = m_formats[numberForm];
    if (!format) {
        format = workbook_add_format(m_workbook);
        format_set_num_format(format, numberForm.toUtf8().constData());
    }
    return format;
}

bool XlsxWriter::put(std::size_t column, const XlsxCell& cell, lxw_format* format)
{
    const auto row = lxw_row_t(m_row);
    const auto at = lxw_col_t(column);
    switch (cell.kind) {
    case XlsxCell::Kind::Empty:
        return true;
    case XlsxCell::Kind::Text:
        return worksheet_write_string(m_sheet, row, at, escaped(cell.text).toUtf8().constData(), format) ==
               LXW_NO_ERROR;
    case XlsxCell::Kind::Number:
        return worksheet_write_number(m_sheet, row, at, cell.number, format) == LXW_NO_ERROR;
    case XlsxCell::Kind::Boolean:
        return worksheet_write_boolean(m_sheet, row, at, cell.number != 0 ? 1 : 0, format) == LXW_NO_ERROR;
    }
    return false;
}

Status XlsxWriter::write(std::span<const XlsxCell> cells)
{
    const PlainNumerals numerals;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        auto* format = cells[i].kind == XlsxCell::Kind::Text ? m_textFormat : formatOf(cells[i].numberForm);
        if (!put(i, cells[i], format))
            return unwritable({});
    }
    ++m_row;
    return {};
}

Status XlsxWriter::commit()
{
    const PlainNumerals numerals;
    const auto closed = workbook_close(std::exchange(m_workbook, nullptr));
    if (closed != LXW_NO_ERROR)
        return unwritable(QString::fromUtf8(lxw_strerror(closed)));
    KITH_TRY(checkWhole());
    return moveInPlace();
}

// The library does not say when its temporary file could not be written: a sheet that is cut off has no end.
Status XlsxWriter::checkWhole() const
{
    constexpr std::string_view end = "</worksheet>";
    ZipLimits limits;
    limits.partBytes = std::numeric_limits<std::int64_t>::max();
    limits.ratio = std::numeric_limits<std::int64_t>::max();
    const auto package = ZipPackage::open(std::make_unique<QFile>(m_file.fileName()), m_path, limits);
    if (!package || !(*package)->begin(u"xl/worksheets/sheet1.xml"_s))
        return unwritable({});
    std::string tail;
    std::vector<char> piece(copyBytes);
    while (true) {
        const auto got = (*package)->read(piece.data(), piece.size());
        if (!got)
            return unwritable({});
        if (*got == 0)
            break;
        tail.append(piece.data(), *got);
        tail.erase(0, tail.size() - std::min(tail.size(), 2 * end.size()));
    }
    return tail.find(end) != std::string::npos ? Status() : unwritable({});
}

Status XlsxWriter::moveInPlace()
{
    QFile written(m_file.fileName());
    QSaveFile target(m_path);
    if (!written.open(QIODevice::ReadOnly) || !target.open(QIODevice::WriteOnly))
        return unwritable(target.errorString());
    QByteArray piece(copyBytes, Qt::Uninitialized);
    while (true) {
        const auto got = written.read(piece.data(), piece.size());
        if (got < 0 || target.write(piece.constData(), got) != got)
            return unwritable(target.errorString());
        if (got == 0)
            break;
    }
    if (!target.commit())
        return unwritable(target.errorString());
    written.close();
    m_file.remove();
    return {};
}

}

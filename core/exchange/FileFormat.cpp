#include "core/exchange/FileFormat.h"

#include <QFileInfo>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t headBytes = 1024;

struct FormatName
{
    FileFormat format;
    QLatin1StringView name;
    QLatin1StringView suffix;
};
constexpr std::array formatNames{FormatName{FileFormat::Csv, "csv"_L1, "csv"_L1},
                                 FormatName{FileFormat::Xlsx, "xlsx"_L1, "xlsx"_L1},
                                 FormatName{FileFormat::Vcard, "vcard"_L1, "vcf"_L1}};

bool isPlainlyOther(const QByteArray& head)
{
    constexpr std::array<QByteArrayView, 6> starts{"PK\x05\x06",      "%PDF-",   "\x1F\x8B",
                                                   "SQLite format 3", "\x89PNG", "\xFF\xD8\xFF"};
    return std::any_of(starts.begin(), starts.end(), [&](QByteArrayView start) { return head.startsWith(start); });
}

// The first characters without a byte order mark and blanks, in small letters; of UTF-16 as if it were ASCII.
QByteArray openingWords(QByteArray head)
{
    for (const QByteArrayView mark :
         {QByteArrayView("\xEF\xBB\xBF"), QByteArrayView("\xFF\xFE"), QByteArrayView("\xFE\xFF")}) {
        if (head.startsWith(mark))
            head.remove(0, mark.size());
    }
    return head.replace('\0', QByteArrayView()).trimmed().left(32).toLower();
}

// A table that a web page shows, or the XML that Excel wrote in 2003; both are often called .xls.
bool isMarkup(const QByteArray& words)
{
    constexpr std::array<QByteArrayView, 5> starts{"<html", "<!doctype", "<table", "<?xml", "<meta"};
    return std::any_of(starts.begin(), starts.end(), [&](QByteArrayView start) { return words.startsWith(start); });
}

QByteArray utf16(QStringView text)
{
    QByteArray bytes;
    for (const QChar c : text) {
        bytes += char(c.unicode() & 0xFF);
        bytes += char(c.unicode() >> 8);
    }
    return bytes;
}

// What Microsoft's container of streams holds: a workbook of Excel 97, or one of today's that is encrypted.
Result<ErrorCode> whyNotContainer(ByteSource& source, const QByteArray& head)
{
    const auto shift = qFromLittleEndian<quint16>(head.constData() + 30);
    const auto directory = qFromLittleEndian<quint32>(head.constData() + 48);
    if (shift < 7 || shift > 16)
        return ErrorCode::FormatUnknown;
    QByteArray names(4096, Qt::Uninitialized);
    KITH_TRY(source.seek((std::int64_t(directory) + 1) << shift));
    KITH_TRY(const auto got, source.fill(names.data(), std::size_t(names.size())));
    names.truncate(qsizetype(got));
    if (names.contains(utf16(u"EncryptedPackage")))
        return ErrorCode::FilePassworded;
    const bool isWorkbook = names.contains(utf16(u"Workbook")) || names.contains(utf16(u"Book"));
    return isWorkbook ? ErrorCode::FormatOld : ErrorCode::FormatUnknown;
}

}

Result<FileFormat> formatOf(ByteSource& source, const QString& path)
{
    QByteArray head(headBytes, Qt::Uninitialized);
    KITH_TRY(source.seek(0));
    KITH_TRY(const auto got, source.fill(head.data(), std::size_t(head.size())));
    head.truncate(qsizetype(got));
    if (head.isEmpty())
        return Error{ErrorCode::FileEmpty, {path}};
    if (head.startsWith("\xD0\xCF\x11\xE0") && head.size() >= 512) {
        KITH_TRY(const auto why, whyNotContainer(source, head));
        return Error{why, {path}};
    }
    const auto words = openingWords(head);
    if (isPlainlyOther(head) || isMarkup(words))
        return Error{ErrorCode::FormatUnknown, {path}};
    KITH_TRY(source.seek(0));
    if (head.startsWith("PK\x03\x04"))
        return FileFormat::Xlsx;
    return words.startsWith("begin:vcard") ? FileFormat::Vcard : FileFormat::Csv;
}

Result<FileFormat> formatForSuffix(const QString& path)
{
    const auto suffix = QFileInfo(path).suffix();
    for (const auto& known : formatNames) {
        if (suffix.compare(known.suffix, Qt::CaseInsensitive) == 0)
            return known.format;
    }
    return Error{ErrorCode::FormatUnknown, {path}};
}

QString formatName(FileFormat format)
{
    const auto found = std::find_if(formatNames.begin(), formatNames.end(),
                                    [&](const FormatName& known) { return known.format == format; });
    return QString(found->name);
}

std::optional<FileFormat> formatNamed(QStringView name)
{
    for (const auto& known : formatNames) {
        if (name == known.name)
            return known.format;
    }
    return std::nullopt;
}

}

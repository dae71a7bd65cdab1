#include "core/exchange/FileFormat.h"
#include "tests/support/Test.h"

using namespace kith;
using namespace Qt::StringLiterals;

namespace {

Result<FileFormat> format(const QByteArray& bytes)
{
    MemorySource source(bytes);
    return formatOf(source, u"file"_s);
}

ErrorCode refusal(const QByteArray& bytes)
{
    const auto found = format(bytes);
    REQUIRE_FALSE(found.ok());
    CHECK(found.error().detail == QStringList{u"file"_s});
    return found.error().code;
}

QByteArray utf16(QStringView text)
{
    return {reinterpret_cast<const char*>(text.utf16()), text.size() * 2};
}

// The container that Office wrote before 2007 and still encrypts into: a header, and a directory in its second sector.
QByteArray container(QStringView stream)
{
    QByteArray bytes(1536, '\0');
    bytes.replace(0, 8, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    bytes[30] = 9; // sectors of 512 bytes
    bytes[48] = 1; // the directory's
    const auto name = utf16(stream);
    return bytes.replace(1024, name.size(), name);
}

}

TEST_CASE("a file is told by what it holds, whatever it is called")
{
    CHECK(*format("name,phone\n") == FileFormat::Csv);
    CHECK(*format("a") == FileFormat::Csv);
    CHECK(*format("PK\x03\x04 and so on") == FileFormat::Xlsx);
    CHECK(*format("BEGIN:VCARD\r\nVERSION:3.0\r\n") == FileFormat::Vcard);
    CHECK(*format("\xEF\xBB\xBF\r\n begin:vCard\n") == FileFormat::Vcard);
    CHECK(*format("\xFF\xFE" + utf16(u"BEGIN:VCARD\r\nVERSION:2.1")) == FileFormat::Vcard);
    CHECK(*format("name,BEGIN:VCARD\n") == FileFormat::Csv);
}

TEST_CASE("what cannot be read is told apart, so that a person knows what to do")
{
    CHECK(refusal("") == ErrorCode::FileEmpty);
    CHECK(refusal("%PDF-1.7\n") == ErrorCode::FormatUnknown);
    CHECK(refusal("\x89PNG\r\n") == ErrorCode::FormatUnknown);
    CHECK(refusal("<html><table><tr><td>called .xls by many web sites</td></tr></table></html>") ==
          ErrorCode::FormatUnknown);
    CHECK(refusal("\xEF\xBB\xBF<?xml version=\"1.0\"?><Workbook/>") == ErrorCode::FormatUnknown);
    CHECK(refusal(container(u"EncryptedPackage")) == ErrorCode::FilePassworded);
    CHECK(refusal(container(u"Workbook")) == ErrorCode::FormatOld);
    CHECK(refusal(container(u"Book")) == ErrorCode::FormatOld);
    CHECK(refusal(container(u"WordDocument")) == ErrorCode::FormatUnknown);
    CHECK(refusal(QByteArray(container(u"Workbook")).replace(48, 4, "\xFE\xFF\xFF\xFF")) == ErrorCode::FormatUnknown);
}

TEST_CASE("what is written is told by the suffix")
{
    CHECK(*formatForSuffix(u"/a/b.CSV"_s) == FileFormat::Csv);
    CHECK(*formatForSuffix(u"b.xlsx"_s) == FileFormat::Xlsx);
    CHECK(*formatForSuffix(u"b.c.vcf"_s) == FileFormat::Vcard);
    CHECK(formatForSuffix(u"b.xls"_s).error().code == ErrorCode::FormatUnknown);
    CHECK(formatForSuffix(u"csv"_s).error().code == ErrorCode::FormatUnknown);
    for (const auto format : {FileFormat::Csv, FileFormat::Xlsx, FileFormat::Vcard})
        CHECK(formatNamed(formatName(format)) == format);
}

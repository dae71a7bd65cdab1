// Workbooks that are broken, or made to do harm: each is refused with a sentence that fits, in little time and memory.

#include "tests/exchange/SheetZoo.h"

#include <QStringEncoder>

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

namespace {

// Reads all of it; the error, or none.
std::optional<ErrorCode> refusal(const QByteArray& bytes, const XlsxLimits& limits = {})
{
    auto reader = openWorkbook(bytes, {}, limits);
    if (!reader)
        return reader.error().code;
    SourceRow row;
    while (true) {
        const auto more = (*reader)->next(row);
        if (!more)
            return more.error().code;
        if (!*more)
            return std::nullopt;
    }
}

QByteArray sheetOf(const QByteArray& rows, const QByteArray& behind = {})
{
    return WorkbookBuilder().sheet(u"S"_s, rows, behind).bytes();
}

const QByteArray oneRow = "<row><c><v>1</v></c></row>";

}

TEST_CASE("an archive that is no workbook is not taken for one")
{
    CHECK(refusal(zipOf({{u"word/document.xml"_s, "<document/>"}})) == ErrorCode::FormatUnknown);
    CHECK(refusal(zipOf({{u"xl/workbook.xml"_s, "<document/>"}})) == ErrorCode::FormatUnknown);
    CHECK(refusal(zipOf({{u"xl/workbook.bin"_s, "binary"}})) == ErrorCode::FormatUnknown);
    CHECK(refusal(zipOf({{u"xl/workbook.xml"_s, "<workbook><sheets/></workbook>"}})) == ErrorCode::WorkbookDamaged);
    CHECK(refusal("PK\x03\x04 cut off") == ErrorCode::WorkbookDamaged);
    CHECK(refusal(sheetOf({})) == ErrorCode::FileEmpty);
}

TEST_CASE("a damaged workbook is found damaged before its first row is taken")
{
    const auto whole = sheetOf(oneRow);
    CHECK_FALSE(refusal(whole));
    CHECK(refusal(whole.left(whole.size() - 30)) == ErrorCode::WorkbookDamaged);
    // One byte of the sheet's data: its checksum is wrong, or it cannot be unpacked.
    auto bent = whole;
    const auto name = bent.indexOf("xl/worksheets/sheet1.xml");
    bent[name + 60] = char(bent[name + 60] ^ 0x20);
    CHECK(openWorkbook(bent).error().code == ErrorCode::WorkbookDamaged);
    CHECK(refusal(sheetOf("<row><c><v>1</v></row>")) == ErrorCode::WorkbookDamaged);
    CHECK(refusal(sheetOf("<row><c t=\"s\"><v>5</v></c></row>")) == ErrorCode::WorkbookDamaged);
}

TEST_CASE("no document type is read, so no entity is expanded and nothing outside is fetched")
{
    const QByteArray laughs = R"(<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>)"
                              R"(<worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>)";
    const QByteArray outside = R"(<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet><sheetData>)"
                               R"(<row><c t="str"><v>&x;</v></c></row></sheetData></worksheet>)";
    const QByteArray wide =
        QStringEncoder(QStringEncoder::Utf16LE, QStringEncoder::Flag::WriteBom)(QString::fromLatin1(outside));
    for (const auto& xml : {laughs, outside, wide}) {
        WorkbookBuilder book;
        book.sheet(u"S"_s, oneRow).part(u"xl/worksheets/sheet1.xml"_s, xml);
        const auto reader = openWorkbook(book.bytes());
        REQUIRE_FALSE(reader.ok());
        CHECK(reader.error().code == ErrorCode::WorkbookDamaged);
        CHECK(reader.error().detail.last().contains(u"document type"_s));
        WorkbookBuilder shared;
        shared.sheet(u"S"_s, oneRow).texts({"x"}).part(u"xl/sharedStrings.xml"_s, xml);
        CHECK(refusal(shared.bytes()) == ErrorCode::WorkbookDamaged);
    }
    CHECK(refusal(sheetOf("<row><c t=\"str\"><v>&undefined;</v></c></row>")) == ErrorCode::WorkbookDamaged);
}

TEST_CASE("a sheet that unpacks to more than it could hold is given up, not unpacked")
{
    XlsxLimits limits;
    limits.zip.looseBytes = 64 * 1024;
    CHECK(refusal(sheetOf(oneRow + QByteArray(4'000'000, ' ')), limits) == ErrorCode::FileTooLarge);
    limits = {};
    limits.zip.partBytes = 100'000;
    CHECK(refusal(sheetOf(oneRow + QByteArray(200'000, ' ')), limits) == ErrorCode::FileTooLarge);
    limits = {};
    limits.zip.parts = 5;
    CHECK(refusal(sheetOf(oneRow), limits) == ErrorCode::FileTooLarge);
}

TEST_CASE("more rows, cells or merged cells than a sheet may have are too many")
{
    XlsxLimits limits;
    limits.sheet.rows = 3;
    CHECK(refusal(sheetOf(oneRow + oneRow + oneRow + oneRow), limits) == ErrorCode::FileTooLarge);
    CHECK(refusal(sheetOf("<row r=\"1048577\"><c><v>1</v></c></row>")) == ErrorCode::FileTooLarge);
    limits = {};
    limits.sheet.cells = 3;
    CHECK(refusal(sheetOf("<row><c/><c/><c/><c/><c><v>1</v></c></row>"), limits) == ErrorCode::FileTooLarge);
}

TEST_CASE("a cell where none can be is refused, and one far to the right costs nothing")
{
    CHECK(refusal(sheetOf("<row><c r=\"ZZZZZZZ1\"><v>1</v></c></row>")) == ErrorCode::WorkbookDamaged);
    CHECK(refusal(sheetOf("<row><c r=\"A1000000000\"><v>1</v></c></row>")) == ErrorCode::WorkbookDamaged);
    CHECK(refusal(sheetOf("<row><c r=\"XFE1\"><v>1</v></c></row>")) == ErrorCode::WorkbookDamaged);
    CHECK(refusal(sheetOf("<row><c r=\"11\"><v>1</v></c></row>")) == ErrorCode::WorkbookDamaged);
    auto reader = openWorkbook(sheetOf("<row><c r=\"A1\"><v>1</v></c><c r=\"XFD1\"><v>2</v></c></row>"));
    REQUIRE_OK(reader);
    SourceRow row;
    REQUIRE(*(*reader)->next(row));
    CHECK(row.problem == RowProblem::TooManyCells);
    CHECK(row.cellCount == 16'384);
    CHECK(row.cells.size() == 1);
    // A dimension says nothing that is believed.
    WorkbookBuilder vast;
    vast.sheet(u"S"_s, {})
        .part(u"xl/worksheets/sheet1.xml"_s,
              "<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData>" + oneRow + "</sheetData></worksheet>");
    CHECK(rowsOf(vast.bytes()) == Rows{{u"1"_s}});
}

TEST_CASE("elements that stand too deep, do not end or have countless attributes are refused")
{
    QByteArray deep;
    for (int i = 0; i < 100'000; ++i)
        deep += "<a>";
    CHECK(refusal(sheetOf(oneRow + deep)) == ErrorCode::WorkbookDamaged);
    QByteArray attributes;
    for (int i = 0; i < 1'000'000; ++i) // a parser that compares each with each would not end in hours
        attributes += " a" + QByteArray::number(i) + "=''";
    CHECK(refusal(sheetOf("<row" + attributes + "/>" + oneRow)) == ErrorCode::WorkbookDamaged);
    CHECK(refusal(sheetOf("<row a='" + QByteArray(1'000'000, 'x') + "'/>" + oneRow)) == ErrorCode::WorkbookDamaged);
    CHECK(refusal(sheetOf("<row><c t=\"str\"><v>" + QByteArray(10'000'000, 'x') + "</v></c></row>")) ==
          ErrorCode::WorkbookDamaged);
}

TEST_CASE("a text longer than any cell may be is cut, and its row an error")
{
    XlsxLimits limits;
    limits.sheet.cellBytes = 10;
    auto reader = openWorkbook(sheetOf("<row><c t=\"str\"><v>1234567客户</v></c><c><v>2</v></c></row>"), {}, limits);
    REQUIRE_OK(reader);
    SourceRow row;
    REQUIRE(*(*reader)->next(row));
    CHECK(row.texts() == QStringList{u"1234567客"_s, u"2"_s});
    CHECK(row.error() == Error{ErrorCode::CellTooLarge, {u"1"_s, u"1"_s}});
}

TEST_CASE("many merged cells over each other are what the first of them says")
{
    QByteArray merges = "<mergeCells>";
    for (int i = 0; i < 50'000; ++i)
        merges += "<mergeCell ref=\"A1:A1048576\"/>";
    merges += "</mergeCells>";
    QByteArray rows = R"(<row><c t="str"><v>a</v></c><c><v>1</v></c></row>)";
    for (int i = 0; i < 2'000; ++i)
        rows += R"(<row><c/><c><v>1</v></c></row>)";
    const auto read = rowsOfSheet(rows, merges);
    CHECK(read.size() == 2'001);
    CHECK(read.back() == QStringList{u"a"_s, u"1"_s});
}

TEST_CASE("texts that speak of merged cells cost no more than others")
{
    QByteArray spoken;
    while (spoken.size() < 3'000'000) // a reader that looks from each to the end would not end in hours
        spoken += "mergeCell ";
    QByteArray rows;
    for (int i = 0; i < 4; ++i)
        rows += "<row><c t=\"str\"><v>" + spoken + "</v></c></row>";
    CHECK_FALSE(refusal(sheetOf(rows)));
}

TEST_CASE("a text that comes in countless pieces is kept no further than a cell goes")
{
    XlsxLimits limits;
    limits.sheet.cellBytes = 10;
    const auto pieces = [](const QByteArray& piece) {
        QByteArray text;
        for (int i = 0; i < 20; ++i)
            text += piece + "<!-- -->";
        return text;
    };
    const std::vector<QByteArray> cells{"<c t=\"str\"><v>" + pieces("12") + "</v></c>",
                                        "<c><v>" + pieces("1") + "</v></c>",
                                        "<c><v>" + pieces(" ") + "5</v></c>",
                                        "<c t=\"inlineStr\"><is>" + pieces("<t>12</t>") + "</is></c>",
                                        "<c t=\"inlineStr\"><is><t>" + pieces("_x0000_") + "</t></is></c>",
                                        "<c><f>" + pieces("A1+") + "</f></c>"};
    for (const auto& one : cells) {
        INFO(one.toStdString());
        auto reader = openWorkbook(sheetOf("<row>" + one + "<c><v>2</v></c></row>"), {}, limits);
        REQUIRE_OK(reader);
        SourceRow row;
        REQUIRE(*(*reader)->next(row));
        CHECK(row.error() == Error{ErrorCode::CellTooLarge, {u"1"_s, u"1"_s}});
        CHECK(row.cells[0].size() <= 10);
        CHECK(row.cells[1] == "2");
    }
    auto shared = openWorkbook(WorkbookBuilder()
                                   .sheet(u"S"_s, "<row><c t=\"s\"><v>0</v></c><c><v>2</v></c></row>")
                                   .texts({"<t>" + pieces("_x0000_") + "</t>"})
                                   .bytes(),
                               {}, limits);
    REQUIRE_OK(shared);
    SourceRow row;
    REQUIRE(*(*shared)->next(row));
    CHECK(row.error() == Error{ErrorCode::CellTooLarge, {u"1"_s, u"1"_s}});
}

TEST_CASE("a row whose cells hold more than fits into memory is refused, whichever columns they stand in")
{
    XlsxLimits limits;
    limits.sheet.rowBytes = 100;
    const auto rowOf = [](const QByteArray& reference, int cells) {
        QByteArray row = "<row>";
        for (int i = 0; i < cells; ++i)
            row += "<c r=\"" + reference + "\" t=\"str\"><v>1234567890</v></c>";
        return row + "</row>";
    };
    CHECK_FALSE(refusal(sheetOf(rowOf("A1", 10)), limits));
    CHECK(refusal(sheetOf(rowOf("A1", 11)), limits) == ErrorCode::FileTooLarge);
    CHECK(refusal(sheetOf(oneRow + rowOf("XFD2", 11)), limits) == ErrorCode::FileTooLarge);
}

TEST_CASE("empty sheets are looked at once each, and not without end")
{
    const QByteArray empty(10'000, ' ');
    XlsxLimits limits;
    limits.emptyBytes = 25'000;
    QByteArray sheets;
    QByteArray targets;
    for (int i = 0; i < 100; ++i) {
        const auto id = "r" + QByteArray::number(i);
        sheets += "<sheet name=\"S" + QByteArray::number(i) + "\" r:id=\"" + id + "\"/>";
        targets += "<Relationship Id=\"" + id + "\" Type=\"t/worksheet\" Target=\"worksheets/" +
                   (i % 2 == 0 ? "sheet1" : "Sheet1") + ".xml\"/>";
    }
    WorkbookBuilder often;
    often.sheet(u"S"_s, empty)
        .part(u"xl/workbook.xml"_s, "<workbook xmlns:r=\"r\"><sheets>" + sheets + "</sheets></workbook>")
        .part(u"xl/_rels/workbook.xml.rels"_s, "<Relationships>" + targets + "</Relationships>");
    CHECK(refusal(often.bytes(), limits) == ErrorCode::FileEmpty);
    WorkbookBuilder many;
    for (int i = 0; i < 5; ++i)
        many.sheet(u"S%1"_s.arg(i), empty);
    CHECK(refusal(many.bytes(), limits) == ErrorCode::FileTooLarge);
    limits.emptyBytes = 100'000;
    CHECK(refusal(many.bytes(), limits) == ErrorCode::FileEmpty);
}

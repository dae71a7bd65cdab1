#include "tests/exchange/SheetZoo.h"

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

TEST_CASE("cells are texts of their own or shared, numbers, booleans, errors and what formulas came to")
{
    WorkbookBuilder book;
    book.texts({"<t>shared</t>", "<r><t>ri</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">ch </t></r>"
                                 "<rPh sb=\"0\" eb=\"1\"><t>phonetic</t></rPh>"});
    book.formats({u"yyyy-mm-dd"_s, u"[$EUR] 0.00"_s});
    book.sheet(u"Data"_s, R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>)"
                          R"(<c r="C1" t="inlineStr"><is><t>in &amp; line</t></is></c><c r="D1"><v>12.5</v></c>)"
                          R"(<c r="E1" t="b"><v>1</v></c><c r="F1" t="e"><v>#N/A</v></c>)"
                          R"(<c r="G1" t="str"><f>A1&amp;"x"</f><v>sharedx</v></c><c r="H1" s="1"><v>42663</v></c>)"
                          R"(<c r="I1" s="2"><f>1+1</f><v>2</v></c><c r="J1"><f>NOW()</f><v></v></c>)"
                          R"(<c r="K1" t="str"><f>""</f><v></v></c><c r="L1" t="d"><v>2024-01-02T03:04:05</v></c>)"
                          R"(<c r="M1" t="inlineStr"><is><t>_x0041__x000A__x005F_x0041_</t></is></c></row>)");
    auto reader = openWorkbook(book.bytes());
    REQUIRE_OK(reader);
    SourceRow row;
    REQUIRE(*(*reader)->next(row));
    CHECK(row.texts() == QStringList{u"shared"_s, u"rich "_s, u"in & line"_s, u"12.5"_s, u"true"_s, u"#N/A"_s,
                                     u"sharedx"_s, u"2016-10-20"_s, u"2"_s, u"=NOW()"_s, QString(),
                                     u"2024-01-02 03:04:05"_s, u"A\n_x0041_"_s});
    std::vector<CellType> types;
    for (const auto& form : row.forms)
        types.push_back(form.type);
    using enum CellType;
    CHECK(types == std::vector{Text, Text, Text, Number, Boolean, CellType::Error, Text, Date, Number, CellType::Error,
                               Text, Date, Text});
    CHECK(row.forms[8].currency == "EUR");
    CHECK_FALSE(*(*reader)->next(row));
}

TEST_CASE("gaps between cells and rows are kept by their references, and counted where there are none")
{
    CHECK(rowsOfSheet(R"(<row r="1"><c r="B1"><v>1</v></c><c r="D1"><v>2</v></c></row>)"
                      R"(<row r="4"><c r="A4"><v>3</v></c><c r="B4"/></row>)") ==
          Rows{{QString(), u"1"_s, QString(), u"2"_s}, {u"3"_s}});
    CHECK(rowsOfSheet(R"(<row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>3</v></c></row>)") ==
          Rows{{u"1"_s, u"2"_s}, {QString(), u"3"_s}});
    auto reader = openWorkbook(WorkbookBuilder()
                                   .sheet(u"S"_s, R"(<row r="3"><c><v>1</v></c></row><row/><row r="9" hidden="1">)"
                                                  R"(<c><v>2</v></c></row><row r="2"><c><v>3</v></c></row>)")
                                   .bytes());
    REQUIRE_OK(reader);
    std::vector<std::int64_t> lines;
    SourceRow row;
    while (*(*reader)->next(row))
        lines.push_back(row.line);
    CHECK(lines == std::vector<std::int64_t>{3, 9, 10});
}

TEST_CASE("files are read as other programs write them: prefixes, the strict form, targets from the root")
{
    WorkbookBuilder book;
    book.sheet(u"S"_s, {});
    book.part(u"_rels/.rels"_s,
              R"(<p:Relationships xmlns:p="http://schemas.openxmlformats.org/package/2006/relationships">)"
              R"(<p:Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" )"
              R"(Target="/xl/workbook.xml"/></p:Relationships>)");
    book.part(u"xl/workbook.xml"_s, R"(<x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" )"
                                    R"(xmlns:q="http://purl.oclc.org/ooxml/officeDocument/relationships"><x:sheets>)"
                                    R"(<x:sheet name="Kunden" sheetId="7" q:id="w1"/></x:sheets></x:workbook>)");
    book.part(u"xl/_rels/workbook.xml.rels"_s,
              R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
              R"(<Relationship Id="w1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" )"
              R"(Target="/XL/worksheets/../worksheets/Sheet1.xml"/></Relationships>)");
    book.part(u"xl/worksheets/sheet1.xml"_s,
              R"(<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData>)"
              R"(<x:row><x:c t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c><x:c><x:v>1</x:v></x:c></x:row>)"
              R"(<x:row><x:c/><x:c><x:v>2</x:v></x:c></x:row></x:sheetData><x:mergeCells>)"
              R"(<x:mergeCell ref="A1:A2"/></x:mergeCells></x:worksheet>)");
    auto reader = openWorkbook(book.bytes());
    REQUIRE_OK(reader);
    CHECK((*reader)->sheet() == u"Kunden");
    CHECK(rowsOf(**reader) == Rows{{u"a"_s, u"1"_s}, {u"a"_s, u"2"_s}});
}

TEST_CASE("the first sheet that holds something is read, one that is shown before one that is hidden")
{
    const auto filled = [](const QByteArray& text) {
        return "<row><c t=\"inlineStr\"><is><t>" + text + "</t></is></c></row>";
    };
    WorkbookBuilder book;
    book.sheet(u"Empty"_s, "<row r=\"5\"><c s=\"0\"/></row>");
    book.sheet(u"Lists"_s, filled("hidden"), {}, "hidden");
    book.sheet(u"客户 & more"_s, filled("shown"));
    const auto bytes = book.bytes();
    auto reader = openWorkbook(bytes);
    REQUIRE_OK(reader);
    CHECK((*reader)->sheets() == QStringList{u"Empty"_s, u"Lists"_s, u"客户 & more"_s});
    CHECK((*reader)->sheet() == u"客户 & more");
    CHECK(rowsOf(bytes, u"lists"_s) == Rows{{u"hidden"_s}});
    CHECK(openWorkbook(bytes, u"Empty"_s).error().code == ErrorCode::FileEmpty);
    CHECK(openWorkbook(bytes, u"None"_s).error() == Error{ErrorCode::SheetMissing, {u"book.xlsx"_s, u"None"_s}});
}

TEST_CASE("cells merged over rows belong to each of them, over columns to the first")
{
    const QByteArray rows = R"(<row r="1"><c t="str"><v>customer</v></c><c t="str"><v>contact</v></c></row>)"
                            R"(<row r="2"><c t="str"><v>Acme</v></c><c t="str"><v>Ada</v></c></row>)"
                            R"(<row r="3"><c r="B3" t="str"><v>Bea</v></c></row>)"
                            R"(<row r="4"><c r="A4"/></row>)"
                            R"(<row r="5"><c r="A5" t="str"><v>Beta</v></c></row>)";
    const QByteArray merges = R"(<mergeCells count="4"><mergeCell ref="A2:A4"/><mergeCell ref="A5:B5"/>)"
                              R"(<mergeCell ref="nonsense"/><mergeCell ref="ZZZZ1:ZZZZ9"/></mergeCells>)";
    CHECK(rowsOfSheet(rows, merges) ==
          Rows{{u"customer"_s, u"contact"_s}, {u"Acme"_s, u"Ada"_s}, {u"Acme"_s, u"Bea"_s}, {u"Beta"_s}});
}

TEST_CASE("a title above the table is no part of it, and neither is what is merged with the header")
{
    const QByteArray rows = R"(<row r="1"><c t="str"><v>Customers 2024</v></c></row>)"
                            R"(<row r="3"><c t="str"><v>name</v></c><c t="str"><v>city</v></c></row>)"
                            R"(<row r="5"><c t="str"><v>Ada</v></c></row>)";
    const QByteArray merges = R"(<mergeCells><mergeCell ref="A1:H2"/><mergeCell ref="B3:B5"/></mergeCells>)";
    auto reader = openWorkbook(WorkbookBuilder().sheet(u"S"_s, rows, merges).bytes());
    REQUIRE_OK(reader);
    REQUIRE(*(*reader)->skipHeader());
    (*reader)->expectColumns(2);
    CHECK(rowsOf(**reader) == Rows{{u"Ada"_s, QString()}});
    CHECK(rowsOfSheet(R"(<row><c><v>1</v></c></row><row><c><v>2</v></c></row>)") == Rows{{u"1"_s}, {u"2"_s}});
}

TEST_CASE("a row with more cells than columns is told, one with fewer is filled")
{
    auto reader =
        openWorkbook(WorkbookBuilder()
                         .sheet(u"S"_s, R"(<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>1</v></c></row>)"
                                        R"(<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>)")
                         .bytes());
    REQUIRE_OK(reader);
    (*reader)->expectColumns(2);
    SourceRow row;
    REQUIRE(*(*reader)->next(row));
    REQUIRE(*(*reader)->next(row));
    CHECK(row.texts() == QStringList{u"1"_s, QString()});
    CHECK(row.problem == RowProblem::None);
    REQUIRE(*(*reader)->next(row));
    CHECK(row.error() == Error{ErrorCode::RowTooManyCells, {u"3"_s, u"2"_s}});
}

TEST_CASE("reading goes on at any row, with what is merged there")
{
    QByteArray rows;
    for (int i = 1; i <= 60; ++i)
        rows += "<row r=\"" + QByteArray::number(i * 2) + "\"><c r=\"A" + QByteArray::number(i * 2) + "\"><v>" +
                (i % 10 == 1 ? QByteArray::number(i) : QByteArray()) + "</v></c><c><v>" + QByteArray::number(i) +
                "</v></c></row>";
    const QByteArray merges = R"(<mergeCells><mergeCell ref="A2:A20"/><mergeCell ref="A42:A60"/></mergeCells>)";
    const auto bytes = WorkbookBuilder().sheet(u"S"_s, rows, merges).bytes();
    const auto all = rowsOf(bytes);
    REQUIRE(all.size() == 60);
    CHECK(all[9] == QStringList{u"1"_s, u"10"_s});
    CHECK(all[10] == QStringList{u"11"_s, u"11"_s});
    CHECK(all[14] == QStringList{QString(), u"15"_s});
    for (const std::size_t from : {0U, 1U, 5U, 19U, 25U, 59U}) {
        auto first = openWorkbook(bytes);
        auto second = openWorkbook(bytes);
        SourceRow row;
        for (std::size_t i = 0; i < from; ++i)
            REQUIRE(*(*first)->next(row));
        // By the place behind the last row, and by the place of the next.
        REQUIRE_OK((*second)->resumeAt((*first)->offset(), (*first)->line()));
        CHECK(rowsOf(**second) == Rows(all.begin() + std::ptrdiff_t(from), all.end()));
        REQUIRE(*(*first)->next(row));
        const auto line = row.line;
        REQUIRE_OK((*second)->resumeAt(row.offset, line));
        CHECK((*second)->line() == line);
        CHECK(rowsOf(**second) == Rows(all.begin() + std::ptrdiff_t(from), all.end()));
        REQUIRE_OK((*second)->resumeAt(0, 1000));
        CHECK(rowsOf(**second).empty());
    }
}

TEST_CASE("a workbook that counts its days from 1904 is read so")
{
    WorkbookBuilder book;
    book.formats({u"d.m.yyyy"_s}).since1904().sheet(u"S"_s, R"(<row><c s="1"><v>41201</v></c></row>)");
    CHECK(rowsOf(book.bytes()) == Rows{{u"2016-10-20"_s}});
}

TEST_CASE("built-in formats are known that have no code")
{
    WorkbookBuilder book;
    book.part(u"xl/styles.xml"_s,
              "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"9\"/>"
              "<xf numFmtId=\"22\"/><xf numFmtId=\"31\"/><xf numFmtId=\"46\"/></cellXfs></styleSheet>");
    book.sheet(u"S"_s, R"(<row><c s="1"><v>42663</v></c><c s="2"><v>0.5</v></c><c s="3"><v>42663.5</v></c>)"
                       R"(<c s="4"><v>42663</v></c><c s="5"><v>1.25</v></c><c s="99"><v>7</v></c></row>)");
    CHECK(rowsOf(book.bytes()) ==
          Rows{{u"2016-10-20"_s, u"50%"_s, u"2016-10-20 12:00:00"_s, u"2016-10-20"_s, u"30:00:00"_s, u"7"_s}});
}

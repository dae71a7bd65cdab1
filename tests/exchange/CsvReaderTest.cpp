#include "tests/exchange/CsvZoo.h"
#include "tests/support/Test.h"

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

TEST_CASE("rows end with CR, LF or both, and the last one need not end")
{
    const Rows expected{{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}, {u"3"_s, QString()}};
    CHECK(rowsOf("a,b\n1,2\n3,\n") == expected);
    CHECK(rowsOf("a,b\r\n1,2\r\n3,\r\n") == expected);
    CHECK(rowsOf("a,b\r1,2\r3,\r") == expected);
    CHECK(rowsOf("a,b\r\n1,2\n3,") == expected);
    CHECK(rowsOf("\xEF\xBB\xBF"
                 "a,b\n1,2\n3,") == expected);
}

TEST_CASE("quotes hold delimiters, line breaks and doubled quotes")
{
    CHECK(rowsOf("\"a,b\",\"c\r\nd\",\"say \"\"hi\"\"\",\"\"\n\"\"\"\"\n") ==
          Rows{{u"a,b"_s, u"c\r\nd"_s, u"say \"hi\""_s, QString()}, {u"\""_s}});
}

TEST_CASE("stray quotes are characters")
{
    CHECK(rowsOf("12\" pipe,5\nx,a\"b\"c\n") == Rows{{u"12\" pipe"_s, u"5"_s}, {u"x"_s, u"a\"b\"c"_s}});
    CHECK(rowsOf("\"He said \"hi\" to me\",x\n") == Rows{{u"He said \"hi\" to me"_s, u"x"_s}});
}

TEST_CASE("blanks around a quoted cell do not belong to it, those in others do")
{
    CHECK(rowsOf("a, \"b,c\" , d \n") == Rows{{u"a"_s, u"b,c"_s, u" d "_s}});
}

TEST_CASE("rows without content are counted and are no rows")
{
    auto reader = readerOf("a,b\n\n1,2\n   \n,\n\r\n\"\",\n3,4\n\n");
    CHECK(rowsOf(reader) == Rows{{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}, {QString(), QString()}, {u"3"_s, u"4"_s}});
    CHECK(reader.emptyRows() == 5);
}

TEST_CASE("a row knows the line and the byte where it begins")
{
    auto reader = readerOf("\xEF\xBB\xBF"
                           "a,b\r\n\"x\ny\r\nz\",2\n\n3,4");
    std::vector<std::pair<std::int64_t, std::int64_t>> places;
    SourceRow row;
    while (*reader.next(row))
        places.emplace_back(row.line, row.offset);
    CHECK(places == std::vector<std::pair<std::int64_t, std::int64_t>>{{1, 3}, {2, 8}, {6, 20}});
    CHECK(reader.offset() == 23);
    CHECK(reader.size() == 23);
}

TEST_CASE("Excel's line about the separator is no row")
{
    auto reader = readerOf("sep=;\r\na;b\r\n", ';');
    SourceRow row;
    REQUIRE(*reader.next(row));
    CHECK(row.texts() == QStringList{u"a"_s, u"b"_s});
    CHECK(row.line == 2);
    CHECK(rowsOf("sep=a book\n") == Rows{{u"sep=a book"_s}});
    CHECK(rowsOf("\"sep=;\"\n") == Rows{{u"sep=;"_s}});
}

TEST_CASE("a row with too few or too many cells says so, empty ones behind the last column do not count")
{
    auto reader = readerOf("a,b,c\n1,2\n1,2,3,4\n1,2,3,,\n1,2,3\n");
    SourceRow row;
    REQUIRE(*reader.next(row));
    reader.expectColumns(row.cells.size());
    REQUIRE(*reader.next(row));
    CHECK(row.error() == Error{ErrorCode::RowTooFewCells, {u"2"_s, u"3"_s}});
    REQUIRE(*reader.next(row));
    CHECK(row.error() == Error{ErrorCode::RowTooManyCells, {u"4"_s, u"3"_s}});
    CHECK(row.cells.size() == 4);
    REQUIRE(*reader.next(row));
    CHECK(row.problem == RowProblem::None);
    CHECK(row.cells.size() == 3);
    REQUIRE(*reader.next(row));
    CHECK(row.problem == RowProblem::None);
}

TEST_CASE("a quote that nothing closes spoils its own row only")
{
    auto reader = readerOf("a,\"b\n1,2\n3,4\n");
    SourceRow row;
    REQUIRE(*reader.next(row));
    CHECK(row.texts() == QStringList{u"a"_s, u"\"b"_s});
    CHECK(row.error() == Error{ErrorCode::QuoteNotClosed, {u"1"_s, u"2"_s}});
    CHECK(rowsOf(reader) == Rows{{u"1"_s, u"2"_s}, {u"3"_s, u"4"_s}});
    // The same where a later cell's own quotes seem to close it.
    CHECK(rowsOf("a,\"b\n1,\"2\"\n\"3\",4\n") == Rows{{u"a"_s, u"\"b"_s}, {u"1"_s, u"2"_s}, {u"3"_s, u"4"_s}});
}

TEST_CASE("an open quote reads no further than the greatest cell")
{
    QByteArray file("x,\"open\n");
    for (int i = 0; i < 100'000; ++i)
        file += "plain," + QByteArray::number(i) + '\n';
    auto reader = readerOf(file, ',', CsvLimits{4096, 100, 65536});
    SourceRow row;
    REQUIRE(*reader.next(row));
    CHECK(row.problem == RowProblem::QuoteNotClosed);
    CHECK(rowsOf(reader).size() == 100'000);
}

TEST_CASE("a file full of open quotes is read in a time that grows with its size only")
{
    QByteArray file;
    for (int i = 0; i < 1'000'000; ++i)
        file += "\"\"x\n";
    auto reader = readerOf(file);
    CHECK(rowsOf(reader).size() >= 900'000); // a minute and more if each were read to the limit
}

TEST_CASE("a cell above the greatest size is cut between characters, and its row is an error")
{
    const CsvLimits limits{10, 5, 1000};
    auto reader = readerOf("a,12345678\xE4\xB8\xAD\xE6\x96\x87,c\n1,2\n", ',', limits);
    SourceRow row;
    REQUIRE(*reader.next(row));
    CHECK(row.texts() == QStringList{u"a"_s, u"12345678"_s, u"c"_s});
    CHECK(row.error() == Error{ErrorCode::CellTooLarge, {u"1"_s, u"2"_s}});
    CHECK(rowsOf(reader) == Rows{{u"1"_s, u"2"_s}});
}

TEST_CASE("a row above the greatest size is cut and the next one is read")
{
    const CsvLimits limits{std::size_t(1) << 20, 100, 300'000};
    auto reader = readerOf("first," + QByteArray(1'000'000, 'x') + ",y\r\n1,2\n", ',', limits);
    SourceRow row;
    REQUIRE(*reader.next(row));
    CHECK(row.texts() == QStringList{u"first"_s});
    CHECK(row.error() == Error{ErrorCode::CellTooLarge, {u"1"_s, u"2"_s}});
    REQUIRE(*reader.next(row));
    CHECK(row.texts() == QStringList{u"1"_s, u"2"_s});
    CHECK(row.line == 2);
}

TEST_CASE("columns above the greatest number are counted and not kept")
{
    auto reader = readerOf(QByteArray(5000, ',') + "x\n", ',');
    SourceRow row;
    REQUIRE(*reader.next(row));
    CHECK(row.cells.size() == 2000);
    CHECK(row.error() == Error{ErrorCode::RowTooManyCells, {u"5001"_s, u"2000"_s}});
}

TEST_CASE("wrong bytes become replacement characters and are counted, NUL bytes go")
{
    auto reader = readerOf(QByteArray("a\xFF,b\xC3\nc\0d,e\n", 12));
    SourceRow row;
    REQUIRE(*reader.next(row));
    CHECK(row.texts() == QStringList{u"a\uFFFD"_s, u"b\uFFFD"_s});
    CHECK(row.repaired);
    REQUIRE(*reader.next(row));
    CHECK(row.texts() == QStringList{u"cd"_s, u"e"_s});
    CHECK(reader.wrongBytes() == 3);
    CHECK_FALSE(*reader.next(row));
}

TEST_CASE("reading goes on from any row of a file in any encoding")
{
    QString text;
    for (int i = 0; i < 9'000; ++i)
        text += u"公司%1,\"上海\r\n%2\",%3\n"_s.arg(i).arg(QString(i % 40, i % 3 == 0 ? u'x' : u'中')).arg(i * 7);
    const auto name = GENERATE(u"UTF-8"_s, u"GB18030"_s, u"Big5"_s, u"UTF-16LE"_s, u"UTF-16BE"_s);
    CAPTURE(name);
    const auto bytes = encoded(text, name.toLatin1());
    auto reader = readerOf(bytes, ',', {}, name);
    SourceRow row;
    struct Place
    {
        std::int64_t offset, line;
        QStringList cells;
    };
    std::vector<Place> places;
    while (*reader.next(row))
        places.push_back({row.offset, row.line, row.texts()});
    REQUIRE(places.size() == 9'000);
    CHECK(reader.wrongBytes() == 0);
    CHECK(reader.offset() == bytes.size());
    for (std::size_t i = 1; i < places.size(); i += 701) {
        REQUIRE_OK(reader.resumeAt(places[i].offset, places[i].line));
        for (std::size_t j = i; j < std::min(i + 3, places.size()); ++j) {
            REQUIRE(*reader.next(row));
            REQUIRE(row.offset == places[j].offset);
            REQUIRE(row.line == places[j].line);
            REQUIRE(row.texts() == places[j].cells);
        }
    }
}

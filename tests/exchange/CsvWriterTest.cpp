#include "core/exchange/csv/CsvWriter.h"
#include "core/exchange/csv/FormulaGuard.h"
#include "core/exchange/csv/RejectsWriter.h"
#include "tests/exchange/CsvZoo.h"
#include "tests/support/Test.h"

#include <QDir>
#include <QTemporaryDir>

#include <rapidcheck.h>

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

QByteArray written(const Rows& rows, const CsvStyle& style = {})
{
    QTemporaryDir folder;
    const auto path = folder.filePath(u"out.csv"_s);
    auto writer = CsvWriter::create(path, style);
    REQUIRE_OK(writer);
    for (const auto& row : rows) {
        const std::vector<QString> cells(row.begin(), row.end());
        REQUIRE_OK(writer->write(std::span<const QString>(cells)));
    }
    REQUIRE_OK(writer->commit());
    return contentOf(path);
}

// Text made of what is hard for this format, and of any character there is but NUL.
rc::Gen<QString> anyText()
{
    const auto hard = rc::gen::elementOf(std::vector<char32_t>{
        u',',  u';',  u'\t', u'|', u'"', u'\'', u'\r',     u'\n', u' ',  u'=', u'+', u'-', u'@', u'＝',
        u'＋', u'－', u'＠', u'(', u'7', u'.',  U'\uFEFF', U'😀',  u'中', u'é', u's', u'e', u'p'});
    const auto plain = rc::gen::map(rc::gen::inRange<std::uint32_t>(1, 0x10F800),
                                    [](std::uint32_t c) { return char32_t(c < 0xD800 ? c : c + 0x800); });
    const auto texts = rc::gen::container<std::u32string>(rc::gen::weightedOneOf<char32_t>({{4, hard}, {1, plain}}));
    return rc::gen::map(texts, [](const std::u32string& text) { return QString::fromStdU32String(text); });
}

std::string guarded(std::string_view text)
{
    std::string out;
    appendGuarded(text, out);
    return out;
}

}

TEST_CASE("a file is RFC 4180 with CRLF, in UTF-8 behind a byte order mark")
{
    CHECK(written({{u"a"_s, u"b,c"_s}, {u"say \"hi\""_s, u"客户\n2"_s}}) ==
          "\xEF\xBB\xBF"
          "a,\"b,c\"\r\n\"say \"\"hi\"\"\",\"客户\n2\"\r\n");
    CHECK(written({{u"a"_s, u"b,c"_s}}, {';', ByteOrderMark::Omit, FormulaCells::Guard}) == "a;b,c\r\n");
}

TEST_CASE("whatever is written is read again as it was")
{
    CHECK(rc::check([] {
        const char delimiter = *rc::gen::elementOf(std::vector<char>{',', ';', '\t', '|'});
        const auto mark = *rc::gen::element(ByteOrderMark::Write, ByteOrderMark::Omit);
        const auto rows = *rc::gen::container<std::vector<std::vector<QString>>>(
            rc::gen::nonEmpty(rc::gen::container<std::vector<QString>>(anyText())));
        Rows expected;
        for (const auto& row : rows)
            expected.emplace_back(row.begin(), row.end());
        RC_ASSERT(rowsOf(written(expected, {delimiter, mark, FormulaCells::Keep}), delimiter) == expected);

        auto reader = readerOf(written(expected, {delimiter, mark, FormulaCells::Guard}), delimiter);
        Rows back;
        SourceRow row;
        while (*reader.next(row)) {
            QStringList cells;
            for (const auto cell : row.cells)
                cells += cellText(unguarded(cell));
            back.push_back(cells);
        }
        RC_ASSERT(back == expected);
    }));
}

TEST_CASE("a guard comes before what a spreadsheet would run, and before nothing else")
{
    CHECK(guarded("=1+1") == "'=1+1");
    CHECK(guarded("+cmd") == "'+cmd");
    CHECK(guarded("-x") == "'-x");
    CHECK(guarded("@SUM(A1)") == "'@SUM(A1)");
    CHECK(guarded("\tx") == "'\tx");
    CHECK(guarded("\r=x") == "'\r=x");
    CHECK(guarded("＝1") == "'＝1");
    CHECK(guarded("＋1") == "'＋1");
    CHECK(guarded("－1") == "'－1");
    CHECK(guarded("＠a") == "'＠a");
    CHECK(guarded("+86 (10) 1234-5678") == "+86 (10) 1234-5678");
    CHECK(guarded("-12.50") == "-12.50");
    CHECK(guarded("-12,50") == "'-12,50");
    CHECK(guarded("a=b") == "a=b");
    CHECK(guarded("'tis") == "'tis");
    CHECK(guarded("") == "");
    CHECK(guarded("'=x") == "''=x");
    CHECK(guarded("''=x") == "'''=x");
    CHECK(guarded("'-5") == "''-5");
    CHECK(unguarded("'tis") == "'tis");
    CHECK(unguarded("'") == "'");
    CHECK(unguarded("'=x") == "=x");
}

TEST_CASE("guarding can be taken back exactly, and what is guarded runs nothing")
{
    CHECK(rc::check([] {
        const auto text = (*anyText()).toStdString();
        const auto safe = guarded(text);
        RC_ASSERT(std::string(unguarded(safe)) == text);
        RC_ASSERT(!needsFormulaGuard(safe) || safe.front() == '\'');
    }));
}

TEST_CASE("a file that is not finished leaves the old one and no trace")
{
    QTemporaryDir folder;
    const auto path = folder.filePath(u"out.csv"_s);
    {
        QFile old(path);
        REQUIRE(old.open(QIODevice::WriteOnly));
        old.write("old");
    }
    {
        auto writer = CsvWriter::create(path);
        REQUIRE_OK(writer);
        REQUIRE_OK(writer->write(std::vector<QString>{u"new"_s}));
    }
    CHECK(contentOf(path) == "old");
    CHECK(QDir(folder.path()).entryList(QDir::Files).size() == 1);
    auto writer = CsvWriter::create(path);
    REQUIRE_OK(writer->write(std::vector<QString>{u"new"_s}));
    REQUIRE_OK(writer->commit());
    CHECK(contentOf(path) == "\xEF\xBB\xBFnew\r\n");
}

TEST_CASE("a file that cannot be written is an error that names it")
{
    const auto writer = CsvWriter::create(u"/nowhere/at/all/out.csv"_s);
    REQUIRE_FALSE(writer.ok());
    CHECK(writer.error().code == ErrorCode::FileUnwritable);
    CHECK(writer.error().detail.first() == u"/nowhere/at/all/out.csv");
}

TEST_CASE("rejected rows stand as they were behind their line and the reason, and go in again")
{
    QTemporaryDir folder;
    const auto path = folder.filePath(u"rejects.csv"_s);
    const auto import = [&](const QByteArray& file, char delimiter) {
        auto reader = readerOf(file, delimiter);
        SourceRow row;
        REQUIRE(*reader.next(row));
        auto writer = RejectsWriter::create(path, row.texts(), delimiter);
        REQUIRE_OK(writer);
        while (*reader.next(row))
            REQUIRE_OK(writer->write(row, u"=wrong"_s));
        REQUIRE_OK(writer->commit());
        return contentOf(path);
    };
    const auto once = import("name;note\r\n=x;\" a;b \"\r\nshort\r\nlong;;three\r\n", ';');
    CHECK(once == "\xEF\xBB\xBFrejected.line;rejected.reason;name;note\r\n"
                  "2;'=wrong;=x;\" a;b \"\r\n"
                  "3;'=wrong;short\r\n"
                  "4;'=wrong;long;;three\r\n");
    CHECK(import(once, ';') == once);
}

TEST_CASE("without rejected rows there is no file, but an earlier one is replaced")
{
    QTemporaryDir folder;
    const auto path = folder.filePath(u"rejects.csv"_s);
    REQUIRE_OK(RejectsWriter::create(path, {u"name"_s}, ',')->commit());
    CHECK_FALSE(QFile::exists(path));
    {
        QFile old(path);
        REQUIRE(old.open(QIODevice::WriteOnly));
        old.write("old");
    }
    REQUIRE_OK(RejectsWriter::create(path, {u"name"_s}, ',')->commit());
    CHECK(contentOf(path) == "\xEF\xBB\xBFrejected.line,rejected.reason,name\r\n");
}

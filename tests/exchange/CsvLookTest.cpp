#include "core/exchange/csv/CsvLook.h"
#include "core/exchange/ImportPlan.h"
#include "core/exchange/rows/TableHeader.h"
#include "tests/exchange/CsvZoo.h"
#include "tests/support/Test.h"

#include <QTemporaryDir>

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

namespace {

Result<FileLook> look(const QByteArray& file, const FileGiven& given = {}, int sampleRows = 1000)
{
    return lookAtCsv(bytesOf(file), u"file.csv"_s, given, sampleRows);
}

}

TEST_CASE("the delimiter is the one that cuts rows alike, outside quotes")
{
    CHECK(look("a,b,c\n1,2,3\n")->delimiter == ',');
    CHECK(look("a;b;c\n1,5;2,5;3,5\n2,5;1,0;0,5\n")->delimiter == ';');
    CHECK(look("a\tb\n1,2\t3,4\n")->delimiter == '\t');
    CHECK(look("a|b|c\nx, y|z, w|v\n")->delimiter == '|');
    CHECK(look("name;note\n\"a,b,c\";\"d,e,f\"\n\"g,h\";i\n")->delimiter == ';');
    CHECK(look("name,address\nAcme,\"1; High St; London\"\nBeta,\"2; Low St; Leeds\"\n")->delimiter == ',');
    CHECK(look("only\none\ncolumn\n")->delimiter == ',');
    CHECK(look("sep=|\na,b|c,d\n1,2|3,4\n")->delimiter == '|');
    CHECK(look("a,b,c\n1,2,3\n4,5\n6,7,8;9\n")->delimiter == ',');
}

TEST_CASE("what a person says about a file is not guessed")
{
    const FileGiven given{Encoding::named(u"GB18030"), ';', false, {}};
    const auto seen = look("a;b\n\xBF\xCD\xBB\xA7;2\n", given);
    REQUIRE_OK(seen);
    CHECK(seen->encoding.encoding.name() == u"GB18030");
    CHECK_FALSE(seen->hasHeader);
    CHECK(seen->rows == Rows{{u"a"_s, u"b"_s}, {u"客户"_s, u"2"_s}});
    CHECK(seen->header == QStringList{u"Column 1"_s, u"Column 2"_s});
}

TEST_CASE("a first row of names is a header, one of values is none")
{
    CHECK(look("name,mail\nAda,ada@example.com\n")->hasHeader);
    CHECK(look("name,2019,2020\nAda,10,20\n")->hasHeader);
    CHECK(look("客户名称,电话\n上海公司,021-5888 1234\n")->hasHeader);
    CHECK(look("name\n")->hasHeader);
    CHECK_FALSE(look("Ada,ada@example.com\nBob,bob@example.com\n")->hasHeader);
    CHECK_FALSE(look("Ada,13812345678\nBob,13812345679\n")->hasHeader);
    CHECK_FALSE(look("Ada,2016-10-20\nBob,2016-10-21\n")->hasHeader);
    CHECK_FALSE(look("Ada,12\nBob,13\n")->hasHeader);
    CHECK_FALSE(look("won,east\nlost,west\nwon,east\n")->hasHeader);
}

TEST_CASE("columns have names, each once")
{
    CHECK(columnNames({u"Phone"_s, u""_s, u"Phone"_s, u"  big \n name "_s, u"Phone"_s}) ==
          QStringList{u"Phone"_s, u"Column 2"_s, u"Phone (2)"_s, u"big name"_s, u"Phone (3)"_s});
}

TEST_CASE("rows are seen with their lines, as many as asked for")
{
    const auto seen = look("a,b\n\"1\n\",2\n\n3,4\n5,6\n", {}, 2);
    REQUIRE_OK(seen);
    CHECK(seen->rows == Rows{{u"1\n"_s, u"2"_s}, {u"3"_s, u"4"_s}});
    CHECK(seen->lines == std::vector<std::int64_t>{2, 5});
    CHECK(seen->bytes == 20);
}

TEST_CASE("a text without any row is refused")
{
    CHECK(look("").error() == Error{ErrorCode::FileEmpty, {u"file.csv"_s}});
    CHECK(look("\xEF\xBB\xBF\n\n").error() == Error{ErrorCode::FileEmpty, {u"file.csv"_s}});
}

TEST_CASE("the rows of a plan begin behind its header and must have its columns")
{
    QTemporaryDir folder;
    ImportPlan plan;
    plan.path = folder.filePath(u"in.csv"_s);
    plan.delimiter = u';';
    plan.columns.resize(2);
    QFile file(plan.path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("a;b\n1;2\n3\n");
    file.close();
    auto reader = openRows(plan);
    REQUIRE_OK(reader);
    SourceRow row;
    REQUIRE(*(*reader)->next(row));
    CHECK(row.texts() == QStringList{u"1"_s, u"2"_s});
    REQUIRE(*(*reader)->next(row));
    CHECK(row.problem == RowProblem::TooFewCells);
    plan.encoding = u"klingon"_s;
    const auto unknown = openRows(plan);
    REQUIRE_FALSE(unknown.ok());
    CHECK(unknown.error().code == ErrorCode::EncodingUnknown);
}

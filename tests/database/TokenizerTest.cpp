#include "core/database/Tokenizer.h"
#include "tests/support/TestBook.h"

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

namespace {

// Words at spaces; in a document each also by its first letter, at the same place.
void splitAtSpaces(std::string_view text, TokenizeFor purpose, const TokenSink& sink)
{
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        if (end > begin) {
            const auto word = text.substr(begin, end - begin);
            if (!sink(word, int(begin), int(end), SamePlace::No))
                return;
            if (purpose == TokenizeFor::Document && !sink(word.substr(0, 1), int(begin), int(end), SamePlace::Yes))
                return;
        }
        begin = end + 1;
    }
}

qint64 hits(Connection& connection, QStringView query)
{
    Statement count = connection.kept("SELECT count(*) FROM s WHERE s MATCH ?1");
    REQUIRE(count.bind(1, query).step().value());
    return count.integer(0);
}

}

TEST_CASE("a full-text table is split by the function given to its connection")
{
    TestBook book;
    {
        Connection connection = book.open(OpenMode::Create);
        REQUIRE_OK(registerTokenizer(connection, splitAtSpaces));
        REQUIRE_OK(connection.execute("CREATE VIRTUAL TABLE s USING fts5(words, tokenize = 'kith');"
                                      "INSERT INTO s VALUES('red green'), ('green blue'), ('王小明 red')"));
        CHECK(hits(connection, u"green") == 2);
        CHECK(hits(connection, u"\"red green\"") == 1);
        CHECK(hits(connection, u"王小明") == 1);
        CHECK(hits(connection, u"b") == 1);          // the letter beside blue
        CHECK(hits(connection, u"\"g blue\"") == 1); // at the same place, so the phrase holds
        CHECK(hits(connection, u"Green") == 0);
        const auto marked = connection.text("SELECT highlight(s, 0, '[', ']') FROM s WHERE s MATCH 'blue'");
        CHECK(marked.value() == u"green [blue]"_s);
    }
    Connection connection = book.open();
    CHECK_FALSE(connection.integer("SELECT count(*) FROM s WHERE s MATCH 'green'").ok());
    REQUIRE_OK(registerTokenizer(connection, splitAtSpaces));
    CHECK(hits(connection, u"green") == 2);
}

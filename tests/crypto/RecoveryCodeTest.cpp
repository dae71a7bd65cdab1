#include "core/crypto/RecoveryCode.h"
#include "tests/support/Test.h"

using namespace kith;

TEST_CASE("a recovery code survives its text, whatever its bits")
{
    for (int i = 0; i < 200; ++i) {
        const auto code = RecoveryCode::random();
        const auto text = code.text().view().toString();
        REQUIRE(text.size() == 36 + 8);
        const auto read = RecoveryCode::parse(text);
        REQUIRE(read);
        CHECK(*read == code);
        CHECK(read->text() == code.text());
    }
    CHECK_FALSE(RecoveryCode::random().text() == RecoveryCode::random().text());
}

TEST_CASE("a recovery code is read as people type it")
{
    const auto code = RecoveryCode::random();
    const auto text = code.text().view().toString();
    auto swapped = text;
    swapped.replace(u'0', u'o').replace(u'1', u'l');
    auto wide = text;
    for (auto& c : wide) {
        if (c != u'-')
            c = QChar(c.unicode() + 0xfee0);
    }
    for (const QString& typed :
         {text.toLower(), QString(text).remove(u'-'), QString(text).replace(u'-', u' '),
          QStringLiteral("  ") + QString(text).replace(u'-', QStringLiteral(" \u2013 ")) + QStringLiteral("\n"),
          swapped, QString(swapped).replace(u'l', u'I'), wide, QString(text).replace(u'-', u'\uff0d')}) {
        INFO(typed);
        const auto read = RecoveryCode::parse(typed);
        REQUIRE(read);
        CHECK(*read == code);
    }
}

TEST_CASE("a slip in a recovery code is told, wherever it is")
{
    const auto text = RecoveryCode::random().text().view().toString();
    int tried = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'-')
            continue;
        auto slip = text;
        slip[i] = text[i] == u'7' ? u'8' : u'7';
        CHECK_FALSE(RecoveryCode::parse(slip));
        CHECK_FALSE(RecoveryCode::parse(QString(text).remove(i, 1)));
        ++tried;
    }
    CHECK(tried == 36);
    CHECK_FALSE(RecoveryCode::parse(u""));
    CHECK_FALSE(RecoveryCode::parse(text + u'0'));
    CHECK_FALSE(RecoveryCode::parse(QString(text).replace(0, 1, u'U')));
    CHECK(RecoveryCode::parse(text));
}

TEST_CASE("the key of a recovery code depends on the code and on the salt")
{
    const auto code = RecoveryCode::random();
    const QByteArray salt(16, 's');
    CHECK(code.wrappingKey(bytesOf(salt)) == code.copy().wrappingKey(bytesOf(salt)));
    CHECK_FALSE(code.wrappingKey(bytesOf(salt)) == code.wrappingKey(bytesOf(QByteArray(16, 't'))));
    CHECK_FALSE(code.wrappingKey(bytesOf(salt)) == RecoveryCode::random().wrappingKey(bytesOf(salt)));
}

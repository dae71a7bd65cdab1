#include "core/text/formats/Phone.h"
#include "core/text/formats/PhoneReading.h"
#include "tests/support/Test.h"
#include "tests/text/Texts.h"

using namespace kith;
using namespace Qt::StringLiterals;

namespace {

CountryCode country(QStringView code)
{
    return *CountryCode::fromIso(code);
}

QString read(QStringView typed, QStringView home = u"CN")
{
    const auto found = PhoneNumber::parse(typed, country(home));
    return found ? found->toString() : u"none"_s;
}

QString digits(int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += QChar(char16_t(u'0' + *rc::gen::inRange(0, 10)));
    return text;
}

// The digits with signs put between them as people do.
QString spaced(const QString& number)
{
    QString text;
    for (const QChar c : number) {
        text += c;
        if (*rc::gen::inRange(0, 4) == 0)
            text += *rc::gen::element(u" "_s, u"-"_s, u"."_s, u" - "_s, u") "_s, u" ("_s);
    }
    return text;
}

// Where the plain way answers, libphonenumber must answer the same. Whether it answered is returned.
bool agrees(const QString& typed, QStringView home)
{
    const auto plain = readPlainPhone(typed, country(home));
    if (plain)
        RC_ASSERT(plain == readPhoneByLibrary(typed, country(home)));
    return plain.has_value();
}

}

TEST_CASE("a Chinese number is read however it was typed")
{
    for (const QStringView typed :
         {u"13812345678", u"138 1234 5678", u"138-1234-5678", u"+86 138 1234 5678", u"+8613812345678", u"8613812345678",
          u"0086 13812345678", u"（+86）13812345678", u"１３８１２３４５６７８", u" 138.1234.5678 ",
          u"电话：13812345678", u"(86) 138-1234-5678", u"tel:+86-138-1234-5678"}) {
        CAPTURE(QString(typed.toString()));
        CHECK(read(typed) == u"+8613812345678"_s);
    }
    CHECK(read(u"010-88886666") == u"+861088886666"_s);
    CHECK(read(u"(0755) 8888 6666") == u"+8675588886666"_s);
    CHECK(read(u"021 6888 0000") == u"+862168880000"_s);
    CHECK(read(u"400-820-8820") == u"+864008208820"_s);
}

TEST_CASE("an extension is kept apart")
{
    CHECK(read(u"010-88886666转123") == u"+861088886666;ext=123"_s);
    CHECK(read(u"010-88886666 分机 123") == u"+861088886666;ext=123"_s);
    CHECK(read(u"010-88886666 ext. 123") == u"+861088886666;ext=123"_s);
    CHECK(read(u"(212) 555-0123 x12", u"US") == u"+12125550123;ext=12"_s);
    const auto number = PhoneNumber::parse(u"010-88886666转123", country(u"CN"));
    REQUIRE_OK(number);
    CHECK(number->e164() == u"+861088886666"_s);
    CHECK(number->extension() == u"123"_s);
    CHECK(number->international() == u"+86 10 8888 6666 ext. 123"_s);
}

TEST_CASE("a number of another country is read with its own rules")
{
    CHECK(read(u"+44 (0)20 7946 0001") == u"+442079460001"_s);
    CHECK(read(u"020 7946 0001", u"GB") == u"+442079460001"_s);
    CHECK(read(u"(212) 555-0123", u"US") == u"+12125550123"_s);
    CHECK(read(u"1-212-555-0123", u"US") == u"+12125550123"_s);
    CHECK(read(u"+49 30 1234567") == u"+49301234567"_s);
    CHECK(read(u"+852 2345 6789") == u"+85223456789"_s);
    CHECK(read(u"1-800-FLOWERS", u"US") == u"+18003569377"_s);
}

TEST_CASE("what is no telephone number is refused")
{
    for (const QStringView typed :
         {u"", u" ", u"abc", u"12", u"+", u"+86", u"1381234567890123456", u"ada@example.com", u"()"})
        CHECK(read(typed) == u"none"_s);
    CHECK(read(QString(5000, QChar(u'1'))) == u"none"_s);
    CHECK(PhoneNumber::parse(u"abc", country(u"CN")).error() == Error{ErrorCode::PhoneInvalid, {QString(), u"abc"_s}});
}

TEST_CASE("a number is shown as it is dialled from abroad")
{
    CHECK(PhoneNumber::parse(u"13812345678", country(u"CN"))->international() == u"+86 138 1234 5678"_s);
    CHECK(PhoneNumber::parse(u"2125550123", country(u"US"))->international() == u"+1 212-555-0123"_s);
}

TEST_CASE("what a number is written as is read as the same number")
{
    CHECK(rc::check([] {
        const auto home = *rc::gen::element(u"CN"_s, u"US"_s, u"GB"_s, u"DE"_s, u"IT"_s, u"JP"_s);
        const auto number = PhoneNumber::parse(digits(*rc::gen::inRange(6, 13)), country(home));
        if (number) {
            const auto back = PhoneNumber::parse(number->toString(), country(u"CN"));
            RC_ASSERT(back.ok());
            RC_ASSERT(*back == *number);
        }
    }));
}

TEST_CASE("the plain way reads common numbers, and never differently from the library")
{
    int answered = 0;
    int rounds = 0;
    CHECK(rc::check([&] {
        ++rounds;
        answered += agrees(spaced(u"1"_s + digits(10)), u"CN");
        answered +=
            agrees(spaced(*rc::gen::element(u"179"_s, u"12593"_s, u"17951"_s, u"170"_s) + digits(8)).left(14), u"CN");
        answered += agrees(
            spaced(*rc::gen::element(u"0"_s, u"010"_s, u"02"_s, u"0755"_s) + digits(*rc::gen::inRange(7, 10))), u"CN");
        answered += agrees(spaced(u"400"_s + digits(7)), u"CN");
        answered += agrees(spaced(u"861"_s + digits(10)), u"CN");
        answered += agrees(spaced(digits(10)), u"US");
        answered += agrees(spaced(u"1"_s + digits(10)), *rc::gen::element(u"US"_s, u"CA"_s));
        answered +=
            agrees(u'+' + spaced(*rc::gen::element(u"86"_s, u"861"_s, u"1"_s, u"447"_s, u"33"_s, u"852"_s, u"65"_s) +
                                 digits(*rc::gen::inRange(7, 12))),
                   *rc::gen::element(u"CN"_s, u"US"_s, u"GB"_s));
        answered += agrees(spaced(digits(*rc::gen::inRange(3, 16))), *rc::gen::element(u"CN"_s, u"US"_s));
    }));
    CHECK(answered > rounds); // more than one of nine, or it would not be worth having
    for (const QStringView typed :
         {u"13812345678", u"138 1234 5678", u"+86 138-1234-5678", u"8613812345678", u"010-88886666",
          u"(0755) 8888 6666", u"400 820 8820", u"+1 (212) 555-0123", u"+85223456789"})
        CHECK(readPlainPhone(typed, country(u"CN")));
    CHECK(readPlainPhone(u"(212) 555-0123", country(u"US")));
    CHECK_FALSE(readPlainPhone(u"(212) 555-0123", country(u"CN")));
    CHECK_FALSE(readPlainPhone(u"13812345678", country(u"DE")));
}

TEST_CASE("strange text is refused or read by both ways alike")
{
    CHECK(rc::check([] { (void)agrees(*testing::anyText(), *rc::gen::element(u"CN"_s, u"US"_s)); }));
    CHECK(rc::check([] {
        const auto text = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("0123456789+-(). 18")));
        (void)agrees(QString::fromStdString(text), *rc::gen::element(u"CN"_s, u"US"_s));
    }));
}

#include "tests/records/SmallCatalog.h"
#include "tests/support/RandomValues.h"
#include "tests/support/Test.h"

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

namespace {

Value read(QStringView key, QStringView text)
{
    const auto value = readValue(field(key), text, shanghai());
    INFO(text.toUtf8().toStdString());
    REQUIRE_OK(value);
    return *value;
}

Error refusal(QStringView key, QStringView text)
{
    const auto value = readValue(field(key), text, shanghai());
    INFO(text.toUtf8().toStdString());
    REQUIRE_FALSE(value.ok());
    return value.error();
}

}

TEST_CASE("blank texts are empty for every field")
{
    for (const auto& one : customer().fields) {
        CHECK(isEmpty(*readValue(one, u"", shanghai())));
        CHECK(isEmpty(*readValue(one, u" \t\r\n\u3000", shanghai())));
    }
}

TEST_CASE("a text keeps what was typed but for its ends, its line breaks and what cannot be seen")
{
    CHECK(read(u"name", u"  Ada  Lovelace ") == Value(u"Ada  Lovelace"_s));
    CHECK(read(u"name", u"Ada\r\nLovelace\tx") == Value(u"Ada Lovelace x"_s));
    CHECK(read(u"name", u"A\u0000d\u0007a\ufeff"_s) == Value(u"Ada"_s));
    CHECK(read(u"name", u"Cafe\u0301") == Value(u"Café"_s));
    CHECK(read(u"remark", u"one\r\ntwo\rthree\u2028four\tx\n\n") == Value(u"one\ntwo\nthree\nfour\tx"_s));
    CHECK(read(u"number", u" C-00017 ") == Value(u"C-00017"_s));
}

TEST_CASE("a text that is too long is refused by the number of its characters, not of their halves")
{
    CHECK(read(u"name", QString(20, u'客')) == Value(QString(20, u'客')));
    CHECK(read(u"name", u"😀"_s.repeated(20)) == Value(u"😀"_s.repeated(20)));
    CHECK(refusal(u"name", u"😀"_s.repeated(21)) == Error{ErrorCode::TextTooLong, {u"Name"_s, u"20"_s}});
    CHECK(refusal(u"remark", QString(100'001, u'x')) == Error{ErrorCode::TextTooLong, {u"Remark"_s, u"100000"_s}});
}

TEST_CASE("numbers are read at the scale of their field")
{
    CHECK(read(u"staff", u"1250") == Value(std::int64_t(1250)));
    CHECK(read(u"staff", u"-7") == Value(std::int64_t(-7)));
    CHECK(read(u"staff", u"1,250") == Value(std::int64_t(1250)));
    CHECK(read(u"staff", u"3.0") == Value(std::int64_t(3)));
    CHECK(read(u"staff", u"20%") == Value(std::int64_t(20)));
    CHECK(read(u"staff", u"1.2万") == Value(std::int64_t(12'000)));
    CHECK(read(u"staff", u"9223372036854775807") == Value(std::numeric_limits<std::int64_t>::max()));
    CHECK(read(u"rate", u"1.5") == Value(Decimal{1500, 3}));
    CHECK(refusal(u"staff", u"many") == Error{ErrorCode::NotANumber, {u"Staff"_s, u"many"_s}});
    CHECK(refusal(u"staff", u"$5").code == ErrorCode::NotANumber);
    CHECK(refusal(u"staff", u"99999999999999999999").code == ErrorCode::NumberTooLarge);
    CHECK(refusal(u"rate", u"1.2345").code == ErrorCode::NumberTooPrecise);
    CHECK(refusal(u"rate", u"1.2345").detail.first() == u"Rate"_s);
}

TEST_CASE("a plain number is read as the careful reader reads it")
{
    CHECK(rc::check([](std::int64_t number) {
        const auto text = QString::number(number);
        RC_ASSERT(*readValue(field(u"staff"), text, shanghai()) == Value(number));
        RC_ASSERT(parseInteger(text).value() == number);
    }));
    CHECK(refusal(u"staff", u"-").code == ErrorCode::NotANumber);
}

TEST_CASE("an amount without a currency is in the book's")
{
    CHECK(read(u"turnover", u"1054") == Value(Money{105'400, u"CNY"_s}));
    CHECK(read(u"turnover", u"USD 1,054.5") == Value(Money{105'450, u"USD"_s}));
    CHECK(read(u"turnover", u"¥300") == Value(Money{30'000, u"CNY"_s}));
    CHECK(read(u"turnover", u"300 JPY") == Value(Money{300, u"JPY"_s}));
    CHECK(refusal(u"turnover", u"12%").code == ErrorCode::NotANumber);
    CHECK(refusal(u"turnover", u"1.005").code == ErrorCode::NumberTooPrecise);
    auto unknown = shanghai();
    unknown.baseCurrency = u"???"_s;
    CHECK(readValue(field(u"turnover"), u"1", unknown).error() ==
          Error{ErrorCode::CurrencyUnknown, {u"Turnover"_s, u"???"_s}});
    unknown.baseCurrency.clear();
    CHECK_FALSE(readValue(field(u"turnover"), u"1", unknown).ok());
    CHECK(*readValue(field(u"turnover"), u"1 EUR", unknown) == Value(Money{100, u"EUR"_s}));
}

TEST_CASE("dates are read in their forms, or by their distance from today where the person is")
{
    CHECK(read(u"since", u"2016-10-20") == Value(QDate(2016, 10, 20)));
    CHECK(read(u"since", u"today") == Value(QDate(2026, 3, 4)));
    CHECK(read(u"since", u"昨天") == Value(QDate(2026, 3, 3)));
    CHECK(read(u"since", u"-30d") == Value(QDate(2026, 2, 2)));
    CHECK(read(u"since", u"+2W") == Value(QDate(2026, 3, 18)));
    CHECK(read(u"since", u"-1m") == Value(QDate(2026, 2, 4)));
    CHECK(read(u"since", u"+1y") == Value(QDate(2027, 3, 4)));
    CHECK(refusal(u"since", u"+9999999y").code == ErrorCode::NotADate);
    CHECK(refusal(u"since", u"soon") == Error{ErrorCode::NotADate, {u"Since"_s, u"soon"_s}});

    auto later = shanghai();
    later.now = Instant::fromMilliseconds(noon().milliseconds() + 12 * 3'600'000); // after midnight in Shanghai only
    CHECK(*readValue(field(u"since"), u"today", later) == Value(QDate(2026, 3, 5)));
    auto american = shanghai();
    american.dateOrder = DateOrder::MonthDayYear;
    CHECK(*readValue(field(u"since"), u"10/11/2012", american) == Value(QDate(2012, 10, 11)));
}

TEST_CASE("a time of day in a date is left out and said")
{
    QStringList notices;
    CHECK(*readValue(field(u"since"), u"2016-10-20 14:30", shanghai(), &notices) == Value(QDate(2016, 10, 20)));
    CHECK(notices.size() == 1);
    CHECK(*readValue(field(u"since"), u"2016-10-20 00:00", shanghai(), &notices) == Value(QDate(2016, 10, 20)));
    CHECK(notices.size() == 1);
}

TEST_CASE("a moment without an offset is one where the person is")
{
    const auto utc = [](int hour, int minute) {
        return Value(Instant::fromDateTime(QDateTime(QDate(2016, 10, 20), QTime(hour, minute), Qt::UTC)));
    };
    CHECK(read(u"seen", u"2016-10-20 14:30") == utc(6, 30));
    CHECK(read(u"seen", u"2016-10-20T14:30:00Z") == utc(14, 30));
    CHECK(read(u"seen", u"now") == Value(noon()));
    CHECK(read(u"seen", u"today") == Value(Instant::fromDateTime(QDateTime(QDate(2026, 3, 3), QTime(16, 0), Qt::UTC))));
}

TEST_CASE("yes and no are read in the words of files")
{
    for (const auto word : {u"true", u"YES", u"y", u"1", u"是", u"Ｙ", u"√"})
        CHECK(read(u"active", word) == Value(true));
    for (const auto word : {u"false", u"No", u"n", u"0", u"否"})
        CHECK(read(u"active", word) == Value(false));
    CHECK(refusal(u"active", u"perhaps") == Error{ErrorCode::NotABoolean, {u"Active"_s, u"perhaps"_s}});
}

TEST_CASE("an option is found by key, label, synonym or id in any case, width and form of Chinese")
{
    const Value gold = field(u"rank").options[0].id;
    for (const auto word : {u"gold", u"GOLD", u"金牌", u"a", u"Ａｕ", u"100901"})
        CHECK(read(u"rank", word) == gold);
    CHECK(read(u"rank", u"Not yet, maybe") == Value(field(u"rank").options[1].id));
    CHECK(read(u"rank", u"黃牌") == Value(field(u"rank").options[1].id));
    CHECK(refusal(u"rank", u"silver") == Error{ErrorCode::NoSuchOption, {u"Rank"_s, u"silver"_s}});
}

TEST_CASE("several options are apart by semicolons, or by commas where no option has them")
{
    const auto& options = field(u"needs").options;
    CHECK(read(u"needs", u"speed; price;speed") == Value(IdSet{options[0].id, options[1].id}));
    CHECK(read(u"needs", u"价格、速度") == Value(IdSet{options[0].id, options[1].id}));
    CHECK(read(u"needs", u"Price, speed") == Value(IdSet{options[2].id}));
    CHECK(refusal(u"needs", u"price; luck") == Error{ErrorCode::NoSuchOption, {u"Needs"_s, u"luck"_s}});
}

TEST_CASE("relations and tags stay the text that the store looks for")
{
    CHECK(read(u"parent", u" Acme ") == Value(u"Acme"_s));
    CHECK(read(u"tags", u"red; blue") == Value(u"red; blue"_s));
}

TEST_CASE("a country is known by any of its names, and kept where nobody knows it")
{
    QStringList notices;
    CHECK(*readAddressComponent(u"country", u"中国", &notices) == u"CN"_s);
    CHECK(*readAddressComponent(u"country", u"usa", &notices) == u"US"_s);
    CHECK(notices.isEmpty());
    CHECK(*readAddressComponent(u"country", u"Philipines", &notices) == u"PH"_s);
    CHECK(notices.size() == 1);
    CHECK(*readAddressComponent(u"country", u"Ruritania", &notices) == u"Ruritania"_s);
    CHECK(notices.size() == 2);
    CHECK(*readAddressComponent(u"city", u" New\nYork ", &notices) == u"New York"_s);
    CHECK(*readAddressComponent(u"country", u"", &notices) == QString());
    CHECK(notices.size() == 2);
    CHECK(readAddressComponent(u"planet", u"Earth").error().code == ErrorCode::NoSuchField);
    CHECK(readAddressComponent(u"street", QString(1'001, u'x')).error().code == ErrorCode::TextTooLong);
}

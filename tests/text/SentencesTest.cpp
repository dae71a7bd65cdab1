#include "core/text/Sentences.h"
#include "core/text/FieldError.h"
#include "core/text/HumanFormat.h"
#include "tests/support/Test.h"

#include <QSet>

using namespace kith;
using namespace Qt::StringLiterals;

TEST_CASE("an error becomes a sentence with its details and says what to do")
{
    CHECK(sentence({ErrorCode::FileMissing, {u"/data/客户.csv"_s}}) ==
          u"There is no file “/data/客户.csv”; check its name and folder."_s);
    CHECK(sentence({ErrorCode::NotADate, {u"Close date"_s, u"soon"_s}}) ==
          u"Close date: “soon” is not a date; write it like 2016-10-20."_s);
    CHECK(sentence({ErrorCode::NotADate, {QString(), u"soon"_s}}) ==
          u"“soon” is not a date; write it like 2016-10-20."_s);
    CHECK(sentence({ErrorCode::BookNewer, {u"a.kith"_s, u"9"_s, u"1"_s}}).contains(u"version 9, this one knows 1"_s));
    CHECK(sentence({ErrorCode::FileUnreadable, {u"a"_s, u"Permission denied"_s}}).endsWith(u" (Permission denied)"_s));
    CHECK_FALSE(sentence({ErrorCode::FileUnreadable, {u"a"_s}}).contains(u'('));
    CHECK(sentence({ErrorCode::ValueInvalid, {u"Level"_s, u"x"_s, u"too high"_s}}).endsWith(u" (too high)"_s));
}

TEST_CASE("a detail that looks like a place to fill stays as it is")
{
    const auto text = sentence({ErrorCode::RelationAmbiguous, {u"%3"_s, u"%1 %2"_s, u"4"_s}});
    CHECK(text == u"%3: 4 records could be meant by “%1 %2”; choose one of them."_s);
}

TEST_CASE("every code has a sentence of its own, also without details")
{
    QSet<QString> seen;
    for (int code = 0; code <= int(ErrorCode::FileReplaced); ++code) {
        const auto text = sentence({ErrorCode(code), {}});
        CAPTURE(code, text);
        CHECK(text.size() > 15);
        CHECK_FALSE(text.contains(u'%'));
        CHECK(text.endsWith(u'.'));
        CHECK_FALSE(seen.contains(text));
        seen.insert(text);
    }
}

TEST_CASE("a parser's error gets the field's label")
{
    const auto error = withField({ErrorCode::NotANumber, {QString(), u"x"_s}}, u"Amount"_s);
    CHECK(error == Error{ErrorCode::NotANumber, {u"Amount"_s, u"x"_s}});
    CHECK(withField({ErrorCode::Cancelled, {}}, u"Amount"_s) == Error{ErrorCode::Cancelled, {}});
}

TEST_CASE("figures are shown as people read them")
{
    const QLocale english(u"en_US"_s);
    CHECK(humanBytes(999, english) == u"999 bytes"_s);
    CHECK(humanBytes(1'400'000, english) == u"1.4 MB"_s);
    CHECK(humanCount(1'204'553, english) == u"1,204,553"_s);
    CHECK(humanDuration(432, english) == u"0.4 s"_s);
    CHECK(humanDuration(12'345, english) == u"12 s"_s);
    CHECK(humanDuration(185'000, english) == u"3 min 5 s"_s);
    CHECK(humanDuration(7'800'000, english) == u"2 h 10 min"_s);
    CHECK(humanDuration(-5, english) == u"0.0 s"_s);
    CHECK(humanTimeLeft(1'000, english) == u"a few seconds left"_s);
    CHECK(humanTimeLeft(11'000, english) == u"about 15 s left"_s);
    CHECK(humanTimeLeft(55'000, english) == u"about 1 min left"_s);
    CHECK(humanTimeLeft(61'000, english) == u"about 2 min left"_s);
    CHECK(humanTimeLeft(3'660'000, english) == u"about 1 h 10 min left"_s);
}

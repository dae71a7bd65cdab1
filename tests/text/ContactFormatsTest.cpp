#include "core/text/formats/Link.h"
#include "core/text/formats/Mail.h"
#include "core/text/formats/TaxId.h"
#include "tests/support/Test.h"
#include "tests/text/Texts.h"

using namespace kith;
using namespace Qt::StringLiterals;

namespace {

QString mail(QStringView typed)
{
    const auto found = MailAddress::parse(typed);
    return found ? found->address() : u"none"_s;
}

QString link(QStringView typed)
{
    const auto found = WebLink::parse(typed);
    return found ? found->url() : u"none"_s;
}

TaxId taxId(QStringView typed, QStringView country = u"")
{
    return readTaxId(typed, CountryCode::fromIso(country));
}

}

TEST_CASE("a mail address is read however it was copied")
{
    CHECK(mail(u"Ada.Lovelace@Example.COM") == u"Ada.Lovelace@example.com"_s);
    CHECK(mail(u" ada@example.com, ") == u"ada@example.com"_s);
    CHECK(mail(u"Ada <ada@example.com>") == u"ada@example.com"_s);
    CHECK(mail(u"mailto:ada@example.com?subject=hi") == u"ada@example.com"_s);
    CHECK(mail(u"ada＠example。com") == u"ada@example.com"_s);
    CHECK(mail(u"o'brien+sales@mail.example.co.uk") == u"o'brien+sales@mail.example.co.uk"_s);
    CHECK(mail(u"用户@例子.公司") == u"用户@例子.公司"_s);
    CHECK(MailAddress::parse(u"Ada@Example.com")->key() == u"ada@example.com"_s);
    CHECK(MailAddress::parse(u"Ada@Example.com")->domain() == u"example.com"_s);
}

TEST_CASE("what is no mail address is refused")
{
    for (const QStringView typed :
         {u"", u"ada", u"ada@", u"@example.com", u"ada@example", u"a da@example.com", u"ada@@example.com",
          u".ada@example.com", u"ada.@example.com", u"a..b@example.com", u"ada@-example.com", u"ada@example..com",
          u"ada@127.0.0.1", u"ada@example.c", u"a@b.com c@d.com", u"ada@exam_ple.com", u"<>"})
        CHECK(mail(typed) == u"none"_s);
    CHECK(mail(QString(300, QChar(u'a')) + u"@example.com"_s) == u"none"_s);
    CHECK(MailAddress::parse(u"ada").error() == Error{ErrorCode::MailInvalid, {QString(), u"ada"_s}});
}

TEST_CASE("a web address is read with or without its scheme")
{
    CHECK(link(u"Example.com") == u"https://example.com"_s);
    CHECK(link(u"http://WWW.Example.com/") == u"http://www.example.com"_s);
    CHECK(link(u"www.example.com/a?b=c#d") == u"https://www.example.com/a?b=c#d"_s);
    CHECK(link(u"example.com:8080/a") == u"https://example.com:8080/a"_s);
    CHECK(link(u"//example.com") == u"https://example.com"_s);
    CHECK(link(u"ｗｗｗ．ｅｘａｍｐｌｅ．ｃｏｍ") == u"https://www.example.com"_s);
    CHECK(link(u"ftp://files.example.com/x") == u"ftp://files.example.com/x"_s);
    CHECK(link(u"https://例子.中国/页") == u"https://例子.中国/页"_s);
    const auto found = WebLink::parse(u"http://www.Example.com/Team/");
    REQUIRE_OK(found);
    CHECK(found->host() == u"example.com"_s);
    CHECK(found->shown() == u"example.com/Team/"_s);
    CHECK(found->key() == WebLink::parse(u"https://example.com/team/")->key());
}

TEST_CASE("what would not open a web page is refused")
{
    for (const QStringView typed :
         {u"", u"javascript:alert(1)", u"JAVASCRIPT:alert(1)", u"file:///etc/passwd", u"data:text/html,x",
          u"vbscript:x", u"hello", u"two words.com", u"https://", u"https://user:pw@example.com",
          u"java\nscript:alert(1)", u"http:///x", u"https://example..com", u"\\\\server\\share",
          u"mailto:ada@example.com", u"example.com\u202egpj"})
        CHECK(link(typed) == u"none"_s);
    CHECK(WebLink::parse(u"hello").error() == Error{ErrorCode::LinkInvalid, {QString(), u"hello"_s}});
}

TEST_CASE("reading an address again changes nothing")
{
    CHECK(rc::check([] {
        const auto text = *testing::anyText();
        for (const auto& typed : {text + u"@example.com"_s, u"ada@"_s + text + u".com"_s}) {
            if (const auto once = MailAddress::parse(typed))
                RC_ASSERT(MailAddress::parse(once->address())->address() == once->address());
        }
        if (const auto once = WebLink::parse(u"example.com/"_s + text)) {
            const auto twice = WebLink::parse(once->url());
            RC_ASSERT(twice.ok());
            RC_ASSERT(twice->key() == once->key());
        }
    }));
}

TEST_CASE("a Chinese company's number is checked by its last character")
{
    // The published numbers of Huawei and Tencent.
    for (const QStringView number : {u"914403001922038216", u"9144030071526726XG"}) {
        const auto id = taxId(number);
        CHECK(id.form == TaxIdForm::ChinaUnified);
        CHECK(id.check == TaxIdCheck::Right);
    }
    CHECK(taxId(u"9144 0300 1922 0382 16").normalized == u"914403001922038216"_s);
    CHECK(taxId(u"９１４４０３００７１５２６７２６ｘｇ").normalized == u"9144030071526726XG"_s);
    CHECK(taxId(u"914403001922038217").check == TaxIdCheck::Wrong);
    CHECK(taxId(u"914403001922038261").check == TaxIdCheck::Wrong);
    CHECK(taxId(u"91440300192203821I").form == TaxIdForm::ChinaUnified);
    CHECK(taxId(u"9144030019220382I6").form == TaxIdForm::Other);
    CHECK(taxId(u"440301192203821", u"CN").form == TaxIdForm::ChinaOld);
    CHECK(taxId(u"440301192203821").form == TaxIdForm::Other);
}

TEST_CASE("a change of one character of a Chinese number is noticed")
{
    CHECK(rc::check([] {
        auto number = u"914403001922038216"_s;
        const auto at = *rc::gen::inRange(0, 18);
        const auto digit = QChar(char16_t(u'0' + *rc::gen::inRange(0, 10)));
        RC_PRE(number[at] != digit);
        number[at] = digit;
        RC_ASSERT(taxId(number).check == TaxIdCheck::Wrong);
    }));
}

TEST_CASE("European and American numbers are known by their shape, others are kept")
{
    CHECK(taxId(u"DE 136 695 976").form == TaxIdForm::EuropeanVat);
    CHECK(taxId(u"ATU12345678").form == TaxIdForm::EuropeanVat);
    CHECK(taxId(u"FR-AB123456789").form == TaxIdForm::EuropeanVat);
    CHECK(taxId(u"NL123456789B01").form == TaxIdForm::EuropeanVat);
    CHECK(taxId(u"RO1234567").form == TaxIdForm::EuropeanVat);
    CHECK(taxId(u"DE1234").form == TaxIdForm::Other);
    CHECK(taxId(u"12-3456789").form == TaxIdForm::UnitedStatesEin);
    CHECK(taxId(u"123456789", u"US").form == TaxIdForm::UnitedStatesEin);
    CHECK(taxId(u"123456789").form == TaxIdForm::Other);
    CHECK(shownTaxId(taxId(u"123456789", u"US")) == u"12-3456789"_s);
    CHECK(taxId(u"abc.123/x").normalized == u"ABC123X"_s);
    CHECK(taxId(u"").normalized.isEmpty());
}

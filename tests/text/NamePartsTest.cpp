#include "core/text/Fold.h"
#include "core/text/names/CompanyName.h"
#include "core/text/names/EditDistance.h"
#include "core/text/names/PersonName.h"
#include "core/text/names/SoundKey.h"
#include "tests/support/Test.h"

using namespace kith;
using namespace Qt::StringLiterals;

namespace {

NameAgreement companies(QStringView a, QStringView b)
{
    const auto one = CompanyName::read(a);
    const auto other = CompanyName::read(b);
    const auto agreement = compareCompanies(one, other);
    CHECK(agreement == compareCompanies(other, one));
    return agreement;
}

NameAgreement persons(QStringView a, QStringView b)
{
    const auto one = PersonName::read(a);
    const auto other = PersonName::read(b);
    const auto agreement = comparePersons(one, other);
    CHECK(agreement == comparePersons(other, one));
    return agreement;
}

}

TEST_CASE("a company's name comes apart into core and place")
{
    const auto name = CompanyName::read(u"北京市晨光文具（集团）股份有限公司");
    CHECK(name.core == u"晨光文具");
    CHECK(name.place == u"北京");
    CHECK(CompanyName::read(u"江苏省昆山市霁溪精密机械有限公司").place == u"昆山");
    CHECK(CompanyName::read(u"霁溪智能科技（上海）有限公司").place == u"上海");
    CHECK(CompanyName::read(u"Velodis Machinery (Shanghai) Co., Ltd.").place == u"上海");
    CHECK(CompanyName::read(u"Shanghai Velodis Machinery Co., Ltd.").core == u"velodismachinery");
    CHECK(CompanyName::read(u"The Velodis Group Holding S.p.A.").core == u"velodisgroup");
    CHECK(CompanyName::read(u"Kestorix GmbH & Co. KG").core == u"kestorix");
    CHECK(CompanyName::read(u"株式会社ヴェロディス").core == CompanyName::read(u"ヴェロディス株式會社").core);
    CHECK(CompanyName::read(u"北京").core == u"北京");
    CHECK(CompanyName::read(u"").core.isEmpty());
}

TEST_CASE("names of one company agree however they are written")
{
    CHECK(companies(u"北京晨光文具有限公司", u"北京晨光文具股份有限公司") == NameAgreement::Same);
    CHECK(companies(u"北京晨光文具有限公司", u"北京市晨光文具有限责任公司") == NameAgreement::Same);
    CHECK(companies(u"霁溪软件（杭州）有限公司", u"杭州霁溪软件有限公司") == NameAgreement::Same);
    CHECK(companies(u"廣州聯想電子有限公司", u"广州联想电子") == NameAgreement::Same);
    CHECK(companies(u"ＶＥＬＯＤＩＳ　Machinery", u"Velodis Machinery Ltd.") == NameAgreement::Same);
    CHECK(companies(u"Velödis Works GmbH", u"velodis works AG") == NameAgreement::Same);
    CHECK(companies(u"Velodis Works S.r.l.", u"Velodis Works B.V.") == NameAgreement::Same);
    CHECK(companies(u"Velodis Works Pty Ltd", u"Velodis Works K.K.") == NameAgreement::Same);
    CHECK(companies(u"晨光文具有限公司", u"北京晨光文具有限公司") == NameAgreement::WithoutPlace);
    CHECK(companies(u"晨光文具集团有限公司", u"晨光文具有限公司") == NameAgreement::Same);
}

TEST_CASE("the same name in two places is two companies, and so is a branch")
{
    CHECK(companies(u"北京晨光文具有限公司", u"上海晨光文具有限公司") == NameAgreement::OtherPlace);
    CHECK(companies(u"晨光文具（北京）有限公司", u"上海晨光文具有限公司") == NameAgreement::OtherPlace);
    CHECK(companies(u"浙江晨光文具有限公司", u"杭州晨光文具有限公司") == NameAgreement::OtherPlace);
    CHECK(companies(u"晨光文具有限公司北京分公司", u"晨光文具有限公司") != NameAgreement::Same);
}

TEST_CASE("names a slip apart are near, and other names are not")
{
    CHECK(companies(u"Velodis Machinery Ltd", u"Velodsi Machinery") == NameAgreement::Slip);
    CHECK(companies(u"杭州霁溪软件有限公司", u"杭州季溪软件有限公司") == NameAgreement::SoundsAlike);
    CHECK(companies(u"杭州霁溪软件有限公司", u"杭州霁河软件有限公司") == NameAgreement::OneCharacter);
    CHECK(companies(u"霁溪", u"杭州霁溪软件有限公司") == NameAgreement::Short);
    CHECK(companies(u"Velodis", u"Velodis Machinery Ltd") == NameAgreement::Short);
    CHECK(companies(u"上海第一百货商店", u"上海第二百货商店") == NameAgreement::Different);
    CHECK(companies(u"Phase 12 Works", u"Phase 13 Works") == NameAgreement::Different);
    CHECK(companies(u"杭州霁溪软件有限公司", u"杭州青禾机械有限公司") == NameAgreement::Different);
    CHECK(companies(u"", u"Velodis") == NameAgreement::Unknown);
}

TEST_CASE("a person's name is the same in any order of its words, with a title or an initial")
{
    CHECK(persons(u"Olivia Pemberton", u"Pemberton, Olivia") == NameAgreement::Reordered);
    CHECK(persons(u"Dr. Olivia Pemberton", u"OLIVIA PEMBERTON") == NameAgreement::Same);
    CHECK(persons(u"O. Pemberton", u"Olivia Pemberton") == NameAgreement::Short);
    CHECK(persons(u"Olivia Grace Pemberton", u"Olivia Pemberton") == NameAgreement::Short);
    CHECK(persons(u"Olivia Pembertom", u"Olivia Pemberton") == NameAgreement::Slip);
    CHECK(persons(u"王小明", u"王 小明先生") == NameAgreement::Same);
    CHECK(persons(u"王小明", u"王晓明") == NameAgreement::SoundsAlike);
    CHECK(persons(u"王小明", u"王小朋") == NameAgreement::OneCharacter);
    CHECK(persons(u"王伟", u"王强") == NameAgreement::Different);
    CHECK(persons(u"王小明", u"李小明") == NameAgreement::Different);
    CHECK(persons(u"Olivia Pemberton", u"Amelia Pemberton") == NameAgreement::Different);
    CHECK(persons(u"", u"Olivia") == NameAgreement::Unknown);
}

TEST_CASE("names that sound alike have one sound key")
{
    const auto sound = [](QStringView name) { return soundKey(nameKey(name)); };
    CHECK(sound(u"霁溪软件") == sound(u"季西软件"));
    CHECK(sound(u"Velodis") == sound(u"Velodyss"));
    CHECK(sound(u"Velodis") != sound(u"Velobis"));
    CHECK(soundsLike(u"王小明", u"王晓鸣"));
    CHECK_FALSE(soundsLike(u"王小明", u"王小"));
}

TEST_CASE("the distance of two texts counts slips and stops beyond what is asked")
{
    CHECK(editDistance(u"velodis", u"velodis", 2) == 0);
    CHECK(editDistance(u"velodis", u"velodsi", 2) == 1);
    CHECK(editDistance(u"velodis", u"veloxxs", 2) == 2);
    CHECK(editDistance(u"velodis", u"tovalem", 2) == 3);
    CHECK(editDistance(u"", u"ab", 2) == 2);
    CHECK(editDistance(QString(300, u'a'), QString(300, u'a'), 2) == 3);
}

// What speaks for and against two records being the same, said to a person.

#include "core/text/formats/Phone.h"
#include "core/work/likeness/Likeness.h"

#include <QCoreApplication>
#include <QStringList>

namespace kith {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Likeness)
};

QString shownPhone(const QString& e164)
{
    const auto number = PhoneNumber::parse(e164, *CountryCode::fromIso(u"CN"));
    return number ? number->international() : e164;
}

QString withDetail(const QString& text, const QString& detail)
{
    return detail.isEmpty() ? text : text.arg(detail);
}

}

QString reasonText(const Reason& reason)
{
    const auto& detail = reason.detail;
    switch (reason.kind) {
    case Reason::Kind::Phone:
        return withDetail(Tr::tr("Same phone %1"), shownPhone(detail));
    case Reason::Kind::Mail:
        return withDetail(Tr::tr("Same mail %1"), detail);
    case Reason::Kind::Domain:
        return withDetail(Tr::tr("Same web domain %1"), detail);
    case Reason::Kind::TaxId:
        return withDetail(Tr::tr("Same tax number %1"), detail);
    case Reason::Kind::Code:
        return Tr::tr("Same customer code");
    case Reason::Kind::Account:
        return Tr::tr("Same WeChat or QQ account");
    case Reason::Kind::Name:
        return Tr::tr("Same name");
    case Reason::Kind::NameReordered:
        return Tr::tr("Same name, its words in another order");
    case Reason::Kind::NameWithoutPlace:
        return Tr::tr("Same name, one of them without the place");
    case Reason::Kind::NameSlip:
        return Tr::tr("The names differ by a slip of the fingers");
    case Reason::Kind::NameSound:
        return Tr::tr("The names sound the same");
    case Reason::Kind::NameOneCharacter:
        return Tr::tr("The names differ in one character");
    case Reason::Kind::NameShort:
        return Tr::tr("One name is short for the other");
    case Reason::Kind::Employer:
        return Tr::tr("Both work at the same company");
    case Reason::Kind::Street:
        return Tr::tr("Same address");
    case Reason::Kind::Birthday:
        return Tr::tr("Same birthday");
    case Reason::Kind::OtherName:
        return Tr::tr("The names are different");
    case Reason::Kind::OtherPlace:
        return Tr::tr("The names are the same, but of different places");
    case Reason::Kind::OtherTaxId:
        return Tr::tr("The tax numbers are different");
    case Reason::Kind::OtherCity:
        return Tr::tr("They are in different cities");
    case Reason::Kind::OtherDomain:
        return Tr::tr("The web domains are different");
    case Reason::Kind::OtherPhone:
        return Tr::tr("The phones are different");
    case Reason::Kind::OtherMail:
        return Tr::tr("The mail addresses are different");
    case Reason::Kind::OtherBirthday:
        return Tr::tr("The birthdays are different");
    }
    return {};
}

QString reasonsText(const Likeness& likeness)
{
    QStringList texts;
    for (const auto& reason : likeness.reasons) {
        if (reason.isFor())
            texts += reasonText(reason);
    }
    return texts.join(Tr::tr("; ", "between two reasons"));
}

}

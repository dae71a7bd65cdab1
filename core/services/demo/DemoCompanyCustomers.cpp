#include "core/services/demo/DemoCompanyCustomers.h"

#include <array>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr int chineseShare = 72;
constexpr int personShare = 16;

// The characters of GB 32100-2015, by their value.
constexpr QLatin1StringView taxLetters("0123456789ABCDEFGHJKLMNPQRTUWXY");

}

DemoCustomer DemoCustomers::next()
{
    DemoCustomer customer;
    customer.number = ++m_made;
    customer.chinese = m_random.chance(chineseShare);
    customer.person = m_random.chance(personShare);
    customer.city = customer.chinese ? &demoWords::chineseCity(m_random) : &demoWords::foreignCity(m_random);
    customer.who = customer.chinese ? demoWords::chinesePerson(m_random)
                                    : demoWords::foreignPerson(m_random, customer.city->country);
    if (customer.person)
        makePerson(customer);
    else
        makeOrganisation(customer);
    givePhone(customer);
    giveAddress(customer);
    if (m_random.chance(45))
        customer.description = customer.chinese ? demoWords::chineseNote(m_random) : demoWords::englishNote(m_random);
    return customer;
}

void DemoCustomers::makeOrganisation(DemoCustomer& customer)
{
    const auto& trade = demoWords::trade(m_random);
    const auto name = companyName(customer, trade);
    customer.name = name.full;
    customer.shortName = name.brand;
    customer.industry = trade.industry;
    customer.domain = name.domain + u".example"_s;
    customer.mail = (customer.chinese ? u"lianxi@"_s : u"office@"_s) + customer.domain;
    if (m_random.chance(70))
        customer.website = u"https://www."_s + customer.domain;
    if (customer.chinese)
        customer.taxId = taxId();
    customer.founded = int(m_random.between(1982, 2024));
    // Many small ones, few large ones.
    static constexpr std::array<int, 8> sizes{8, 20, 45, 90, 180, 420, 1'200, 5'000};
    const auto size = m_random.below(std::int64_t(sizes.size()));
    const auto most = sizes[std::size_t(m_random.below(size + 1))];
    customer.employees = int(m_random.between(most / 2, most));
    if (m_random.chance(60))
        customer.revenue = customer.employees * m_random.between(120, 900) * 1'000;
}

demoWords::CompanyName DemoCustomers::companyName(const DemoCustomer& customer, const demoWords::Trade& trade)
{
    for (int syllables = 0; true; ++syllables) {
        auto name = customer.chinese ? demoWords::chineseCompany(m_random, *customer.city, trade, syllables)
                                     : demoWords::foreignCompany(m_random, *customer.city, trade, syllables);
        if (m_names == DemoNames::AsTheyCome || isNew(name))
            return name;
    }
}

// Without what duplicates are found in spite of: where the place stands, the legal form.
bool DemoCustomers::isNew(const demoWords::CompanyName& name)
{
    const auto core = qHash(name.core, std::size_t(1));
    const auto domain = qHash(name.domain, std::size_t(2));
    if (m_taken.contains(core) || m_taken.contains(domain))
        return false;
    m_taken.insert(core);
    m_taken.insert(domain);
    return true;
}

void DemoCustomers::makePerson(DemoCustomer& customer)
{
    customer.name = customer.who.full;
    customer.domain = u"mail.example"_s;
    if (m_random.chance(75))
        customer.mail = customer.who.latin + QString::number(customer.number) + u'@' + customer.domain;
}

QString DemoCustomers::digits(int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += QChar(char16_t(u'0' + m_random.below(10)));
    return text;
}

QString DemoCustomers::mobile(std::int64_t number)
{
    constexpr std::int64_t range = 6'000'000;
    constexpr std::int64_t step = 2'399'983; // has no divisor in common: spread, and still all different
    return u"+86174"_s + QString::number(number * step % range).rightJustified(8, u'0');
}

// In China no subscriber's number begins with 9: it is the sign of services.
void DemoCustomers::givePhone(DemoCustomer& customer)
{
    const auto& city = *customer.city;
    if (customer.person && customer.chinese) {
        customer.phone = mobile(customer.number);
        customer.phoneTyped = customer.phone.sliced(3);
    } else if (customer.chinese && m_random.chance(88)) {
        const auto local = u"90"_s + digits(city.digits - 2);
        customer.phone = u"+86"_s + city.dial.toString() + local;
        customer.phoneTyped = u'0' + city.dial.toString() + u'-' + local;
    } else if (!customer.chinese && !city.dial.isEmpty()) {
        customer.phone = city.dial.toString() + digits(city.digits);
        customer.phoneTyped = customer.phone;
    }
}

void DemoCustomers::giveAddress(DemoCustomer& customer)
{
    const auto& city = *customer.city;
    customer.street =
        customer.chinese ? demoWords::chineseStreet(m_random) : demoWords::foreignStreet(m_random, city.country);
    if (customer.chinese) {
        customer.district = demoWords::chineseDistrict(m_random);
        customer.postcode = city.postcode.toString() + digits(2);
    } else if (!city.postcode.isEmpty()) {
        customer.postcode = city.postcode.toString() + digits(2);
        if (city.country == u"GB" || city.country == u"CA" || city.country == u"NL")
            customer.postcode += u"AB";
    }
}

// A unified social credit code whose district 990000 does not exist. Check characters: GB 11714 for the organisation's
// nine, GB 32100-2015 for the whole.
QString DemoCustomers::taxId()
{
    static constexpr std::array<int, 8> organisationWeights{3, 7, 9, 10, 5, 8, 4, 2};
    QString organisation;
    int sum = 0;
    for (const int weight : organisationWeights) {
        const int digit = int(m_random.below(10));
        sum += digit * weight;
        organisation += QChar(char16_t(u'0' + digit));
    }
    const int check = (11 - sum % 11) % 11;
    organisation += check == 10 ? u'X' : QChar(char16_t(u'0' + check));
    auto code = u"91990000"_s + organisation;
    int weight = 1;
    sum = 0;
    for (const QChar c : code) {
        sum += weight * int(taxLetters.indexOf(c));
        weight = weight * 3 % 31;
    }
    return code + taxLetters[(31 - sum % 31) % 31];
}

}

#include "core/services/demo/DemoCompanyFlaws.h"

namespace kith {

using namespace Qt::StringLiterals;

namespace {

// One in so many, counted from a place of its own so that few records have two flaws.
bool isOneOf(std::int64_t number, std::int64_t so, std::int64_t place)
{
    return number % so == place;
}

QString typedMobile(std::int64_t number)
{
    return DemoCustomers::mobile(number).sliced(3);
}

}

void spoilCustomer(DemoRecord& record, const DemoCustomer& facts)
{
    const auto n = facts.number;
    constexpr std::int64_t numbers = 5'000'000; // that nobody else has
    if (facts.chinese && isOneOf(n, 34, 5))
        record.kept(u"phones", typedMobile(numbers + 2 * n) + u'/' + typedMobile(numbers + 2 * n + 1));
    else if (facts.chinese && isOneOf(n, 34, 19))
        record.kept(u"phones", typedMobile(numbers + 2 * n) + u"（找王经理）"_s);
    else if (isOneOf(n, 60, 4))
        record.kept(u"phones", facts.chinese ? u"转前台"_s : u"via the front desk"_s);
    if (isOneOf(n, 47, 8) && !facts.domain.isEmpty())
        record.kept(u"mails", u"info@"_s + QString(facts.domain).replace(u'.', u','));
    if (isOneOf(n, 39, 21))
        record.without(u"industry");
    if (isOneOf(n, 61, 30))
        record.without(u"address");
}

void spoilContact(DemoRecord& record, const DemoCustomer& employer, const QString& latinName)
{
    const auto n = employer.number;
    if (isOneOf(n, 37, 9))
        record.without(u"customer");
    if (isOneOf(n, 31, 4))
        record.without(u"mails").kept(u"mails", latinName + u" @ "_s + employer.domain + u'。');
    if (isOneOf(n, 31, 17))
        record.without(u"mails").kept(u"mails", latinName + u"@@"_s + QString(employer.domain).replace(u'.', u'，'));
    if (isOneOf(n, 29, 3))
        record.without(u"job_title").without(u"role");
}

void spoilLead(DemoRecord& record, std::int64_t number)
{
    if (isOneOf(number, 23, 5))
        record.without(u"source");
    if (isOneOf(number, 41, 12))
        record.without(u"phones").without(u"mails");
    if (isOneOf(number, 3, 1))
        record.without(u"unfit_reason");
}

void spoilOpportunity(DemoRecord& record, std::int64_t customer)
{
    if (isOneOf(customer, 43, 13))
        record.without(u"customer").without(u"contact");
    if (isOneOf(customer, 5, 2))
        record.without(u"loss_reason");
    if (isOneOf(customer, 33, 2) && !record.has(u"closed"))
        record.without(u"expected_close");
    if (isOneOf(customer, 51, 40))
        record.without(u"amount");
}

}

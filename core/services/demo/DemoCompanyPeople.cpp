#include "core/services/demo/DemoCompanyAccounts.h"
#include "core/services/demo/DemoCompanyFlaws.h"

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr DemoWeight statuses[] = {{u"potential", 30}, {u"interested", 22}, {u"active", 30},
                                   {u"loyal", 8},      {u"dormant", 7},     {u"lost", 3}};
constexpr DemoWeight levels[] = {{u"key", 6}, {u"a", 14}, {u"b", 30}, {u"c", 35}, {u"d", 15}};
constexpr DemoWeight sources[] = {{u"website", 14},   {u"search", 10},      {u"referral", 22}, {u"exhibition", 18},
                                  {u"cold_call", 12}, {u"inbound_call", 8}, {u"partner", 8},   {u"social", 8}};
constexpr DemoWeight roles[] = {{u"decision_maker", 14}, {u"approver", 8}, {u"influencer", 12}, {u"user", 22},
                                {u"purchasing", 26},     {u"finance", 8},  {u"technical", 10}};
constexpr DemoWeight leadStatuses[] = {
    {u"new", 30}, {u"contacted", 28}, {u"nurturing", 18}, {u"qualified", 12}, {u"unqualified", 12}};

struct Title
{
    QStringView chinese;
    QStringView english;
    QStringView chineseDepartment;
    QStringView englishDepartment;
};
constexpr Title titles[] = {{u"采购经理", u"Purchasing manager", u"采购部", u"Purchasing"},
                            {u"采购专员", u"Buyer", u"采购部", u"Purchasing"},
                            {u"总经理", u"Managing director", u"总经办", u"Management"},
                            {u"设备主管", u"Plant engineer", u"设备部", u"Engineering"},
                            {u"技术总监", u"Technical director", u"技术部", u"Engineering"},
                            {u"仪表工程师", u"Instrument engineer", u"生产部", u"Production"},
                            {u"财务经理", u"Finance manager", u"财务部", u"Finance"},
                            {u"项目经理", u"Project manager", u"项目部", u"Projects"}};

Addresses addressOf(const DemoCustomer& customer)
{
    Address address;
    address.country = customer.city->country.toString();
    address.region = customer.city->region.toString();
    address.city = customer.city->name.toString();
    address.district = customer.district;
    address.street = customer.street;
    address.postcode = customer.postcode;
    address.label = u"work"_s;
    return {address};
}

}

DemoRecord DemoAccounts::owned(QStringView entity, const DemoOffice::Seller& seller)
{
    DemoRecord record(m_book, entity);
    record.link(u"owner", seller.person).link(u"team", seller.team);
    return record;
}

std::optional<Reference> DemoAccounts::someContact(const DemoAccount& account)
{
    return account.contacts.empty() ? std::nullopt : std::optional(random().pick(account.contacts).record);
}

QDate DemoAccounts::dayBetween(QDate first, QDate last)
{
    return first >= last ? first : first.addDays(random().below(first.daysTo(last) + 1));
}

void DemoAccounts::writeCustomers(std::vector<DemoAccount>& accounts)
{
    for (auto& account : accounts)
        writeCustomer(account, accounts);
}

void DemoAccounts::writeCustomer(DemoAccount& account, const std::vector<DemoAccount>& block)
{
    const auto& facts = account.facts;
    account.seller = m_office.sellerOf(facts, random());
    account.since = m_book.daysFromNow(-random().between(1, 900));
    DemoRecord record(m_book, u"customer");
    if (random().chance(92)) // the rest is in the pool
        record.link(u"owner", account.seller.person).link(u"team", account.seller.team);
    record.text(u"name", facts.name)
        .text(u"short_name", facts.shortName)
        .option(u"kind", facts.person ? u"person" : u"organisation")
        .option(u"industry", facts.industry)
        .option(u"status", random().weighted(statuses).key)
        .option(u"source", random().weighted(sources).key)
        .phone(u"phones", facts.phone, facts.phoneTyped, facts.person ? u"mobile"_s : u"work"_s)
        .morePhone(u"phones", facts.secondPhone)
        .mail(u"mails", facts.mail)
        .put(u"address", addressOf(facts))
        .text(u"tax_id", facts.taxId)
        .text(u"description", facts.description)
        .made(m_book.workingTime(account.since));
    if (random().chance(80))
        record.option(u"level", random().weighted(levels).key);
    if (!facts.website.isEmpty())
        record.put(u"links", Points{Point{facts.website, {}, u"work"_s}});
    if (facts.founded > 0)
        record.number(u"founded", facts.founded).number(u"employees", facts.employees);
    record.money(u"revenue", facts.revenue);
    if (!facts.person && facts.chinese)
        record.text(u"legal_representative", facts.who.full);
    if (random().chance(22))
        record.put(u"tags", IdSet{random().pick(m_office.tags).record});
    // A parent that is already written: one of those before it.
    const auto position = std::size_t(&account - block.data());
    if (!facts.person && position > 0 && random().chance(6)) {
        const auto& parent = block[std::size_t(random().below(std::int64_t(position)))];
        if (!parent.facts.person && parent.facts.chinese == facts.chinese)
            record.link(u"parent", parent.record);
    }
    spoilCustomer(record, facts);
    account.record = record.write();
}

void DemoAccounts::writeContacts(std::vector<DemoAccount>& accounts)
{
    for (auto& account : accounts) {
        const auto contacts = account.facts.person ? 0 : random().between(1, 3);
        for (std::int64_t i = 0; i < contacts; ++i)
            account.contacts.push_back(writeContact(account));
    }
}

DemoAccount::Contact DemoAccounts::writeContact(const DemoAccount& account)
{
    const auto& facts = account.facts;
    const auto name =
        facts.chinese ? demoWords::chinesePerson(random()) : demoWords::foreignPerson(random(), facts.city->country);
    const auto& title = random().pick(titles);
    auto record = owned(u"contact", account.seller);
    record.text(u"name", name.full)
        .text(u"family_name", name.family)
        .text(u"given_name", name.given)
        .option(u"gender", name.woman ? u"female" : u"male")
        .link(u"customer", account.record)
        .text(u"job_title", (facts.chinese ? title.chinese : title.english).toString())
        .text(u"department", (facts.chinese ? title.chineseDepartment : title.englishDepartment).toString())
        .option(u"role", random().weighted(roles).key)
        .option(u"status", u"active")
        .mail(u"mails", name.latin + u'@' + facts.domain)
        .made(m_book.workingTime(dayBetween(account.since, m_book.today())));
    if (facts.chinese) {
        const auto mobile = DemoCustomers::mobile(++m_mobiles);
        record.phone(u"phones", mobile, mobile.sliced(3), u"mobile"_s);
        if (random().chance(60))
            record.text(u"wechat", u"wx_"_s + QString(name.latin).remove(u'.') + QString::number(m_mobiles % 10'000));
    } else {
        record.phone(u"phones", facts.phone, facts.phoneTyped, u"work"_s);
    }
    if (random().chance(25))
        record.put(u"birthday", QDate(1962, 1, 1).addDays(random().below(365 * 38)));
    spoilContact(record, facts, name.latin);
    return {record.write(), name.full};
}

// Some people also work for, or advise, another customer; some take part in campaigns.
void DemoAccounts::writeLinks(const std::vector<DemoAccount>& accounts)
{
    for (std::size_t i = 1; i < accounts.size(); ++i) {
        const auto& account = accounts[i];
        if (account.contacts.empty() || !random().chance(10))
            continue;
        DemoRecord(m_book, u"affiliation")
            .link(u"contact", account.contacts.front().record)
            .link(u"customer", accounts[i - 1].record)
            .option(u"role", random().chance(50) ? u"consultant" : u"shareholder")
            .put(u"since", account.since)
            .write();
    }
    static constexpr DemoWeight answers[] = {{u"sent", 40},       {u"opened", 20},   {u"responded", 12},
                                             {u"registered", 10}, {u"attended", 12}, {u"absent", 6}};
    for (const auto& account : accounts) {
        if (account.contacts.empty() || !random().chance(20))
            continue;
        DemoRecord(m_book, u"campaign_member")
            .link(u"campaign", random().pick(m_office.campaigns))
            .link(u"member", account.contacts.front().record)
            .option(u"status", random().weighted(answers).key)
            .write();
    }
}

void DemoAccounts::writeLeads(std::size_t accounts)
{
    DemoCustomers strangers(std::uint64_t(random().below(1'000'000'000)));
    for (std::size_t i = 0; i < accounts; ++i) {
        if (!random().chance(45))
            continue;
        const auto facts = strangers.next();
        const auto& seller = m_office.sellerOf(facts, random());
        const auto status = random().weighted(leadStatuses).key;
        const auto day = m_book.daysFromNow(-random().below(status == u"new" ? 12 : 200));
        const auto mobile = DemoCustomers::mobile(++m_mobiles);
        auto record = owned(u"lead", seller);
        record.text(u"name", facts.who.full)
            .text(u"company", facts.person ? QString() : facts.name)
            .option(u"status", status)
            .option(u"rating", status == u"unqualified" ? u"cold"
                               : random().chance(35)    ? u"hot"
                                                        : u"warm")
            .option(u"source", random().weighted(sources).key)
            .option(u"industry", facts.industry)
            .put(u"address", addressOf(facts))
            .link(u"product", random().pick(m_office.products).record)
            .money(u"amount", random().between(4, 300) * 1'000)
            .text(u"description", facts.description)
            .made(m_book.workingTime(day));
        if (facts.chinese)
            record.phone(u"phones", mobile, mobile.sliced(3), u"mobile"_s);
        record.mail(u"mails", facts.who.latin + u'@' + facts.domain);
        if (random().chance(40))
            record.link(u"campaign", random().pick(m_office.campaigns));
        if (status == u"unqualified")
            record.option(u"unfit_reason", random().chance(50) ? u"no_budget" : u"no_need");
        spoilLead(record, std::int64_t(i));
        record.write();
    }
}

}

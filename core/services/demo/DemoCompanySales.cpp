#include "core/services/demo/DemoCompanyAccounts.h"
#include "core/services/demo/DemoCompanyFlaws.h"

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr int wonStage = 1015;
constexpr int lostStage = 1016;

constexpr DemoWeight losses[] = {
    {u"price", 35}, {u"competitor", 25}, {u"no_budget", 15}, {u"no_decision", 10}, {u"timing", 15}};

int probabilityOf(int stage)
{
    switch (stage) {
    case 1010:
        return 10;
    case 1011:
        return 20;
    case 1012:
        return 40;
    case 1013:
        return 60;
    case 1014:
        return 80;
    default:
        return stage == wonStage ? 100 : 0;
    }
}

// What every kind of line has alike.
void fillLine(DemoRecord& line, const DemoAccount::Deal& deal)
{
    const auto& product = *deal.product;
    line.number(u"position", 1)
        .link(u"product", product.record)
        .text(u"name", product.name)
        .text(u"specification", product.specification)
        .put(u"quantity", Decimal{deal.quantity * 1'000, 3})
        .text(u"unit", product.unit)
        .money(u"list_price", product.price)
        .money(u"price", product.price)
        .money(u"amount", product.price * deal.quantity);
}

}

Reference DemoAccounts::stage(int number) const
{
    return {m_book.catalog().entity(u"stage")->id, shippedId<RecordId>(number)};
}

void DemoAccounts::writeDeals(std::vector<DemoAccount>& accounts)
{
    for (auto& account : accounts) {
        const auto deals = random().chance(58) ? random().between(1, 2) : 0;
        for (std::int64_t i = 0; i < deals; ++i)
            writeDeal(account);
    }
    for (const auto& account : accounts) {
        for (const auto& deal : account.deals) {
            DemoRecord line(m_book, u"opportunity_line");
            line.link(u"opportunity", deal.record);
            fillLine(line, deal);
            line.write();
        }
    }
}

// Older ones are decided, younger ones are on their way.
void DemoAccounts::decideDeal(DemoAccount::Deal& deal)
{
    const auto age = deal.engaged.daysTo(m_book.today());
    if (random().chance(age > 150 ? 88 : age > 60 ? 50 : 12)) {
        deal.stage = random().chance(62) ? wonStage : lostStage;
        deal.closed = deal.engaged.addDays(std::min<std::int64_t>(age, random().between(10, 120)));
    } else {
        deal.stage = 1010 + int(std::min<std::int64_t>(random().below(3) + age / 40, 4));
    }
}

void DemoAccounts::writeDeal(DemoAccount& account)
{
    DemoAccount::Deal deal;
    deal.product = &random().pick(m_office.products);
    deal.quantity = deal.product->price > 20'000 ? random().between(1, 4) : random().between(2, 60);
    deal.amount = deal.product->price * deal.quantity;
    const auto first = std::max(account.since, m_book.daysFromNow(-400));
    deal.engaged = dayBetween(first, m_book.today());
    decideDeal(deal);
    const auto& who = account.facts.shortName.isEmpty() ? account.facts.name : account.facts.shortName;
    deal.name = u"%1 – %2"_s.arg(who, deal.product->name);
    auto record = owned(u"opportunity", account.seller);
    record.text(u"name", deal.name)
        .link(u"customer", account.record)
        .link(u"contact", someContact(account))
        .link(u"product", deal.product->record)
        .link(u"pipeline", Reference{m_book.catalog().entity(u"pipeline")->id, shippedId<RecordId>(1000)})
        .link(u"stage", stage(deal.stage))
        .number(u"probability", probabilityOf(deal.stage))
        .money(u"amount", deal.amount)
        .option(u"kind", random().chance(65) ? u"new" : u"more")
        .put(u"engaged", deal.engaged)
        .made(m_book.workingTime(deal.engaged));
    if (deal.closed.isValid())
        record.put(u"closed", deal.closed).put(u"expected_close", deal.closed);
    else // a few should have been decided by now
        record.put(u"expected_close", m_book.daysFromNow(random().between(-15, 110)))
            .option(u"forecast", deal.stage >= 1014   ? u"commit"
                                 : deal.stage >= 1012 ? u"best_case"
                                                      : u"pipeline");
    if (deal.isLost())
        record.option(u"loss_reason", random().weighted(losses).key);
    if (random().chance(25))
        record.link(u"competitor", random().pick(m_office.competitors));
    if (random().chance(20))
        record.link(u"campaign", random().pick(m_office.campaigns));
    spoilOpportunity(record, account.facts.number);
    deal.record = record.write();
    account.deals.push_back(std::move(deal));
}

void DemoAccounts::writeQuotes(std::vector<DemoAccount>& accounts)
{
    for (auto& account : accounts) {
        for (auto& deal : account.deals) {
            if (deal.stage >= 1013 && random().chance(55))
                writeQuote(account, deal);
        }
    }
    for (const auto& account : accounts) {
        for (const auto& deal : account.deals) {
            if (!deal.quote)
                continue;
            DemoRecord line(m_book, u"quote_line");
            line.link(u"quote", deal.quote).decimal(u"tax_rate", 1'300);
            fillLine(line, deal);
            line.write();
        }
    }
}

void DemoAccounts::writeQuote(const DemoAccount& account, DemoAccount::Deal& deal)
{
    const auto date = deal.engaged.addDays(deal.closed.isValid() ? deal.engaged.daysTo(deal.closed) / 2 : 5);
    const auto sent = std::min(date, m_book.today());
    deal.quote = owned(u"quote", account.seller)
                     .text(u"name", deal.name)
                     .link(u"customer", account.record)
                     .link(u"contact", someContact(account))
                     .link(u"opportunity", deal.record)
                     .option(u"status", deal.isWon()    ? u"accepted"
                                        : deal.isLost() ? u"rejected"
                                                        : u"sent")
                     .put(u"date", sent)
                     .put(u"sent_on", sent)
                     .put(u"valid_until", sent.addDays(30))
                     .link(u"price_book", m_office.standardPrices)
                     .money(u"amount", deal.amount)
                     .decimal(u"tax_rate", 1'300)
                     .text(u"payment_terms", m_book.say(u"30 % in advance, the rest 30 days after delivery",
                                                        u"预付 30%，到货后三十天付清"))
                     .made(m_book.workingTime(sent))
                     .write();
}

void DemoAccounts::writeContracts(std::vector<DemoAccount>& accounts)
{
    for (auto& account : accounts) {
        for (auto& deal : account.deals) {
            if (!deal.isWon() || deal.amount < 60'000 || !random().chance(60))
                continue;
            const auto ends = deal.closed.addDays(365);
            deal.contract = owned(u"contract", account.seller)
                                .text(u"name", deal.name)
                                .link(u"customer", account.record)
                                .link(u"contact", someContact(account))
                                .link(u"opportunity", deal.record)
                                .link(u"quote", deal.quote)
                                .option(u"kind", deal.product->unit.isEmpty() ? u"service" : u"sales")
                                .option(u"status", ends < m_book.today() ? u"completed" : u"active")
                                .put(u"signed", deal.closed)
                                .put(u"start", deal.closed)
                                .put(u"end", ends)
                                .money(u"amount", deal.amount)
                                .decimal(u"tax_rate", 1'300)
                                .link(u"our_signer", account.seller.person)
                                .made(m_book.workingTime(deal.closed))
                                .write();
        }
    }
}

void DemoAccounts::writeOrders(std::vector<DemoAccount>& accounts)
{
    for (auto& account : accounts) {
        for (auto& deal : account.deals) {
            if (deal.isWon() && random().chance(85))
                writeOrder(account, deal);
        }
    }
    for (const auto& account : accounts) {
        for (const auto& deal : account.deals) {
            if (!deal.order)
                continue;
            DemoRecord line(m_book, u"order_line");
            line.link(u"order", deal.order).decimal(u"tax_rate", 1'300);
            fillLine(line, deal);
            line.write();
        }
    }
}

void DemoAccounts::writeOrder(const DemoAccount& account, DemoAccount::Deal& deal)
{
    deal.ordered = std::min(deal.closed.addDays(random().between(1, 10)), m_book.today());
    const auto promised = deal.ordered.addDays(random().between(14, 45));
    const auto age = deal.ordered.daysTo(m_book.today());
    const auto status = age < 7 ? u"confirmed" : age < 30 ? u"in_progress" : age < 50 ? u"shipped" : u"completed";
    auto record = owned(u"order", account.seller);
    record.text(u"name", deal.name)
        .link(u"customer", account.record)
        .link(u"contact", someContact(account))
        .link(u"opportunity", deal.record)
        .link(u"quote", deal.quote)
        .link(u"contract", deal.contract)
        .option(u"status", status)
        .put(u"date", deal.ordered)
        .put(u"deliver_by", promised)
        .money(u"amount", deal.amount)
        .decimal(u"tax_rate", 1'300)
        .money(u"cost", deal.amount * 58 / 100)
        .option(u"payment_method", u"transfer")
        .option(u"invoice_status", age > 50 ? u"full" : u"none")
        .made(m_book.workingTime(deal.ordered));
    if (age >= 50)
        record.put(u"delivered", std::min(promised, m_book.today()));
    deal.order = record.write();
}

void DemoAccounts::writePayments(const std::vector<DemoAccount>& accounts)
{
    for (const auto& account : accounts) {
        for (const auto& deal : account.deals) {
            if (deal.order)
                writePaymentsOf(account, deal);
        }
    }
}

// A third in advance, the rest later; some pay late.
void DemoAccounts::writePaymentsOf(const DemoAccount& account, const DemoAccount::Deal& deal)
{
    const auto advance = deal.amount * 3 / 10;
    int position = 0;
    for (const auto& [amount, days] : {std::pair(advance, 5), std::pair(deal.amount - advance, 75)}) {
        const auto due = deal.ordered.addDays(days);
        const auto paid = due.addDays(random().between(-4, 25));
        const bool isPaid = paid <= m_book.today();
        const auto plan =
            DemoRecord(m_book, u"payment_plan")
                .link(u"about", *deal.order)
                .link(u"customer", account.record)
                .text(u"name", position == 0 ? m_book.say(u"Advance", u"预付款") : m_book.say(u"Balance", u"尾款"))
                .number(u"position", position + 1)
                .put(u"due", due)
                .money(u"amount", amount)
                .option(u"method", u"transfer")
                .option(u"status", isPaid ? u"paid" : u"planned")
                .write();
        ++position;
        if (!isPaid)
            continue;
        DemoRecord(m_book, u"payment")
            .link(u"about", *deal.order)
            .link(u"customer", account.record)
            .link(u"plan", plan)
            .option(u"kind", position == 1 ? u"advance" : u"balance")
            .put(u"date", paid)
            .money(u"amount", amount)
            .option(u"method", u"transfer")
            .option(u"status", u"received")
            .text(u"payer", account.facts.name)
            .link(u"person", account.seller.person)
            .made(m_book.workingTime(paid))
            .write();
    }
}

}

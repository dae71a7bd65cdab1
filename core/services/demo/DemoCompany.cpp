#include "core/services/demo/DemoCompany.h"

#include "core/services/demo/DemoCompanyAccounts.h"
#include "core/store/Schema.h"
#include "core/store/StoreThreads.h"

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t accountsAtOnce = 500;
// From here on indexes are built at the end.
constexpr std::int64_t manyCustomers = 20'000;

Result<bool> hasCustomers(StoreWriter& writer)
{
    Query query;
    query.catalog = writer.tables.catalogPtr();
    query.entity = query.catalog->entity(u"customer");
    KITH_TRY(const auto page, ListReader(writer.tables).page(query, 0, 1));
    return !page.rows.empty();
}

// A book that was left while its indexes were missing gets them when it is next opened.
Status setIndexes(StoreWriter& writer, Status (*change)(Connection&, const Entity&))
{
    for (const auto& entity : writer.tables.catalog().entities())
        KITH_TRY(change(writer.connection, entity));
    return {};
}

Status writeBlock(DemoBook& book, const DemoPlan& plan, DemoAccounts& writer, std::vector<DemoAccount>& accounts)
{
    writer.writeCustomers(accounts);
    if (plan.customersOnly)
        return book.endPart();
    writer.writeContacts(accounts);
    writer.writeLinks(accounts);
    writer.writeLeads(accounts.size());
    writer.writeDeals(accounts);
    writer.writeQuotes(accounts);
    writer.writeContracts(accounts);
    writer.writeOrders(accounts);
    writer.writePayments(accounts);
    writer.writeTickets(accounts);
    writer.writeActivities(accounts);
    writer.writeTasks(accounts);
    return book.endPart();
}

// Some hundred customers and, if it is asked for, some of them once more.
std::vector<DemoAccount> nextBlock(DemoCustomers& customers, DemoRandom& random, const DemoPlan& plan,
                                   std::int64_t size)
{
    std::vector<DemoAccount> accounts;
    while (std::int64_t(accounts.size()) < size) {
        auto twin = !accounts.empty() && random.chance(plan.twins)
                        ? std::size_t(random.below(std::int64_t(accounts.size())))
                        : accounts.size();
        DemoAccount account;
        if (twin < accounts.size() && !accounts[twin].twinOf) {
            if (auto again = demoTwinOf(accounts[twin].facts, random)) {
                account.facts = std::move(again->facts);
                account.twinKind = again->kind;
                account.twinOf = twin;
            }
        }
        if (!account.twinOf)
            account.facts = customers.next();
        accounts.push_back(std::move(account));
    }
    return accounts;
}

Result<DemoReport> fill(StoreThreads& threads, StoreWriter& writer, const DemoPlan& plan, DemoProgress& progress)
{
    KITH_TRY(const bool isUsed, hasCustomers(writer));
    if (isUsed)
        return Error{ErrorCode::BookNotEmpty, {}};
    const bool isLarge = plan.customers >= manyCustomers;
    if (isLarge)
        KITH_TRY(setIndexes(writer, dropIndexes));
    KITH_TRY(auto book, DemoBook::begin(writer.context(), plan.seed));
    book.meta().demo = true;
    KITH_TRY(const auto office, makeDemoOffice(book, plan.customers));
    KITH_TRY(book.saveMeta());
    DemoAccounts sales(book, office);
    DemoCustomers customers(plan.seed, plan.twins > 0 ? DemoNames::Distinct : DemoNames::AsTheyCome);
    DemoRandom twins(plan.seed);
    DemoReport report;
    for (std::int64_t made = 0; made < plan.customers && !progress.cancelled;) {
        auto accounts = nextBlock(customers, twins, plan, std::min(accountsAtOnce, plan.customers - made));
        KITH_TRY(writeBlock(book, plan, sales, accounts));
        for (const auto& account : accounts) {
            if (account.twinOf)
                report.twins.push_back(
                    {accounts[*account.twinOf].record.record, account.record.record, demoTwinKey(account.twinKind)});
        }
        made += std::int64_t(accounts.size());
        progress.customers = made;
    }
    if (isLarge)
        KITH_TRY(setIndexes(writer, ensureIndexes));
    KITH_TRY(auto notice, book.commit());
    notice.many = true;
    KITH_TRY(threads.publish(writer, notice));
    if (progress.cancelled)
        return Error{ErrorCode::Cancelled, {}};
    report.act = book.act();
    for (const auto& entity : writer.tables.catalog().entities()) {
        if (const auto count = book.counts().find(entity.id); count != book.counts().end())
            report.counts.emplace_back(entity.key, count->second);
    }
    return report;
}

}

QFuture<Result<DemoReport>> fillDemoCompany(StoreThreads& threads, const DemoPlan& plan,
                                            const std::shared_ptr<DemoProgress>& progress)
{
    const auto shared = progress ? progress : std::make_shared<DemoProgress>();
    return threads.write<DemoReport>(
        [&threads, plan, shared](StoreWriter& writer) { return fill(threads, writer, plan, *shared); });
}

}

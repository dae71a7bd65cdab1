#include "core/services/demo/DemoCompanyAccounts.h"

namespace kith {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    QStringView english;
    QStringView chinese;
    QStringView kind;
};

constexpr Words troubles[] = {{u"Reading drifts after a week", u"使用一周后示值漂移", u"problem"},
                              {u"Display stays dark", u"显示屏不亮", u"repair"},
                              {u"How do we set the alarm limit?", u"报警上限如何设置？", u"question"},
                              {u"Delivery was short by one piece", u"到货少一台", u"complaint"},
                              {u"Please send the calibration certificate", u"请补发校准证书", u"request"},
                              {u"Commissioning on site needed", u"需要现场调试", u"installation"},
                              {u"Invoice shows the wrong address", u"发票抬头地址有误", u"billing"},
                              {u"Gateway does not reach the server", u"网关无法连接服务器", u"problem"}};

constexpr Words meetings[] = {{u"Asked about delivery times", u"询问交货周期", u"call"},
                              {u"Went through the specification", u"沟通技术参数", u"meeting"},
                              {u"Visited the plant", u"走访现场", u"visit"},
                              {u"Sent the quotation", u"发送报价单", u"mail"},
                              {u"Agreed on the next step", u"确认下一步安排", u"chat"},
                              {u"Reminded of the open payment", u"提醒回款", u"call"},
                              {u"Showed the monitoring software", u"演示监测平台", u"meeting"},
                              {u"Nobody answered", u"电话未接通", u"call"},
                              {u"Note after the trade fair", u"展会后备注", u"note"}};

constexpr Words duties[] = {{u"Call back about the quotation", u"回访报价", u"call"},
                            {u"Prepare the quotation", u"准备报价", u"quote"},
                            {u"Send the contract", u"寄送合同", u"contract"},
                            {u"Arrange the demonstration", u"安排产品演示", u"meeting"},
                            {u"Check the delivery date", u"确认发货日期", u"delivery"},
                            {u"Follow up the payment", u"跟进回款", u"payment"},
                            {u"Visit with the engineer", u"与工程师一同拜访", u"visit"}};

constexpr DemoWeight outcomes[] = {{u"reached", 45}, {u"interested", 30}, {u"call_back", 15}, {u"left_message", 10}};

}

void DemoAccounts::writeTickets(std::vector<DemoAccount>& accounts)
{
    for (auto& account : accounts) {
        if (random().chance(24))
            writeTicket(account);
    }
}

void DemoAccounts::writeTicket(DemoAccount& account)
{
    const auto& words = random().pick(troubles);
    const auto& helper = random().pick(m_office.service);
    const auto reported = m_book.notAfterNow(
        m_book.workingTime(dayBetween(std::max(account.since, m_book.daysFromNow(-180)), m_book.today())));
    const auto age = reported.toLocal().date().daysTo(m_book.today());
    const bool isDone = random().chance(age > 20 ? 90 : age > 3 ? 55 : 10);
    auto record = owned(u"ticket", helper);
    record.text(u"subject", m_book.say(words.english, words.chinese))
        .link(u"customer", account.record)
        .link(u"contact", someContact(account))
        .option(u"kind", words.kind)
        .option(u"priority", random().chance(8)    ? u"urgent"
                             : random().chance(25) ? u"high"
                                                   : u"normal")
        .option(u"channel", random().chance(50)     ? u"phone"
                            : account.facts.chinese ? u"wechat"
                                                    : u"mail")
        .link(u"product", random().pick(m_office.products).record)
        .put(u"reported", reported)
        .put(u"due", m_book.workingTime(reported.toLocal().date().addDays(3)))
        .made(reported);
    const auto hours = [](std::int64_t count) { return count * 3'600'000; };
    if (isDone) {
        const auto solved = Instant::fromMilliseconds(reported.milliseconds() + hours(random().between(2, 90)));
        record.option(u"status", random().chance(50) ? u"resolved" : u"closed")
            .put(u"first_response", Instant::fromMilliseconds(reported.milliseconds() + hours(1)))
            .put(u"resolved", m_book.notAfterNow(solved))
            .text(u"resolution",
                  m_book.say(u"Explained by telephone; the reading is right again.", u"电话指导处理，示值恢复正常。"))
            .link(u"article", random().pick(m_office.articles));
        if (random().chance(60))
            record.option(u"satisfaction", random().chance(70) ? u"satisfied" : u"very_satisfied");
    } else {
        record.option(u"status", age < 2 ? u"new" : random().chance(60) ? u"in_progress" : u"waiting_customer");
    }
    account.tickets.push_back(record.write());
}

void DemoAccounts::writeActivities(const std::vector<DemoAccount>& accounts)
{
    const auto yearAgo = m_book.daysFromNow(-365);
    for (const auto& account : accounts) {
        const auto first = std::max(account.since, yearAgo);
        if (random().chance(75))
            writeActivity(account, account.record, first, m_book.today());
        for (const auto& deal : account.deals) {
            const auto last = deal.closed.isValid() ? deal.closed : m_book.today();
            for (auto talks = random().between(1, 2); talks > 0; --talks)
                writeActivity(account, deal.record, deal.engaged, last);
        }
        for (const auto& ticket : account.tickets) {
            if (random().chance(50))
                writeActivity(account, ticket, m_book.daysFromNow(-3), m_book.today());
        }
    }
}

void DemoAccounts::writeActivity(const DemoAccount& account, const Reference& about, QDate first, QDate last)
{
    const auto& words = random().pick(meetings);
    const auto at = m_book.notAfterNow(m_book.workingTime(dayBetween(first, last)));
    DemoRecord record(m_book, u"activity");
    record.option(u"kind", words.kind)
        .put(u"at", at)
        .link(u"about", about)
        .link(u"customer", account.record)
        .link(u"contact", someContact(account))
        .text(u"subject", m_book.say(words.english, words.chinese))
        .link(u"person", account.seller.person)
        .made(at);
    if (words.kind == u"call")
        record.option(u"outcome", random().weighted(outcomes).key)
            .option(u"direction", random().chance(70) ? u"outgoing" : u"incoming");
    if (words.kind != u"note" && words.kind != u"mail")
        record.number(u"duration", random().between(1, 18) * 5);
    if (random().chance(40))
        record.text(u"content", account.facts.chinese && m_book.chinese() ? demoWords::chineseNote(random())
                                                                          : demoWords::englishNote(random()));
    record.write();
}

void DemoAccounts::writeTasks(const std::vector<DemoAccount>& accounts)
{
    for (const auto& account : accounts) {
        if (random().chance(48))
            writeTask(account);
    }
}

// Most are done; of the others some are late, some for today, most for the days to come.
void DemoAccounts::writeTask(const DemoAccount& account)
{
    const auto& words = random().pick(duties);
    const auto fate = random().below(100);
    const bool isDone = fate < 45;
    const auto days = isDone      ? -random().between(1, 120)
                      : fate < 57 ? -random().between(1, 10)
                      : fate < 67 ? 0
                                  : random().between(1, 30);
    const auto due = m_book.workingTime(m_book.daysFromNow(days));
    auto record = owned(u"task", account.seller);
    record.text(u"subject", m_book.say(words.english, words.chinese))
        .option(u"kind", words.kind)
        .option(u"status", isDone                ? u"done"
                           : random().chance(20) ? u"in_progress"
                                                 : u"open")
        .option(u"priority", random().chance(20) ? u"high" : u"normal")
        .put(u"due", due)
        .link(u"about", account.deals.empty() ? account.record : account.deals.front().record)
        .link(u"customer", account.record)
        .link(u"contact", someContact(account))
        .made(m_book.workingTime(m_book.daysFromNow(std::min<std::int64_t>(days, 0) - random().between(1, 10))));
    if (isDone)
        record.put(u"done_at", m_book.notAfterNow(due));
    record.write();
}

}

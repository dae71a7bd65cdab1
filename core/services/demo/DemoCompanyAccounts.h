#pragma once

#include "core/services/demo/DemoCompanyOffice.h"
#include "core/services/demo/DemoCompanyTwins.h"

namespace kith {

// A customer of the demo company with what has come of it, as far as later records refer to it.
struct DemoAccount
{
    struct Contact
    {
        Reference record;
        QString name;
    };
    struct Deal
    {
        Reference record;
        QString name;
        const DemoOffice::Product* product = nullptr;
        std::int64_t quantity = 1;
        std::int64_t amount = 0;
        int stage = 1010; // of the shipped pipeline
        QDate engaged;
        QDate closed; // null while open
        std::optional<Reference> quote;
        std::optional<Reference> contract;
        std::optional<Reference> order;
        QDate ordered;
        bool isWon() const { return stage == 1015; }
        bool isLost() const { return stage == 1016; }
    };
    DemoCustomer facts;
    std::optional<std::size_t> twinOf; // of the same block
    DemoTwinKind twinKind = DemoTwinKind::OtherForm;
    Reference record;
    DemoOffice::Seller seller;
    QDate since;
    std::vector<Contact> contacts;
    std::vector<Deal> deals;
    std::vector<Reference> tickets;
};

// Writes what customers bring with them, some hundred customers at a time and one kind of record after the other.
class DemoAccounts
{
public:
    DemoAccounts(DemoBook& book, const DemoOffice& office) : m_book(book), m_office(office) {}

    void writeCustomers(std::vector<DemoAccount>& accounts);
    // People.
    void writeContacts(std::vector<DemoAccount>& accounts);
    void writeLinks(const std::vector<DemoAccount>& accounts);
    void writeLeads(std::size_t accounts);
    // Sales.
    void writeDeals(std::vector<DemoAccount>& accounts);
    void writeQuotes(std::vector<DemoAccount>& accounts);
    void writeContracts(std::vector<DemoAccount>& accounts);
    void writeOrders(std::vector<DemoAccount>& accounts);
    void writePayments(const std::vector<DemoAccount>& accounts);
    // Service and daily work.
    void writeTickets(std::vector<DemoAccount>& accounts);
    void writeActivities(const std::vector<DemoAccount>& accounts);
    void writeTasks(const std::vector<DemoAccount>& accounts);

private:
    DemoRandom& random() { return m_book.random(); }
    DemoRecord owned(QStringView entity, const DemoOffice::Seller& seller);
    std::optional<Reference> someContact(const DemoAccount& account);
    Reference stage(int number) const;
    QDate dayBetween(QDate first, QDate last);
    void writeCustomer(DemoAccount& account, const std::vector<DemoAccount>& block);
    DemoAccount::Contact writeContact(const DemoAccount& account);
    void writeDeal(DemoAccount& account);
    void decideDeal(DemoAccount::Deal& deal);
    void writeQuote(const DemoAccount& account, DemoAccount::Deal& deal);
    void writeOrder(const DemoAccount& account, DemoAccount::Deal& deal);
    void writePaymentsOf(const DemoAccount& account, const DemoAccount::Deal& deal);
    void writeTicket(DemoAccount& account);
    void writeActivity(const DemoAccount& account, const Reference& about, QDate first, QDate last);
    void writeTask(const DemoAccount& account);

    DemoBook& m_book;
    const DemoOffice& m_office;
    std::int64_t m_mobiles = 1'000'000;
};

}

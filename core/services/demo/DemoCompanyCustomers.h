#pragma once

#include "core/services/demo/DemoCompanyWords.h"

#include <QSet>
#include <QString>

namespace kith {

// One customer of the demo company, as facts, before it is a record or a row.
struct DemoCustomer
{
    std::int64_t number = 0; // from 1
    bool chinese = true;
    bool person = false;
    QString name;
    QString shortName;
    demoWords::PersonName who; // a person's own name, or an organisation's head
    QStringView industry;      // option key; empty for persons
    QString phone;             // E.164; empty: none
    QString phoneTyped;
    QString secondPhone; // E.164; mostly empty
    QString mail;
    QString website;
    QString domain; // with .example
    const demoWords::City* city = nullptr;
    QString district;
    QString street;
    QString postcode;
    QString taxId;
    int founded = 0;
    int employees = 0;
    std::int64_t revenue = 0; // whole units of money; 0: unknown
    QString description;
};

// Whether two companies may come to have the same name or domain by chance, as in a large book they do.
enum class DemoNames { AsTheyCome, Distinct };

// Customers one after another, always the same ones for a seed. Memory does not grow with their number; with distinct
// names by 16 bytes each.
class DemoCustomers
{
public:
    explicit DemoCustomers(std::uint64_t seed, DemoNames names = DemoNames::AsTheyCome) : m_random(seed), m_names(names)
    {
    }

    DemoCustomer next();

    // A mobile number from the Chinese emergency range 1740 0-5, which nobody carries; each only once in six million.
    static QString mobile(std::int64_t number);

private:
    void makeOrganisation(DemoCustomer& customer);
    void makePerson(DemoCustomer& customer);
    demoWords::CompanyName companyName(const DemoCustomer& customer, const demoWords::Trade& trade);
    bool isNew(const demoWords::CompanyName& name);
    void givePhone(DemoCustomer& customer);
    void giveAddress(DemoCustomer& customer);
    QString digits(int count);
    QString taxId();

    DemoRandom m_random;
    DemoNames m_names;
    QSet<std::size_t> m_taken; // hashes of names and domains
    std::int64_t m_made = 0;
};

}

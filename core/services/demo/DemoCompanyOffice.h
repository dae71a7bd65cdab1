#pragma once

#include "core/services/demo/DemoCompanyBook.h"
#include "core/services/demo/DemoCompanyCustomers.h"

namespace kith {

// The demo company itself: what its sales and service refer to.
struct DemoOffice
{
    struct Seller
    {
        Reference person;
        Reference team;
    };
    struct Product
    {
        Reference record;
        QString name;
        QString specification;
        QString unit;
        std::int64_t price = 0;
    };
    std::vector<Seller> chineseSellers; // the first is the book's own person
    std::vector<Seller> foreignSellers;
    std::vector<Seller> service;
    std::vector<Product> products;
    std::vector<Reference> tags;
    std::vector<Reference> campaigns;
    std::vector<Reference> competitors;
    std::vector<Reference> articles;
    Reference standardPrices;

    const Seller& sellerOf(const DemoCustomer& customer, DemoRandom& random) const
    {
        return random.pick(customer.chinese ? chineseSellers : foreignSellers);
    }
};

Result<DemoOffice> makeDemoOffice(DemoBook& book, std::int64_t customers);

}

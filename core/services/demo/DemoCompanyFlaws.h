#pragma once

#include "core/services/demo/DemoCompanyBook.h"
#include "core/services/demo/DemoCompanyCustomers.h"

namespace kith {

// What is wrong with some of the demo company's records, as in every book that people fill: something for each page of
// data quality. Decided by a customer's number alone, so that all else of the company is as it would be without it.
// What else refers to a record is left as it is.
void spoilCustomer(DemoRecord& record, const DemoCustomer& facts);
void spoilContact(DemoRecord& record, const DemoCustomer& employer, const QString& latinName);
void spoilLead(DemoRecord& record, std::int64_t number);
void spoilOpportunity(DemoRecord& record, std::int64_t customer);

}

#pragma once

#include "core/base/Id.h"
#include "core/base/Result.h"

#include <QFuture>

#include <atomic>
#include <memory>
#include <vector>

namespace kith {

class StoreThreads;

// A made-up company with all that belongs to it, and nothing real in it. The same plan, seed and moment give the same
// records; dates lie around the moment that the book's clock gives.
struct DemoPlan
{
    std::int64_t customers = 300;
    std::uint64_t seed = 1;
    bool customersOnly = false; // without contacts, sales and service: for measuring
    int twins = 0;              // of 100 customers, so many are there a second time, entered otherwise
};

// A customer that is there twice.
struct DemoTwins
{
    RecordId original;
    RecordId twin;
    QString kind; // in which way the twin was entered otherwise
};

struct DemoReport
{
    std::vector<std::pair<QString, std::int64_t>> counts; // by entity's key, in the catalog's order
    std::int64_t act = 0;
    std::vector<DemoTwins> twins;
};

// Shared with who waits; any thread.
struct DemoProgress
{
    std::atomic<std::int64_t> customers = 0;
    std::atomic<bool> cancelled = false; // set: what is in by then stays, and the answer is Cancelled
};

// Fills an open book that has no customers yet (BookNotEmpty) and marks it as a demo company's. One act, written in
// parts; memory does not grow with the number of customers. Other writes wait meanwhile, reads do not.
QFuture<Result<DemoReport>> fillDemoCompany(StoreThreads& threads, const DemoPlan& plan,
                                            const std::shared_ptr<DemoProgress>& progress = {});

// The same customers as a CSV file as another program might have written it: what imports are measured with. Answers
// the number of rows.
Result<std::int64_t> demoCustomersCsv(const QString& path, std::int64_t rows, std::uint64_t seed);

}

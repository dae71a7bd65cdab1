#pragma once

#include "core/base/Result.h"
#include "core/exchange/ImportPlan.h"
#include "core/store/StoreThreads.h"
#include "tests/bench/BookBench.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <array>

namespace kith::bench {

struct Timer
{
    Timer() { clock.start(); }
    double seconds() const { return double(clock.nsecsElapsed()) / 1e9; }
    double milliseconds() const { return seconds() * 1000; }
    QElapsedTimer clock;
};

double rounded(double value); // to three decimals
double median(std::vector<double> values);
double percentile95(std::vector<double> values);
// The most memory this process ever held, in MB; 0 where the system does not say.
double peakMemory();

// A book of the bench: a file, a key, and the engine on it.
class BenchBook
{
public:
    BenchBook(const QString& path, Cipher cipher) : m_path(path), m_cipher(cipher) { m_key.fill(42); }

    BookAccess access() const;
    Status create();
    Result<ImportReport> import(const QString& csv);

    std::unique_ptr<StoreThreads> threads;

private:
    QString m_path;
    Cipher m_cipher;
    std::array<std::uint8_t, 32> m_key{};
    SystemClock m_clock;
};

// What every scenario is given: a folder of its own, and a file of customers to import.
struct Bench
{
    const BenchRequest& request;
    QTemporaryDir folder;
    QString csv;

    QString path(const QString& name) const { return folder.filePath(name); }
};

template <typename Value>
Result<Value> onReader(StoreThreads& threads, std::function<Result<Value>(StoreReader&)> work)
{
    auto future = threads.read<Value>(std::move(work));
    future.waitForFinished();
    return future.result();
}

template <typename Value>
Result<Value> onWriter(StoreThreads& threads, std::function<Result<Value>(StoreWriter&)> work)
{
    auto future = threads.write<Value>(std::move(work));
    future.waitForFinished();
    return future.result();
}

}

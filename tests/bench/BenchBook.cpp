#include "tests/bench/BenchBook.h"

#include "core/exchange/import/ImportRun.h"
#include "core/exchange/mapping/PlanGuess.h"

#include <QFile>

#include <algorithm>

namespace kith::bench {

using namespace Qt::StringLiterals;

double rounded(double value)
{
    return double(qRound64(value * 1000)) / 1000;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

double percentile95(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() * 95 / 100];
}

double peakMemory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const auto& line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.simplified().split(' ').at(1).toDouble() / 1024;
    }
    return 0;
}

BookAccess BenchBook::access() const
{
    const auto key = m_cipher == Cipher::None ? std::span<const std::uint8_t>() : std::span<const std::uint8_t>(m_key);
    return {m_path, m_cipher, key, nullptr};
}

Status BenchBook::create()
{
    BookBirth birth;
    birth.book = IdSource(m_clock).next<BookId>();
    birth.language = u"zh"_s;
    birth.region = u"CN"_s;
    birth.currency = u"CNY"_s;
    KITH_TRY(threads, StoreThreads::open(access(), [&] { return StoreWriter::create(access(), birth, m_clock); }));
    return {};
}

Result<ImportReport> BenchBook::import(const QString& csv)
{
    KITH_TRY(const auto guess, guessPlan(threads->catalog(), csv, u"customer"_s));
    auto run = std::make_shared<ImportRun>(*threads, guess.plan);
    auto future = run->start();
    future.waitForFinished();
    return future.result();
}

}

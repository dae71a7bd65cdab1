// What an import calls for every row, and the search for every text.
#include "core/text/Fold.h"
#include "core/text/NearNames.h"
#include "core/text/SearchTokens.h"
#include "core/text/SortKey.h"
#include "core/text/figures/DateText.h"
#include "core/text/figures/Number.h"
#include "core/text/formats/Country.h"
#include "core/text/formats/Mail.h"
#include "core/text/formats/Phone.h"

#include <benchmark/benchmark.h>

#include <array>

using namespace kith;
using namespace Qt::StringLiterals;

namespace {

const std::array companies{u"深圳市腾讯计算机系统有限公司"_s, u"Genco Pura Olive Oil Company"_s,
                           u"重庆长安汽车股份有限公司"_s,     u"Müller GmbH & Co. KG"_s,
                           u"华为技术（深圳）有限公司"_s,     u"Massive Dynamic"_s};
const auto china = *CountryCode::fromIso(u"CN");

std::string text()
{
    std::string all;
    for (int i = 0; i < 200; ++i) {
        for (const auto& company : companies)
            all += company.toStdString() + ", +86 138 1234 5678, moses.frase@example.com; ";
        all += "Called about the renewal, will decide in October; asked for 12 seats and a demo on site. ";
    }
    return all;
}

template <typename Use>
void eachCompany(benchmark::State& state, Use use)
{
    std::size_t i = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(use(companies[i++ % companies.size()]));
    state.SetItemsProcessed(state.iterations());
}

void foldName(benchmark::State& state)
{
    QString out;
    eachCompany(state, [&](const QString& name) {
        foldInto(name, FoldHan::Simplify, out);
        return out.size();
    });
}

void companyKeyOf(benchmark::State& state)
{
    eachCompany(state, [](const QString& name) { return companyKey(name); });
}

void sortKeyOf(benchmark::State& state)
{
    eachCompany(state, [](const QString& name) { return sortKey(name); });
}

void tokenizeText(benchmark::State& state, const std::string& utf8)
{
    for (auto _ : state) {
        std::size_t bytes = 0;
        (void)tokenize(utf8, TokenMode::Document, [&](std::string_view token, int, int, bool) {
            bytes += token.size();
            return 0;
        });
        benchmark::DoNotOptimize(bytes);
    }
    state.SetBytesProcessed(state.iterations() * std::int64_t(utf8.size()));
}

void tokenizeMixed(benchmark::State& state)
{
    tokenizeText(state, text());
}

void tokenizeLatin(benchmark::State& state)
{
    std::string latin;
    for (int i = 0; i < 1000; ++i)
        latin += "Called about the renewal, will decide in October; asked for 12 seats and a demo on site. ";
    tokenizeText(state, latin);
}

void tokenizeChinese(benchmark::State& state)
{
    std::string chinese;
    for (int i = 0; i < 1000; ++i)
        chinese += "客户来电询问续约事宜，预计十月决定；需要十二个席位，并希望上门演示。";
    tokenizeText(state, chinese);
}

void parsePhone(benchmark::State& state, const QString& typed)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(PhoneNumber::parse(typed, china));
    state.SetItemsProcessed(state.iterations());
}

void phonePlain(benchmark::State& state)
{
    parsePhone(state, u"138-1234-5678"_s);
}

void phoneByLibrary(benchmark::State& state)
{
    parsePhone(state, u"+44 20 7946 0001"_s);
}

void numberTyped(benchmark::State& state)
{
    const auto typed = u"¥1,054.00"_s;
    for (auto _ : state)
        benchmark::DoNotOptimize(parseNumber(typed));
}

void decimalTyped(benchmark::State& state)
{
    const auto typed = u"1054.5"_s;
    for (auto _ : state)
        benchmark::DoNotOptimize(parseDecimal(typed, 2));
}

void dateTyped(benchmark::State& state)
{
    const auto typed = u"2016-10-20"_s;
    for (auto _ : state)
        benchmark::DoNotOptimize(parseDate(typed));
}

void mailTyped(benchmark::State& state)
{
    const auto typed = u"Moses.Frase@Example.com"_s;
    for (auto _ : state)
        benchmark::DoNotOptimize(MailAddress::parse(typed));
}

void countryTyped(benchmark::State& state)
{
    const auto typed = u"United States"_s;
    for (auto _ : state)
        benchmark::DoNotOptimize(countryFromText(typed));
}

void nearNameAmong5000(benchmark::State& state)
{
    QStringList names;
    for (int i = 0; i < 5000; ++i)
        names << companies[std::size_t(i) % companies.size()] + QString::number(i, 36) + u"corp"_s;
    const NearNames index(names, NameKind::Company);
    const auto typed = u"Masive Dynamic abccorp"_s;
    for (auto _ : state)
        benchmark::DoNotOptimize(index.find(typed));
}

BENCHMARK(foldName);
BENCHMARK(companyKeyOf);
BENCHMARK(sortKeyOf);
BENCHMARK(tokenizeMixed);
BENCHMARK(tokenizeLatin);
BENCHMARK(tokenizeChinese);
BENCHMARK(phonePlain);
BENCHMARK(phoneByLibrary);
BENCHMARK(numberTyped);
BENCHMARK(decimalTyped);
BENCHMARK(dateTyped);
BENCHMARK(mailTyped);
BENCHMARK(countryTyped);
BENCHMARK(nearNameAmong5000);

}

BENCHMARK_MAIN();

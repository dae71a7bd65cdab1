#pragma once

#include "core/base/Result.h"

#include <QLocale>
#include <QString>

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <vector>

namespace kith {

// An ISO 4217 currency code that ICU knows, as CNY.
class CurrencyCode
{
public:
    static std::optional<CurrencyCode> fromIso(QStringView code); // any case

    QString toString() const { return QString::fromLatin1(m_letters.data(), 3); }
    int minorDigits() const; // decimals of an amount: CNY 2, JPY 0, KWD 3; ISO 4217, the same for ever

    auto operator<=>(const CurrencyCode&) const = default;

private:
    constexpr explicit CurrencyCode(std::array<char, 3> letters) : m_letters(letters) {}

    std::array<char, 3> m_letters;
};

// A code, a sign or a usual name: USD, $, US$, RMB, 元, 人民币, 美元, euro. Where several currencies share a sign,
// `home` is taken if it is among them, else the most usual one ($ USD, ¥ CNY). Fails with CurrencyUnknown{"", typed}.
Result<CurrencyCode> currencyFromText(QStringView typed, std::optional<CurrencyCode> home = std::nullopt);

QString currencyName(CurrencyCode currency, const QLocale& locale);   // 人民币, US Dollar
QString currencySymbol(CurrencyCode currency, const QLocale& locale); // ¥, US$
const std::vector<CurrencyCode>& currentCurrencies();                 // legal tender today, by code
CurrencyCode homeCurrency(const QLocale& locale);                     // of the locale's territory, else CNY

// An amount in minor units as people read it there: ¥1,054.00.
QString formatMoney(std::int64_t minorUnits, CurrencyCode currency, const QLocale& locale);

}

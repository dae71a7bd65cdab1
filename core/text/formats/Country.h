#pragma once

#include "core/base/Result.h"

#include <QLocale>
#include <QString>

#include <array>
#include <compare>
#include <optional>
#include <vector>

namespace kith {

// An ISO 3166-1 alpha-2 code that ICU knows as a country or territory, as CN or GB.
class CountryCode
{
public:
    static std::optional<CountryCode> fromIso(QStringView alpha2Or3); // any case: "cn", "CHN"

    QString toString() const { return QString::fromLatin1(m_letters.data(), 2); }
    std::array<char, 2> letters() const { return m_letters; }

    auto operator<=>(const CountryCode&) const = default;

private:
    constexpr explicit CountryCode(std::array<char, 2> letters) : m_letters(letters) {}

    std::array<char, 2> m_letters;
};

struct CountryMatch
{
    CountryCode country;
    bool guessed = false; // a near name: to be reported

    bool operator==(const CountryMatch&) const = default;
};

// A code, a name in Chinese or English, one of their usual other names (USA, UK, 韩国, Korea) or a near name
// (Philipines). Fails with CountryUnknown{"", typed}. Any thread; 0.4 us after the first call, which takes some 10 ms.
Result<CountryMatch> countryFromText(QStringView typed);

QString countryName(CountryCode country, const QLocale& locale);
const std::vector<CountryCode>& allCountries(); // by code
// The calling code's region, for reading a number typed without one: the locale's territory, else CN.
CountryCode homeCountry(const QLocale& locale);

}

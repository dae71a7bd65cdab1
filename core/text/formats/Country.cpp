#include "core/text/formats/Country.h"

#include "core/text/Fold.h"
#include "core/text/NearNames.h"

#include <unicode/uloc.h>

#include <QHash>

#include <algorithm>
#include <string_view>

namespace kith {

namespace {

using namespace Qt::StringLiterals;

struct OtherName
{
    QStringView name;
    std::string_view code;
};
// What people write and ICU does not call the country.
constexpr std::array otherNames{
    OtherName{u"USA", "US"},
    OtherName{u"U.S.", "US"},
    OtherName{u"America", "US"},
    OtherName{u"United States of America", "US"},
    OtherName{u"美利坚合众国", "US"},
    OtherName{u"UK", "GB"},
    OtherName{u"Great Britain", "GB"},
    OtherName{u"Britain", "GB"},
    OtherName{u"England", "GB"},
    OtherName{u"Scotland", "GB"},
    OtherName{u"Wales", "GB"},
    OtherName{u"Northern Ireland", "GB"},
    OtherName{u"United Kingdom of Great Britain and Northern Ireland", "GB"},
    OtherName{u"大不列颠", "GB"},
    OtherName{u"PRC", "CN"},
    OtherName{u"P.R. China", "CN"},
    OtherName{u"People's Republic of China", "CN"},
    OtherName{u"Mainland China", "CN"},
    OtherName{u"China Mainland", "CN"},
    OtherName{u"中国大陆", "CN"},
    OtherName{u"中华人民共和国", "CN"},
    OtherName{u"Hong Kong", "HK"},
    OtherName{u"Hong Kong SAR", "HK"},
    OtherName{u"香港", "HK"},
    OtherName{u"中国香港", "HK"},
    OtherName{u"香港特别行政区", "HK"},
    OtherName{u"Macau", "MO"},
    OtherName{u"Macao", "MO"},
    OtherName{u"Macao SAR", "MO"},
    OtherName{u"澳门", "MO"},
    OtherName{u"中国澳门", "MO"},
    OtherName{u"澳门特别行政区", "MO"},
    OtherName{u"中国台湾", "TW"},
    OtherName{u"台湾省", "TW"},
    OtherName{u"Korea", "KR"},
    OtherName{u"Republic of Korea", "KR"},
    OtherName{u"Korea, Republic of", "KR"},
    OtherName{u"Korea South", "KR"},
    OtherName{u"S. Korea", "KR"},
    OtherName{u"南韩", "KR"},
    OtherName{u"大韩民国", "KR"},
    OtherName{u"DPRK", "KP"},
    OtherName{u"北朝鲜", "KP"},
    OtherName{u"Russian Federation", "RU"},
    OtherName{u"俄国", "RU"},
    OtherName{u"俄罗斯联邦", "RU"},
    OtherName{u"Viet Nam", "VN"},
    OtherName{u"Czech Republic", "CZ"},
    OtherName{u"Holland", "NL"},
    OtherName{u"The Netherlands", "NL"},
    OtherName{u"The Philippines", "PH"},
    OtherName{u"UAE", "AE"},
    OtherName{u"Emirates", "AE"},
    OtherName{u"阿联酋", "AE"},
    OtherName{u"Turkey", "TR"},
    OtherName{u"Türkiye", "TR"},
    OtherName{u"Ivory Coast", "CI"},
    OtherName{u"科特迪瓦", "CI"},
    OtherName{u"Burma", "MM"},
    OtherName{u"Myanmar", "MM"},
    OtherName{u"Iran, Islamic Republic of", "IR"},
    OtherName{u"Syrian Arab Republic", "SY"},
    OtherName{u"Lao PDR", "LA"},
    OtherName{u"Macedonia", "MK"},
    OtherName{u"Swaziland", "SZ"},
    OtherName{u"East Timor", "TL"},
    OtherName{u"Congo", "CG"},
    OtherName{u"DR Congo", "CD"},
    OtherName{u"Brunei Darussalam", "BN"},
    OtherName{u"Palestine", "PS"},
    OtherName{u"Vatican", "VA"},
    OtherName{u"Bosnia", "BA"},
    OtherName{u"Trinidad", "TT"},
    OtherName{u"Deutschland", "DE"},
    OtherName{u"España", "ES"},
    OtherName{u"Schweiz", "CH"},
    OtherName{u"Österreich", "AT"},
    OtherName{u"日本国", "JP"},
    OtherName{u"新西兰", "NZ"},
    OtherName{u"纽西兰", "NZ"},
    OtherName{u"沙特", "SA"},
    OtherName{u"波黑", "BA"},
    OtherName{u"纳米比亚", "NA"},
};

QString displayName(CountryCode country, const char* locale)
{
    const auto id = "_" + country.toString().toLatin1();
    std::array<char16_t, 128> text{};
    UErrorCode status = U_ZERO_ERROR;
    const auto size = uloc_getDisplayCountry(id.constData(), locale, text.data(), int32_t(text.size()), &status);
    return U_SUCCESS(status) && size > 0 ? QString(reinterpret_cast<const QChar*>(text.data()), size)
                                         : country.toString();
}

// Upper-case ASCII letters, or nothing.
template <std::size_t N>
std::optional<std::array<char, N>> upperLetters(QStringView text)
{
    std::array<char, N> upper{};
    if (text.size() != qsizetype(N))
        return std::nullopt;
    for (std::size_t i = 0; i < N; ++i) {
        const auto c = text[qsizetype(i)].unicode() & ~0x20;
        if (c < u'A' || c > u'Z')
            return std::nullopt;
        upper[i] = char(c);
    }
    return upper;
}

struct Codes
{
    std::vector<std::array<char, 2>> twoLetters; // sorted
    QHash<QByteArray, std::array<char, 2>> byThree;

    Codes()
    {
        for (const char* const* code = uloc_getISOCountries(); *code; ++code) {
            const std::array<char, 2> two{(*code)[0], (*code)[1]};
            twoLetters.push_back(two);
            byThree.insert(uloc_getISO3Country(("_" + QByteArray(*code)).constData()), two);
        }
        std::sort(twoLetters.begin(), twoLetters.end());
    }
};

const Codes& codes()
{
    static const Codes all;
    return all;
}

// All names of all countries, each once.
struct Names
{
    QStringList names;
    std::vector<CountryCode> countries; // of each name
    NearNames index;

    static Names gather()
    {
        QStringList names;
        std::vector<CountryCode> countries;
        QHash<QString, CountryCode> seen;
        const auto add = [&](const QString& name, CountryCode country) {
            const auto key = nameKey(name);
            if (seen.contains(key))
                return;
            seen.insert(key, country);
            names << name;
            countries.push_back(country);
        };
        for (const auto& other : otherNames)
            add(other.name.toString(), *CountryCode::fromIso(QLatin1StringView(other.code.data(), 2).toString()));
        for (const auto country : allCountries()) {
            for (const char* locale : {"en", "zh", "zh_Hant", "zh_Hant_HK"})
                add(displayName(country, locale), country);
        }
        NearNames index(names, NameKind::Plain);
        return Names{std::move(names), std::move(countries), std::move(index)};
    }
};

const Names& names()
{
    static const auto all = Names::gather();
    return all;
}

}

std::optional<CountryCode> CountryCode::fromIso(QStringView alpha2Or3)
{
    if (const auto two = upperLetters<2>(alpha2Or3)) {
        const auto& known = codes().twoLetters;
        return std::binary_search(known.begin(), known.end(), *two) ? std::optional(CountryCode(*two)) : std::nullopt;
    }
    if (const auto three = upperLetters<3>(alpha2Or3)) {
        const auto found = codes().byThree.constFind(QByteArray(three->data(), 3));
        return found != codes().byThree.cend() ? std::optional(CountryCode(*found)) : std::nullopt;
    }
    return std::nullopt;
}

Result<CountryMatch> countryFromText(QStringView typed)
{
    const auto text = fold(typed);
    if (const auto code = CountryCode::fromIso(text))
        return CountryMatch{*code, false};
    const auto match = names().index.find(text);
    std::optional<CountryCode> country;
    for (const auto candidate : match.candidates) {
        const auto found = names().countries[std::size_t(candidate)];
        if (country && *country != found)
            return Error{ErrorCode::CountryUnknown, {QString(), typed.toString()}};
        country = found;
    }
    if (!country)
        return Error{ErrorCode::CountryUnknown, {QString(), typed.toString()}};
    return CountryMatch{*country, match.certainty != NearCertainty::Same};
}

QString countryName(CountryCode country, const QLocale& locale)
{
    return displayName(country, locale.bcp47Name().toLatin1().constData());
}

const std::vector<CountryCode>& allCountries()
{
    static const auto all = [] {
        std::vector<CountryCode> countries;
        for (const auto& two : codes().twoLetters)
            countries.push_back(*CountryCode::fromIso(QLatin1StringView(two.data(), 2).toString()));
        return countries;
    }();
    return all;
}

CountryCode homeCountry(const QLocale& locale)
{
    const auto code = CountryCode::fromIso(QLocale::territoryToCode(locale.territory()));
    return code ? *code : *CountryCode::fromIso(u"CN"_s);
}

}

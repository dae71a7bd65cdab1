#include "core/text/formats/PhoneReading.h"

#include <array>
#include <string_view>

namespace kith {

namespace {

using namespace Qt::StringLiterals;

constexpr std::size_t mostDigits = 15;

struct Digits
{
    std::array<char, mostDigits> text{};
    std::size_t size = 0;
    bool international = false; // began with +

    std::string_view view() const { return {text.data(), size}; }
};

// Digits with blanks, hyphens, points and brackets between them; nothing for any other text.
std::optional<Digits> digitsIn(QStringView typed)
{
    Digits digits;
    typed = typed.trimmed();
    if (typed.startsWith(u'+')) {
        digits.international = true;
        typed = typed.sliced(1);
    }
    for (const QChar c : typed) {
        if (c >= u'0' && c <= u'9') {
            if (digits.size == mostDigits)
                return std::nullopt;
            digits.text[digits.size++] = char(c.unicode());
        } else if (c != u' ' && c != u'-' && c != u'.' && c != u'(' && c != u')') {
            return std::nullopt;
        }
    }
    return digits.size > 0 && typed.back() >= u'0' && typed.back() <= u'9' ? std::optional(digits) : std::nullopt;
}

bool isBetween(char c, char first, char last)
{
    return c >= first && c <= last;
}

// Not 179: those are carriers' prefixes before another number.
bool isChineseMobile(std::string_view digits)
{
    return digits.size() == 11 && digits[0] == '1' && isBetween(digits[1], '3', '9') && digits.substr(0, 3) != "179";
}

// Area code without its zero, and the number: 10 and 2x with eight digits, others with seven or eight.
bool isChineseLandline(std::string_view digits)
{
    if (digits.size() == 10 && (digits.substr(0, 2) == "10" || digits[0] == '2'))
        return isBetween(digits[2], '2', '8');
    return (digits.size() == 10 || digits.size() == 11) && isBetween(digits[0], '3', '9') &&
           isBetween(digits[3], '2', '8');
}

bool isNorthAmerican(std::string_view digits)
{
    return digits.size() == 10 && isBetween(digits[0], '2', '9') && isBetween(digits[3], '2', '9');
}

// Behind the +: the country's code and a number that no trunk prefix can be part of.
bool isPlainInternational(std::string_view digits)
{
    const auto rest = [&](std::size_t code) { return digits.substr(code); };
    if (digits.substr(0, 2) == "86")
        return isChineseMobile(rest(2)) || isChineseLandline(rest(2));
    if (digits[0] == '1')
        return isNorthAmerican(rest(1));
    if (digits.substr(0, 2) == "44")
        return digits.size() == 12 && digits[2] == '7';
    if (digits.substr(0, 2) == "33")
        return digits.size() == 11 && isBetween(digits[2], '1', '7');
    if (digits.substr(0, 3) == "852")
        return digits.size() == 11 && isBetween(digits[3], '2', '9');
    return digits.substr(0, 2) == "65" && digits.size() == 10 && (digits[2] == '6' || isBetween(digits[2], '8', '9'));
}

PhoneReading international(std::string_view countryCode, std::string_view digits)
{
    QString e164;
    e164.reserve(qsizetype(1 + countryCode.size() + digits.size()));
    e164 += u'+';
    e164 += QLatin1StringView(countryCode.data(), qsizetype(countryCode.size()));
    e164 += QLatin1StringView(digits.data(), qsizetype(digits.size()));
    return {e164, QString()};
}

}

std::optional<PhoneReading> readPlainPhone(QStringView typed, CountryCode home)
{
    const auto found = digitsIn(typed);
    if (!found)
        return std::nullopt;
    const auto digits = found->view();
    if (found->international)
        return isPlainInternational(digits) ? std::optional(international({}, digits)) : std::nullopt;

    const auto letters = home.letters();
    const std::string_view region(letters.data(), letters.size());
    if (region == "CN") {
        if (isChineseMobile(digits) || (digits.size() == 10 && digits.substr(0, 3) == "400"))
            return international("86", digits);
        if (digits.size() == 13 && digits.substr(0, 2) == "86" && isChineseMobile(digits.substr(2)))
            return international({}, digits);
        if (digits[0] == '0' && isChineseLandline(digits.substr(1)))
            return international("86", digits.substr(1));
    } else if (region == "US" || region == "CA") {
        if (isNorthAmerican(digits))
            return international("1", digits);
        if (digits[0] == '1' && isNorthAmerican(digits.substr(1)))
            return international({}, digits);
    }
    return std::nullopt;
}

}

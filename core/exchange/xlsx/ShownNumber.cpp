// What stored numbers are, by the forms in which they are shown.

#include "core/exchange/xlsx/NumberForm.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t dayMilliseconds = 86'400'000;
constexpr std::int64_t lastDay = 2'958'465;          // 9999-12-31
constexpr std::int64_t daysTo1904 = 1'462;           // from one count to the other
constexpr std::int64_t dayThatNeverWas = 60;         // 1900-02-29, as Lotus had it
constexpr std::size_t longestExact = 40;             // characters of a number that is taken as it is written
constexpr double greatestWhole = 9007199254740992.0; // up to here every whole number is itself

// A number as a person writes it, without an exponent, that has no more digits than are counted on, or is whole: some
// programs write long ids so, and every digit is there.
bool isPlain(std::string_view stored)
{
    const auto digits = stored.starts_with('-') ? stored.substr(1) : stored;
    const auto point = digits.find('.');
    const auto isDigits = [](std::string_view part) {
        return !part.empty() && std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    if (point == std::string_view::npos)
        return digits.size() <= longestExact && isDigits(digits);
    return digits.size() <= 16 && isDigits(digits.substr(0, point)) && isDigits(digits.substr(point + 1));
}

std::optional<double> numberIn(std::string_view stored)
{
    double value = 0;
    const char* end = stored.data() + stored.size();
    const auto [at, error] = std::from_chars(stored.data(), end, value);
    if (error != std::errc() || at != end || !std::isfinite(value))
        return std::nullopt;
    return value;
}

// 1234.5 from 1.2345e+03: digits and where the point comes behind them.
std::string positional(std::string_view digits, int before, bool negative)
{
    while (digits.size() > 1 && digits.back() == '0')
        digits.remove_suffix(1);
    std::string text = negative ? "-" : "";
    if (before <= 0) {
        text += "0.";
        text.append(std::size_t(-before), '0');
        text += digits;
    } else if (std::size_t(before) >= digits.size()) {
        text += digits;
        text.append(std::size_t(before) - digits.size(), '0');
    } else {
        text += digits.substr(0, std::size_t(before));
        text += '.';
        text += digits.substr(std::size_t(before));
    }
    return text;
}

std::string plainText(double value)
{
    constexpr int digitsBehindFirst = 14;
    std::array<char, 64> written{};
    if (value == 0)
        return "0";
    if (std::fabs(value) <= greatestWhole && value == std::floor(value)) {
        const auto end = std::to_chars(written.data(), written.data() + written.size(), std::int64_t(value)).ptr;
        return {written.data(), end};
    }
    const auto end = std::to_chars(written.data(), written.data() + written.size(), std::fabs(value),
                                   std::chars_format::scientific, digitsBehindFirst)
                         .ptr;
    const std::string_view all(written.data(), std::size_t(end - written.data()));
    const auto mark = all.find('e');
    int exponent = 0;
    const auto number = all.substr(all[mark + 1] == '+' ? mark + 2 : mark + 1);
    std::from_chars(number.data(), number.data() + number.size(), exponent);
    const auto digits = std::string(all.substr(0, 1)) + std::string(all.substr(2, digitsBehindFirst));
    return positional(digits, exponent + 1, value < 0);
}

std::string twoDigits(std::int64_t number)
{
    return {char('0' + number / 10 % 10), char('0' + number % 10)};
}

std::string clockText(std::int64_t milliseconds)
{
    const auto seconds = milliseconds / 1'000;
    auto text = (seconds < 360'000 ? twoDigits(seconds / 3'600) : std::to_string(seconds / 3'600)) + ':' +
                twoDigits(seconds / 60 % 60) + ':' + twoDigits(seconds % 60);
    if (const auto rest = milliseconds % 1'000; rest > 0)
        text += '.' + std::to_string(1'000 + rest).substr(1);
    return text;
}

std::string dateText(std::int64_t day)
{
    if (day == dayThatNeverWas)
        return "1900-02-29";
    static const QDate zero(1899, 12, 30);
    const auto date = zero.addDays(day < dayThatNeverWas ? day + 1 : day);
    return date.toString(Qt::ISODate).toStdString();
}

std::optional<SheetValue> moment(double value, const NumberForm& form, DayZero dayZero)
{
    using Kind = NumberForm::Kind;
    if (value < 0 || value > double(lastDay + 1))
        return std::nullopt;
    const auto milliseconds = std::int64_t(std::llround(value * double(dayMilliseconds)));
    auto day = milliseconds / dayMilliseconds;
    const auto clock = milliseconds % dayMilliseconds;
    if (form.kind == Kind::Elapsed)
        return SheetValue{clockText(milliseconds), CellType::Text};
    if (day == 0 && (dayZero == DayZero::Year1900 || form.kind == Kind::Time))
        return SheetValue{clockText(clock), CellType::Text};
    if (dayZero == DayZero::Year1904)
        day += daysTo1904;
    if (day > lastDay)
        return std::nullopt;
    auto text = dateText(day);
    if (form.kind != Kind::Date)
        text += (form.offset.empty() ? ' ' : 'T') + clockText(clock) + form.offset;
    return SheetValue{std::move(text), CellType::Date};
}

}

SheetValue shownNumber(std::string_view stored, const NumberForm& form, DayZero dayZero)
{
    const bool isAmount = form.kind == NumberForm::Kind::Number;
    if (isAmount && !form.percent && form.digits == 0 && isPlain(stored))
        return {std::string(stored), CellType::Number};
    const auto value = numberIn(stored);
    if (!value)
        return {std::string(stored), CellType::Text};
    if (!isAmount) {
        if (auto shown = moment(*value, form, dayZero))
            return std::move(*shown);
    }
    if (form.percent)
        return {plainText(*value * 100) + '%', CellType::Number};
    auto text = isPlain(stored) ? std::string(stored) : plainText(*value);
    const bool isWhole = text.find_first_not_of("0123456789") == std::string::npos;
    if (isWhole && int(text.size()) < form.digits)
        text.insert(0, std::size_t(form.digits) - text.size(), '0');
    return {std::move(text), CellType::Number};
}

}

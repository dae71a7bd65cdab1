#include "core/text/formats/TaxId.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace kith {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestTaxId = 64;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool allDigits(QStringView text)
{
    return std::all_of(text.begin(), text.end(), isDigit);
}

QString normalize(QStringView typed)
{
    QString text;
    for (const QChar c :
         typed.first(std::min(typed.size(), longestTaxId)).toString().normalized(QString::NormalizationForm_KC)) {
        if (c.isLetterOrNumber())
            text += c.toUpper();
    }
    return text;
}

// GB 32100-2015: 31 characters (no I, O, S, V, Z), weights 3^i modulo 31, the check character completes to 31.
constexpr std::u16string_view unifiedAlphabet = u"0123456789ABCDEFGHJKLMNPQRTUWXY";
constexpr std::array unifiedWeights{1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

std::optional<TaxIdCheck> checkUnified(QStringView text)
{
    if (text.size() != 18 || !allDigits(text.sliced(2, 6)))
        return std::nullopt;
    std::size_t sum = 0;
    for (std::size_t i = 0; i < unifiedWeights.size(); ++i) {
        const auto value = unifiedAlphabet.find(text[qsizetype(i)].unicode());
        if (value == std::u16string_view::npos)
            return std::nullopt;
        sum += value * std::size_t(unifiedWeights[i]);
    }
    const auto expected = unifiedAlphabet[(31 - sum % 31) % 31];
    return text[17].unicode() == expected ? TaxIdCheck::Right : TaxIdCheck::Wrong;
}

// What follows the country's letters: 9 a digit, A a letter, * either; several shapes between spaces.
struct VatShape
{
    std::string_view country;
    std::string_view shapes;
};
constexpr std::array vatShapes{
    VatShape{"AT", "U99999999"},
    VatShape{"BE", "9999999999"},
    VatShape{"BG", "999999999 9999999999"},
    VatShape{"CY", "99999999A"},
    VatShape{"CZ", "99999999 999999999 9999999999"},
    VatShape{"DE", "999999999"},
    VatShape{"DK", "99999999"},
    VatShape{"EE", "999999999"},
    VatShape{"EL", "999999999"},
    VatShape{"ES", "A99999999 99999999A A9999999A"},
    VatShape{"FI", "99999999"},
    VatShape{"FR", "**999999999"},
    VatShape{"HR", "99999999999"},
    VatShape{"HU", "99999999"},
    VatShape{"IE", "9999999A 9999999AA 9*99999A"},
    VatShape{"IT", "99999999999"},
    VatShape{"LT", "999999999 999999999999"},
    VatShape{"LU", "99999999"},
    VatShape{"LV", "99999999999"},
    VatShape{"MT", "99999999"},
    VatShape{"NL", "999999999B99"},
    VatShape{"PL", "9999999999"},
    VatShape{"PT", "999999999"},
    VatShape{"RO", "99 999 9999 99999 999999 9999999 99999999 999999999 9999999999"},
    VatShape{"SE", "999999999999"},
    VatShape{"SI", "99999999"},
    VatShape{"SK", "9999999999"},
    VatShape{"XI", "999999999 999999999999"},
};

bool fits(QStringView text, std::string_view shape)
{
    if (text.size() != qsizetype(shape.size()))
        return false;
    for (std::size_t i = 0; i < shape.size(); ++i) {
        const auto c = text[qsizetype(i)].unicode();
        const bool digit = c >= u'0' && c <= u'9';
        const bool letter = c >= u'A' && c <= u'Z';
        const bool good = shape[i] == '9'   ? digit
                          : shape[i] == 'A' ? letter
                          : shape[i] == '*' ? digit || letter
                                            : c == char16_t(shape[i]);
        if (!good)
            return false;
    }
    return true;
}

bool isEuropeanVat(QStringView text)
{
    const auto known = std::find_if(vatShapes.begin(), vatShapes.end(), [&](const VatShape& entry) {
        return text.startsWith(QLatin1StringView(entry.country.data(), 2));
    });
    if (known == vatShapes.end())
        return false;
    auto shapes = known->shapes;
    for (;;) {
        const auto end = shapes.find(' ');
        if (fits(text.sliced(2), shapes.substr(0, end)))
            return true;
        if (end == std::string_view::npos)
            return false;
        shapes.remove_prefix(end + 1);
    }
}

bool isIn(std::optional<CountryCode> country, QStringView code)
{
    return country && country->toString() == code;
}

}

TaxId readTaxId(QStringView typed, std::optional<CountryCode> country)
{
    TaxId id;
    id.normalized = normalize(typed);
    const QStringView text = id.normalized;
    const bool maybeChinese = !country || isIn(country, u"CN");
    if (const auto check = checkUnified(text); check && maybeChinese) {
        id.form = TaxIdForm::ChinaUnified;
        id.check = *check;
    } else if (maybeChinese && text.size() == 15 && allDigits(text.first(6)) && isIn(country, u"CN")) {
        id.form = TaxIdForm::ChinaOld;
    } else if (isEuropeanVat(text)) {
        id.form = TaxIdForm::EuropeanVat;
    } else if (text.size() == 9 && allDigits(text) &&
               (isIn(country, u"US") || (!country && typed.trimmed().indexOf(u'-') == 2))) {
        id.form = TaxIdForm::UnitedStatesEin;
    }
    return id;
}

QString shownTaxId(const TaxId& id)
{
    return id.form == TaxIdForm::UnitedStatesEin ? id.normalized.first(2) + u'-' + id.normalized.sliced(2)
                                                 : id.normalized;
}

}

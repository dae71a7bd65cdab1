#include "core/text/figures/Currency.h"

#include "core/text/Fold.h"
#include "core/text/figures/Decimal.h"

#include <unicode/ucurr.h>
#include <unicode/uenum.h>
#include <unicode/unum.h>

#include <QDateTime>
#include <QHash>

#include <algorithm>
#include <array>
#include <memory>
#include <span>
#include <string_view>

namespace kith {

namespace {

using namespace Qt::StringLiterals;
using namespace std::string_view_literals;

// ISO 4217's table of 2024-06 where it is not 2. Written out, because ICU's digits follow what people use today and
// change with its version, and stored minor units must never change their worth.
constexpr std::array withoutMinor{"BIF"sv, "CLP"sv, "DJF"sv, "GNF"sv, "ISK"sv, "JPY"sv, "KMF"sv, "KRW"sv, "PYG"sv,
                                  "RWF"sv, "UGX"sv, "UYI"sv, "VND"sv, "VUV"sv, "XAF"sv, "XOF"sv, "XPF"sv};
constexpr std::array withThreeDigits{"BHD"sv, "IQD"sv, "JOD"sv, "KWD"sv, "LYD"sv, "OMR"sv, "TND"sv};
constexpr std::array withFourDigits{"CLF"sv, "UYW"sv};

constexpr std::array unions{"XAF"sv, "XCD"sv, "XOF"sv, "XPF"sv};

// Signs that several currencies share, the most usual one first.
struct SharedSign
{
    QStringView sign;
    std::string_view codes;
};
constexpr std::array sharedSigns{
    SharedSign{u"$", "USD AUD CAD NZD HKD SGD TWD MXN ARS CLP COP BND BBD JMD"},
    SharedSign{u"dollar", "USD AUD CAD NZD HKD SGD TWD"},
    SharedSign{u"dollars", "USD AUD CAD NZD HKD SGD TWD"},
    SharedSign{u"¥", "CNY JPY"},
    SharedSign{u"元", "CNY TWD HKD"},
    SharedSign{u"£", "GBP EGP SYP LBP"},
    SharedSign{u"pound", "GBP EGP"},
    SharedSign{u"pounds", "GBP EGP"},
    SharedSign{u"kr", "SEK NOK DKK ISK"},
    SharedSign{u"rs", "INR PKR LKR NPR"},
    SharedSign{u"卢比", "INR PKR LKR NPR"},
    SharedSign{u"比索", "PHP MXN ARS CLP COP"},
    SharedSign{u"法郎", "CHF XAF XOF"},
};

struct Sign
{
    QStringView sign; // folded, without blanks and points
    std::string_view code;
};
constexpr std::array signs{
    Sign{u"rmb", "CNY"},      Sign{u"cn¥", "CNY"},      Sign{u"rmb¥", "CNY"},     Sign{u"cnh", "CNY"},
    Sign{u"yuan", "CNY"},     Sign{u"圆", "CNY"},       Sign{u"块", "CNY"},       Sign{u"人民币", "CNY"},
    Sign{u"人民币元", "CNY"}, Sign{u"元人民币", "CNY"}, Sign{u"us$", "USD"},      Sign{u"u$", "USD"},
    Sign{u"usd$", "USD"},     Sign{u"美元", "USD"},     Sign{u"美金", "USD"},     Sign{u"hk$", "HKD"},
    Sign{u"港元", "HKD"},     Sign{u"港币", "HKD"},     Sign{u"港纸", "HKD"},     Sign{u"mop$", "MOP"},
    Sign{u"nt$", "TWD"},      Sign{u"ntd", "TWD"},      Sign{u"台币", "TWD"},     Sign{u"新台币", "TWD"},
    Sign{u"澳门元", "MOP"},   Sign{u"s$", "SGD"},       Sign{u"新加坡元", "SGD"}, Sign{u"新元", "SGD"},
    Sign{u"坡币", "SGD"},     Sign{u"a$", "AUD"},       Sign{u"au$", "AUD"},      Sign{u"澳元", "AUD"},
    Sign{u"c$", "CAD"},       Sign{u"ca$", "CAD"},      Sign{u"加元", "CAD"},     Sign{u"nz$", "NZD"},
    Sign{u"mx$", "MXN"},      Sign{u"r$", "BRL"},       Sign{u"€", "EUR"},        Sign{u"euro", "EUR"},
    Sign{u"euros", "EUR"},    Sign{u"欧元", "EUR"},     Sign{u"英镑", "GBP"},     Sign{u"stg", "GBP"},
    Sign{u"日元", "JPY"},     Sign{u"日圆", "JPY"},     Sign{u"円", "JPY"},       Sign{u"yen", "JPY"},
    Sign{u"jp¥", "JPY"},      Sign{u"₩", "KRW"},        Sign{u"韩元", "KRW"},     Sign{u"韩币", "KRW"},
    Sign{u"원", "KRW"},       Sign{u"₹", "INR"},        Sign{u"₽", "RUB"},      Sign{u"卢布", "RUB"},
    Sign{u"руб", "RUB"},      Sign{u"฿", "THB"},        Sign{u"泰铢", "THB"},     Sign{u"₫", "VND"},
    Sign{u"越南盾", "VND"},   Sign{u"₱", "PHP"},        Sign{u"₺", "TRY"},        Sign{u"₴", "UAH"},
    Sign{u"₦", "NGN"},        Sign{u"₪", "ILS"},        Sign{u"₸", "KZT"},        Sign{u"zl", "PLN"},
    Sign{u"kc", "CZK"},       Sign{u"ft", "HUF"},       Sign{u"fr", "CHF"},       Sign{u"sfr", "CHF"},
    Sign{u"瑞士法郎", "CHF"}, Sign{u"林吉特", "MYR"},   Sign{u"马币", "MYR"},     Sign{u"rm", "MYR"},
    Sign{u"rp", "IDR"},       Sign{u"印尼盾", "IDR"},   Sign{u"迪拉姆", "AED"},   Sign{u"雷亚尔", "BRL"},
};

QString signKey(QStringView text)
{
    return fold(text, FoldHan::Simplify).remove(u' ').remove(u'.');
}

QString fromIcu(const char16_t* text, int32_t size)
{
    return QString(reinterpret_cast<const QChar*>(text), size);
}

std::array<char16_t, 4> icuCode(CurrencyCode currency)
{
    const auto text = currency.toString();
    return {text[0].unicode(), text[1].unicode(), text[2].unicode(), u'\0'};
}

QByteArray icuLocale(const QLocale& locale)
{
    return locale.bcp47Name().toLatin1();
}

QString icuName(CurrencyCode currency, const char* locale, UCurrNameStyle style)
{
    UErrorCode status = U_ZERO_ERROR;
    int32_t size = 0;
    UBool isChoice = false;
    const auto* name = ucurr_getName(icuCode(currency).data(), locale, style, &isChoice, &size, &status);
    return U_SUCCESS(status) && name ? fromIcu(name, size) : currency.toString();
}

// Every code ICU has ever heard of, sorted: small enough to search, made once.
const std::vector<std::array<char, 3>>& knownCodes()
{
    static const auto codes = [] {
        std::vector<std::array<char, 3>> found;
        UErrorCode status = U_ZERO_ERROR;
        UEnumeration* all = ucurr_openISOCurrencies(UCURR_ALL, &status);
        int32_t size = 0;
        while (const char* code = uenum_next(all, &size, &status)) {
            if (size == 3)
                found.push_back({code[0], code[1], code[2]});
        }
        uenum_close(all);
        std::sort(found.begin(), found.end());
        return found;
    }();
    return codes;
}

bool contains(std::span<const std::string_view> codes, CurrencyCode currency)
{
    const auto text = currency.toString().toStdString();
    return std::find(codes.begin(), codes.end(), text) != codes.end();
}

CurrencyCode known(std::string_view code)
{
    return *CurrencyCode::fromIso(QLatin1StringView(code.data(), qsizetype(code.size())).toString());
}

const QHash<QString, CurrencyCode>& names()
{
    static const auto index = [] {
        QHash<QString, CurrencyCode> found;
        for (const auto currency : currentCurrencies()) {
            for (const char* locale : {"zh", "en"})
                found.insert(signKey(icuName(currency, locale, UCURR_LONG_NAME)), currency);
        }
        for (const auto& sign : signs)
            found.insert(sign.sign.toString(), known(sign.code));
        return found;
    }();
    return index;
}

}

std::optional<CurrencyCode> CurrencyCode::fromIso(QStringView code)
{
    if (code.size() != 3)
        return std::nullopt;
    std::array<char, 3> letters{};
    for (qsizetype i = 0; i < 3; ++i) {
        const auto upper = code[i].toUpper().unicode();
        if (upper < u'A' || upper > u'Z')
            return std::nullopt;
        letters[std::size_t(i)] = char(upper);
    }
    const auto& codes = knownCodes();
    return std::binary_search(codes.begin(), codes.end(), letters) ? std::optional(CurrencyCode(letters))
                                                                   : std::nullopt;
}

int CurrencyCode::minorDigits() const
{
    return contains(withoutMinor, *this)      ? 0
           : contains(withThreeDigits, *this) ? 3
           : contains(withFourDigits, *this)  ? 4
                                              : 2;
}

Result<CurrencyCode> currencyFromText(QStringView typed, std::optional<CurrencyCode> home)
{
    const auto key = signKey(typed);
    for (const auto& shared : sharedSigns) {
        if (key != shared.sign)
            continue;
        const auto homeText = home ? home->toString().toStdString() : std::string();
        return home && shared.codes.find(homeText) != std::string_view::npos ? *home : known(shared.codes.substr(0, 3));
    }
    if (const auto found = names().constFind(key); found != names().cend())
        return *found;
    if (const auto code = CurrencyCode::fromIso(key))
        return *code;
    return Error{ErrorCode::CurrencyUnknown, {QString(), typed.toString()}};
}

QString currencyName(CurrencyCode currency, const QLocale& locale)
{
    return icuName(currency, icuLocale(locale).constData(), UCURR_LONG_NAME);
}

QString currencySymbol(CurrencyCode currency, const QLocale& locale)
{
    return icuName(currency, icuLocale(locale).constData(), UCURR_SYMBOL_NAME);
}

const std::vector<CurrencyCode>& currentCurrencies()
{
    static const auto current = [] {
        std::vector<CurrencyCode> found;
        const auto now = double(QDateTime::currentMSecsSinceEpoch());
        for (const auto& letters : knownCodes()) {
            const auto currency = known({letters.data(), 3});
            UErrorCode status = U_ZERO_ERROR;
            // Codes that begin with X belong to no country: gold, silver, test codes, and the money of unions.
            // CNH is traders' name for yuan abroad, not ISO 4217's.
            if ((letters[0] != 'X' || contains(unions, currency)) && currency != known("CNH") &&
                ucurr_isAvailable(icuCode(currency).data(), now, now, &status))
                found.push_back(currency);
        }
        return found;
    }();
    return current;
}

CurrencyCode homeCurrency(const QLocale& locale)
{
    std::array<char16_t, 4> code{};
    UErrorCode status = U_ZERO_ERROR;
    const auto name = "und_"_L1 + QLocale::territoryToCode(locale.territory());
    ucurr_forLocale(name.toLatin1().constData(), code.data(), int32_t(code.size()), &status);
    const auto found = U_SUCCESS(status) ? CurrencyCode::fromIso(QStringView(code.data(), 3)) : std::nullopt;
    return found.value_or(known("CNY"));
}

QString formatMoney(std::int64_t minorUnits, CurrencyCode currency, const QLocale& locale)
{
    const auto plain = Decimal{minorUnits, currency.minorDigits()}.toPlainString();
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UNumberFormat, decltype(&unum_close)> format(
        unum_open(UNUM_CURRENCY, nullptr, 0, icuLocale(locale).constData(), nullptr, &status), &unum_close);
    if (U_SUCCESS(status)) {
        unum_setTextAttribute(format.get(), UNUM_CURRENCY_CODE, icuCode(currency).data(), 3, &status);
        unum_setAttribute(format.get(), UNUM_FRACTION_DIGITS, currency.minorDigits());
        std::array<char16_t, 128> text{};
        const auto size = unum_formatDecimal(format.get(), plain.toLatin1().constData(), int32_t(plain.size()),
                                             text.data(), int32_t(text.size()), nullptr, &status);
        if (U_SUCCESS(status))
            return fromIcu(text.data(), size);
    }
    return currency.toString() + u' ' + Decimal{minorUnits, currency.minorDigits()}.toLocalString(locale);
}

}

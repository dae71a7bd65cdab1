#include "core/records/forms/ListReader.h"
#include "core/records/forms/RelativeDate.h"
#include "core/text/FieldError.h"
#include "core/text/Fold.h"
#include "core/text/formats/Country.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace kith {

namespace {

enum class Lines { Join, Keep };

bool isLineBreak(QChar c)
{
    return c == u'\n' || c == u'\r' || c == QChar(0x2028) || c == QChar(0x2029);
}

// Characters that no field holds as they come: they end lines, control terminals, or combine with the letter before.
bool needsCare(QChar c)
{
    const auto u = c.unicode();
    if (u < 0x300)
        return u < 0x20 || u == 0x7f;
    return u <= 0x36f || u == 0x2028 || u == 0x2029 || u == 0x3099 || u == 0x309a || u == 0xfeff;
}

QString cleaned(QStringView text, Lines lines)
{
    if (std::none_of(text.begin(), text.end(), needsCare))
        return text.toString();
    const auto composed = text.toString().normalized(QString::NormalizationForm_C);
    QString clean;
    clean.reserve(composed.size());
    for (qsizetype i = 0; i < composed.size(); ++i) {
        const QChar c = composed[i];
        if (isLineBreak(c)) {
            if (c == u'\r' && i + 1 < composed.size() && composed[i + 1] == u'\n')
                ++i;
            clean += lines == Lines::Keep ? u'\n' : u' ';
        } else if (c == u'\t') {
            clean += lines == Lines::Keep ? c : u' ';
        } else if (c.unicode() >= 0x20 && c.unicode() != 0x7f && c.unicode() != 0xfeff) {
            clean += c;
        }
    }
    return clean.trimmed();
}

bool isLonger(const QString& text, int characters)
{
    if (text.size() <= characters)
        return false;
    const auto surrogates = std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLowSurrogate(); });
    return text.size() - surrogates > characters;
}

Result<Value> readText(const Field& field, QStringView text)
{
    auto clean = cleaned(text, field.type == FieldType::LongText ? Lines::Keep : Lines::Join);
    const int most = maximumCharacters(field);
    if (isLonger(clean, most))
        return Error{ErrorCode::TextTooLong, {QString(), QString::number(most)}};
    return canonical(Value(std::move(clean)));
}

// A percentage is the number before its sign; an amount of money is none.
Result<Decimal> readNumber(QStringView text, int scale, const TextConventions& conventions)
{
    KITH_TRY(const auto typed, parseNumber(text, conventions.decimalMark));
    if (typed.currency)
        return Error{ErrorCode::NotANumber, {QString(), text.toString()}};
    return typed.value.rescaled(scale);
}

// The commonest number, without the general reader's care for signs and grouping.
std::optional<std::int64_t> plainDigits(QStringView text)
{
    const bool minus = text.startsWith(u'-');
    const auto digits = minus ? text.sliced(1) : text;
    if (digits.isEmpty() || digits.size() > 18)
        return std::nullopt;
    std::int64_t number = 0;
    for (const QChar c : digits) {
        if (c < u'0' || c > u'9')
            return std::nullopt;
        number = number * 10 + (c.unicode() - u'0');
    }
    return minus ? -number : number;
}

Result<Value> readInteger(QStringView text, const TextConventions& conventions)
{
    if (const auto plain = plainDigits(text))
        return Value(*plain);
    KITH_TRY(const auto number, readNumber(text, 0, conventions));
    return Value(number.units);
}

Result<Value> readDecimal(const Field& field, QStringView text, const TextConventions& conventions)
{
    KITH_TRY(const auto number, readNumber(text, field.scale, conventions));
    return Value(number);
}

Result<Value> readMoney(QStringView text, const TextConventions& conventions)
{
    const auto home = CurrencyCode::fromIso(conventions.baseCurrency);
    KITH_TRY(const auto typed, parseNumber(text, conventions.decimalMark, home));
    const auto currency = typed.currency ? typed.currency : home;
    if (typed.percent)
        return Error{ErrorCode::NotANumber, {QString(), text.toString()}};
    if (!currency)
        return Error{ErrorCode::CurrencyUnknown, {QString(), conventions.baseCurrency}};
    KITH_TRY(const auto amount, typed.value.rescaled(currency->minorDigits()));
    // The book's own text is shared, not made anew for each amount.
    const bool isHome = home && *currency == *home && conventions.baseCurrency.front().isUpper();
    return Value(Money{amount.units, isHome ? conventions.baseCurrency : currency->toString()});
}

QDate today(const TextConventions& conventions)
{
    return conventions.now.toUtc().toTimeZone(conventions.zone).date();
}

bool isNow(QStringView text)
{
    return text.compare(u"now", Qt::CaseInsensitive) == 0;
}

// Dates begin with a digit far more often than with a word; a date that does is never relative.
std::optional<QDate> readRelative(QStringView text, const TextConventions& conventions)
{
    if (text.front() >= u'0' && text.front() <= u'9')
        return std::nullopt;
    return isNow(text) ? today(conventions) : relativeDate(text, today(conventions));
}

DateForms formsOf(const TextConventions& conventions)
{
    DateForms forms;
    forms.order = conventions.dateOrder;
    forms.excelSerials = conventions.excelSerials;
    return forms;
}

Result<Value> readDate(QStringView text, const TextConventions& conventions, QStringList* notices)
{
    if (const auto day = readRelative(text, conventions))
        return Value(*day);
    auto forms = formsOf(conventions);
    const auto day = parseDate(text, forms);
    if (day)
        return Value(*day);
    forms.dropTime = true;
    KITH_TRY(const auto without, parseDate(text, forms));
    if (notices)
        notices->append(
            QCoreApplication::translate("kith::ValueText", "The time of day in “%1” is left out.").arg(text));
    return Value(without);
}

Result<Value> readInstant(QStringView text, const TextConventions& conventions)
{
    if (isNow(text))
        return Value(conventions.now);
    if (const auto day = readRelative(text, conventions))
        return Value(Instant::fromDateTime(day->startOfDay(conventions.zone)));
    KITH_TRY(const auto instant, parseInstant(text, conventions.zone, formsOf(conventions)));
    return Value(instant);
}

std::optional<bool> truth(QStringView text)
{
    static constexpr std::array<QStringView, 11> yes{u"true", u"yes", u"y",  u"t",  u"1", u"on",
                                                     u"x",    u"是",  u"真", u"有", u"√"};
    static constexpr std::array<QStringView, 11> no{u"false", u"no", u"n",  u"f",  u"0", u"off",
                                                    u"否",    u"假", u"无", u"不", u"×"};
    const auto is = [&](QStringView word) { return text.compare(word, Qt::CaseInsensitive) == 0; };
    if (std::any_of(yes.begin(), yes.end(), is))
        return true;
    if (std::any_of(no.begin(), no.end(), is))
        return false;
    return std::nullopt;
}

Result<Value> readBoolean(QStringView text)
{
    if (const auto answer = truth(text))
        return Value(*answer);
    if (const auto answer = truth(fold(text)))
        return Value(*answer);
    return Error{ErrorCode::NotABoolean, {QString(), text.toString()}};
}

template <typename Same>
const Option* optionWhere(const Field& field, const Same& same)
{
    for (const auto& option : field.options) {
        const auto& labels = option.label.texts();
        if (same(option.key) || std::any_of(labels.begin(), labels.end(), same) ||
            std::any_of(option.synonyms.begin(), option.synonyms.end(), same))
            return &option;
    }
    return nullptr;
}

const Option* findOption(const Field& field, QStringView text)
{
    if (const Option* byKey = field.optionByKey(text))
        return byKey;
    if (const Option* same =
            optionWhere(field, [&](const QString& word) { return text.compare(word, Qt::CaseInsensitive) == 0; }))
        return same;
    const auto id = catalogIdFromText(text);
    if (const Option* byId = id ? field.option(OptionId::from(*id)) : nullptr)
        return byId;
    const auto folded = fold(text, FoldHan::Simplify);
    return folded.isEmpty()
               ? nullptr
               : optionWhere(field, [&](const QString& word) { return fold(word, FoldHan::Simplify) == folded; });
}

Error noSuchOption(QStringView text)
{
    return Error{ErrorCode::NoSuchOption, {QString(), text.toString()}};
}

Result<Value> readOption(const Field& field, QStringView text)
{
    const Option* option = findOption(field, text);
    return option ? Result<Value>(Value(option->id)) : Result<Value>(noSuchOption(text));
}

template <typename Separator>
std::vector<QStringView> parts(QStringView text, const Separator& separates)
{
    std::vector<QStringView> found;
    auto start = text.begin();
    while (start != text.end()) {
        const auto end = std::find_if(start, text.end(), separates);
        if (const auto part = QStringView(start, end).trimmed(); !part.isEmpty())
            found.push_back(part);
        start = end == text.end() ? end : end + 1;
    }
    return found;
}

// Labels may hold commas, so a comma separates only what is no option as a whole.
Status addOptions(const Field& field, QStringView text, IdSet& ids)
{
    const auto hard = [](QChar c) { return c == u';' || c == QChar(0xff1b) || c == u'|' || isLineBreak(c); };
    const auto soft = [](QChar c) { return c == u',' || c == QChar(0xff0c) || c == QChar(0x3001); };
    for (const auto part : parts(text, hard)) {
        if (const Option* whole = findOption(field, part)) {
            ids.push_back(whole->id);
            continue;
        }
        for (const auto piece : parts(part, soft)) {
            const Option* option = findOption(field, piece);
            if (!option)
                return noSuchOption(piece);
            ids.push_back(option->id);
        }
    }
    return {};
}

Result<Value> readOptions(const Field& field, QStringView text)
{
    IdSet ids;
    KITH_TRY(addOptions(field, text, ids));
    return canonical(Value(std::move(ids)));
}

Result<Value> readTyped(const Field& field, QStringView text, const TextConventions& conventions, QStringList* notices)
{
    switch (field.type) {
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Number:
    case FieldType::Relation:
    case FieldType::Tags:
        return readText(field, text);
    case FieldType::Integer:
        return readInteger(text, conventions);
    case FieldType::Decimal:
        return readDecimal(field, text, conventions);
    case FieldType::Money:
        return readMoney(text, conventions);
    case FieldType::Date:
        return readDate(text, conventions, notices);
    case FieldType::Instant:
        return readInstant(text, conventions);
    case FieldType::Boolean:
        return readBoolean(text);
    case FieldType::Option:
        return readOption(field, text);
    case FieldType::Options:
        return readOptions(field, text);
    case FieldType::Phone:
    case FieldType::Mail:
    case FieldType::Link:
        return readPoints(field.type, text, conventions, notices);
    case FieldType::Address:
        return readAddresses(text, notices);
    }
    return Value();
}

QString readCountry(const QString& typed, QStringList* notices)
{
    const auto match = countryFromText(typed);
    if (!match) {
        if (notices)
            notices->append(QCoreApplication::translate("kith::ValueText",
                                                        "“%1” is not understood as a country and is kept as it is.")
                                .arg(typed));
        return typed;
    }
    const auto code = match->country.toString();
    if (match->guessed && notices)
        notices->append(QCoreApplication::translate("kith::ValueText", "“%1” is taken for the country %2.")
                            .arg(typed, countryName(match->country, QLocale())));
    return code;
}

}

Result<Value> readValue(const Field& field, QStringView text, const TextConventions& conventions, QStringList* notices)
{
    const auto trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return Value();
    auto value = readTyped(field, trimmed, conventions, notices);
    if (!value)
        return withField(value.error(), field.label.in(conventions.language));
    return value;
}

Result<QString> readAddressComponent(QStringView component, QStringView text, QStringList* notices)
{
    const auto clean = cleaned(text.trimmed(), Lines::Join);
    if (!addressComponents().contains(component))
        return Error{ErrorCode::NoSuchField, {QString(), component.toString()}};
    if (clean.size() > longestEntry)
        return Error{ErrorCode::TextTooLong, {QString(), QString::number(longestEntry)}};
    return component == u"country" && !clean.isEmpty() ? readCountry(clean, notices) : clean;
}

}

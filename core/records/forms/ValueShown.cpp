#include "core/records/forms/JsonLists.h"
#include "core/records/forms/ListReader.h"
#include "core/text/formats/Country.h"
#include "core/text/formats/Phone.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

template <typename... Cases>
struct Overloaded : Cases...
{
    using Cases::operator()...;
};
template <typename... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>; // which Clang needs to be told

QString joined(const QStringList& texts)
{
    return texts.join(u"; ");
}

QString labelled(const QString& label, const QString& text)
{
    return label.isEmpty() ? text : label + u": "_s + text;
}

// Whether the plain form reads as exactly these entries.
bool readsBack(FieldType type, const QString& plain, const std::vector<ListEntry>& entries)
{
    return !plain.startsWith(u"[{") && splitEntries(type, plain) == entries &&
           std::all_of(entries.begin(), entries.end(),
                       [](const ListEntry& entry) { return pointLabel(entry.label) == entry.label; });
}

QString compact(const QJsonArray& json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

// An entry that is not understood as a whole may be understood in parts.
bool couldBeSeveral(const Point& point)
{
    return point.value.isEmpty() &&
           (point.typed.contains(u',') || point.typed.contains(QChar(0xff0c)) || point.typed.contains(QChar(0x3001)));
}

QString exactPoints(FieldType type, const Points& points)
{
    QStringList texts;
    std::vector<ListEntry> entries;
    for (const auto& point : points) {
        texts += labelled(point.label, point.shown());
        entries.push_back({point.label, point.shown()});
    }
    const auto plain = joined(texts);
    if (readsBack(type, plain, entries) && std::none_of(points.begin(), points.end(), couldBeSeveral))
        return plain;
    return compact(jsonOf(points));
}

// Another number, or one at all, where the country is another.
bool isNational(const Point& phone)
{
    const auto& text = phone.shown();
    return !text.startsWith(u'+') && std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

bool readsAs(const Field& field, const QString& text, const Points& points, const TextConventions& conventions)
{
    const auto value = readValue(field, text, conventions);
    const auto* read = value ? std::get_if<Points>(&*value) : nullptr;
    return read && *read == points;
}

QString exactAddresses(const Addresses& addresses)
{
    QStringList texts;
    std::vector<ListEntry> entries;
    for (const auto& address : addresses) {
        Address rest = address;
        rest.street.clear();
        if (!rest.isEmpty() || address.street.contains(u'\n') || address.street.contains(u'\r'))
            return compact(jsonOf(addresses));
        texts += labelled(address.label, address.street);
        entries.push_back({address.label, address.street});
    }
    const auto plain = joined(texts);
    return readsBack(FieldType::Address, plain, entries) ? plain : compact(jsonOf(addresses));
}

QString optionKey(const Field& field, const OptionId& id)
{
    const Option* option = field.option(id);
    return option ? option->key : catalogIdText(id);
}

QString exactSet(const Field& field, const IdSet& ids)
{
    QStringList keys;
    for (const auto& id : ids)
        keys += field.type == FieldType::Options ? optionKey(field, OptionId::from(id)) : id.toString();
    return keys.join(u';');
}

bool isHan(const QLocale& locale)
{
    return locale.language() == QLocale::Chinese || locale.language() == QLocale::Japanese;
}

QString shownDate(QDate date, const QLocale& locale)
{
    return isHan(locale) ? toIso(date) : locale.toString(date, u"d MMM yyyy");
}

QString shownInstant(Instant instant, const QLocale& locale, const QTimeZone& zone)
{
    const auto there = instant.toUtc().toTimeZone(zone);
    return shownDate(there.date(), locale) + u' ' + there.time().toString(u"HH:mm");
}

QString shownMoney(const Money& money, const QLocale& locale)
{
    const auto currency = CurrencyCode::fromIso(money.currency);
    return currency ? formatMoney(money.minor, *currency, locale) : exactAmount(money) + u' ' + money.currency;
}

QString optionLabel(const Field& field, const OptionId& id, const QString& language)
{
    const Option* option = field.option(id);
    return option ? option->label.in(language) : catalogIdText(id);
}

QString shownSet(const Field& field, const IdSet& ids, const QLocale& locale, const QString& language)
{
    QStringList labels;
    if (field.type == FieldType::Options) {
        for (const auto& id : ids)
            labels += optionLabel(field, OptionId::from(id), language);
    }
    return labels.join(isHan(locale) ? u"、"_s : u", "_s);
}

QString shownBoolean(bool value)
{
    return value ? QCoreApplication::translate("kith::ValueText", "Yes")
                 : QCoreApplication::translate("kith::ValueText", "No");
}

// Chinese, Japanese and Korean addresses go from the large to the small, without blanks where they are in characters.
QString largeToSmall(const Address& address)
{
    QString line;
    for (const auto* part : {&address.region, &address.city, &address.district, &address.street}) {
        if (part->isEmpty() || (part == &address.city && address.city == address.region))
            continue;
        if (!line.isEmpty() && (line.back().unicode() < 0x2e80 || part->front().unicode() < 0x2e80))
            line += u' ';
        line += *part;
    }
    return line;
}

QString smallToLarge(const Address& address)
{
    QStringList parts;
    for (const auto* part : {&address.street, &address.district, &address.city, &address.region}) {
        if (!part->isEmpty())
            parts += *part;
    }
    return parts.join(u", "_s);
}

}

QString exactAmount(const Money& money)
{
    const auto currency = CurrencyCode::fromIso(money.currency);
    return Decimal{money.minor, currency ? currency->minorDigits() : 2}.toPlainString();
}

QString exactText(const Field& field, const Value& value)
{
    return std::visit(Overloaded{
                          [](std::monostate) { return QString(); },
                          [](const QString& text) { return text; },
                          [](std::int64_t number) { return QString::number(number); },
                          [](bool truth) { return truth ? u"true"_s : u"false"_s; },
                          [](const Decimal& decimal) { return decimal.toPlainString(); },
                          [](const Money& money) { return exactAmount(money) + u' ' + money.currency; },
                          [](QDate date) { return toIso(date); },
                          [](Instant instant) { return toRfc3339(instant); },
                          [&](const OptionId& id) { return optionKey(field, id); },
                          [&](const IdSet& ids) { return exactSet(field, ids); },
                          [&](const Points& points) { return exactPoints(field.type, points); },
                          [](const Addresses& addresses) { return exactAddresses(addresses); },
                          [](const Reference& reference) { return reference.record.toString(); },
                          [](const UnknownValue&) { return QString(); },
                      },
                      value);
}

PhonesText phonesText(const Field& field, const Points& phones, const TextConventions& conventions)
{
    const auto text = exactPoints(field.type, phones);
    if (std::none_of(phones.begin(), phones.end(), isNational) && readsAs(field, text, phones, conventions))
        return {text, {}};
    QStringList regions;
    for (const auto& phone : phones) {
        if (const auto country = phone.value.isEmpty() ? std::nullopt : callingCountry(phone.value))
            regions += country->toString();
    }
    regions += conventions.region;
    auto reading = conventions;
    for (const auto& region : regions) {
        reading.region = region;
        if (readsAs(field, text, phones, reading))
            return {text, region};
    }
    // Said of each number: what it is, or that it is none.
    auto told = jsonOf(phones);
    for (auto entry : told) {
        auto object = entry.toObject();
        object.insert(u"value"_s, object["value"_L1].toString());
        entry = object;
    }
    return {compact(told), {}};
}

QString displayText(const Address& address, const TextConventions& conventions)
{
    const QLocale locale(conventions.language);
    const auto country = CountryCode::fromIso(address.country);
    static const QStringList large{u"CN"_s, u"TW"_s, u"HK"_s, u"MO"_s, u"JP"_s, u"KR"_s};
    const bool isLarge = large.contains(address.country) || (address.country.isEmpty() && isHan(locale));
    auto line = isLarge ? largeToSmall(address) : smallToLarge(address);
    QStringList parts;
    if (!line.isEmpty())
        parts += line;
    if (!address.postcode.isEmpty())
        parts += address.postcode;
    if (!address.country.isEmpty() && (address.country != conventions.region || parts.isEmpty()))
        parts += country ? countryName(*country, locale) : address.country;
    return parts.join(u", "_s);
}

QString displayText(const Field& field, const Value& value, const TextConventions& conventions)
{
    if (const auto* text = std::get_if<QString>(&value))
        return *text;
    if (isEmpty(value))
        return {};
    const QLocale locale(conventions.language);
    return std::visit(Overloaded{
                          [](const QString& text) { return text; },
                          [&](std::int64_t number) {
                              return field.ungrouped ? QString::number(number) : locale.toString(qlonglong(number));
                          },
                          [](bool truth) { return shownBoolean(truth); },
                          [&](const Decimal& decimal) { return decimal.toLocalString(locale); },
                          [&](const Money& money) { return shownMoney(money, locale); },
                          [&](QDate date) { return shownDate(date, locale); },
                          [&](Instant instant) { return shownInstant(instant, locale, conventions.zone); },
                          [&](const OptionId& id) { return optionLabel(field, id, conventions.language); },
                          [&](const IdSet& ids) { return shownSet(field, ids, locale, conventions.language); },
                          [](const Points& points) {
                              QStringList texts;
                              for (const auto& point : points)
                                  texts += point.shown();
                              return joined(texts);
                          },
                          [&](const Addresses& addresses) {
                              QStringList texts;
                              for (const auto& address : addresses)
                                  texts += displayText(address, conventions);
                              return joined(texts);
                          },
                          [](const auto&) { return QString(); }, // empty, unknown, and what only the store can name
                      },
                      value);
}

}

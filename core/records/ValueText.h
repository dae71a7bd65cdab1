#pragma once

#include "core/base/Result.h"
#include "core/catalog/Catalog.h"
#include "core/records/Query.h"
#include "core/records/Value.h"
#include "core/text/figures/DateText.h"
#include "core/text/figures/Number.h"

namespace kith {

// How a book reads what people type.
struct TextConventions
{
    QString region = QStringLiteral("CN");         // ISO 3166: phones without a country code
    QString baseCurrency = QStringLiteral("CNY");  // amounts without a currency
    QString language = QStringLiteral("en");       // labels of options, formats shown
    DateOrder dateOrder = DateOrder::DayMonthYear; // for 10/11/12; what begins with the year needs none
    bool excelSerials = false;                     // a bare number in a date column is Excel's count of days
    DecimalMark decimalMark = DecimalMark::Guess;  // for 1.054,00
    Instant now;                                   // for "today", "now"
    QTimeZone zone = QTimeZone::systemTimeZone();  // where today is, and what a time without an offset means
};

// Reads a text for a field: an option by key, label or synonym, an amount, a date (also "today", "-30d"), ... The one
// place where texts become values: form, import, command line and defaults all come here. An empty text is an empty
// value. Phones, mails and links may be several, apart by ';' or line breaks, each with `label: ` before it; what
// cannot be understood of them is kept as typed, with an empty normal form, and `notices` (if given) says so. Addresses
// apart by ';' become streets. Relations and tags stay the text (QString): the store finds their records. Pure; any
// thread. Errors: NotANumber, NumberTooLarge, NumberTooPrecise, CurrencyUnknown, NotADate, NotABoolean, NoSuchOption,
// TextTooLong, ValueInvalid (too many entries).
Result<Value> readValue(const Field& field, QStringView text, const TextConventions& conventions,
                        QStringList* notices = nullptr);

// One part of an address (`city`). A country becomes its code, also from a near name, which is a notice; one that
// nobody knows stays as typed, with a notice. Errors: TextTooLong and NoSuchField with an empty first detail.
Result<QString> readAddressComponent(QStringView component, QStringView text, QStringList* notices = nullptr);

// The text form that readValue takes and answers with the same value (under the same conventions), independent of
// language: decimal point, "1054.00 CNY", ISO dates, RFC 3339 UTC, option keys apart by ';', phones apart by "; ",
// as JSON where they could be misread, addresses of more than a street always so. A relation is its record's id, tags
// are ids apart by ';'.
QString exactText(const Field& field, const Value& value);
// Phones for another book: a text, and the region under whose conventions readValue answers with the same numbers;
// empty: under any. It is the exact text, or JSON where the numbers were typed under several conventions.
struct PhonesText
{
    QString text;
    QString region; // ISO 3166
};
PhonesText phonesText(const Field& field, const Points& phones, const TextConventions& conventions);
QString exactAmount(const Money& money); // 1054.00

// For people: their language, their formats. Relations and tags are empty: their titles are the store's to tell.
QString displayText(const Field& field, const Value& value, const TextConventions& conventions);
// One address in the order of its country, on one line.
QString displayText(const Address& address, const TextConventions& conventions);

// What a part of an address, or a column, is called: "City", "Customer › Name".
QString componentLabel(QStringView component);
QString columnLabel(const FieldPath& path, const QString& language);

// The key of a usual label ("Office", "手机": work, mobile), or the words themselves.
QString pointLabel(QStringView typed);
// What a label is called, in the language of the installed translator.
QString displayLabel(const QString& label);

}

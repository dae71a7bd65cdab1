#pragma once

#include "core/base/Result.h"
#include "core/catalog/Catalog.h"
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

// Reads a text for a field: an option by key, label or synonym, an amount, a date, one phone, ... The one place where
// texts become values: form, import, command line and defaults all come here. Relations and tags are not read here (the
// store finds their records). An empty text is an empty value. A phone or mail that cannot be understood is kept as
// typed, with an empty normal form; `notices` (if given) then says so. Pure and thread-safe.
Result<Value> readValue(const Field& field, QStringView text, const TextConventions& conventions,
                        QStringList* notices = nullptr);

// The same text form that readValue takes, exact and independent of language (`field.key` formats of export and the
// command line): decimal point, ISO dates, RFC 3339 UTC, option keys joined by ';', phones joined by ';'.
QString exactText(const Field& field, const Value& value);

// For people: their language, their formats.
QString displayText(const Field& field, const Value& value, const TextConventions& conventions);

}

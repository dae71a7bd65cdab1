#pragma once

#include "core/base/Clock.h"
#include "core/records/Query.h"

#include <QTimeZone>

namespace kith {

// What the words of a filter mean here and now: `me`, `my team`, `today`, `-30d`.
struct QueryContext
{
    RecordId me; // null: unknown
    RecordId team;
    Instant now;
    QString baseCurrency;                    // for an amount without one
    QString region = QStringLiteral("CN");   // for a phone without a country code
    QString language = QStringLiteral("en"); // for what an error calls a field
    QTimeZone zone = QTimeZone::systemTimeZone();
};

// Reads the filter language:
//   expression := term {("and" | "or") term} with `and` binding closer, "not" term, "(" expression ")"
//   term       := path op value | path "in" "(" value {"," value} ")" | path "is" ["not"] ("empty" | "invalid")
//   op         := = != < <= > >= contains starts
//   value      := "quoted" | 'quoted' | word | ISO date or instant | today | now | +-N(d|w|m|y) | me | my team | true |
//   false
// `invalid` are phones, mails and links of which one at least is kept as it was typed, because it was not understood.
// Of another kind of record can be asked whether any leads here: `affiliation is empty`, with the relation's name where
// there are several: `activity.contact is not empty`.
// Words are case-insensitive. An empty text is every record. Errors are QuerySyntax with the position from 1 and what
// was expected there, NoSuchField, NoSuchOption, or those of reading a value.
Result<FilterPtr> parseFilter(const Catalog& catalog, const Entity& entity, QStringView text,
                              const QueryContext& context);

// "name,-changed": what `--sort` and saved views hold.
Result<std::vector<SortKey>> parseSort(const Catalog& catalog, const Entity& entity, QStringView text);
Result<FieldPath> parsePath(const Catalog& catalog, const Entity& entity, QStringView text);

// "-changed,name": what parseSort reads.
QString sortText(const std::vector<SortKey>& sort);

// A filter's text as the conditions that must all hold, without brackets around each: "(a = 1 or b = 2) and c = 3" is
// "a = 1 or b = 2" and "c = 3". Where `or` stands outside brackets the whole text is one condition.
QStringList filterConditions(const QString& text);
// The text in which all of these hold. Unlike filterText() it keeps relative dates as they are.
QString allConditions(const QStringList& conditions);

// The text of a filter, such that parsing it again gives an equal one at the same moment (relative dates become
// absolute).
QString filterText(const Filter& filter);

}

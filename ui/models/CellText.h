#pragma once

#include "core/records/Query.h"
#include "core/records/ValueText.h"

namespace kith {

// What a cell says on one line. `title`: what a relation or tags are called.
QString cellText(const FieldPath& path, const Value& value, const QString& title, const TextConventions& conventions);
QString fieldText(const Field& field, const Value& value, const QString& title, const TextConventions& conventions);

// A label as it stands within a sentence: "New customer".
QString inSentence(const QString& label, const QString& language);

// Numbers, money and derived counts stand right, so that figures line up.
bool standsRight(const Field& field);

// 12 Mar 2025, 2025-03-12: a day on one short word.
QString dayText(QDate day, const QLocale& locale);

// "3 minutes ago", "yesterday", "12 Mar 2025": how long ago something was, for people.
QString agoText(Instant then, Instant now, const QLocale& locale);

}

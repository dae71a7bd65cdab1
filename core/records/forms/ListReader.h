#pragma once

#include "core/records/ValueText.h"

namespace kith {

inline constexpr qsizetype mostEntries = 100;      // of one list
inline constexpr qsizetype longestEntry = 1'000;   // UTF-16 units of one point or one part of an address
inline constexpr qsizetype longestPointLabel = 40; // UTF-16 units

// One entry of a list as it stands in a text.
struct ListEntry
{
    QStringView label;
    QStringView text;
    bool operator==(const ListEntry&) const = default;
};

// Cuts a text into the entries of a phone, mail, link or address field; none of them is empty.
std::vector<ListEntry> splitEntries(FieldType type, QStringView text);

// Whether it is a key or a word that pointLabel() knows.
bool isUsualLabel(QStringView label);

// One phone, mail or link as a person typed it.
Point readPoint(FieldType type, QStringView text, const TextConventions& conventions, QStringList* notices);

// The readers of list fields. Errors as those of readValue, with an empty first detail.
Result<Value> readPoints(FieldType type, QStringView text, const TextConventions& conventions, QStringList* notices);
Result<Value> readAddresses(QStringView text, QStringList* notices);

}

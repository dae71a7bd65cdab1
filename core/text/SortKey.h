#pragma once

#include "core/text/han/Han.h"

#include <QByteArray>
#include <QStringView>

namespace kith {

// Bumped whenever a key changes: stored keys of another version are made anew.
inline constexpr int sortKeyVersion = 1;
inline constexpr int sortKeyCapacity = 48; // bytes

// A key whose byte order (memcmp, SQLite BLOB) is the order in which people look names up: digits by their value, then
// A to Z with Chinese characters under the first letter of their pinyin, after that letter's Latin names and among
// themselves by syllable, strokes, code point; then other scripts. Case, width and accents only break ties. Texts that
// agree in their first 43 bytes of key (14 Chinese characters, 43 letters) may have equal keys, so that a list needs
// the id behind it. Empty for empty text. Any thread; about 0.3 us a name.
QByteArray sortKey(QStringView text, han::NameReading as = han::NameReading::Word);

}

#pragma once

#include <QString>

namespace kith {

// How a name sounds, roughly: Chinese characters by their syllables without tones, Latin words by their first letter
// and the consonants behind it, alike ones as one, doubled ones once. Names that are equal sound equal; names that
// sound equal are candidates, no more. Takes what nameKey() gives. Any thread.
QString soundKey(QStringView key);

// Whether two names differ only in Chinese characters of the same syllable (王晓明, 王小明).
bool soundsLike(QStringView a, QStringView b);

}

#pragma once

#include "core/exchange/bytes/ByteSource.h"
#include "core/exchange/bytes/Encoding.h"

#include <vector>

namespace kith {

struct EncodingGuess
{
    Encoding encoding = Encoding::utf8();
    double certainty = 0; // 0-1; 1: a byte order mark or plain ASCII
    bool marked = false;  // begins with a byte order mark
};

// Looks at up to 256 KiB from the whole length of a file: a byte order mark, valid UTF-8, the zero bytes of UTF-16, how
// common the characters are that it would have as GB18030 or as Big5, and what ICU thinks of the rest. Always answers
// something; leaves the source at its start.
Result<EncodingGuess> guessEncoding(ByteSource& source);

// The same for pieces of a file, of which the first is its head, each beginning at an even offset.
EncodingGuess guessEncoding(const std::vector<QByteArray>& pieces);

// How likely characters decoded from `bytes` are Chinese that people write: the share of the commonest characters
// among all that are not ASCII. 0 where more than a few bytes mean nothing in that encoding.
double chineseLikelihood(const QByteArray& bytes, const Encoding& encoding);

}

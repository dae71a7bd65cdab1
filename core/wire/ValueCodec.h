#pragma once

#include "core/base/Result.h"
#include "core/records/Record.h"

#include <QByteArray>

// Values as bytes, for history, outbox and the wire: CBOR (RFC 8949). The same value always has the same bytes
// (shortest heads, known lengths, map keys in order), so that bytes may be compared, hashed and signed.
//
//   empty null · text text · integer integer · boolean boolean
//   decimal [1, scale, units] · money [2, minor units, currency] · date [3, days since 1970-01-01]
//   instant [4, ms since 1970-01-01T00:00Z] · option [5, id] · set [6, id, ...]
//   points [7, [value, typed, label], ...] · addresses [8, [country, region, city, district, street, postcode, label],
//   ...] reference [9, entity, record] id: the number of what is shipped, else 16 bytes. Empty texts at the end of a
//   point or an address are left out.
//
// Any other item is a value that a later Kith knows: kept byte for byte (UnknownValue). A kind, once given out, never
// changes its shape; another shape is another kind.
namespace kith {

inline constexpr qsizetype largestEncoding = 4 * 1024 * 1024; // bytes that are looked at
inline constexpr int mostEncodedFields = 4'096;
inline constexpr int mostEncodedEntries = 1'000; // of one list or set

QByteArray encodeValue(const Value& value);
// {field id: value}. Empties stay in: in history they say that there was nothing.
QByteArray encodeFields(const FieldValues& fields);

// Whether an encoded list or set has one entry, told by its head alone: most have.
bool hasOneEntry(QByteArrayView bytes);

// Whether an encoded list of phones, mails or links has one that was not understood: without its normal form.
bool hasUnreadPoint(QByteArrayView bytes);

// Answers canonical values. Bytes that no Kith writes, too many of them, and anything behind the end fail with
// EncodingInvalid. Any thread.
Result<Value> decodeValue(const QByteArray& bytes);
Result<FieldValues> decodeFields(const QByteArray& bytes);

}

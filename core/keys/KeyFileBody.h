#pragma once

#include "core/base/Result.h"
#include "core/keys/Slot.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace kith {

// What stands in a key file, and the bytes of it. For core/keys and its tests; everybody else uses KeyFile.

struct StoredKey
{
    Id128 id;       // random; tells generations of data keys apart, says nothing about the key
    QString cipher; // of the database under this key, as core/database names it

    bool operator==(const StoredKey&) const = default;
};

struct StoredSlot
{
    KeySlot about;
    QByteArray salt;              // 16 bytes
    Argon2Cost cost;              // zeroes where there is no passphrase
    PublicKey publicKey{};        // of this slot
    QByteArray wrapped;           // private key and seal key, under what the person or the keychain has
    std::vector<QByteArray> keys; // each data key of the file, in its order, sealed to `publicKey`

    bool operator==(const StoredSlot&) const = default;
};

struct KeyFileBody
{
    BookId book;
    quint64 sequence = 0;        // grows with every change; of two sound copies the higher is the truth
    std::vector<StoredKey> keys; // one, or two while a rotation is pending: the one in use first
    std::vector<StoredSlot> slotList;

    bool operator==(const KeyFileBody&) const = default;
};

inline constexpr qsizetype greatestKeyFile = 64 * 1024;
inline constexpr std::size_t greatestSlots = 16;
inline constexpr qsizetype greatestLabel = 100;

// Magic "KITHKEYS", format version and length (32 bits, big end first), body in CBOR, BLAKE2b-256 of all before it.
// This frame stays for every version.
QByteArray encode(const KeyFileBody& body);

// Reads any bytes. KeyFileDamaged: not what was written. KeyFileNewer: sound, of a later format. KeyFileAbsurd: sound,
// and no Kith would write it, above all Argon2 costs that would take the machine's memory. `path` is for the error.
Result<KeyFileBody> decode(const QByteArray& bytes, const QString& path);

}

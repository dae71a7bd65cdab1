#pragma once

#include "core/base/Result.h"
#include "core/keys/KeyFile.h"
#include "core/keys/keychain/Keychain.h"

namespace kith {

// The random key that the system keychain holds for one slot of one book, and that slot's id.
struct KeychainKey
{
    SlotId slot;
    WrappingKey key;
};

// "kith-book-<book>-<slot>". As every slot has an entry of its own under a new random name, making a slot can never
// overwrite what another slot, another copy of the book or another device stands on.
QString keychainEntry(const BookId& book, const SlotId& slot);

// Errors of both: KeychainNotFound, KeychainLocked, KeychainUnavailable, KeychainTimeout, KeychainKeyWrong, Cancelled.
// Destroying the request drops the question. The caller owns the event loop: library code never runs one.
using KeychainKeyCallback = std::function<void(Result<KeychainKey>)>;

// Reads the key of one of the file's slots of this type, which must be one with a keychain; never writes. Several such
// slots (a book that went from one device to another) are asked in turn until one answers.
[[nodiscard]] std::unique_ptr<KeychainRequest> fetchKeychainKey(Keychain& keychain, const KeyFile& file, SlotType type,
                                                                KeychainKeyCallback callback);

// Makes a new key for a new slot, writes it and reads it back. Only then may the slot be added, with NewSlot::id of the
// answer. After an error there may be an entry that nothing uses.
[[nodiscard]] std::unique_ptr<KeychainRequest> makeKeychainKey(Keychain& keychain, const BookId& book,
                                                               KeychainKeyCallback callback);

// After the slot was removed and the key file saved. What it answers changes nothing for the book.
[[nodiscard]] std::unique_ptr<KeychainRequest> removeKeychainKey(Keychain& keychain, const BookId& book,
                                                                 const SlotId& slot, Keychain::Callback callback);

}

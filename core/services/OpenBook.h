#pragma once

#include "core/database/FileLock.h"
#include "core/keys/KeyFile.h"
#include "core/keys/keychain/Keychain.h"
#include "core/services/KeyRotation.h"
#include "core/store/StoreThreads.h"

#include <QThreadPool>

#include <memory>
#include <mutex>
#include <optional>

namespace kith {

// Everything that an open book consists of. Closed, its keys are zeroed by being destroyed.
struct OpenBook
{
    QString path;
    const Clock* clock = nullptr;
    Keychain* keychain = nullptr;
    const char* vfs = nullptr;    // tests only
    std::optional<FileLock> lock; // none beside another process
    // Key file and keys are used under `keyUse`, which a key derivation may hold for long; what the key file says of
    // itself is at hand in `waysIn`.
    std::mutex keyUse;
    std::optional<KeyFile> keyFile;
    std::optional<UnlockedKeys> keys;
    mutable std::mutex waysInUse;
    std::vector<KeySlot> waysIn;
    // The database is under the pending one of the keys: a rotation that has still to be settled. Of the slow thread.
    bool underPending = false;
    RotationState rotation;
    std::atomic<bool> closing = false; // long work stops
    // Calls on the session's thread, where the keychain answers, from its loop; not any more once the session is gone.
    std::function<void(const std::function<void()>&)> onSession = [](const std::function<void()>&) {};
    // Called on the slow thread when the book's file could not be opened again: nothing but closing is left.
    std::function<void()> lost = [] {};
    std::unique_ptr<StoreThreads> threads;
    std::unique_ptr<KeychainRequest> keychainRequest; // a change of the ways in waits for it; null: none does
    std::vector<std::unique_ptr<KeychainRequest>> keychainRemovals;
    // Slow work on the key file and backups, one after another. Last, so that it ends before what it works on.
    QThreadPool slow;
};

// A new OpenBook from its files and a way in. Both as slow as the key derivation.
struct OpenRequest
{
    QString path;
    const Clock* clock = nullptr;
    Keychain* keychain = nullptr;
    bool readBeside = false;
    // Tests only.
    const char* vfs = nullptr;
    std::shared_ptr<KeyStorage> keyStorage = std::make_shared<DiskKeyStorage>();
};
Result<std::shared_ptr<OpenBook>> openBook(const OpenRequest& request, const SlotSecret& secret);
Result<std::shared_ptr<OpenBook>> createBook(const OpenRequest& request, const BookBirth& birth,
                                             const SlotSecret& secret);

}

#pragma once

#include "core/keys/keychain/Keychain.h"

#include <chrono>

namespace kith {

// The keychain of the system this runs on: Secret Service or KWallet on Linux, Keychain on macOS, Credential Manager on
// Windows. Never falls back to a file in clear. A library's job that hangs is not stopped or deleted; the question
// answers Timeout, and what is asked after it waits behind the job for at most its own timeout.
class SystemKeychain final : public Keychain
{
public:
    explicit SystemKeychain(std::chrono::milliseconds timeout = std::chrono::seconds(10)) : m_timeout(timeout) {}

    std::unique_ptr<KeychainRequest> read(const QString& entry, Callback callback) override;
    std::unique_ptr<KeychainRequest> write(const QString& entry, const SecureBytes& secret, Callback callback) override;
    std::unique_ptr<KeychainRequest> remove(const QString& entry, Callback callback) override;

private:
    std::chrono::milliseconds m_timeout;
};

}

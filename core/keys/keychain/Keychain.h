#pragma once

#include "core/crypto/SecureBytes.h"

#include <QString>

#include <functional>
#include <memory>

namespace kith {

enum class KeychainAnswer {
    Ok,
    NotFound,    // the keychain is open and has no such entry
    Locked,      // it is locked, or the person said no
    Unavailable, // there is none, or it failed; `text` has the system's words
    Timeout,
    Cancelled,
};

struct KeychainReply
{
    KeychainAnswer answer = KeychainAnswer::Unavailable;
    SecureBytes secret; // of a read that is Ok
    QString text;
};

// A question under way. Destroying it drops the question: its callback is not called any more. What was asked may still
// happen in the system; it is left to end by itself.
class KeychainRequest
{
public:
    virtual ~KeychainRequest() = default;
    // Answers Cancelled soon, unless another answer comes first.
    virtual void cancel() = 0;
};

// The system's store of secrets. Questions are asked and answered on one thread, which must run an event loop; the
// callback is called once, from that loop, never from inside the call, and may destroy the request. An entry's name
// must be unique among all programs of the person: the library's service name is not kept apart everywhere.
//
// Only Ok is a yes. On every other answer nothing may be written, deleted or made anew in the place of what was asked
// for: a locked keychain, a stopped one and one without the entry are easily taken for each other.
class Keychain
{
public:
    using Callback = std::function<void(KeychainReply)>;

    virtual ~Keychain() = default;
    [[nodiscard]] virtual std::unique_ptr<KeychainRequest> read(const QString& entry, Callback callback) = 0;
    // After a Timeout or a cancel the entry may still be written later.
    [[nodiscard]] virtual std::unique_ptr<KeychainRequest> write(const QString& entry, const SecureBytes& secret,
                                                                 Callback callback) = 0;
    [[nodiscard]] virtual std::unique_ptr<KeychainRequest> remove(const QString& entry, Callback callback) = 0;
};

}

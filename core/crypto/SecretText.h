#pragma once

#include "core/crypto/SecureBytes.h"

#include <QDebug>
#include <QStringView>

#include <memory>

namespace kith {

// What a person types to get in, or is shown once to keep: a passphrase or a recovery code, on its way between the
// window or the command line and the slot. In secure memory, never changed, shared by its copies and zeroed with the
// last of them, so that it may go to another thread or wait for a keychain like any value. It turns into no QString by
// itself and cannot be printed.
//
// Out of reach, and to be kept short: what a text field held while it was typed (overwritten as it is taken, but not
// its undo list nor memory it outgrew), the widget or terminal that shows a recovery code, the clipboard, the input
// method, and what Qt composes an unusual passphrase in. Swapping and core dumps are shut out for the process as a
// whole (process/CoreDumps.h) or not at all.
class SecretText
{
public:
    SecretText() = default;
    static SecretText copyOf(QStringView text);
    // Overwrites what it takes, as wipe() does.
    static SecretText take(QString& text);
    // From a file or a terminal. What is no UTF-8 becomes U+FFFD, as in QString::fromUtf8().
    static SecretText fromUtf8(ByteSpan bytes);

    bool isEmpty() const { return view().isEmpty(); }
    // Lives as long as this text or a copy of it.
    QStringView view() const;

    // In a time that depends on their lengths alone.
    bool operator==(const SecretText& other) const;

private:
    explicit SecretText(SecureBytes utf16);

    std::shared_ptr<const SecureBytes> m_utf16;
};

QDebug operator<<(QDebug, const SecretText&) = delete;

}

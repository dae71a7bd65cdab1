#pragma once

#include "core/base/Result.h"
#include "core/crypto/SecretKey.h"

#include <QByteArray>
#include <QIODevice>

namespace kith {

// Encrypted contents of any length in memory of one chunk: libsodium's secretstream (XChaCha20-Poly1305), 64 KiB
// chunks, the last one marked, so that cutting, swapping or repeating chunks is noticed. `associated` says what the
// stream is (which attachment, which backup) and must be the same for reading. A stream reaches to the end of its
// device. Errors name the file where the device is one: FileUnreadable, FileUnwritable, DiskFull, FileDamaged.
inline constexpr qsizetype fileCipherChunk = 64 * 1024;

class EncryptingWriter
{
public:
    // `out` must be open and outlive this.
    static Result<EncryptingWriter> begin(QIODevice& out, const SecretKey& key, QByteArrayView associated);

    Status write(QByteArrayView bytes);
    // Without it the stream cannot be read to its end. Nothing may be written afterwards; the device stays open.
    Status finish();

private:
    EncryptingWriter(QIODevice& out, QByteArray associated, SecureBytes state)
        : m_out(&out)
        , m_associated(std::move(associated))
        , m_state(std::move(state))
    {
    }
    Status push(QByteArrayView chunk, bool last);

    QIODevice* m_out;
    QByteArray m_associated;
    SecureBytes m_state;
    QByteArray m_held; // a full chunk is held back until it is known whether it is the last
};

class DecryptingReader
{
public:
    // `in` must be open and outlive this.
    static Result<DecryptingReader> begin(QIODevice& in, const SecretKey& key, QByteArrayView associated);

    // The next bytes, each already authenticated; empty exactly at the end. FileDamaged: the key or `associated` is
    // another, the stream was changed, or its end is missing. What was given before is authentic but may not be all.
    Result<QByteArray> next();

private:
    DecryptingReader(QIODevice& in, QByteArray associated, SecureBytes state)
        : m_in(&in)
        , m_associated(std::move(associated))
        , m_state(std::move(state))
    {
    }

    QIODevice* m_in;
    QByteArray m_associated;
    SecureBytes m_state;
    bool m_ended = false;
};

}

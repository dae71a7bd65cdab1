#include "core/crypto/FileCipher.h"

#include "core/crypto/Sodium.h"

#include <QFileDevice>

namespace kith {

namespace {

constexpr qsizetype HeaderSize = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr qsizetype Overhead = crypto_secretstream_xchacha20poly1305_ABYTES;

crypto_secretstream_xchacha20poly1305_state* stateIn(SecureBytes& memory)
{
    return reinterpret_cast<crypto_secretstream_xchacha20poly1305_state*>(memory.writable().data());
}

QString nameOf(const QIODevice& device)
{
    const auto* file = qobject_cast<const QFileDevice*>(&device);
    return file != nullptr ? file->fileName() : QString();
}

Error damaged(const QIODevice& device)
{
    return {ErrorCode::FileDamaged, {nameOf(device)}};
}

Status writeAll(QIODevice& out, QByteArrayView bytes)
{
    if (out.write(bytes.data(), bytes.size()) == bytes.size())
        return {};
    const auto* file = qobject_cast<const QFileDevice*>(&out);
    if (file != nullptr && file->error() == QFileDevice::ResourceError)
        return Error{ErrorCode::DiskFull, {nameOf(out)}};
    return Error{ErrorCode::FileUnwritable, {nameOf(out), out.errorString()}};
}

// Up to `size` bytes: fewer only at the end.
Result<QByteArray> readUpTo(QIODevice& in, qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    qsizetype filled = 0;
    while (filled < size) {
        const auto got = in.read(bytes.data() + filled, size - filled);
        if (got < 0)
            return Error{ErrorCode::FileUnreadable, {nameOf(in), in.errorString()}};
        if (got == 0)
            break;
        filled += got;
    }
    bytes.resize(filled);
    return bytes;
}

}

Result<EncryptingWriter> EncryptingWriter::begin(QIODevice& out, const SecretKey& key, QByteArrayView associated)
{
    SecureBytes state(sizeof(crypto_secretstream_xchacha20poly1305_state));
    QByteArray header(HeaderSize, Qt::Uninitialized);
    crypto_secretstream_xchacha20poly1305_init_push(stateIn(state), reinterpret_cast<std::uint8_t*>(header.data()),
                                                    key.bytes().data());
    KITH_TRY(writeAll(out, header));
    return EncryptingWriter(out, associated.toByteArray(), std::move(state));
}

Status EncryptingWriter::write(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        if (m_held.size() == fileCipherChunk) {
            KITH_TRY(push(m_held, false));
            m_held.resize(0);
        }
        const auto part = qMin(bytes.size(), fileCipherChunk - m_held.size());
        m_held.append(bytes.first(part).data(), part);
        bytes = bytes.sliced(part);
    }
    return {};
}

Status EncryptingWriter::finish()
{
    KITH_TRY(push(m_held, true));
    wipe(m_held);
    m_state.clear();
    return {};
}

Status EncryptingWriter::push(QByteArrayView chunk, bool last)
{
    QByteArray sealed(chunk.size() + Overhead, Qt::Uninitialized);
    const auto associated = bytesOf(m_associated);
    crypto_secretstream_xchacha20poly1305_push(
        stateIn(m_state), reinterpret_cast<std::uint8_t*>(sealed.data()), nullptr, bytesOf(chunk).data(),
        std::uint64_t(chunk.size()), associated.data(), associated.size(),
        last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
    return writeAll(*m_out, sealed);
}

Result<DecryptingReader> DecryptingReader::begin(QIODevice& in, const SecretKey& key, QByteArrayView associated)
{
    KITH_TRY(const QByteArray header, readUpTo(in, HeaderSize));
    if (header.size() < HeaderSize)
        return damaged(in);
    SecureBytes state(sizeof(crypto_secretstream_xchacha20poly1305_state));
    crypto_secretstream_xchacha20poly1305_init_pull(stateIn(state), bytesOf(header).data(), key.bytes().data());
    return DecryptingReader(in, associated.toByteArray(), std::move(state));
}

Result<QByteArray> DecryptingReader::next()
{
    if (m_ended)
        return QByteArray();
    KITH_TRY(const QByteArray sealed, readUpTo(*m_in, fileCipherChunk + Overhead));
    if (sealed.size() < Overhead)
        return damaged(*m_in);
    QByteArray plain(sealed.size() - Overhead, Qt::Uninitialized);
    std::uint8_t tag = 0;
    const auto associated = bytesOf(m_associated);
    if (crypto_secretstream_xchacha20poly1305_pull(stateIn(m_state), reinterpret_cast<std::uint8_t*>(plain.data()),
                                                   nullptr, &tag, bytesOf(sealed).data(), std::uint64_t(sealed.size()),
                                                   associated.data(), associated.size()) != 0)
        return damaged(*m_in);
    if (tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL) {
        KITH_TRY(const QByteArray behind, readUpTo(*m_in, 1));
        if (!behind.isEmpty())
            return damaged(*m_in);
        m_ended = true;
        m_state.clear();
    } else if (plain.size() < fileCipherChunk) {
        return damaged(*m_in);
    }
    return plain;
}

}

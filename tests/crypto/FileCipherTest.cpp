#include "core/crypto/FileCipher.h"
#include "tests/support/Test.h"

#include <QBuffer>

using namespace kith;

namespace {

constexpr qsizetype SealedChunk = fileCipherChunk + 17;
constexpr qsizetype Header = 24;

QByteArray contents(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = char(i * 31 + i / 251);
    return bytes;
}

QByteArray encrypted(const FileKey& key, const QByteArray& plain, qsizetype piece)
{
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    auto writer = EncryptingWriter::begin(out, key, "attachment 1");
    REQUIRE_OK(writer);
    for (qsizetype i = 0; i < plain.size(); i += piece)
        REQUIRE_OK(writer->write(QByteArrayView(plain).sliced(i, qMin(piece, plain.size() - i))));
    REQUIRE_OK(writer->finish());
    return out.data();
}

Result<QByteArray> decrypted(const FileKey& key, QByteArray bytes, QByteArrayView associated = "attachment 1")
{
    QBuffer in(&bytes);
    in.open(QIODevice::ReadOnly);
    KITH_TRY(auto reader, DecryptingReader::begin(in, key, associated));
    QByteArray all;
    while (true) {
        KITH_TRY(const QByteArray next, reader.next());
        if (next.isEmpty())
            return all;
        all += next;
    }
}

bool isDamaged(const Result<QByteArray>& result)
{
    return !result.ok() && result.error().code == ErrorCode::FileDamaged;
}

}

TEST_CASE("contents of any length come back, however they were cut when written")
{
    const auto key = FileKey::random();
    const auto size = GENERATE(qsizetype(0), qsizetype(1), fileCipherChunk - 1, fileCipherChunk, fileCipherChunk + 1,
                               2 * fileCipherChunk, 5 * fileCipherChunk / 2);
    const auto piece = GENERATE(qsizetype(1000), fileCipherChunk, 10 * fileCipherChunk);
    const auto plain = contents(size);
    const auto result = decrypted(key, encrypted(key, plain, piece));
    REQUIRE_OK(result);
    CHECK(*result == plain);
}

TEST_CASE("an encrypted file that was cut anywhere, also between chunks, is told")
{
    const auto key = FileKey::random();
    const auto whole = encrypted(key, contents(3 * fileCipherChunk), fileCipherChunk);
    REQUIRE(whole.size() == Header + 3 * SealedChunk);
    for (const auto size : {qsizetype(0), Header - 1, Header, Header + 16, Header + 17, Header + SealedChunk,
                            Header + SealedChunk + 5, Header + 2 * SealedChunk, whole.size() - 1})
        CHECK(isDamaged(decrypted(key, whole.first(size))));
    CHECK(isDamaged(decrypted(key, whole + 'x')));
    REQUIRE_OK(decrypted(key, whole));
}

TEST_CASE("chunks that were swapped, repeated, dropped or changed are told")
{
    const auto key = FileKey::random();
    const auto whole = encrypted(key, contents(3 * fileCipherChunk), fileCipherChunk);
    const auto chunk = [&](qsizetype i) { return whole.mid(Header + i * SealedChunk, SealedChunk); };
    const auto head = whole.first(Header);
    CHECK(isDamaged(decrypted(key, head + chunk(1) + chunk(0) + chunk(2))));
    CHECK(isDamaged(decrypted(key, head + chunk(0) + chunk(0) + chunk(1) + chunk(2))));
    CHECK(isDamaged(decrypted(key, head + chunk(0) + chunk(2))));
    for (const auto place : {qsizetype(0), Header, Header + 40, whole.size() - 1}) {
        auto changed = whole;
        changed[place] = char(changed[place] ^ 1);
        CHECK(isDamaged(decrypted(key, changed)));
    }
    REQUIRE_OK(decrypted(key, head + chunk(0) + chunk(1) + chunk(2)));
}

TEST_CASE("an encrypted file opens with its own key and as what it was written only")
{
    const auto key = FileKey::random();
    const auto whole = encrypted(key, contents(100), 100);
    CHECK(isDamaged(decrypted(FileKey::random(), whole)));
    CHECK(isDamaged(decrypted(key, whole, "attachment 2")));
    REQUIRE_OK(decrypted(key, whole));
}

TEST_CASE("a device that takes nothing more is told when a file is encrypted")
{
    QBuffer closed;
    const auto writer = EncryptingWriter::begin(closed, FileKey::random(), {});
    REQUIRE_FALSE(writer.ok());
    CHECK(writer.error().code == ErrorCode::FileUnwritable);
}

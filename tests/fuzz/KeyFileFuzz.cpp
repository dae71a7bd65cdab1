// Any bytes as a key file: read, written again, and asked for its keys. The first byte says how the rest is used, as a
// checksum over everything would else keep the fuzzer out: bit 0: the rest is the body, and gets a frame that fits;
// bit 1: the rest is the first copy and a sound file the second.
// With KITH_FUZZ_SEEDS=FOLDER the program first writes seeds there; give the same folder as the corpus.
#include "core/crypto/Blake2b.h"
#include "core/keys/KeyFile.h"
#include "tests/support/Fuzzing.h"

#include <QDir>
#include <QFile>
#include <QtEndian>

#include <map>

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

namespace {

class OneFolder final : public KeyStorage
{
public:
    std::map<QString, QByteArray> files;

    Result<QByteArray> read(const QString& path, qint64 greatest) const override
    {
        const auto found = files.find(path);
        if (found == files.end())
            return Error{ErrorCode::FileMissing, {path}};
        return found->second.left(greatest);
    }
    Status prepare(const QString& path, const QByteArray& bytes) override
    {
        m_prepared[path] = bytes;
        return {};
    }
    Status publish(const QString& path) override
    {
        files[path] = m_prepared.at(path);
        return {};
    }
    void discard(const QString& path) override { m_prepared.erase(path); }

private:
    std::map<QString, QByteArray> m_prepared;
};

const QString bookPath = u"a.kith"_s;

WrappingKey keychainKey()
{
    return *WrappingKey::from(bytesOf(QByteArray(32, 'k')));
}

// Its data key is always the same, so that a seed of an earlier run must give it too, if it gives one.
struct SoundFile
{
    DataKey key = *DataKey::from(bytesOf(QByteArray(32, 'd')));
    QByteArray bytes;

    SoundFile()
    {
        auto folder = std::make_shared<OneFolder>();
        auto file = KeyFile::create(bookPath, *BookId::fromBytes(QByteArray(16, 'b')), u"aegis-256"_s, key,
                                    SlotSecret::keychain(keychainKey()), {u"This computer"_s, {}, {}}, folder);
        require(file.ok());
        auto keys = file->unlock(SlotSecret::keychain(keychainKey()));
        require(file->addSlot(*keys, SlotSecret::passphrase(Passphrase::typed(u"passphrase")), {{}, {}, {8, 1}}).ok());
        require(file->addSlot(*keys, SlotSecret::recoveryCode(RecoveryCode::random()), {}).ok());
        bytes = folder->files.at(keyFilePath(bookPath));
    }
    QByteArray body() const { return bytes.mid(16, bytes.size() - 16 - Blake2b::size); }
};

const SoundFile& soundFile()
{
    static const SoundFile file;
    return file;
}

QByteArray framed(const QByteArray& body)
{
    QByteArray numbers(8, Qt::Uninitialized);
    qToBigEndian(quint32(1), numbers.data());
    qToBigEndian(quint32(body.size()), numbers.data() + 4);
    const auto all = "KITHKEYS" + numbers + body;
    return all + Blake2b::of(all);
}

void tryFile(const QByteArray& bytes, bool withSecondCopy)
{
    if (const auto body = decode(bytes, bookPath)) {
        const auto again = decode(encode(*body), bookPath);
        require(again.ok() && *again == *body);
    }
    auto folder = std::make_shared<OneFolder>();
    folder->files[keyFilePath(bookPath)] = bytes;
    if (withSecondCopy)
        folder->files[secondKeyFilePath(bookPath)] = soundFile().bytes;
    auto file = KeyFile::load(bookPath, Repair::Heal, folder);
    if (!file)
        return;
    auto keys = file->unlock(SlotSecret::keychain(keychainKey()));
    if (!keys)
        return;
    require(keys->dataKey() == soundFile().key);
    // What could be opened can be changed, and opens again.
    if (file->slotList().size() < greatestSlots && !file->rotationPending()) {
        const auto next = DataKey::random();
        if (file->beginRotation(*keys, next, u"aegis-256"_s) && file->finishRotation(*keys))
            require(file->unlock(SlotSecret::keychain(keychainKey())).ok());
    }
}

}

extern "C" int LLVMFuzzerInitialize(int* /*argc*/, char*** /*argv*/)
{
    const auto folder = qEnvironmentVariable("KITH_FUZZ_SEEDS");
    if (folder.isEmpty())
        return 0;
    QDir().mkpath(folder);
    const std::map<QString, QByteArray> seeds{
        {u"whole"_s, '\0' + soundFile().bytes},
        {u"body"_s, '\1' + soundFile().body()},
        {u"two-copies"_s, '\3' + soundFile().body()},
    };
    for (const auto& [name, bytes] : seeds) {
        QFile file(QDir(folder).filePath(name));
        require(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray rest(reinterpret_cast<const char*>(data + 1), qsizetype(size - 1));
    tryFile((data[0] & 1) != 0 ? framed(rest) : rest, (data[0] & 2) != 0);
    return 0;
}

#pragma once

#include "core/keys/KeyFile.h"
#include "tests/support/Test.h"

#include <map>
#include <optional>

// Key files to try things on: in memory, with passphrases that cost nothing.
namespace kith::testing {

inline constexpr Argon2Cost cheap{8, 1};

// Keeps files in memory. Every step that writes can be made to fail, as if the disk did or as if the power went.
class MemoryStorage final : public KeyStorage
{
public:
    std::map<QString, QByteArray> files;

    // Of the writing steps from now on, this one (from 0) and all after it fail; with `inHalf` it is done and still
    // fails, as when the power goes just behind it.
    void failFrom(int step, bool inHalf = false)
    {
        m_left = step;
        m_inHalf = inHalf;
    }
    void work() { m_left.reset(); }
    int steps() const { return m_steps; }

    Result<QByteArray> read(const QString& path, qint64 greatest) const override
    {
        const auto found = files.find(path);
        if (found == files.end())
            return Error{ErrorCode::FileMissing, {path}};
        return found->second.left(greatest);
    }
    Status prepare(const QString& path, const QByteArray& bytes) override
    {
        return step(path, [&] { m_prepared[path] = bytes; });
    }
    Status publish(const QString& path) override
    {
        return step(path, [&] { files[path] = m_prepared.at(path); });
    }
    void discard(const QString& path) override { m_prepared.erase(path); }

private:
    template <typename Act>
    Status step(const QString& path, Act act)
    {
        ++m_steps;
        const bool fails = m_left && *m_left <= 0;
        if (!fails || (*m_left == 0 && m_inHalf))
            act();
        if (m_left)
            --*m_left;
        if (fails)
            return Error{ErrorCode::DiskFull, {path}};
        return {};
    }

    std::map<QString, QByteArray> m_prepared;
    std::optional<int> m_left;
    bool m_inHalf = false;
    int m_steps = 0;
};

inline SlotSecret passphrase(QStringView text)
{
    return SlotSecret::passphrase(Passphrase::typed(text));
}

inline WrappingKey keychainKey(char fill)
{
    return std::move(*WrappingKey::from(bytesOf(QByteArray(32, fill))));
}

// A book's key file with one passphrase slot, "first passphrase".
struct Book
{
    explicit Book(const QString& bookPath = QStringLiteral("/books/a.kith"),
                  std::shared_ptr<KeyStorage> on = std::make_shared<MemoryStorage>())
        : path(bookPath)
        , storage(std::move(on))
        , file(made())
    {
    }

    QString path;
    std::shared_ptr<KeyStorage> storage;
    BookId id = *BookId::fromBytes(randomBytes(16));
    DataKey key = DataKey::random();
    KeyFile file;

    MemoryStorage& memory() { return static_cast<MemoryStorage&>(*storage); }
    QByteArray& first() { return memory().files[keyFilePath(path)]; }
    QByteArray& second() { return memory().files[secondKeyFilePath(path)]; }

    UnlockedKeys unlocked(QStringView text = u"first passphrase") const
    {
        auto keys = file.unlock(passphrase(text));
        REQUIRE_OK(keys);
        return std::move(*keys);
    }
    Result<KeyFile> load(Repair repair = Repair::LeaveAlone) const { return KeyFile::load(path, repair, storage); }
    SlotId add(const SlotSecret& secret, const QString& label = {})
    {
        const auto slot = file.addSlot(unlocked(), secret, {label, Instant::fromMilliseconds(1), cheap});
        REQUIRE_OK(slot);
        return *slot;
    }

private:
    KeyFile made()
    {
        auto result = KeyFile::create(
            path, id, QStringLiteral("aegis-256"), key, passphrase(u"first passphrase"),
            {QStringLiteral("Passphrase"), Instant::fromMilliseconds(1'750'000'000'000), cheap}, storage);
        REQUIRE_OK(result);
        return *result;
    }
};

// A changed key file with a checksum that fits, as somebody with an editor could make it.
QByteArray framed(const QByteArray& body, quint32 version = 1);
QByteArray bodyOf(const QByteArray& file);

}

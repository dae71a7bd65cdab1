#include "core/keys/KeyFile.h"
#include "tests/keys/Books.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#ifdef __unix__
#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace kith;
using namespace kith::testing;

namespace {

QByteArray contents(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

void put(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    REQUIRE(file.write(bytes) == bytes.size());
}

struct DiskBook
{
    QTemporaryDir folder;
    Book book{folder.filePath(QStringLiteral("a.kith")), std::make_shared<DiskKeyStorage>()};
    QString first = keyFilePath(book.path);
    QString second = secondKeyFilePath(book.path);

    QStringList names() const { return QDir(folder.path()).entryList(QDir::Files, QDir::Name); }
};

const QStringList both{QStringLiteral("a.kith-keys"), QStringLiteral("a.kith-keys2")};

}

TEST_CASE("a key file is two equal files for this person alone, and nothing is left beside them")
{
    DiskBook on;
    on.book.add(SlotSecret::keychain(keychainKey('k')));
    CHECK(on.names() == both);
    CHECK(contents(on.first) == contents(on.second));
    const auto owner =
        QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadUser | QFileDevice::WriteUser;
    CHECK(QFileInfo(on.first).permissions() == owner);
    CHECK(QFileInfo(on.second).permissions() == owner);
    CHECK(on.book.unlocked().dataKey() == on.book.key);
}

TEST_CASE("a damaged copy on the disk is healed, also over what a crash left half written")
{
    DiskBook on;
    const auto sound = contents(on.first);
    put(on.first, sound.first(100));
    put(on.first + QStringLiteral(".new"), "left by a crash");
    const auto healed = on.book.load(Repair::Heal);
    REQUIRE_OK(healed);
    CHECK(healed->condition() == KeyFileCondition{KeyCopy::Damaged, KeyCopy::Sound, true});
    CHECK(contents(on.first) == sound);
    CHECK(on.names() == both);
}

#ifdef __unix__
TEST_CASE("what is prepared does not go where a link leads")
{
    DiskBook on;
    const auto target = on.folder.filePath(QStringLiteral("precious"));
    put(target, "precious");
    REQUIRE(QFile::link(target, on.first + QStringLiteral(".new")));
    on.book.add(SlotSecret::keychain(keychainKey('k')));
    CHECK(contents(target) == "precious");
    REQUIRE_OK(on.book.load());
}

TEST_CASE("a disk without room refuses a change and keeps both copies as they were")
{
    DiskBook on;
    const auto before = contents(on.first);
    const auto keys = on.book.unlocked();
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit usual{};
    REQUIRE(getrlimit(RLIMIT_FSIZE, &usual) == 0);
    rlimit little = usual;
    little.rlim_cur = 100;
    REQUIRE(setrlimit(RLIMIT_FSIZE, &little) == 0);
    const auto refused = on.book.file.addSlot(keys, SlotSecret::keychain(keychainKey('k')), {});
    REQUIRE(setrlimit(RLIMIT_FSIZE, &usual) == 0);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error() == Error{ErrorCode::DiskFull, {on.first}});
    CHECK(contents(on.first) == before);
    CHECK(contents(on.second) == before);
    CHECK(on.names() == both);
    REQUIRE_OK(on.book.file.addSlot(keys, SlotSecret::keychain(keychainKey('k')), {}));
}

TEST_CASE("in a folder that cannot be written the book opens, a bad copy is told, and a change is refused")
{
    DiskBook on;
    const auto keys = on.book.unlocked();
    const auto sound = contents(on.first);
    put(on.second, "damaged");
    // For root every folder can be written, so another person does it: nobody.
    const bool root = geteuid() == 0;
    const auto folder = QFile::encodeName(on.folder.path());
    for (const auto& path : {on.folder.path(), on.first, on.second}) {
        if (root)
            REQUIRE(chown(QFile::encodeName(path).constData(), 65534, 65534) == 0);
    }
    REQUIRE(chmod(folder.constData(), 0500) == 0);
    if (root)
        REQUIRE(seteuid(65534) == 0);
    const auto loaded = on.book.load(Repair::Heal);
    const auto refused = on.book.file.addSlot(keys, SlotSecret::keychain(keychainKey('k')), {});
    const auto refusedNew =
        KeyFile::create(on.folder.filePath(QStringLiteral("b.kith")), on.book.id, QStringLiteral("aegis-256"),
                        on.book.key, passphrase(u"x"), {{}, {}, cheap});
    if (root)
        REQUIRE(seteuid(0) == 0);
    REQUIRE(chmod(folder.constData(), 0700) == 0);

    REQUIRE_OK(loaded);
    CHECK(loaded->condition() == KeyFileCondition{KeyCopy::Sound, KeyCopy::Damaged, false});
    REQUIRE_OK(loaded->unlock(passphrase(u"first passphrase")));
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error() == Error{ErrorCode::ReadOnly, {on.first}});
    REQUIRE_FALSE(refusedNew.ok());
    CHECK(refusedNew.error().code == ErrorCode::ReadOnly);
    CHECK(contents(on.first) == sound);
    CHECK(on.names() == both);
    REQUIRE_OK(on.book.file.addSlot(keys, SlotSecret::keychain(keychainKey('k')), {}));
}

TEST_CASE("a key file that may not be read is told as that")
{
    if (geteuid() == 0) {
        // Root may read all; what it cannot read is a folder of that name.
        QTemporaryDir folder;
        REQUIRE(QDir(folder.path()).mkdir(QStringLiteral("a.kith-keys")));
        const auto refused = KeyFile::load(folder.filePath(QStringLiteral("a.kith")), Repair::Heal);
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().code == ErrorCode::FileUnreadable);
        return;
    }
    DiskBook on;
    REQUIRE(chmod(QFile::encodeName(on.first).constData(), 0) == 0);
    REQUIRE(chmod(QFile::encodeName(on.second).constData(), 0) == 0);
    const auto refused = on.book.load(Repair::LeaveAlone);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == ErrorCode::FileUnreadable);
}
#endif

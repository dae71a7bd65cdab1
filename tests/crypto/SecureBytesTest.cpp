#include "core/crypto/Blake2b.h"
#include "core/crypto/SecretKey.h"
#include "core/crypto/process/CoreDumps.h"
#include "tests/support/Test.h"

#include <algorithm>

#ifdef __linux__
#include <csignal>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace kith;

TEST_CASE("secure bytes start as zeroes, keep what is copied in, and are gone once moved")
{
    SecureBytes bytes(40);
    CHECK(std::all_of(bytes.bytes().begin(), bytes.bytes().end(), [](auto b) { return b == 0; }));
    auto copy = SecureBytes::copyOf(bytesOf("a secret"));
    CHECK(copy == SecureBytes::copyOf(bytesOf("a secret")));
    CHECK_FALSE(copy == SecureBytes::copyOf(bytesOf("a secreT")));
    CHECK_FALSE(copy == SecureBytes::copyOf(bytesOf("a secre")));
    const auto moved = std::move(copy);
    CHECK(moved.size() == 8);
    CHECK(copy.isEmpty()); // NOLINT(bugprone-use-after-move)
    CHECK(SecureBytes() == SecureBytes(0));
}

TEST_CASE("random bytes are not the same twice")
{
    CHECK_FALSE(SecureBytes::random(32) == SecureBytes::random(32));
    CHECK(randomBytes(16) != randomBytes(16));
}

TEST_CASE("wiping a text empties it and leaves another copy of it alone")
{
    QByteArray bytes = QByteArray("secret bytes").repeated(2);
    const QByteArray other = bytes;
    wipe(bytes);
    CHECK(bytes.isEmpty());
    CHECK(other == QByteArray("secret bytes").repeated(2));
    QString text = QStringLiteral("a passphrase").repeated(2);
    wipe(text);
    CHECK(text.isEmpty());
}

TEST_CASE("one data key gives four different keys, the same each time")
{
    const auto key = DataKey::from(bytesOf(QByteArray(32, '\x07')));
    REQUIRE(key);
    const auto hex = [](const SecretKey& derived) {
        return QByteArray(reinterpret_cast<const char*>(derived.bytes().data()), 32).toHex();
    };
    const QByteArrayList all{hex(databaseKey(*key)), hex(attachmentsKey(*key)), hex(backupKey(*key)), hex(logKey(*key)),
                             hex(*key)};
    for (int i = 0; i < all.size(); ++i)
        CHECK(all.indexOf(all[i]) == i);
    CHECK(hex(databaseKey(*key)) == hex(databaseKey(key->copy())));
    // Books that exist depend on these: BLAKE2b with the key as key, the number as salt, the context as
    // personalisation.
    CHECK(all[0] == "83508b2005d4fee8133f34be775aaf3d56865ba23e24c135a1a39151bc1a7436");
    CHECK(all[3] == "b4177acd5e2560abc56387a50e3b2bbb6a4db8267afb1e47ba03fa4e98eb8ab2");
    CHECK_FALSE(DataKey::from(bytesOf(QByteArray(31, 'x'))));
}

TEST_CASE("BLAKE2b gives the published value, in one piece and in many")
{
    // RFC 7693 has the 512-bit value; this is the 256-bit one of "abc", as b2sum -l 256 prints it.
    const QByteArray expected = "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319";
    CHECK(Blake2b::of("abc").toHex() == expected);
    Blake2b hash;
    hash.add("a");
    hash.add("");
    hash.add("bc");
    CHECK(hash.finish().toHex() == expected);
    const auto key = LogKey::random();
    Blake2b keyed(key);
    keyed.add("abc");
    CHECK(keyed.finish().toHex() != expected);
}

#ifdef __linux__
namespace {

// Runs `what` in a child and answers how it ended, as waitpid tells it.
template <typename What>
int inChild(What what)
{
    const auto child = fork();
    if (child == 0) {
        std::signal(SIGSEGV, SIG_DFL); // the test runner's handler would report instead of dying
        std::signal(SIGABRT, SIG_DFL);
        what();
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return status;
}

}

TEST_CASE("writing to frozen bytes ends the process, and to others does not")
{
    const auto write = [](bool frozen) {
        return inChild([frozen] {
            const rlimit none{0, 0};
            setrlimit(RLIMIT_CORE, &none);
            auto bytes = SecureBytes::random(32);
            auto* place = bytes.writable().data();
            if (frozen)
                bytes.freeze();
            *static_cast<volatile std::uint8_t*>(place) = 1;
        });
    };
    CHECK(write(false) == 0);
    CHECK(write(true) != 0);
}

TEST_CASE("a process that forbids core dumps is not dumpable any more")
{
    const auto dumpable = [](bool forbidden) {
        return WEXITSTATUS(inChild([forbidden] {
            if (forbidden && !forbidCoreDumps())
                _exit(77);
            rlimit limit{};
            getrlimit(RLIMIT_CORE, &limit);
            _exit(prctl(PR_GET_DUMPABLE) * 2 + (limit.rlim_max != 0 ? 1 : 0));
        }));
    };
    CHECK(dumpable(false) >= 2);
    CHECK(dumpable(true) == 0);
}
#endif

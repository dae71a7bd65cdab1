// The real Secret Service (gnome-keyring) in its states. Run by secret-service.sh: each case on a bus and a home of its
// own. The cases wait for what really happens, with a limit; none sleeps.
#include "core/keys/keychain/KeychainKey.h"
#include "core/keys/keychain/KeyringLock.h"
#include "core/keys/keychain/SystemKeychain.h"
#include "tests/keys/Books.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusServiceWatcher>
#include <QDBusVirtualObject>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QProcess>
#include <QTimer>

#include <csignal>
#include <functional>

using namespace kith;
using namespace kith::testing;
using namespace std::chrono_literals;

namespace {

const QString secrets = QStringLiteral("org.freedesktop.secrets");

// Runs the event loop until something calls the given function; false after the limit.
bool waitFor(const std::function<void(std::function<void()>)>& start, std::chrono::milliseconds limit = 20s)
{
    QEventLoop loop;
    bool happened = false;
    start([&] {
        happened = true;
        loop.quit();
    });
    QTimer::singleShot(limit, &loop, &QEventLoop::quit);
    if (!happened)
        loop.exec();
    return happened;
}

class Daemon
{
public:
    // With the default keyring made and open.
    Daemon()
    {
        QDBusServiceWatcher watcher(secrets, QDBusConnection::sessionBus(), QDBusServiceWatcher::WatchForRegistration);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(
            QStringLiteral("gnome-keyring-daemon"),
            {QStringLiteral("--foreground"), QStringLiteral("--unlock"), QStringLiteral("--components=secrets")});
        REQUIRE(m_process.waitForStarted());
        m_process.write("the keyring's own password");
        m_process.closeWriteChannel();
        REQUIRE(waitFor([&](auto done) {
            QObject::connect(&watcher, &QDBusServiceWatcher::serviceRegistered, &watcher, done);
            if (QDBusConnection::sessionBus().interface()->isServiceRegistered(secrets))
                done();
        }));
    }
    ~Daemon()
    {
        resume();
        m_process.kill();
        m_process.waitForFinished();
    }
    void stop() { ::kill(pid_t(m_process.processId()), SIGSTOP); }
    void resume() { ::kill(pid_t(m_process.processId()), SIGCONT); }

    static void lock()
    {
        const auto service = QStringLiteral("/org/freedesktop/secrets");
        const auto interface = QStringLiteral("org.freedesktop.Secret.Service");
        auto which = QDBusMessage::createMethodCall(secrets, service, interface, QStringLiteral("ReadAlias"));
        which << QStringLiteral("default");
        const auto alias = QDBusConnection::sessionBus().call(which);
        REQUIRE(alias.type() == QDBusMessage::ReplyMessage);
        auto message = QDBusMessage::createMethodCall(secrets, service, interface, QStringLiteral("Lock"));
        message << QVariant::fromValue(QList{alias.arguments().at(0).value<QDBusObjectPath>()});
        REQUIRE(QDBusConnection::sessionBus().call(message).type() == QDBusMessage::ReplyMessage);
    }

private:
    QProcess m_process;
};

// What the service calls to ask the person: it takes the question and never answers.
class SilentPrompter final : public QDBusVirtualObject
{
public:
    SilentPrompter()
    {
        auto bus = QDBusConnection::sessionBus();
        REQUIRE(bus.registerVirtualObject(QStringLiteral("/org/gnome/keyring/Prompter"), this));
        REQUIRE(bus.registerService(QStringLiteral("org.gnome.keyring.SystemPrompter")));
    }
    QString introspect(const QString&) const override { return {}; }
    bool handleMessage(const QDBusMessage& message, const QDBusConnection&) override
    {
        asked = asked || message.member() == QStringLiteral("BeginPrompting");
        return true;
    }

    bool asked = false;
};

struct Answer
{
    Error error; // Internal: none was given
    std::optional<KeychainKey> key;
    qint64 milliseconds = 0;
};

template <typename Start>
Answer ask(Start start)
{
    Answer answer;
    QElapsedTimer timer;
    timer.start();
    std::unique_ptr<KeychainRequest> request;
    const bool answered = waitFor([&](auto done) {
        request = start([&, done](Result<KeychainKey> result) {
            if (result)
                answer.key = std::move(result).value();
            else
                answer.error = result.error();
            done();
        });
    });
    CHECK(answered);
    answer.milliseconds = timer.elapsed();
    return answer;
}

Answer fetch(const Book& book, std::chrono::milliseconds timeout = 10s)
{
    SystemKeychain keychain(timeout);
    return ask([&](KeychainKeyCallback taker) {
        return fetchKeychainKey(keychain, book.file, SlotType::Keychain, std::move(taker));
    });
}

Answer make(const Book& book, std::chrono::milliseconds timeout = 10s)
{
    SystemKeychain keychain(timeout);
    return ask([&](KeychainKeyCallback taker) { return makeKeychainKey(keychain, book.id, std::move(taker)); });
}

KeychainAnswer removeEntry(const Book& book, const SlotId& slot)
{
    SystemKeychain keychain(10s);
    auto answer = KeychainAnswer::Cancelled;
    std::unique_ptr<KeychainRequest> request;
    CHECK(waitFor([&](auto done) {
        request = removeKeychainKey(keychain, book.id, slot, [&, done](KeychainReply reply) {
            answer = reply.answer;
            done();
        });
    }));
    return answer;
}

SlotId addKeychainSlot(Book& book)
{
    const auto made = make(book);
    INFO(made.error);
    REQUIRE(made.key);
    const auto slot =
        book.file.addSlot(book.unlocked(), SlotSecret::keychain(made.key->key.copy()), {{}, {}, {}, made.key->slot});
    REQUIRE_OK(slot);
    return *slot;
}

KeyringLock keyringLock(std::chrono::milliseconds timeout)
{
    QObject context;
    auto lock = KeyringLock::Unknown;
    CHECK(waitFor([&](auto done) {
        askKeyringLock(&context, timeout, [&, done](KeyringLock answer) {
            lock = answer;
            done();
        });
    }));
    return lock;
}

void checkOpens(const Book& book)
{
    const auto asked = fetch(book);
    INFO(asked.error);
    REQUIRE(asked.key);
    const auto keys = book.file.unlock(SlotSecret::keychain(asked.key->key.copy()));
    REQUIRE_OK(keys);
    CHECK(keys->dataKey() == book.key);
}

}

TEST_CASE("an open keyring keeps the key of a slot, gives it back, and lets it go", "[open]")
{
    const Daemon daemon;
    Book book;
    const auto slot = addKeychainSlot(book);
    checkOpens(book);
    CHECK(removeEntry(book, slot) == KeychainAnswer::Ok);
    CHECK(fetch(book).error.code == ErrorCode::KeychainNotFound);
}

TEST_CASE("an open keyring without the entry says not found", "[empty]")
{
    const Daemon daemon;
    Book book;
    CHECK(keyringLock(5s) == KeyringLock::Open);
    const auto asked = fetch(book);
    CHECK(asked.error.code == ErrorCode::KeychainNotFound);
    CHECK(asked.milliseconds < 5000);
}

TEST_CASE("a locked keyring says locked, although the library says not found", "[locked]")
{
    const Daemon daemon;
    Book book;
    addKeychainSlot(book);
    Daemon::lock();
    CHECK(keyringLock(5s) == KeyringLock::Locked);
    CHECK(fetch(book).error.code == ErrorCode::KeychainLocked);
}

TEST_CASE("without a bus the keychain is unavailable at once", "[none]")
{
    Book book;
    const auto asked = fetch(book);
    CHECK(asked.error.code == ErrorCode::KeychainUnavailable);
    CHECK(asked.milliseconds < 5000);
    CHECK(make(book).error.code == ErrorCode::KeychainUnavailable);
}

TEST_CASE("on a bus without a secret service the keychain is unavailable at once", "[no-service]")
{
    Book book;
    const auto asked = fetch(book);
    CHECK(asked.error.code == ErrorCode::KeychainUnavailable);
    CHECK(asked.milliseconds < 5000);
    CHECK(make(book).error.code == ErrorCode::KeychainUnavailable);
}

TEST_CASE("a stopped service is a timeout, and the key is there again when it goes on", "[stopped]")
{
    Daemon daemon;
    Book book;
    addKeychainSlot(book);
    daemon.stop();
    const auto asked = fetch(book, 700ms);
    CHECK(asked.error.code == ErrorCode::KeychainTimeout);
    CHECK(asked.milliseconds >= 700);
    CHECK(asked.milliseconds < 5000);
    CHECK(keyringLock(300ms) == KeyringLock::Unknown);
    daemon.resume();
    checkOpens(book);
}

TEST_CASE("a question to a stopped service can be cancelled", "[cancelled]")
{
    Daemon daemon;
    Book book;
    addKeychainSlot(book);
    daemon.stop();
    SystemKeychain keychain;
    const auto asked = ask([&](KeychainKeyCallback taker) {
        auto request = fetchKeychainKey(keychain, book.file, SlotType::Keychain, std::move(taker));
        request->cancel();
        return request;
    });
    CHECK(asked.error.code == ErrorCode::Cancelled);
    CHECK(asked.milliseconds < 5000);
}

TEST_CASE("a prompt that nobody answers is a timeout, when a key is read", "[read-prompt]")
{
    const Daemon daemon;
    SilentPrompter prompter;
    Book book;
    addKeychainSlot(book);
    Daemon::lock();
    const auto asked = fetch(book, 1500ms);
    CHECK(asked.error.code == ErrorCode::KeychainTimeout);
    CHECK(asked.milliseconds < 5000);
    CHECK(prompter.asked);
}

TEST_CASE("a prompt that nobody answers is a timeout, when a key is written", "[write-prompt]")
{
    const Daemon daemon;
    SilentPrompter prompter;
    Book book;
    addKeychainSlot(book);
    Daemon::lock();
    const auto asked = make(book, 1500ms);
    CHECK(asked.error.code == ErrorCode::KeychainTimeout);
    CHECK(asked.milliseconds < 5000);
    CHECK(prompter.asked);
}

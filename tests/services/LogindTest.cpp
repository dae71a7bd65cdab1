// What logind says, and how long it is kept from sleeping. Run by tests/keys/secret-service.sh: on a bus of its own,
// with a logind that the test plays.
#include "core/services/absence/Absence.h"
#include "tests/support/Test.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusUnixFileDescriptor>
#include <QDBusVirtualObject>
#include <QEventLoop>
#include <QPromise>
#include <QSocketNotifier>
#include <QTimer>

#include <fcntl.h>
#include <unistd.h>

using namespace kith;
using namespace Qt::StringLiterals;

namespace {

const auto managerPath = u"/org/freedesktop/login1"_s;
const auto managerInterface = u"org.freedesktop.login1.Manager"_s;
const auto sessionInterface = u"org.freedesktop.login1.Session"_s;

// The part of logind that a program meets. Every handle that keeps the computer awake is one end of a pipe.
class FakeLogind final : public QDBusVirtualObject
{
public:
    explicit FakeLogind(bool knowsAuto = true)
        : m_bus(QDBusConnection::connectToBus(qEnvironmentVariable("DBUS_SYSTEM_BUS_ADDRESS"), u"logind"_s))
        , m_knowsAuto(knowsAuto)
    {
        REQUIRE(m_bus.registerVirtualObject(managerPath, this));
        REQUIRE(m_bus.registerService(u"org.freedesktop.login1"_s));
    }
    ~FakeLogind() override
    {
        for (const int end : m_held)
            ::close(end);
        QDBusConnection::disconnectFromBus(u"logind"_s);
    }

    QString introspect(const QString&) const override { return {}; }
    bool handleMessage(const QDBusMessage& message, const QDBusConnection& bus) override
    {
        if (message.member() == "Inhibit"_L1) {
            asked = message.arguments();
            int ends[2];
            REQUIRE(::pipe2(ends, O_CLOEXEC) == 0);
            m_held.push_back(ends[0]);
            bus.send(message.createReply(QVariant::fromValue(QDBusUnixFileDescriptor(ends[1]))));
            ::close(ends[1]);
            return true;
        }
        if (message.member() != "GetSession"_L1)
            return false;
        const auto name = message.arguments().value(0).toString();
        if (name == "auto"_L1 && !m_knowsAuto)
            bus.send(message.createErrorReply(u"org.freedesktop.login1.NoSuchSession"_s, u"No session 'auto'"_s));
        else
            bus.send(message.createReply(QVariant::fromValue(QDBusObjectPath(sessionPath(name)))));
        return true;
    }

    static QString sessionPath(const QString& name) { return managerPath + u"/session/"_s + name; }
    void sleep(bool begins) { emitSignal(managerPath, managerInterface, u"PrepareForSleep"_s, {begins}); }
    void session(const QString& name, const QString& signal)
    {
        emitSignal(sessionPath(name), sessionInterface, signal, {});
    }
    void property(const QString& name, const QString& property, bool value)
    {
        emitSignal(sessionPath(name), u"org.freedesktop.DBus.Properties"_s, u"PropertiesChanged"_s,
                   {sessionInterface, QVariantMap{{property, value}}, QStringList()});
    }

    // Whether the handle that was given at this place is still open.
    bool holds(std::size_t index) const
    {
        ::fcntl(m_held[index], F_SETFL, O_NONBLOCK);
        char byte = 0;
        return ::read(m_held[index], &byte, 1) != 0; // 0: the other end is closed
    }
    std::size_t given() const { return m_held.size(); }

    QVariantList asked;

private:
    void emitSignal(const QString& path, const QString& interface, const QString& name, const QVariantList& arguments)
    {
        auto signal = QDBusMessage::createSignal(path, interface, name);
        signal.setArguments(arguments);
        REQUIRE(m_bus.send(signal));
    }

    QDBusConnection m_bus;
    bool m_knowsAuto;
    std::vector<int> m_held;
};

// Runs the event loop until it is so; fails the test after twenty seconds.
void waitUntil(const std::function<bool()>& is)
{
    QEventLoop loop;
    QTimer look;
    QTimer limit;
    limit.setSingleShot(true);
    QObject::connect(&limit, &QTimer::timeout, &loop, &QEventLoop::quit);
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (is())
            loop.quit();
    });
    look.start(5);
    limit.start(20'000);
    if (!is())
        loop.exec();
    REQUIRE(is());
}

struct Observed
{
    std::unique_ptr<Absence> absence = systemAbsence();
    std::vector<Absence::Change> told;
    std::shared_ptr<QPromise<void>> closing; // the answer to the last one

    Observed()
    {
        absence->observe([this](Absence::Change change) {
            told.push_back(change);
            closing = std::make_shared<QPromise<void>>();
            closing->start();
            return closing->future();
        });
    }
};

// The private session bus stands in for the system's.
void useTestBus()
{
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", qgetenv("DBUS_SESSION_BUS_ADDRESS"));
}

}

TEST_CASE("logind waits with sleeping until the answer has ended", "[sleep]")
{
    useTestBus();
    FakeLogind logind;
    Observed observed;
    waitUntil([&] { return logind.given() == 1; });
    CHECK(logind.asked.value(0) == u"sleep"_s);
    CHECK(logind.asked.value(3) == u"delay"_s);
    CHECK(logind.holds(0));

    logind.sleep(true);
    waitUntil([&] { return !observed.told.empty(); });
    CHECK(observed.told == std::vector{Absence::Change::Sleeps});
    CHECK(logind.holds(0)); // the book is still being closed
    observed.closing->finish();
    waitUntil([&] { return !logind.holds(0); });

    // Awake again: the next sleep is waited for too.
    logind.sleep(false);
    waitUntil([&] { return logind.given() == 2; });
    CHECK(observed.told.back() == Absence::Change::Returns);
    CHECK(logind.holds(1));
    observed.absence.reset();
    waitUntil([&] { return !logind.holds(1); });
}

TEST_CASE("a session tells when its screen is locked and when another person's is in front", "[session]")
{
    useTestBus();
    const bool knowsAuto = GENERATE(true, false);
    qputenv("XDG_SESSION_ID", "7");
    const QString name = knowsAuto ? u"auto"_s : u"7"_s;
    FakeLogind logind(knowsAuto);
    Observed observed;
    using Change = Absence::Change;
    // Until it listens, signals are lost: the first one is repeated.
    waitUntil([&] {
        logind.session(name, u"Lock"_s);
        return !observed.told.empty();
    });
    CHECK(observed.told.front() == Change::Leaves);
    const auto expect = [&](Change change, const std::function<void()>& say) {
        // What is still on its way comes before a sleep.
        logind.sleep(true);
        waitUntil([&] { return observed.told.back() == Change::Sleeps; });
        const auto before = observed.told.size();
        say();
        waitUntil([&] { return observed.told.size() > before; });
        CHECK(observed.told.size() == before + 1);
        CHECK(observed.told.back() == change);
    };
    expect(Change::Returns, [&] { logind.session(name, u"Unlock"_s); });
    expect(Change::Leaves, [&] { logind.property(name, u"Active"_s, false); });
    expect(Change::Returns, [&] { logind.property(name, u"Active"_s, true); });
    expect(Change::Leaves, [&] { logind.property(name, u"LockedHint"_s, true); });
    expect(Change::Returns, [&] { logind.property(name, u"LockedHint"_s, false); });
    // What another session does is none of ours, nor is another property.
    expect(Change::Leaves, [&] {
        logind.session(u"another"_s, u"Lock"_s);
        logind.property(u"another"_s, u"Active"_s, false);
        logind.property(name, u"IdleHint"_s, true);
        logind.session(name, u"Lock"_s);
    });
}

TEST_CASE("without logind, and without a bus, nothing is said and nothing waits", "[none]")
{
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent");
    const Observed observed;
    CHECK(observed.told.empty());
}

#include "core/services/absence/Absence.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusUnixFileDescriptor>
#include <QFutureWatcher>
#include <QVariantMap>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

const auto service = u"org.freedesktop.login1"_s;
const auto managerPath = u"/org/freedesktop/login1"_s;
const auto managerInterface = u"org.freedesktop.login1.Manager"_s;
const auto sessionInterface = u"org.freedesktop.login1.Session"_s;
const auto propertiesInterface = u"org.freedesktop.DBus.Properties"_s;

// logind tells of sleep to everybody, and waits with it as long as somebody holds the handle it gave for that purpose.
// The rest is told by the session this program belongs to. Nothing here waits for an answer.
class LogindAbsence final : public QObject, public Absence
{
    Q_OBJECT

public:
    void observe(Observer observer) override
    {
        m_observer = std::move(observer);
        m_bus = QDBusConnection::systemBus();
        if (!m_bus.isConnected())
            return;
        m_bus.connect(service, managerPath, managerInterface, u"PrepareForSleep"_s, this, SLOT(prepareForSleep(bool)));
        holdSleep();
        findSession({u"auto"_s, qEnvironmentVariable("XDG_SESSION_ID")});
    }

private slots:
    void prepareForSleep(bool begins)
    {
        if (!begins) {
            holdSleep();
            m_observer(Change::Returns);
            return;
        }
        auto* closing = new QFutureWatcher<void>(this);
        connect(closing, &QFutureWatcherBase::finished, this, [this, closing] {
            closing->deleteLater();
            m_sleepHeld = {}; // closes the handle: sleep now
        });
        closing->setFuture(m_observer(Change::Sleeps));
    }

    void locked() { m_observer(Change::Leaves); }
    void unlocked() { m_observer(Change::Returns); }

    // Desktops that lock the screen by themselves say so in LockedHint; a session that another user switched away from
    // is not Active.
    void changed(const QString& interface, const QVariantMap& values, const QStringList&)
    {
        if (interface != sessionInterface)
            return;
        for (const auto& [key, away] : {std::pair(u"LockedHint"_s, true), std::pair(u"Active"_s, false)}) {
            if (const auto value = values.value(key); value.typeId() == QMetaType::Bool)
                m_observer(value.toBool() == away ? Change::Leaves : Change::Returns);
        }
    }

private:
    template <typename Reply, typename Then>
    void ask(const QString& method, const QVariantList& arguments, Then then)
    {
        auto message = QDBusMessage::createMethodCall(service, managerPath, managerInterface, method);
        message.setArguments(arguments);
        message.setAutoStartService(false);
        auto* watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [watcher, then = std::move(then)] {
            watcher->deleteLater();
            then(QDBusPendingReply<Reply>(*watcher));
        });
    }

    void holdSleep()
    {
        ask<QDBusUnixFileDescriptor>(u"Inhibit"_s,
                                     {u"sleep"_s, u"Kith"_s, u"The customer book is being closed"_s, u"delay"_s},
                                     [this](const QDBusPendingReply<QDBusUnixFileDescriptor>& reply) {
                                         if (!reply.isError())
                                             m_sleepHeld = reply.value();
                                     });
    }

    // "auto" is not known to every logind.
    void findSession(QStringList names)
    {
        const auto name = names.takeFirst();
        if (name.isEmpty())
            return;
        ask<QDBusObjectPath>(u"GetSession"_s, {name}, [this, names](const QDBusPendingReply<QDBusObjectPath>& reply) {
            if (!reply.isError())
                follow(reply.value().path());
            else if (!names.isEmpty())
                findSession(names);
        });
    }

    void follow(const QString& session)
    {
        m_bus.connect(service, session, sessionInterface, u"Lock"_s, this, SLOT(locked()));
        m_bus.connect(service, session, sessionInterface, u"Unlock"_s, this, SLOT(unlocked()));
        m_bus.connect(service, session, propertiesInterface, u"PropertiesChanged"_s, this,
                      SLOT(changed(QString, QVariantMap, QStringList)));
    }

    Observer m_observer;
    QDBusConnection m_bus{QString()};
    QDBusUnixFileDescriptor m_sleepHeld;
};

}

std::unique_ptr<Absence> systemAbsence()
{
    return std::make_unique<LogindAbsence>();
}

}

#include "SystemAbsenceLinux.moc"

#include "core/keys/keychain/KeyringLock.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

KeyringLock lockOf(const QDBusPendingReply<QDBusVariant>& reply)
{
    if (!reply.isError()) {
        const auto locked = reply.value().variant();
        if (locked.typeId() != QMetaType::Bool)
            return KeyringLock::Unknown;
        return locked.toBool() ? KeyringLock::Locked : KeyringLock::Open;
    }
    switch (reply.error().type()) {
    // No Secret Service: another keychain said "not found" and means it. No default collection: nothing is in it.
    case QDBusError::ServiceUnknown:
    case QDBusError::UnknownObject:
    case QDBusError::UnknownInterface:
    case QDBusError::UnknownMethod:
        return KeyringLock::Open;
    default:
        return KeyringLock::Unknown;
    }
}

}

void askKeyringLock(QObject* context, std::chrono::milliseconds timeout, std::function<void(KeyringLock)> callback)
{
    // The default collection under its fixed alias. The bus answered the keychain library a moment ago, so connecting
    // to it does not wait; the call itself is asynchronous.
    auto message =
        QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets/aliases/default"_s,
                                       u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    message.setAutoStartService(false);
    message << u"org.freedesktop.Secret.Collection"_s << u"Locked"_s;
    const auto call = QDBusConnection::sessionBus().asyncCall(message, int(timeout.count()));
    auto* watcher = new QDBusPendingCallWatcher(call);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, watcher, &QObject::deleteLater);
    QObject::connect(
        watcher, &QDBusPendingCallWatcher::finished, context,
        [callback = std::move(callback)](QDBusPendingCallWatcher* finished) { callback(lockOf(*finished)); });
}

}

#include "core/keys/keychain/SystemKeychain.h"

#include "core/keys/keychain/KeyringLock.h"

#include <QTimer>
#include <qt6keychain/keychain.h>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

QString service()
{
    return u"Kith"_s;
}

// One question: asked -> (the library said "not found": is the keyring locked?) -> answered. The timer runs over all of
// it. Everything hangs on m_context, so that nothing is called once this is gone; the library's job deletes itself when
// it ends, if it ends.
class SystemRequest final : public KeychainRequest
{
public:
    SystemRequest(QKeychain::Job* job, std::chrono::milliseconds timeout, Keychain::Callback callback)
        : m_timeout(timeout)
        , m_callback(std::move(callback))
    {
        job->setInsecureFallback(false);
        job->setAutoDelete(true);
        QObject::connect(job, &QKeychain::Job::finished, &m_context, [this](QKeychain::Job* ended) { take(ended); });
        QTimer::singleShot(timeout, &m_context, [this] { answer({KeychainAnswer::Timeout, {}, {}}); });
        job->start();
    }

    void cancel() override
    {
        QMetaObject::invokeMethod(
            &m_context,
            [this] {
                answer({KeychainAnswer::Cancelled, {}, {}});
            },
            Qt::QueuedConnection);
    }

private:
    void take(QKeychain::Job* job)
    {
        if (!m_callback)
            return;
        switch (job->error()) {
        case QKeychain::NoError:
            return answer({KeychainAnswer::Ok, secretOf(job), {}});
        case QKeychain::EntryNotFound:
            // A locked keyring says the same.
            return askKeyringLock(&m_context, m_timeout, [this](KeyringLock lock) { notFound(lock); });
        case QKeychain::AccessDenied:
        case QKeychain::AccessDeniedByUser:
            return answer({KeychainAnswer::Locked, {}, job->errorString()});
        case QKeychain::CouldNotDeleteEntry:
        case QKeychain::NoBackendAvailable:
        case QKeychain::NotImplemented:
        case QKeychain::OtherError:
            break;
        }
        answer({KeychainAnswer::Unavailable, {}, job->errorString()});
    }

    void notFound(KeyringLock lock)
    {
        switch (lock) {
        case KeyringLock::Open:
            return answer({KeychainAnswer::NotFound, {}, {}});
        case KeyringLock::Locked:
            return answer({KeychainAnswer::Locked, {}, {}});
        case KeyringLock::Unknown:
            break;
        }
        answer({KeychainAnswer::Unavailable, {}, {}});
    }

    static SecureBytes secretOf(QKeychain::Job* job)
    {
        const auto* read = qobject_cast<QKeychain::ReadPasswordJob*>(job);
        if (read == nullptr)
            return {};
        auto bytes = read->binaryData(); // the library's own copy is out of reach
        return SecureBytes::copyOf(bytesOf(bytes));
    }

    // The last act of every way: the callback may destroy this. Later answers find no callback.
    void answer(KeychainReply reply)
    {
        if (const auto callback = std::exchange(m_callback, nullptr))
            callback(std::move(reply));
    }

    QObject m_context;
    std::chrono::milliseconds m_timeout;
    Keychain::Callback m_callback;
};

}

std::unique_ptr<KeychainRequest> SystemKeychain::read(const QString& entry, Callback callback)
{
    auto* job = new QKeychain::ReadPasswordJob(service());
    job->setKey(entry);
    return std::make_unique<SystemRequest>(job, m_timeout, std::move(callback));
}

std::unique_ptr<KeychainRequest> SystemKeychain::write(const QString& entry, const SecureBytes& secret,
                                                       Callback callback)
{
    auto* job = new QKeychain::WritePasswordJob(service());
    job->setKey(entry);
    const auto bytes = secret.bytes();
    job->setBinaryData(QByteArray(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size())));
    return std::make_unique<SystemRequest>(job, m_timeout, std::move(callback));
}

std::unique_ptr<KeychainRequest> SystemKeychain::remove(const QString& entry, Callback callback)
{
    auto* job = new QKeychain::DeletePasswordJob(service());
    job->setKey(entry);
    return std::make_unique<SystemRequest>(job, m_timeout, std::move(callback));
}

}

#pragma once

#include "core/exchange/ImportPlan.h"
#include "core/services/BookCare.h"
#include "core/services/ExportDesk.h"
#include "core/services/ImportDesk.h"
#include "core/services/RecordDesk.h"
#include "core/services/Session.h"
#include "tests/support/FakeClock.h"
#include "tests/support/FakeKeychain.h"
#include "tests/support/Test.h"

#include <QEventLoop>
#include <QFutureWatcher>
#include <QTemporaryDir>
#include <QTimer>

namespace kith::testing {

// Runs the event loop until the future has ended; fails the test after ten minutes, which only a machine under much
// load needs.
template <typename T>
void settle(const QFuture<T>& future)
{
    QFutureWatcher<T> watcher;
    QEventLoop loop;
    QTimer limit;
    limit.setSingleShot(true);
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    QObject::connect(&limit, &QTimer::timeout, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    limit.start(600'000);
    if (!future.isFinished())
        loop.exec();
    REQUIRE(future.isFinished());
}

// The one result of a future.
template <typename T>
Result<T> await(const QFuture<Result<T>>& future)
{
    settle(future);
    REQUIRE(future.resultCount() == 1);
    return future.result();
}

// The value of a future that must succeed.
template <typename T>
T need(const QFuture<Result<T>>& future)
{
    auto result = await(future);
    REQUIRE_OK(result);
    if constexpr (!std::is_void_v<T>)
        return std::move(result).value();
}

template <typename T>
ErrorCode errorOf(const QFuture<Result<T>>& future)
{
    const auto result = await(future);
    REQUIRE_FALSE(result.ok());
    return result.error().code;
}

inline SecretText secret(QStringView text)
{
    return SecretText::copyOf(text);
}

// A book in a folder of its own whose passphrase costs nothing, and sessions on it.
class SessionBook
{
public:
    static constexpr auto passphrase = u"correct horse";

    enum class Begin { Open, Closed };
    explicit SessionBook(Begin begin = Begin::Open, const QString& region = QStringLiteral("CN"));

    Session& session() { return *m_session; }
    RecordDesk& desk() { return m_session->desk(); }
    ImportDesk& imports() { return m_session->imports(); }
    FakeClock& clock() { return m_clock; }
    FakeKeychain& keychain() { return m_keychain; }
    QString path() const { return file(QStringLiteral("book.kith")); }
    QString file(const QString& name) const { return m_folder.filePath(name); }
    QString write(const QString& name, const QByteArray& bytes) const;

    // A new session on these files, or on another book; the one before is gone.
    void reopen();
    void renew();
    // Another book with cheap keys, closed.
    void make(const QString& bookPath, const QString& region = QStringLiteral("CN"));

    static WayIn by(const QString& text = QString::fromUtf16(passphrase));

    const Entity& entity(QStringView key);
    const Field& field(QStringView entity, QStringView key);
    using Typed = std::vector<std::pair<QString, QString>>;
    FieldValues values(QStringView entity, const Typed& typed);
    RecordId create(QStringView entity, const Typed& typed);
    std::int64_t count(QStringView entity, const QString& filter = {});
    // Exact texts of one field of all living records, sorted.
    QStringList all(QStringView entity, QStringView field);
    QString shown(QStringView entity, const RecordId& id, QStringView field);
    // Verified; the hash over every living record.
    QString contents();

    ImportPlan plan(const QString& file, QStringView entity);

private:
    QTemporaryDir m_folder;
    FakeClock m_clock;
    FakeKeychain m_keychain;
    std::unique_ptr<Session> m_session;
};

}

#include "core/services/Session.h"

#include "core/crypto/SecureBytes.h"
#include "core/keys/keychain/KeychainKey.h"
#include "core/services/BookCare.h"
#include "core/services/ExportDesk.h"
#include "core/services/ImportDesk.h"
#include "core/services/OpenBook.h"
#include "core/services/SlowWork.h"

#include <QFileInfo>

#include <mutex>

namespace kith {

using namespace Qt::StringLiterals;

// What the session and the work it has started share.
struct Session::Parts
{
    std::mutex mutex;
    Session* session = nullptr; // null when it is gone
    const Clock* clock = nullptr;
    Keychain* keychain = nullptr;
    SessionState state = SessionState::Closed;
    QString path;
    std::shared_ptr<OpenBook> book;
    std::unique_ptr<RecordDesk> desk;
    std::unique_ptr<ImportDesk> imports;
    std::unique_ptr<ExportDesk> exports;
    std::unique_ptr<BookCare> care;
    std::unique_ptr<KeychainRequest> keychainRequest;
    QThreadPool opening;

    void tell(SessionState next);
    Status adopt(std::shared_ptr<OpenBook> opened);
    std::shared_ptr<OpenBook> release();
};

// From any thread; the signal comes on the session's.
void Session::Parts::tell(SessionState next)
{
    const std::lock_guard lock(mutex);
    state = next;
    if (session)
        QMetaObject::invokeMethod(
            session, [raw = session, next] { emit raw->stateChanged(next); }, Qt::QueuedConnection);
}

Status Session::Parts::adopt(std::shared_ptr<OpenBook> opened)
{
    auto& threads = *opened->threads;
    {
        const std::lock_guard lock(mutex);
        if (!session)
            return Error{ErrorCode::Cancelled, {}};
        threads.setListener([raw = session](const ChangeNotice& notice) {
            QMetaObject::invokeMethod(
                raw, [raw, notice] { emit raw->recordsChanged(notice); }, Qt::QueuedConnection);
        });
        path = opened->path;
        desk = std::make_unique<RecordDesk>(threads);
        imports = std::make_unique<ImportDesk>(threads);
        exports = std::make_unique<ExportDesk>(threads);
        care = std::make_unique<BookCare>(opened);
        book = std::move(opened);
    }
    tell(SessionState::Open);
    return {};
}

std::shared_ptr<OpenBook> Session::Parts::release()
{
    const std::lock_guard lock(mutex);
    if (imports)
        imports->cancel();
    desk.reset();
    imports.reset();
    exports.reset();
    care.reset();
    return std::move(book);
}

namespace {

void closeBook(std::shared_ptr<OpenBook> book)
{
    if (!book)
        return;
    book->slow.waitForDone();
    book->keychainRequest.reset();
    book->threads.reset();
    book->keys.reset();
    book->keyFile.reset();
    book->lock.reset();
}

Result<SlotSecret> secretOf(const WayIn& way)
{
    if (way.kind == WayIn::Kind::RecoveryCode) {
        auto code = RecoveryCode::parse(way.secret);
        if (!code)
            return Error{ErrorCode::WrongRecoveryCode, {}};
        return SlotSecret::recoveryCode(std::move(*code));
    }
    return SlotSecret::passphrase(Passphrase::typed(way.secret));
}

bool asksKeychain(const WayIn& way)
{
    return way.kind == WayIn::Kind::Keychain || way.kind == WayIn::Kind::PassphraseAndKeychain;
}

}

Session::Session(const Clock& clock, Keychain& keychain, QObject* parent)
    : QObject(parent)
    , m_parts(std::make_shared<Parts>())
{
    m_parts->session = this;
    m_parts->clock = &clock;
    m_parts->keychain = &keychain;
    m_parts->opening.setMaxThreadCount(1);
}

Session::~Session()
{
    {
        const std::lock_guard lock(m_parts->mutex);
        m_parts->session = nullptr;
    }
    m_parts->keychainRequest.reset();
    m_parts->opening.waitForDone();
    closeBook(m_parts->release());
}

SessionState Session::state() const
{
    const std::lock_guard lock(m_parts->mutex);
    return m_parts->state;
}

QString Session::path() const
{
    const std::lock_guard lock(m_parts->mutex);
    return m_parts->path;
}

QString Session::name() const
{
    return QFileInfo(path()).completeBaseName();
}

bool Session::hasKeychainSlot(const QString& path)
{
    const auto file = KeyFile::load(path, Repair::LeaveAlone);
    return file && file->hasSlot(SlotType::Keychain);
}

QFuture<Result<Session::Created>> Session::create(const NewBook& wanted)
{
    m_parts->tell(SessionState::Opening);
    return runSlowly<Created>(m_parts->opening, [parts = m_parts, wanted]() -> Result<Created> {
        const auto make = [&]() -> Result<Created> {
            KITH_TRY(auto passphrase, Passphrase::choose(wanted.passphrase));
            BookBirth birth;
            birth.book = IdSource(*parts->clock).next<BookId>();
            birth.language = wanted.language;
            birth.region = wanted.region;
            birth.currency = wanted.currency;
            birth.personName = wanted.personName;
            birth.demo = wanted.demo;
            const auto secret = SlotSecret::passphrase(std::move(passphrase));
            KITH_TRY(auto book, createBook({wanted.path, parts->clock, parts->keychain, false}, birth, secret));
            Created created;
            if (wanted.withRecoveryCode) {
                auto code = RecoveryCode::random();
                created.recoveryCode = code.text();
                NewSlot slot;
                slot.created = parts->clock->now();
                KITH_TRY(book->keyFile->addSlot(*book->keys, SlotSecret::recoveryCode(std::move(code)), slot));
            }
            KITH_TRY(parts->adopt(std::move(book)));
            return created;
        };
        auto created = make();
        if (!created)
            parts->tell(SessionState::Closed);
        return created;
    });
}

QFuture<Result<void>> Session::open(const QString& path, const WayIn& way, Access access)
{
    const auto before = state() == SessionState::Locked ? SessionState::Locked : SessionState::Closed;
    {
        const std::lock_guard lock(m_parts->mutex);
        m_parts->path = path;
    }
    m_parts->tell(SessionState::Opening);
    const OpenRequest request{path, m_parts->clock, m_parts->keychain, access == Access::ReadBeside};
    auto promise = std::make_shared<QPromise<Result<void>>>();
    auto future = promise->future();
    promise->start();
    const auto finish = [parts = m_parts, promise, before](Status status) {
        if (!status)
            parts->tell(before);
        promise->addResult(std::move(status));
        promise->finish();
    };
    const auto enter = [parts = m_parts, request, finish](SlotSecret secret) {
        auto held = std::make_shared<SlotSecret>(std::move(secret));
        parts->opening.start([parts, request, finish, held] {
            auto book = openBook(request, *held);
            finish(book ? parts->adopt(std::move(book).value()) : Status(book.error()));
        });
    };
    if (!asksKeychain(way)) {
        auto secret = secretOf(way);
        if (secret)
            enter(std::move(secret).value());
        else
            finish(secret.error());
        return future;
    }
    const auto file = KeyFile::load(path, Repair::LeaveAlone);
    if (!file) {
        finish(file.error());
        return future;
    }
    const bool both = way.kind == WayIn::Kind::PassphraseAndKeychain;
    m_parts->keychainRequest =
        fetchKeychainKey(*m_parts->keychain, *file, [enter, finish, both, typed = way.secret](Result<KeychainKey> key) {
            if (!key)
                finish(key.error());
            else if (both)
                enter(SlotSecret::passphraseAndKeychain(Passphrase::typed(typed), std::move(key->key)));
            else
                enter(SlotSecret::keychain(std::move(key->key)));
        });
    return future;
}

QFuture<Result<void>> Session::unlock(const WayIn& way)
{
    return open(path(), way);
}

void Session::lock()
{
    if (state() != SessionState::Open)
        return;
    // Closing waits for what runs now, so it happens elsewhere; the desks are gone at once.
    m_parts->opening.start([book = m_parts->release()]() mutable { closeBook(std::move(book)); });
    m_parts->tell(SessionState::Locked);
}

void Session::close()
{
    m_parts->opening.start([book = m_parts->release()]() mutable { closeBook(std::move(book)); });
    m_parts->tell(SessionState::Closed);
}

RecordDesk& Session::desk()
{
    return *m_parts->desk;
}

ImportDesk& Session::imports()
{
    return *m_parts->imports;
}

ExportDesk& Session::exports()
{
    return *m_parts->exports;
}

BookCare& Session::care()
{
    return *m_parts->care;
}

StoreThreads& Session::store()
{
    return *m_parts->book->threads;
}

}

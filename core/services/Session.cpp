#include "core/services/Session.h"

#include "core/crypto/SecureBytes.h"
#include "core/keys/keychain/KeychainKey.h"
#include "core/services/BookCare.h"
#include "core/services/Deliver.h"
#include "core/services/DuplicateDesk.h"
#include "core/services/ExportDesk.h"
#include "core/services/ImportDesk.h"
#include "core/services/OpenBook.h"
#include "core/services/QualityDesk.h"
#include "core/services/SlowWork.h"
#include "core/text/Sentences.h"

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
    SessionState before = SessionState::Closed; // while Opening: what it was, and is again if that is given up
    QString path;
    std::shared_ptr<OpenBook> book;
    std::unique_ptr<RecordDesk> desk;
    std::unique_ptr<ImportDesk> imports;
    std::unique_ptr<ExportDesk> exports;
    std::unique_ptr<DuplicateDesk> duplicates;
    std::unique_ptr<QualityDesk> quality;
    std::unique_ptr<BookCare> care;
    std::unique_ptr<KeychainRequest> keychainRequest;
    bool keychainRefused = false; // by the person, while the book was being made
    std::uint64_t attempt = 0;    // the latest opening; closing makes an earlier one void
    QThreadPool opening;

    void tell(SessionState next);
    std::uint64_t begin();
    Status adopt(std::shared_ptr<OpenBook> opened, std::uint64_t by);
    void giveUp(std::uint64_t by);
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

std::uint64_t Session::Parts::begin()
{
    {
        const std::lock_guard lock(mutex);
        if (state != SessionState::Opening) // another one is given up for this one
            before = state == SessionState::Locked ? SessionState::Locked : SessionState::Closed;
    }
    keychainRequest.reset();
    tell(SessionState::Opening);
    const std::lock_guard lock(mutex);
    return ++attempt;
}

Status Session::Parts::adopt(std::shared_ptr<OpenBook> opened, std::uint64_t by)
{
    auto& threads = *opened->threads;
    {
        const std::lock_guard lock(mutex);
        if (!session || by != attempt)
            return Error{ErrorCode::Cancelled, {}};
        threads.setListener([raw = session](const ChangeNotice& notice) {
            QMetaObject::invokeMethod(
                raw, [raw, notice] { emit raw->recordsChanged(notice); }, Qt::QueuedConnection);
        });
        opened->onSession = [raw = session](const std::function<void()>& call) {
            QMetaObject::invokeMethod(raw, call, Qt::QueuedConnection);
        };
        opened->lost = [raw = session] {
            QMetaObject::invokeMethod(
                raw, [raw] { raw->lock(); }, Qt::QueuedConnection);
        };
        path = opened->path;
        desk = std::make_unique<RecordDesk>(threads);
        imports = std::make_unique<ImportDesk>(threads);
        exports = std::make_unique<ExportDesk>(threads);
        duplicates = std::make_unique<DuplicateDesk>(threads);
        quality = std::make_unique<QualityDesk>(threads);
        care = std::make_unique<BookCare>(opened);
        book = std::move(opened);
    }
    tell(SessionState::Open);
    return {};
}

void Session::Parts::giveUp(std::uint64_t by)
{
    SessionState next = SessionState::Closed;
    {
        const std::lock_guard lock(mutex);
        if (by != attempt)
            return;
        next = before;
    }
    tell(next);
}

// An import that runs is cut off like by a crash: it can go on when the book is open again.
std::shared_ptr<OpenBook> Session::Parts::release()
{
    const std::lock_guard lock(mutex);
    ++attempt;
    keychainRequest.reset();
    if (book) {
        book->closing = true;
        book->keychainRequest.reset(); // of this thread, as the keychain is
        book->keychainRemovals.clear();
    }
    desk.reset();
    imports.reset();
    exports.reset();
    duplicates.reset();
    quality.reset();
    care.reset();
    return std::move(book);
}

namespace {

void closeBook(std::shared_ptr<OpenBook> book)
{
    if (!book)
        return;
    book->slow.waitForDone();
    if (book->threads) {
        // What was asked before, such as to keep a draft, is still done.
        auto written = book->threads->write<void>([](StoreWriter&) { return Status(); });
        written.waitForFinished();
    }
    book->threads.reset();
    book->keys.reset();
    book->keyFile.reset();
    book->lock.reset();
}

// Of what was typed alone.
Result<SlotSecret> secretOf(const WayIn& way)
{
    if (way.kind == WayIn::Kind::RecoveryCode) {
        auto code = RecoveryCode::parse(way.secret.view());
        if (!code)
            return Error{ErrorCode::RecoveryCodeMistyped, {}};
        return SlotSecret::recoveryCode(std::move(*code));
    }
    return SlotSecret::passphrase(Passphrase::typed(way.secret.view()));
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
    auto book = m_parts->release();
    m_parts->opening.waitForDone();
    closeBook(std::move(book));
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

bool Session::isDemo() const
{
    const std::lock_guard lock(m_parts->mutex);
    return m_parts->book && m_parts->book->threads->meta().demo;
}

QFuture<Result<bool>> Session::hasWay(const QString& path, WayIn::Kind kind)
{
    return runSlowly<bool>(*QThreadPool::globalInstance(), [path, kind]() -> Result<bool> {
        KITH_TRY(const auto file, KeyFile::load(path, Repair::LeaveAlone));
        return file.hasSlot(kind);
    });
}

QFuture<Result<Session::Created>> Session::create(const NewBook& wanted)
{
    if (state() == SessionState::Open)
        close();
    const auto attempt = m_parts->begin();
    m_parts->keychainRefused = false;
    auto promise = std::make_shared<QPromise<Result<Created>>>();
    auto future = promise->future();
    promise->start();
    m_parts->opening.start([this, parts = m_parts, wanted, attempt, promise] {
        auto created = makeBook(*parts, wanted, attempt);
        if (!created)
            parts->giveUp(attempt);
        const std::lock_guard lock(parts->mutex);
        if (created && wanted.withKeychain && parts->session) {
            QMetaObject::invokeMethod(
                this, [this, promise, made = *created] { addKeychain(promise, made); }, Qt::QueuedConnection);
            return;
        }
        promise->addResult(std::move(created));
        promise->finish();
    });
    return future;
}

Result<Session::Created> Session::makeBook(Parts& parts, const NewBook& wanted, std::uint64_t attempt)
{
    KITH_TRY(auto passphrase, Passphrase::choose(wanted.passphrase.view()));
    BookBirth birth;
    birth.book = IdSource(*parts.clock).next<BookId>();
    birth.language = wanted.language;
    birth.region = wanted.region;
    birth.currency = wanted.currency;
    birth.personName = wanted.personName;
    birth.demo = wanted.demo;
    const auto secret = SlotSecret::passphrase(std::move(passphrase));
    KITH_TRY(auto book, createBook({wanted.path, parts.clock, parts.keychain, false}, birth, secret));
    Created created;
    if (wanted.withRecoveryCode) {
        auto code = RecoveryCode::random();
        created.recoveryCode = code.text();
        NewSlot slot;
        slot.created = parts.clock->now();
        KITH_TRY(book->keyFile->addSlot(*book->keys, SlotSecret::recoveryCode(std::move(code)), slot));
        book->waysIn = book->keyFile->slotList();
    }
    KITH_TRY(parts.adopt(std::move(book), attempt));
    return created;
}

// The book is made already: a keychain that does not answer costs that way in and nothing else.
void Session::addKeychain(const std::shared_ptr<QPromise<Result<Created>>>& promise, Created made)
{
    if (state() != SessionState::Open) {
        promise->addResult(Result<Created>(Error{ErrorCode::Cancelled, {}}));
        promise->finish();
        return;
    }
    if (m_parts->keychainRefused) {
        promise->addResult(Result<Created>(std::move(made)));
        promise->finish();
        return;
    }
    deliver(care().addKeychain(), this, [promise, made = std::move(made)](const Result<void>& added) mutable {
        if (!added && added.error().code != ErrorCode::Cancelled)
            made.notices += tr("The system keychain cannot open this book: %1").arg(sentence(added.error()));
        promise->addResult(Result<Created>(std::move(made)));
        promise->finish();
    });
}

// One call of open(). Goes to and fro between the opening thread, which reads and derives, and the session's, where
// the keychain is asked.
struct Session::Opening
{
    std::shared_ptr<Parts> parts;
    OpenRequest request;
    WayIn way;
    std::uint64_t attempt = 0;
    QPromise<Result<void>> promise;
    std::optional<Error> refused; // the passphrase alone

    void finish(Status status)
    {
        if (!status)
            parts->giveUp(attempt);
        promise.addResult(std::move(status));
        promise.finish();
    }
};

QFuture<Result<void>> Session::open(const QString& path, const WayIn& way, Access access)
{
    if (state() == SessionState::Open)
        close();
    auto opening = std::make_shared<Opening>();
    opening->parts = m_parts;
    opening->request = {path, m_parts->clock, m_parts->keychain, access == Access::ReadBeside};
    opening->way = way;
    opening->attempt = m_parts->begin();
    opening->promise.start();
    {
        const std::lock_guard lock(m_parts->mutex);
        m_parts->path = path;
    }
    m_parts->opening.start(
        [opening] { hasKeychain(opening->way.kind) ? findKeychainWay(opening) : enterTyped(opening); });
    return opening->promise.future();
}

void Session::enterTyped(const std::shared_ptr<Opening>& opening)
{
    auto secret = secretOf(opening->way);
    if (!secret)
        return opening->finish(secret.error());
    enter(opening, std::move(secret).value());
}

void Session::enter(const std::shared_ptr<Opening>& opening, SlotSecret secret)
{
    auto book = openBook(opening->request, secret);
    if (book)
        return opening->finish(opening->parts->adopt(std::move(book).value(), opening->attempt));
    const auto& error = book.error();
    if (secret.type() != SlotType::Passphrase ||
        (error.code != ErrorCode::WrongPassphrase && error.code != ErrorCode::NoSuchSlot))
        return opening->finish(error);
    opening->refused = error;
    opening->way.kind = SlotType::PassphraseAndKeychain;
    findKeychainWay(opening);
}

void Session::findKeychainWay(const std::shared_ptr<Opening>& opening)
{
    const auto file = KeyFile::load(opening->request.path, Repair::LeaveAlone);
    if (!file)
        return opening->finish(file.error());
    if (!file->hasSlot(opening->way.kind))
        return opening->finish(opening->refused.value_or(Error{ErrorCode::NoSuchSlot, {}}));
    const std::lock_guard lock(opening->parts->mutex);
    if (auto* session = opening->parts->session)
        QMetaObject::invokeMethod(
            session, [session, opening, file = *file] { session->askKeychain(opening, file); }, Qt::QueuedConnection);
}

void Session::askKeychain(const std::shared_ptr<Opening>& opening, const KeyFile& file)
{
    if (opening->attempt != m_parts->attempt)
        return opening->finish(Error{ErrorCode::Cancelled, {}});
    const auto take = [opening](Result<KeychainKey> key) {
        if (!key) {
            // A keychain that has nothing leaves what was said of the passphrase; one that did not answer may hold the
            // other half of it.
            const bool nothing = key.error().code == ErrorCode::KeychainNotFound;
            return opening->finish(nothing ? opening->refused.value_or(key.error()) : key.error());
        }
        auto secret = std::make_shared<SlotSecret>(
            hasPassphrase(opening->way.kind)
                ? SlotSecret::passphraseAndKeychain(Passphrase::typed(opening->way.secret.view()), std::move(key->key))
                : SlotSecret::keychain(std::move(key->key)));
        opening->parts->opening.start([opening, secret] { enter(opening, std::move(*secret)); });
    };
    m_parts->keychainRequest = fetchKeychainKey(*m_parts->keychain, file, opening->way.kind, take);
    emit keychainAsked();
}

QFuture<Result<void>> Session::unlock(const WayIn& way)
{
    return open(path(), way);
}

void Session::cancelKeychain()
{
    m_parts->keychainRefused = true;
    if (m_parts->keychainRequest)
        m_parts->keychainRequest->cancel();
    if (state() == SessionState::Open)
        care().cancelKeychain();
}

QFuture<void> Session::lock()
{
    const auto now = state();
    const auto before = m_parts->before;
    auto closed = closeSoon();
    if (now == SessionState::Open)
        m_parts->tell(SessionState::Locked);
    else if (now == SessionState::Opening)
        m_parts->tell(before);
    return closed;
}

QFuture<void> Session::close()
{
    auto closed = closeSoon();
    m_parts->tell(SessionState::Closed);
    return closed;
}

// Closing waits for what runs now, so it happens elsewhere, behind an opening that has been given up.
QFuture<void> Session::closeSoon()
{
    if (state() == SessionState::Open)
        emit closing();
    auto promise = std::make_shared<QPromise<void>>();
    promise->start();
    m_parts->opening.start([book = m_parts->release(), promise]() mutable {
        closeBook(std::move(book));
        promise->finish();
    });
    return promise->future();
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

QualityDesk& Session::quality()
{
    return *m_parts->quality;
}

DuplicateDesk& Session::duplicates()
{
    return *m_parts->duplicates;
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

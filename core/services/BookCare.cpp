#include "core/services/BookCare.h"

#include "core/keys/keychain/KeychainKey.h"
#include "core/services/BackupFile.h"
#include "core/services/OpenBook.h"
#include "core/services/SlowWork.h"
#include "core/store/Verifier.h"

#include <algorithm>

namespace kith {

namespace {

NewSlot newSlot(const OpenBook& book, const QString& label, bool withPassphrase)
{
    NewSlot slot;
    slot.label = label;
    slot.created = book.clock->now();
    if (withPassphrase)
        slot.cost = calibratedCost();
    return slot;
}

// Another process's book is not ours to change.
Status change(OpenBook& book, const std::function<Status(KeyFile&, const UnlockedKeys&)>& work)
{
    if (!book.lock)
        return Error{ErrorCode::BookInUse, {book.path}};
    const std::lock_guard use(book.keyUse);
    auto changed = work(*book.keyFile, *book.keys);
    const std::lock_guard lock(book.waysInUse);
    book.waysIn = book.keyFile->slotList();
    return changed;
}

using Answer = std::shared_ptr<QPromise<Result<void>>>;

Answer newAnswer()
{
    auto answer = std::make_shared<QPromise<Result<void>>>();
    answer->start();
    return answer;
}

void finish(const Answer& answer, Status status)
{
    answer->addResult(std::move(status));
    answer->finish();
}

// A change that needs a key of the keychain's. On the session's thread; the change itself is made on the slow one.
using Ask = std::function<std::unique_ptr<KeychainRequest>(KeychainKeyCallback)>;
using ChangeByKeychain = std::function<Status(KeyFile&, const UnlockedKeys&, KeychainKey)>;
void changeByKeychain(OpenBook& book, const Answer& answer, const Ask& ask, const ChangeByKeychain& work)
{
    if (book.keychainRequest)
        return finish(answer, Error{ErrorCode::BookBusy, {}});
    book.keychainRequest = ask([&book, answer, work](Result<KeychainKey> key) {
        book.keychainRequest.reset();
        if (!key)
            return finish(answer, key.error());
        auto held = std::make_shared<KeychainKey>(std::move(key).value());
        book.slow.start([&book, answer, work, held] {
            finish(answer, change(book, [&](KeyFile& file, const UnlockedKeys& keys) {
                       return work(file, keys, std::move(*held));
                   }));
        });
    });
}

// A slot with a key that the keychain has just taken.
using SecretWithKeychain = std::function<SlotSecret(WrappingKey)>;
QFuture<Result<void>> addOfKeychain(OpenBook& book, const QString& label, const SecretWithKeychain& secretWith)
{
    const auto ask = [&book](KeychainKeyCallback take) {
        return makeKeychainKey(*book.keychain, book.threads->meta().book, std::move(take));
    };
    const auto answer = newAnswer();
    changeByKeychain(book, answer, ask,
                     [&book, label, secretWith](KeyFile& file, const UnlockedKeys& keys, KeychainKey made) -> Status {
                         const auto secret = secretWith(std::move(made.key));
                         auto slot = newSlot(book, label, hasPassphrase(secret.type()));
                         slot.id = made.slot;
                         KITH_TRY(file.addSlot(keys, secret, slot));
                         return {};
                     });
    return answer->future();
}

}

std::vector<KeySlot> BookCare::keySlots() const
{
    const std::lock_guard lock(m_book->waysInUse);
    return m_book->waysIn;
}

QFuture<Result<void>> BookCare::addPassphrase(const SecretText& passphrase, const QString& label)
{
    return runSlowly<void>(m_book->slow, [book = m_book.get(), passphrase, label]() -> Status {
        KITH_TRY(auto chosen, Passphrase::choose(passphrase.view()));
        return change(*book, [&](KeyFile& file, const UnlockedKeys& keys) -> Status {
            KITH_TRY(file.addSlot(keys, SlotSecret::passphrase(std::move(chosen)), newSlot(*book, label, true)));
            return {};
        });
    });
}

QFuture<Result<SecretText>> BookCare::addRecoveryCode()
{
    return runSlowly<SecretText>(m_book->slow, [book = m_book.get()]() -> Result<SecretText> {
        auto code = RecoveryCode::random();
        auto text = code.text();
        const auto added = change(*book, [&](KeyFile& file, const UnlockedKeys& keys) -> Status {
            KITH_TRY(file.addSlot(keys, SlotSecret::recoveryCode(std::move(code)), newSlot(*book, {}, false)));
            return {};
        });
        if (!added)
            return added.error();
        return text;
    });
}

QFuture<Result<void>> BookCare::addKeychain()
{
    return addOfKeychain(*m_book, {}, [](WrappingKey key) { return SlotSecret::keychain(std::move(key)); });
}

QFuture<Result<void>> BookCare::addPassphraseAndKeychain(const SecretText& passphrase, const QString& label)
{
    // Before the keychain is asked for anything.
    if (const auto chosen = Passphrase::choose(passphrase.view()); !chosen)
        return readyResult<void>(chosen.error());
    return addOfKeychain(*m_book, label, [passphrase](WrappingKey key) {
        return SlotSecret::passphraseAndKeychain(Passphrase::typed(passphrase.view()), std::move(key));
    });
}

void BookCare::cancelKeychain()
{
    if (m_book->keychainRequest)
        m_book->keychainRequest->cancel();
}

QFuture<Result<void>> BookCare::removeSlot(const SlotId& slot)
{
    const auto ways = keySlots();
    const auto known = std::find_if(ways.begin(), ways.end(), [&](const KeySlot& one) { return one.id == slot; });
    const bool inKeychain = known != ways.end() && hasKeychain(known->type);
    const auto answer = newAnswer();
    m_book->slow.start([book = m_book.get(), shared = std::weak_ptr(m_book), slot, inKeychain, answer] {
        auto removed =
            change(*book, [&](KeyFile& file, const UnlockedKeys& keys) { return file.removeSlot(keys, slot); });
        if (!removed || !inKeychain)
            return finish(answer, std::move(removed));
        book->onSession([shared, id = book->keyFile->book(), slot, answer] {
            const auto open = shared.lock();
            if (!open || open->closing)
                return finish(answer, {});
            open->keychainRemovals.push_back(
                removeKeychainKey(*open->keychain, id, slot, [answer](KeychainReply) { finish(answer, {}); }));
        });
    });
    return answer->future();
}

QFuture<Result<void>> BookCare::changePassphrase(const SecretText& current, const SecretText& next)
{
    const auto answer = newAnswer();
    m_book->slow.start([book = m_book.get(), shared = std::weak_ptr(m_book), current, next, answer] {
        if (const auto chosen = Passphrase::choose(next.view()); !chosen)
            return finish(answer, chosen.error());
        auto changed = change(*book, [&](KeyFile& file, const UnlockedKeys& keys) {
            return file.replaceSecret(keys, SlotSecret::passphrase(Passphrase::typed(current.view())),
                                      SlotSecret::passphrase(Passphrase::typed(next.view())), newSlot(*book, {}, true));
        });
        const bool refused = !changed && (changed.error().code == ErrorCode::WrongPassphrase ||
                                          changed.error().code == ErrorCode::NoSuchSlot);
        if (!refused || !book->keyFile->hasSlot(SlotType::PassphraseAndKeychain))
            return finish(answer, std::move(changed));
        book->onSession([shared, current, next, answer, file = *book->keyFile] {
            const auto open = shared.lock();
            if (!open || open->closing)
                return finish(answer, Error{ErrorCode::Cancelled, {}});
            const auto ask = [&](KeychainKeyCallback take) {
                return fetchKeychainKey(*open->keychain, file, SlotType::PassphraseAndKeychain, std::move(take));
            };
            changeByKeychain(
                *open, answer, ask,
                [current, next, made = open->clock->now()](KeyFile& changing, const UnlockedKeys& keys,
                                                           KeychainKey key) {
                    const auto with = [&](const SecretText& typed) {
                        return SlotSecret::passphraseAndKeychain(Passphrase::typed(typed.view()), key.key.copy());
                    };
                    return changing.replaceSecret(keys, with(current), with(next), {{}, made, calibratedCost(), {}});
                });
        });
    });
    return answer->future();
}

QFuture<Result<RotationReport>> BookCare::rotateKey()
{
    auto& state = m_book->rotation;
    if (state.running.exchange(true))
        return readyResult<RotationReport>(Error{ErrorCode::BookBusy, {}});
    state.cancelled = false;
    state.part = 0;
    return runSlowly<RotationReport>(m_book->slow, [book = m_book.get()] {
        auto report = kith::rotateKey(*book);
        book->rotation.running = false;
        return report;
    });
}

const RotationState& BookCare::rotation() const
{
    return m_book->rotation;
}

void BookCare::cancelRotation()
{
    m_book->rotation.cancelled = true;
}

QFuture<Result<Verification>> BookCare::backup(const QString& path)
{
    // The reader's thread makes the copy, as one moment has it; writers go on meanwhile.
    return m_book->threads->read<Verification>(
        [book = m_book.get(), path](StoreReader& reader) -> Result<Verification> {
            KITH_TRY(const auto report, writeBackup(*book, reader.connection, path));
            Verification answer;
            answer.ok = true;
            answer.hash = QString::fromLatin1(report.hash.toHex());
            for (const auto& table : report.rows)
                answer.rows += table.rows;
            return answer;
        });
}

QFuture<Result<void>> BookCare::restore(const QString& backup, const QString& bookPath)
{
    return runSlowly<void>(*QThreadPool::globalInstance(), [=] { return restoreBackup(backup, bookPath); });
}

QFuture<Result<Verification>> BookCare::verify()
{
    auto* threads = m_book->threads.get();
    return threads->write<Verification>([threads](StoreWriter& writer) -> Result<Verification> {
        KITH_TRY(auto checked, verifyBook(writer));
        if (!checked.repairs.isEmpty()) {
            ChangeNotice notice;
            notice.many = true;
            KITH_TRY(threads->publish(writer, notice));
        }
        return Verification{checked.problems.isEmpty(), checked.records, checked.hash, checked.problems,
                            checked.repairs};
    });
}

}

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

// A slot with a key that the keychain has just taken.
using AddOfKeychain = std::function<Status(KeyFile&, const UnlockedKeys&, NewSlot, WrappingKey)>;
QFuture<Result<void>> addOfKeychain(OpenBook& book, const AddOfKeychain& add)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    auto future = promise->future();
    promise->start();
    const auto take = [&book, promise, add](Result<KeychainKey> made) {
        auto key = std::make_shared<Result<KeychainKey>>(std::move(made));
        book.slow.start([&book, promise, add, key] {
            promise->addResult(change(book, [&](KeyFile& file, const UnlockedKeys& keys) -> Status {
                if (!*key)
                    return key->error();
                auto slot = newSlot(book, {}, false);
                slot.id = (*key)->slot;
                return add(file, keys, slot, std::move((*key)->key));
            }));
            promise->finish();
        });
    };
    book.keychainRequest = makeKeychainKey(*book.keychain, book.threads->meta().book, take);
    return future;
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
    return addOfKeychain(*m_book, [](KeyFile& file, const UnlockedKeys& keys, NewSlot slot, WrappingKey key) -> Status {
        KITH_TRY(file.addSlot(keys, SlotSecret::keychain(std::move(key)), slot));
        return {};
    });
}

QFuture<Result<void>> BookCare::addPassphraseAndKeychain(const SecretText& passphrase, const QString& label)
{
    // Before the keychain is asked for anything.
    if (const auto chosen = Passphrase::choose(passphrase.view()); !chosen)
        return QtFuture::makeReadyFuture(Result<void>(chosen.error()));
    return addOfKeychain(
        *m_book, [passphrase, label](KeyFile& file, const UnlockedKeys& keys, NewSlot slot, WrappingKey key) -> Status {
            slot.label = label;
            slot.cost = calibratedCost();
            KITH_TRY(file.addSlot(
                keys, SlotSecret::passphraseAndKeychain(Passphrase::typed(passphrase.view()), std::move(key)), slot));
            return {};
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
    auto promise = std::make_shared<QPromise<Result<void>>>();
    auto future = promise->future();
    promise->start();
    const auto finish = [promise](const Result<void>& result) {
        promise->addResult(result);
        promise->finish();
    };
    m_book->slow.start([book = m_book.get(), shared = std::weak_ptr(m_book), slot, inKeychain, finish] {
        const auto removed =
            change(*book, [&](KeyFile& file, const UnlockedKeys& keys) { return file.removeSlot(keys, slot); });
        if (!removed || !inKeychain)
            return finish(removed);
        book->onSession([shared, id = book->keyFile->book(), slot, finish] {
            const auto open = shared.lock();
            if (!open || open->closing)
                return finish({});
            open->keychainRequest =
                removeKeychainKey(*open->keychain, id, slot, [finish](KeychainReply) { finish({}); });
        });
    });
    return future;
}

QFuture<Result<void>> BookCare::changePassphrase(const SecretText& current, const SecretText& next)
{
    return runSlowly<void>(m_book->slow, [book = m_book.get(), current, next]() -> Status {
        KITH_TRY(auto chosen, Passphrase::choose(next.view()));
        return change(*book, [&](KeyFile& file, const UnlockedKeys& keys) {
            return file.replaceSecret(keys, SlotSecret::passphrase(Passphrase::typed(current.view())),
                                      SlotSecret::passphrase(std::move(chosen)), newSlot(*book, {}, true));
        });
    });
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

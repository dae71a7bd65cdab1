#include "core/services/BookCare.h"

#include "core/keys/keychain/KeychainKey.h"
#include "core/services/BackupFile.h"
#include "core/services/OpenBook.h"
#include "core/services/SlowWork.h"
#include "core/store/Verifier.h"

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

}

std::vector<KeySlot> BookCare::keySlots() const
{
    return m_book->keyFile->slotList();
}

QFuture<Result<void>> BookCare::addPassphrase(const QString& passphrase, const QString& label)
{
    return runSlowly<void>(m_book->slow, [book = m_book.get(), passphrase, label]() -> Status {
        KITH_TRY(auto chosen, Passphrase::choose(passphrase));
        KITH_TRY(book->keyFile->addSlot(*book->keys, SlotSecret::passphrase(std::move(chosen)),
                                        newSlot(*book, label, true)));
        return {};
    });
}

QFuture<Result<QString>> BookCare::addRecoveryCode()
{
    return runSlowly<QString>(m_book->slow, [book = m_book.get()]() -> Result<QString> {
        auto code = RecoveryCode::random();
        auto text = code.text();
        KITH_TRY(
            book->keyFile->addSlot(*book->keys, SlotSecret::recoveryCode(std::move(code)), newSlot(*book, {}, false)));
        return text;
    });
}

QFuture<Result<void>> BookCare::addKeychain()
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    auto future = promise->future();
    promise->start();
    m_book->keychainRequest = makeKeychainKey(
        *m_book->keychain, m_book->keyFile->book(), [book = m_book.get(), promise](Result<KeychainKey> made) {
            const auto add = [&]() -> Status {
                if (!made)
                    return made.error();
                auto slot = newSlot(*book, {}, false);
                slot.id = made->slot;
                KITH_TRY(book->keyFile->addSlot(*book->keys, SlotSecret::keychain(std::move(made->key)), slot));
                return {};
            };
            promise->addResult(add());
            promise->finish();
        });
    return future;
}

QFuture<Result<void>> BookCare::removeSlot(const SlotId& slot)
{
    return runSlowly<void>(m_book->slow,
                           [book = m_book.get(), slot] { return book->keyFile->removeSlot(*book->keys, slot); });
}

QFuture<Result<void>> BookCare::changePassphrase(const QString& current, const QString& next)
{
    return runSlowly<void>(m_book->slow, [book = m_book.get(), current, next]() -> Status {
        KITH_TRY(auto chosen, Passphrase::choose(next));
        return book->keyFile->replaceSecret(*book->keys, SlotSecret::passphrase(Passphrase::typed(current)),
                                            SlotSecret::passphrase(std::move(chosen)), newSlot(*book, {}, true));
    });
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
        if (checked.corrected > 0) {
            ChangeNotice notice;
            notice.many = true;
            KITH_TRY(threads->publish(writer, notice));
        }
        return Verification{checked.problems.isEmpty(), checked.records, checked.hash, checked.problems};
    });
}

}

#pragma once

#include "core/base/Result.h"
#include "core/keys/KeyFile.h"

#include <QFuture>

namespace kith {

class StoreThreads;

struct Verification
{
    bool ok = false;
    std::int64_t rows = 0;
    QString hash; // over every record, the same for equal books
    QStringList problems;
};

// Keys, backups and checks of the open book. Same threads and lifetime as RecordDesk.
class BookCare
{
public:
    explicit BookCare(StoreThreads& threads) : m_threads(threads) {}

    QFuture<Result<std::vector<KeySlot>>> keySlots();
    QFuture<Result<void>> addPassphrase(const QString& passphrase);
    QFuture<Result<QString>> addRecoveryCode(); // answers the code, shown once
    QFuture<Result<void>> addKeychain();
    QFuture<Result<void>> removeSlot(const QString& slot);
    QFuture<Result<void>> changePassphrase(const QString& current, const QString& next);

    // One portable file of the book and its key file, checked before it takes its name.
    QFuture<Result<Verification>> backup(const QString& path);
    static QFuture<Result<void>> restore(const QString& backup, const QString& bookPath);
    QFuture<Result<Verification>> verify();

private:
    StoreThreads& m_threads;
};

}

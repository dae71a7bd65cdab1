#pragma once

#include "core/base/Result.h"
#include "core/database/Cipher.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace kith {

class Connection;

struct TableRows
{
    QByteArray table;
    qint64 rows = 0;

    bool operator==(const TableRows&) const = default;
};

struct BackupTarget
{
    QString path;                      // must not exist: FileExists, the last good copy is never overwritten
    std::span<const std::uint8_t> key; // the copy's own 32 bytes
    Cipher cipher = Cipher::Aegis256;
};

struct BackupReport
{
    qint64 bytes = 0;
    QByteArray hash; // BLAKE2b-256 of the file as it lies on the disk
    std::vector<TableRows> rows;
};

// Told from time to time, on the thread that copies, how much is done: 0 to 1, and negative while the copy is being
// checked. False: stop and answer Cancelled.
using CopyProgress = std::function<bool(double part)>;

// Copies the book as one transaction sees it into a new encrypted file with its own key, opens the copy again, checks
// it wholly and, if nobody wrote meanwhile, compares the rows of every table, writes it through to the disk, and only
// then gives it its name. On an error nothing of that name appears. Readers and writers of the book go on meanwhile.
// With `progress` the connection's own progress check is gone afterwards.
Result<BackupReport> backUp(Connection& book, const BackupTarget& target, const CopyProgress& progress = {});

// Every page decrypts and is authentic, and every table and index agrees with the others. BookDamaged with what was
// found. Reads the whole file: about 1 s for 500 MB.
Status verifyIntegrity(Connection& connection);

// The number of rows of every ordinary table, by name; shadow tables of search indexes are left out.
Result<std::vector<TableRows>> countRows(Connection& connection);

}

#pragma once

#include "core/base/Result.h"
#include "core/database/Backup.h"

namespace kith {

struct OpenBook;

// A portable backup is one file:
//   "KITHBOOK" 8 bytes · version, 4 bytes big endian · length of the key file, 4 bytes · the key file
//   · length of the database, 8 bytes · the database · BLAKE2b-256 of all before it
// The database is a copy under a key of its own, which the key file in it holds for the same ways in as the book's. It
// is written under another name, checked, and only then takes its own; FileExists if that is taken.
Result<BackupReport> writeBackup(OpenBook& book, Connection& connection, const QString& path);

// Makes a book of a backup. BackupInvalid for a file that is none, is cut or was changed; BookExists.
Status restoreBackup(const QString& backup, const QString& bookPath);

}

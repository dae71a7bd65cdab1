#include "core/exchange/bytes/Fingerprint.h"

#include "core/exchange/bytes/ByteSource.h"

#include <QCryptographicHash>

#include <algorithm>

namespace kith {

namespace {

constexpr std::int64_t endBytes = 64 * 1024;

}

Result<QByteArray> fingerprintOf(const QString& path)
{
    KITH_TRY(const auto file, FileSource::open(path));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray::number(qint64(file->size())) + '\0');
    QByteArray piece(endBytes, Qt::Uninitialized);
    for (const auto start : {std::int64_t(0), std::max<std::int64_t>(0, file->size() - endBytes)}) {
        KITH_TRY(file->seek(start));
        KITH_TRY(const auto got, file->fill(piece.data(), std::size_t(piece.size())));
        hash.addData(piece.first(qsizetype(got)));
    }
    return hash.result();
}

}

#include "tests/keys/Books.h"

#include "core/crypto/Blake2b.h"

#include <QtEndian>

namespace kith::testing {

QByteArray framed(const QByteArray& body, quint32 version)
{
    QByteArray numbers(8, Qt::Uninitialized);
    qToBigEndian(version, numbers.data());
    qToBigEndian(quint32(body.size()), numbers.data() + 4);
    const auto all = "KITHKEYS" + numbers + body;
    return all + Blake2b::of(all);
}

QByteArray bodyOf(const QByteArray& file)
{
    return file.mid(16, file.size() - 16 - Blake2b::size);
}

}

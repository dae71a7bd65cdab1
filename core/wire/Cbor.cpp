#include "core/wire/Cbor.h"

#include <array>
#include <limits>

namespace kith::cbor {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepestUnknown = 16; // arrays within each other in a value that is only handed on

// Ids of companies' own elements look negative or too large as numbers, and stay bytes.
std::optional<std::uint64_t> smallNumber(const Id128& id)
{
    const auto number = shippedNumber(id);
    return number && *number >= 0 ? std::optional(std::uint64_t(*number)) : std::nullopt;
}

bool isAscii(QStringView text)
{
    char16_t all = 0;
    for (const QChar c : text)
        all |= c.unicode();
    return all < 0x80;
}

}

void Writer::head(unsigned major, std::uint64_t argument)
{
    const auto first = major << 5;
    if (argument < 24) {
        m_bytes.append(char(first | unsigned(argument)));
        return;
    }
    const int sizeCode = argument <= 0xff ? 0 : argument <= 0xffff ? 1 : argument <= 0xffffffff ? 2 : 3;
    std::array<char, 9> bytes{char(first | unsigned(24 + sizeCode))};
    const int size = 1 << sizeCode;
    for (int i = 0; i < size; ++i)
        bytes[std::size_t(size - i)] = char(argument >> (8 * i));
    m_bytes.append(bytes.data(), size + 1);
}

void Writer::integer(std::int64_t value)
{
    if (value < 0)
        head(1, ~std::uint64_t(value));
    else
        head(0, std::uint64_t(value));
}

void Writer::text(const QString& value)
{
    if (isAscii(value)) {
        head(3, std::uint64_t(value.size()));
        const auto start = m_bytes.size();
        m_bytes.resize(start + value.size());
        char* out = m_bytes.data() + start;
        for (const QChar c : value)
            *out++ = char(c.unicode());
        return;
    }
    const auto utf8 = value.toUtf8();
    head(3, std::uint64_t(utf8.size()));
    m_bytes.append(utf8);
}

void Writer::bytes(const Id128& value)
{
    head(2, value.bytes.size());
    m_bytes.append(reinterpret_cast<const char*>(value.bytes.data()), qsizetype(value.bytes.size()));
}

void Writer::id(const Id128& value)
{
    if (const auto small = smallNumber(value))
        head(0, *small);
    else
        bytes(value);
}

Reader::Reader(const QByteArray& bytes) : m_bytes(bytes), m_reader(m_bytes)
{
    m_ok = bytes.size() <= largestEncoding;
}

bool Reader::atEnd()
{
    return m_ok && m_reader.lastError() == QCborError::NoError && offset() == m_bytes.size();
}

Error Reader::error() const
{
    return Error{ErrorCode::EncodingInvalid, {u"byte %1 of %2"_s.arg(offset()).arg(m_bytes.size())}};
}

std::int64_t Reader::integer()
{
    constexpr auto most = std::uint64_t(std::numeric_limits<std::int64_t>::max());
    if (m_ok && m_reader.isUnsignedInteger() && m_reader.toUnsignedInteger() <= most) {
        const auto value = std::int64_t(m_reader.toUnsignedInteger());
        m_ok = m_reader.next();
        return value;
    }
    // Qt has -n as n, and the least of 64 bits as 0.
    const auto beyond = m_ok && m_reader.isNegativeInteger() ? quint64(m_reader.toNegativeInteger()) - 1 : most + 1;
    if (beyond > most) {
        fail();
        return 0;
    }
    m_ok = m_reader.next();
    return -1 - std::int64_t(beyond);
}

std::uint64_t Reader::number()
{
    if (!m_ok || !m_reader.isUnsignedInteger()) {
        fail();
        return 0;
    }
    const auto value = m_reader.toUnsignedInteger();
    m_ok = m_reader.next();
    return value;
}

Value Reader::simple()
{
    const auto start = offset();
    Value value;
    const bool known = m_reader.isNull() || m_reader.isBool();
    if (m_reader.isBool())
        value = m_reader.toBool();
    skip();
    return known ? value : Value(UnknownValue{since(start)});
}

QString Reader::text()
{
    QString text;
    if (!m_ok || !m_reader.isString()) {
        fail();
        return text;
    }
    auto part = m_reader.readString();
    while (part.status == QCborStreamReader::Ok) {
        text += part.data;
        part = m_reader.readString();
    }
    m_ok = part.status == QCborStreamReader::EndOfString;
    return text;
}

Id128 Reader::bytes()
{
    if (!m_ok || !m_reader.isByteArray()) {
        fail();
        return {};
    }
    QByteArray raw;
    auto part = m_reader.readByteArray();
    while (part.status == QCborStreamReader::Ok) {
        raw += part.data;
        part = m_reader.readByteArray();
    }
    const auto id = Id128::fromBytes(raw);
    m_ok = part.status == QCborStreamReader::EndOfString && id;
    return m_ok ? *id : Id128();
}

Id128 Reader::id()
{
    if (!m_ok || !m_reader.isUnsignedInteger())
        return bytes();
    const auto small = number();
    if (small > std::uint64_t(std::numeric_limits<std::int64_t>::max()))
        fail();
    return m_ok ? shippedId<Id<void>>(std::int64_t(small)) : Id128();
}

void Reader::skip()
{
    while (m_ok && m_reader.isTag()) // Qt takes a tag for an item of its own
        m_ok = m_reader.next();
    m_ok = m_ok && m_reader.isValid() && m_reader.next(deepestUnknown);
}

bool Reader::enterArray()
{
    m_ok = m_ok && m_reader.isArray() && m_reader.enterContainer();
    return m_ok;
}

bool Reader::enterMap()
{
    m_ok = m_ok && m_reader.isMap() && m_reader.enterContainer();
    return m_ok;
}

void Reader::leave()
{
    m_ok = m_ok && m_reader.leaveContainer();
}

}

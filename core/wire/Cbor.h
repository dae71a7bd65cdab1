#pragma once

#include "core/base/Id.h"
#include "core/records/Record.h"
#include "core/wire/ValueCodec.h"

#include <QCborStreamReader>

// How CBOR items are appended and read; inside core/wire only.
namespace kith::cbor {

// Appends items in their one canonical form. Qt's writer cannot pass on an item that is already encoded, which
// UnknownValue needs.
class Writer
{
public:
    explicit Writer(qsizetype expected) { m_bytes.reserve(expected); }

    void null() { m_bytes.append('\xf6'); }
    void boolean(bool value) { m_bytes.append(value ? '\xf5' : '\xf4'); }
    void integer(std::int64_t value);
    void number(std::uint64_t value) { head(0, value); }
    void text(const QString& value);
    void bytes(const Id128& value);
    void id(const Id128& value); // a shipped one by its number
    void array(std::size_t count) { head(4, count); }
    void map(std::size_t count) { head(5, count); }
    void item(const QByteArray& encoded) { m_bytes.append(encoded); }

    QByteArray take() { return std::move(m_bytes); }

private:
    void head(unsigned major, std::uint64_t argument);

    QByteArray m_bytes;
};

// Reads items; the first that is not as asked for makes every later answer empty and ok() false.
class Reader
{
public:
    explicit Reader(const QByteArray& bytes);

    bool ok() const { return m_ok; }
    bool atEnd();
    Error error() const; // EncodingInvalid, saying at which byte

    QCborStreamReader::Type type() const { return m_reader.type(); }
    std::int64_t integer();
    std::uint64_t number();
    Value simple(); // empty, true or false; another simple value is unknown
    QString text();
    Id128 bytes();
    Id128 id();
    void skip();

    bool isInteger() const { return m_reader.isInteger(); }
    bool isText() const { return m_reader.isString(); }

    bool enterArray();
    bool enterMap();
    bool hasNext() const { return m_ok && m_reader.hasNext(); }
    void leave();
    void fail() { m_ok = false; }

    qsizetype offset() const { return qsizetype(m_reader.currentOffset()); }
    QByteArray since(qsizetype start) const { return m_bytes.mid(start, offset() - start); }

private:
    QByteArray m_bytes;
    QCborStreamReader m_reader;
    bool m_ok = true;
};

void write(Writer& writer, const Value& value);
Value readValue(Reader& reader); // empty and not ok() for what is no value

}

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace kith {

// How the characters of a text file are written. Only encodings in which a line break is one unit of its own.
class Encoding
{
public:
    // Its usual names in any case and with or without hyphens ("utf8", "GBK", "latin1", "cp950"), and any other ICU
    // knows that contains ASCII. GBK and GB2312 are read as GB18030 and Latin-1 as Windows-1252, which contain them.
    static std::optional<Encoding> named(QStringView name);
    static Encoding utf8();
    // What a person may choose from, the most likely first.
    static QStringList offered();

    const QString& name() const { return m_name; }
    const QByteArray& icuName() const { return m_icuName; }
    bool isUtf8() const { return m_icuName == "UTF-8"; }
    int unitBytes() const { return m_unitBytes; }              // of a line break: 1, or 2 in UTF-16
    const QByteArray& byteOrderMark() const { return m_mark; } // empty: it has none

    bool operator==(const Encoding& other) const { return m_icuName == other.m_icuName; }

private:
    Encoding(QString name, QByteArray icuName, int unitBytes, QByteArray mark)
        : m_name(std::move(name))
        , m_icuName(std::move(icuName))
        , m_mark(std::move(mark))
        , m_unitBytes(unitBytes)
    {
    }
    static std::optional<Encoding> fromIcu(const QByteArray& name);

    QString m_name;
    QByteArray m_icuName;
    QByteArray m_mark;
    int m_unitBytes;
};

}

#pragma once

#include "core/exchange/package/XmlGuard.h"
#include "core/exchange/package/ZipPackage.h"

#include <QXmlStreamReader>

#include <vector>

namespace kith {

// Reads a part of a package as XML, token by token, with memory for a piece of it. Elements and attributes are told by
// their local names, as some programs write prefixes and the strict form of the standard has other namespaces. Document
// types are refused, so that no entity is ever expanded.
class XmlTokens
{
public:
    explicit XmlTokens(ZipPackage& package) : m_package(package), m_piece(pieceBytes) {}

    Status begin(const QString& part);

    // The next start or end of an element or text; false behind the last. Fails with WorkbookDamaged, or as
    // ZipPackage::read().
    Result<bool> next();
    // From the start of an element to its end.
    Status skipElement();

    bool isStart() const { return m_xml.isStartElement(); }
    bool isEnd() const { return m_xml.isEndElement(); }
    bool isText() const { return m_xml.isCharacters(); }
    bool isStart(QLatin1StringView name) const { return isStart() && m_xml.name() == name; }
    bool isEnd(QLatin1StringView name) const { return isEnd() && m_xml.name() == name; }
    QStringView name() const { return m_xml.name(); }
    QStringView text() const { return m_xml.text(); }
    // Of the element that starts here.
    QString attribute(QLatin1StringView name) const;
    // The attribute of this local name that has a prefix: r:id beside id.
    QString prefixedAttribute(QLatin1StringView name) const;
    int depth() const { return m_depth; } // elements open, the one that starts here included

private:
    static constexpr std::size_t pieceBytes = 64 * 1024;
    static constexpr int deepest = 64;

    Status feed();
    Error hasDocumentType() const;

    ZipPackage& m_package;
    QString m_part;
    std::vector<char> m_piece;
    XmlGuard m_guard;
    QXmlStreamReader m_xml;
    int m_depth = 0;
    bool m_wasEnd = false;
    bool m_ended = false; // nothing more to feed
};

}

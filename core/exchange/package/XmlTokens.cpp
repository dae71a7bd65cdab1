#include "core/exchange/package/XmlTokens.h"

#include <QCoreApplication>

namespace kith {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Workbook)
};

}

Status XmlTokens::begin(const QString& part)
{
    KITH_TRY(m_package.begin(part));
    m_part = part;
    m_guard = {};
    m_xml.clear();
    m_depth = 0;
    m_wasEnd = false;
    m_ended = false;
    return {};
}

Error XmlTokens::hasDocumentType() const
{
    return m_package.damaged(
        Tr::tr("Its part %1 begins with a document type, which no spreadsheet program writes.").arg(m_part));
}

Status XmlTokens::feed()
{
    KITH_TRY(const auto got, m_package.read(m_piece.data(), m_piece.size()));
    m_ended = got == 0;
    switch (m_guard.look({m_piece.data(), got})) {
    case XmlGuard::Finding::None:
        break;
    case XmlGuard::Finding::DocumentType:
        return hasDocumentType();
    case XmlGuard::Finding::TooLong:
        return m_package.damaged(Tr::tr("Its part %1 has an element beyond all measure.").arg(m_part));
    }
    m_xml.addData(QByteArray(m_piece.data(), qsizetype(got)));
    return {};
}

Result<bool> XmlTokens::next()
{
    m_depth -= m_wasEnd;
    m_wasEnd = false;
    for (;;) {
        switch (m_xml.readNext()) {
        case QXmlStreamReader::StartElement:
            if (++m_depth > deepest)
                return m_package.damaged(Tr::tr("The elements of its part %1 stand too deep.").arg(m_part));
            return true;
        case QXmlStreamReader::EndElement:
            m_wasEnd = true;
            return true;
        case QXmlStreamReader::Characters:
            return true;
        case QXmlStreamReader::EndDocument:
            return false;
        case QXmlStreamReader::DTD: // in an encoding that the guard cannot read
            return hasDocumentType();
        case QXmlStreamReader::Invalid:
            if (m_xml.error() != QXmlStreamReader::PrematureEndOfDocumentError || m_ended)
                return m_package.damaged(
                    Tr::tr("Its part %1 is not well-formed in line %2.").arg(m_part).arg(m_xml.lineNumber()));
            KITH_TRY(feed());
            break;
        default:
            break;
        }
    }
}

Status XmlTokens::skipElement()
{
    const int here = m_depth;
    for (;;) {
        KITH_TRY(const bool more, next());
        if (!more || (isEnd() && m_depth == here))
            return {};
    }
}

QString XmlTokens::attribute(QLatin1StringView name) const
{
    for (const auto& one : m_xml.attributes()) {
        if (one.name() == name && one.prefix().isEmpty())
            return one.value().toString();
    }
    return {};
}

QString XmlTokens::prefixedAttribute(QLatin1StringView name) const
{
    for (const auto& one : m_xml.attributes()) {
        if (one.name() == name && !one.prefix().isEmpty())
            return one.value().toString();
    }
    return {};
}

}

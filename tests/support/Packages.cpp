#include "tests/support/Packages.h"

#include <QBuffer>

#include <minizip/zip.h>

#include <algorithm>

namespace kith::testing {

using namespace Qt::StringLiterals;

namespace {

const QByteArray declaration = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
const QByteArray mainSpace = R"(xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main")";
const QByteArray relationSpace = R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")";

QByteArray relation(const QByteArray& id, const QByteArray& type, const QByteArray& target)
{
    return R"(<Relationship Id=")" + id +
           R"(" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/)" + type + R"(" Target=")" +
           target + R"("/>)";
}

QByteArray relations(const QByteArray& all)
{
    return declaration + R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)" +
           all + "</Relationships>";
}

QByteArray quoted(const QString& text)
{
    return text.toHtmlEscaped().toUtf8();
}

// Writes an archive into a buffer.
zlib_filefunc64_def writingInto(QBuffer& buffer)
{
    zlib_filefunc64_def functions{};
    functions.opaque = &buffer;
    functions.zopen64_file = [](void* opaque, const void*, int) { return opaque; };
    functions.zwrite_file = [](void*, void* stream, const void* bytes, uLong size) {
        return uLong(static_cast<QBuffer*>(stream)->write(static_cast<const char*>(bytes), qint64(size)));
    };
    functions.ztell64_file = [](void*, void* stream) { return ZPOS64_T(static_cast<QBuffer*>(stream)->pos()); };
    functions.zseek64_file = [](void*, void* stream, ZPOS64_T offset, int origin) {
        auto& to = *static_cast<QBuffer*>(stream);
        const auto from = origin == ZLIB_FILEFUNC_SEEK_END   ? to.size()
                          : origin == ZLIB_FILEFUNC_SEEK_CUR ? to.pos()
                                                             : 0;
        return to.seek(from + qint64(offset)) ? 0L : -1L;
    };
    functions.zclose_file = [](void*, void*) { return 0; };
    functions.zerror_file = [](void*, void*) { return 0; };
    return functions;
}

}

QByteArray zipOf(const std::vector<PackagePart>& parts)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    auto functions = writingInto(buffer);
    const zipFile zip = zipOpen2_64(nullptr, APPEND_STATUS_CREATE, nullptr, &functions);
    for (const auto& part : parts) {
        zipOpenNewFileInZip(zip, part.name.toUtf8().constData(), nullptr, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED,
                            Z_DEFAULT_COMPRESSION);
        zipWriteInFileInZip(zip, part.bytes.constData(), unsigned(part.bytes.size()));
        zipCloseFileInZip(zip);
    }
    zipClose(zip, nullptr);
    return buffer.data();
}

WorkbookBuilder& WorkbookBuilder::sheet(const QString& name, const QByteArray& rows, const QByteArray& behind,
                                        const QByteArray& state)
{
    m_sheets.push_back({name,
                        declaration + "<worksheet " + mainSpace + ' ' + relationSpace + "><sheetData>" + rows +
                            "</sheetData>" + behind + "</worksheet>",
                        state});
    return *this;
}

WorkbookBuilder& WorkbookBuilder::texts(const std::vector<QByteArray>& texts)
{
    for (const auto& text : texts)
        m_texts += "<si>" + text + "</si>";
    return *this;
}

WorkbookBuilder& WorkbookBuilder::formats(const std::vector<QString>& codes)
{
    int number = 164;
    for (const auto& code : codes) {
        const auto id = QByteArray::number(number++);
        m_formats += "<numFmt numFmtId=\"" + id + "\" formatCode=\"" + quoted(code) + "\"/>";
        m_styles += "<xf numFmtId=\"" + id + "\"/>";
    }
    return *this;
}

WorkbookBuilder& WorkbookBuilder::since1904()
{
    m_properties = R"(<workbookPr date1904="1"/>)";
    return *this;
}

WorkbookBuilder& WorkbookBuilder::part(const QString& name, const QByteArray& bytes)
{
    m_others.push_back({name, bytes});
    return *this;
}

std::vector<PackagePart> WorkbookBuilder::parts() const
{
    QByteArray sheets;
    QByteArray targets = relation("rT", "sharedStrings", "sharedStrings.xml") + relation("rS", "styles", "styles.xml");
    std::vector<PackagePart> parts;
    for (std::size_t i = 0; i < m_sheets.size(); ++i) {
        const auto number = QByteArray::number(qulonglong(i + 1));
        sheets += "<sheet name=\"" + quoted(m_sheets[i].name) + "\" sheetId=\"" + number + "\" state=\"" +
                  m_sheets[i].state + "\" r:id=\"rId" + number + "\"/>";
        targets += relation("rId" + number, "worksheet", "worksheets/sheet" + number + ".xml");
        parts.push_back({u"xl/worksheets/sheet%1.xml"_s.arg(i + 1), m_sheets[i].xml});
    }
    parts.push_back({u"_rels/.rels"_s, relations(relation("rId1", "officeDocument", "xl/workbook.xml"))});
    parts.push_back({u"xl/workbook.xml"_s, declaration + "<workbook " + mainSpace + ' ' + relationSpace + '>' +
                                               m_properties + "<sheets>" + sheets + "</sheets></workbook>"});
    parts.push_back({u"xl/_rels/workbook.xml.rels"_s, relations(targets)});
    parts.push_back({u"xl/styles.xml"_s, declaration + "<styleSheet " + mainSpace + "><numFmts>" + m_formats +
                                             "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>" +
                                             m_styles + "</cellXfs></styleSheet>"});
    parts.push_back({u"xl/sharedStrings.xml"_s, declaration + "<sst " + mainSpace + '>' + m_texts + "</sst>"});
    for (const auto& other : m_others) {
        const auto same =
            std::find_if(parts.begin(), parts.end(), [&](const PackagePart& part) { return part.name == other.name; });
        if (same == parts.end())
            parts.push_back(other);
        else
            same->bytes = other.bytes;
    }
    return parts;
}

}

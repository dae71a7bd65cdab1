#include "core/exchange/vcard/VcardWriter.h"

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype lineOctets = 75;
constexpr qsizetype bufferBytes = 256 * 1024;

bool continuesCharacter(char byte)
{
    return (std::uint8_t(byte) & 0xC0) == 0x80;
}

}

QByteArray foldedLine(const QByteArray& line)
{
    QByteArray folded;
    folded.reserve(line.size() + line.size() / lineOctets * 3 + 2);
    qsizetype room = lineOctets;
    for (qsizetype at = 0; at < line.size();) {
        auto length = std::min(room, line.size() - at);
        while (at + length < line.size() && length > 1 && continuesCharacter(line[at + length]))
            --length;
        folded += line.mid(at, length);
        at += length;
        if (at < line.size())
            folded += "\r\n ";
        room = lineOctets - 1;
    }
    return folded + "\r\n";
}

QString vcardText(const QString& text)
{
    QString value;
    value.reserve(text.size());
    for (const QChar c : text) {
        if (c == u'\\' || c == u';' || c == u',')
            value += u'\\';
        if (c == u'\n')
            value += "\\n"_L1;
        else if (c.unicode() >= 0x20 || c == u'\t')
            value += c;
    }
    return value;
}

QString vcardParts(const QStringList& parts, QChar separator)
{
    QStringList values;
    for (const auto& part : parts)
        values += vcardText(part);
    return values.join(separator);
}

VcardWriter::VcardWriter(const QString& path) : m_file(std::make_unique<QSaveFile>(path)) {}

Result<VcardWriter> VcardWriter::create(const QString& path)
{
    VcardWriter writer(path);
    if (!writer.m_file->open(QIODevice::WriteOnly))
        return writer.unwritable();
    return writer;
}

Error VcardWriter::unwritable() const
{
    if (m_file->error() == QFileDevice::ResourceError)
        return {ErrorCode::DiskFull, {m_file->fileName()}};
    return {ErrorCode::FileUnwritable, {m_file->fileName(), m_file->errorString()}};
}

Status VcardWriter::write(const QString& name, const QString& value)
{
    m_buffer += foldedLine((name + u':' + value).toUtf8());
    return m_buffer.size() < bufferBytes ? Status() : flush();
}

Status VcardWriter::flush()
{
    if (m_file->write(m_buffer) != m_buffer.size())
        return unwritable();
    m_buffer.clear();
    return {};
}

Status VcardWriter::commit()
{
    KITH_TRY(flush());
    if (!m_file->commit())
        return unwritable();
    return {};
}

}

#pragma once

#include "core/base/Result.h"

#include <QSaveFile>
#include <QStringList>

#include <memory>

namespace kith {

// Writes content lines as RFC 6350 (and 2426) have them: UTF-8, CRLF, folded at 75 octets and never within a
// character. Beside the file and under another name; commit() puts it in place at once. One thread at a time.
class VcardWriter
{
public:
    // Fails with FileUnwritable or DiskFull, as do the others.
    static Result<VcardWriter> create(const QString& path);

    // `name` with its group and parameters; `value` with what must be escaped already escaped.
    Status write(const QString& name, const QString& value);
    Status commit();

private:
    explicit VcardWriter(const QString& path);
    Status flush();
    Error unwritable() const;

    std::unique_ptr<QSaveFile> m_file;
    QByteArray m_buffer;
};

// A line cut into lines of at most 75 octets, each ended by CRLF.
QByteArray foldedLine(const QByteArray& line);
// A text as a value, or as one part of a value.
QString vcardText(const QString& text);
QString vcardParts(const QStringList& parts, QChar separator);

}

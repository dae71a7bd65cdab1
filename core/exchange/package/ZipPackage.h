#pragma once

#include "core/base/Result.h"

#include <QHash>
#include <QIODevice>

#include <cstdint>
#include <memory>

namespace kith {

// What a hostile archive may cost.
struct ZipLimits
{
    int parts = 10'000;
    std::int64_t partBytes = std::int64_t(4) << 30; // of one part, unpacked
    std::int64_t looseBytes = std::int64_t(64) << 20;
    std::int64_t ratio = 300; // of unpacked bytes to packed ones, beyond the loose ones
};

// A zip archive whose parts are unpacked one after another and as they are read; never more is unpacked than was asked
// for. Names are told apart as spreadsheet programs do: without regard to case, and with either slash.
class ZipPackage
{
public:
    // `path` is for messages. Fails with FileUnreadable, WorkbookDamaged or FileTooLarge, as do the others.
    static Result<std::unique_ptr<ZipPackage>> open(std::unique_ptr<QIODevice> file, const QString& path,
                                                    const ZipLimits& limits = {});
    ~ZipPackage();

    // By which parts are told apart: the same for all ways to write one.
    static QString nameOf(const QString& part);
    bool has(const QString& part) const { return m_parts.contains(nameOf(part)); }
    std::int64_t sizeOf(const QString& part) const; // unpacked, as the archive says; 0: it is not there

    // Reads this part from its start; WorkbookDamaged if it is not there.
    Status begin(const QString& part);
    // At least one byte and up to `capacity`; none only at the part's end, when its checksum is right.
    Result<std::size_t> read(char* into, std::size_t capacity);
    std::int64_t position() const { return m_position; } // bytes read of the part

    const QString& path() const { return m_path; }
    Error damaged(const QString& why) const;
    Error tooLarge(const QString& why) const;

private:
    struct Part
    {
        QString name; // as it is written
        std::int64_t packed = 0;
        std::int64_t unpacked = 0;
        std::uint64_t place = 0; // in the archive's list of parts
        std::uint64_t number = 0;
    };
    struct Close
    {
        void operator()(void* zip) const;
    };
    ZipPackage(std::unique_ptr<QIODevice> file, const QString& path, const ZipLimits& limits);
    Status list();
    Status listPart();
    Status end(bool unpacked);
    Status checkSize() const;

    QString m_path;
    ZipLimits m_limits;
    std::unique_ptr<QIODevice> m_file;
    std::unique_ptr<void, Close> m_zip;
    bool m_isOpen = false; // m_part
    QHash<QString, Part> m_parts;
    Part m_part; // the one that is read
    std::int64_t m_position = 0;
};

}

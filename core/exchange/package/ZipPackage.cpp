#include "core/exchange/package/ZipPackage.h"

#include <QCoreApplication>

#include <minizip/unzip.h>

#include <algorithm>
#include <array>
#include <climits>

namespace kith {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Workbook)
};

constexpr uLong longestName = 1024;

QIODevice& deviceOf(void* stream)
{
    return *static_cast<QIODevice*>(stream);
}

long seek(void*, void* stream, ZPOS64_T offset, int origin)
{
    auto& device = deviceOf(stream);
    const qint64 from = origin == ZLIB_FILEFUNC_SEEK_CUR   ? device.pos()
                        : origin == ZLIB_FILEFUNC_SEEK_END ? device.size()
                                                           : 0;
    return device.seek(from + qint64(offset)) ? 0 : -1;
}

// Reads the archive from a device, which stays open.
zlib_filefunc64_def readingFrom(QIODevice& device)
{
    zlib_filefunc64_def functions{};
    functions.opaque = &device;
    functions.zopen64_file = [](void* opaque, const void*, int) { return opaque; };
    functions.zread_file = [](void*, void* stream, void* into, uLong size) {
        return uLong(std::max<qint64>(0, deviceOf(stream).read(static_cast<char*>(into), qint64(size))));
    };
    functions.ztell64_file = [](void*, void* stream) { return ZPOS64_T(deviceOf(stream).pos()); };
    functions.zseek64_file = seek;
    functions.zclose_file = [](void*, void*) { return 0; };
    functions.zerror_file = [](void*, void*) { return 0; };
    return functions;
}

}

void ZipPackage::Close::operator()(void* zip) const
{
    unzClose(zip);
}

ZipPackage::ZipPackage(std::unique_ptr<QIODevice> file, const QString& path, const ZipLimits& limits)
    : m_path(path)
    , m_limits(limits)
    , m_file(std::move(file))
{
    auto functions = readingFrom(*m_file);
    m_zip.reset(unzOpen2_64(nullptr, &functions));
}

ZipPackage::~ZipPackage() = default;

Error ZipPackage::damaged(const QString& why) const
{
    return {ErrorCode::WorkbookDamaged, {m_path, why}};
}

Error ZipPackage::tooLarge(const QString& why) const
{
    return {ErrorCode::FileTooLarge, {m_path, why}};
}

QString ZipPackage::nameOf(const QString& part)
{
    auto name = part.toLower().replace(u'\\', u'/');
    while (name.startsWith(u'/'))
        name.remove(0, 1);
    return name;
}

Result<std::unique_ptr<ZipPackage>> ZipPackage::open(std::unique_ptr<QIODevice> file, const QString& path,
                                                     const ZipLimits& limits)
{
    if (!file->isOpen() && !file->open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileUnreadable, {path, file->errorString()}};
    std::unique_ptr<ZipPackage> package(new ZipPackage(std::move(file), path, limits));
    if (!package->m_zip)
        return package->damaged(Tr::tr("It is not a whole archive."));
    KITH_TRY(package->list());
    return package;
}

Status ZipPackage::list()
{
    for (int found = unzGoToFirstFile(m_zip.get()); found == UNZ_OK; found = unzGoToNextFile(m_zip.get())) {
        KITH_TRY(listPart());
        if (m_parts.size() > m_limits.parts)
            return tooLarge(Tr::tr("It has more than %1 parts.").arg(m_limits.parts));
    }
    return {};
}

Status ZipPackage::listPart()
{
    unz_file_info64 info{};
    unz64_file_pos place{};
    std::array<char, longestName + 1> name{};
    if (unzGetCurrentFileInfo64(m_zip.get(), &info, name.data(), longestName, nullptr, 0, nullptr, 0) != UNZ_OK ||
        unzGetFilePos64(m_zip.get(), &place) != UNZ_OK)
        return damaged(Tr::tr("Its list of parts cannot be read."));
    const auto written = QString::fromUtf8(name.data());
    m_parts.insert(nameOf(written), {written, std::int64_t(info.compressed_size), std::int64_t(info.uncompressed_size),
                                     place.pos_in_zip_directory, place.num_of_file});
    return {};
}

std::int64_t ZipPackage::sizeOf(const QString& part) const
{
    return std::max<std::int64_t>(0, m_parts.value(nameOf(part)).unpacked);
}

Status ZipPackage::begin(const QString& part)
{
    m_isOpen = false;
    m_position = 0;
    const auto found = m_parts.constFind(nameOf(part));
    if (found == m_parts.constEnd())
        return damaged(Tr::tr("It lacks its part %1.").arg(part));
    m_part = *found;
    const unz64_file_pos place{m_part.place, m_part.number};
    // The one that was open before is closed with it.
    m_isOpen = unzGoToFilePos64(m_zip.get(), &place) == UNZ_OK && unzOpenCurrentFile(m_zip.get()) == UNZ_OK;
    return m_isOpen ? Status() : damaged(Tr::tr("Its part %1 cannot be opened.").arg(part));
}

Result<std::size_t> ZipPackage::read(char* into, std::size_t capacity)
{
    if (!m_isOpen)
        return std::size_t(0);
    const int got = unzReadCurrentFile(m_zip.get(), into, unsigned(std::min<std::size_t>(capacity, INT_MAX)));
    if (got > 0) {
        m_position += got;
        KITH_TRY(checkSize());
        return std::size_t(got);
    }
    KITH_TRY(end(got == 0));
    return std::size_t(0);
}

// Its checksum is compared only where all bytes that were promised have come.
Status ZipPackage::end(bool unpacked)
{
    m_isOpen = false;
    const bool isWhole = unzCloseCurrentFile(m_zip.get()) == UNZ_OK && unpacked && m_position == m_part.unpacked;
    return isWhole ? Status() : damaged(Tr::tr("Its part %1 cannot be unpacked.").arg(m_part.name));
}

// By what was really unpacked: what the archive says of itself may be a lie.
Status ZipPackage::checkSize() const
{
    if (m_position > m_limits.partBytes)
        return tooLarge(Tr::tr("Its part %1 unpacks to more than %2 GiB.")
                            .arg(m_part.name)
                            .arg(double(m_limits.partBytes) / double(1 << 30), 0, 'g', 2));
    const auto packed = std::clamp<std::int64_t>(m_part.packed, 1, m_file->size());
    if (m_position > m_limits.looseBytes && m_position / m_limits.ratio > packed)
        return tooLarge(
            Tr::tr("Its part %1 unpacks to more than %2 times its size.").arg(m_part.name).arg(m_limits.ratio));
    return {};
}

}

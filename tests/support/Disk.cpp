#include "tests/support/Disk.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace kith::testing {
namespace {

constexpr qsizetype sector = 512;

void overwrite(QByteArray& contents, qint64 offset, QByteArrayView bytes)
{
    const auto end = qsizetype(offset) + bytes.size();
    if (contents.size() < end)
        contents.append(end - contents.size(), '\0');
    std::copy(bytes.begin(), bytes.end(), contents.begin() + offset);
}

void change(QByteArray& contents, const FileEvent& event)
{
    if (event.call == FileCall::Write)
        overwrite(contents, event.number, event.bytes);
    else if (event.call == FileCall::Truncate && event.number < contents.size())
        contents.truncate(qsizetype(event.number));
}

void tear(QByteArray& contents, const FileEvent& write, std::mt19937_64& random)
{
    qsizetype from = 0;
    while (from < write.bytes.size()) {
        // Sectors are the disk's, so a write may begin within one.
        const qsizetype inSector = (qsizetype(write.number) + from) % sector;
        const qsizetype size = std::min(sector - inSector, write.bytes.size() - from);
        if (random() % 2 == 0)
            overwrite(contents, write.number + from, QByteArrayView(write.bytes).sliced(from, size));
        from += size;
    }
}

bool isTemporary(const QString& path)
{
    return path.startsWith(QLatin1Char('('));
}

}

void Disk::apply(const FileEvent& event)
{
    if (event.path.isEmpty() || isTemporary(event.path))
        return;
    const QString file = QFileInfo(event.path).fileName();
    Name& name = m_names[file];
    switch (event.call) {
    case FileCall::Open:
        if (!name.now) {
            name.now.emplace();
            name.certain = false;
        }
        break;
    case FileCall::Write:
    case FileCall::Truncate:
        if (name.now)
            name.now->pending.push_back(event);
        break;
    case FileCall::Sync:
        sync(name);
        // SQLite syncs the folder with the first sync of a journal or log that it made.
        if (file.endsWith(QStringLiteral("-wal")) || file.endsWith(QStringLiteral("-journal")))
            if (!name.certain)
                syncFolder();
        break;
    case FileCall::Delete:
        remove(name, event.number != 0);
        break;
    default:
        break;
    }
}

void Disk::sync(Name& name)
{
    if (!name.now)
        return;
    for (const FileEvent& event : name.now->pending)
        change(name.now->certain, event);
    name.now->pending.clear();
}

void Disk::remove(Name& name, bool withFolder)
{
    if (name.certain)
        name.before = std::exchange(name.now, std::nullopt);
    name.now.reset();
    name.certain = false;
    if (withFolder)
        syncFolder();
}

void Disk::syncFolder()
{
    for (auto& [file, name] : m_names) {
        name.before.reset();
        name.certain = true;
    }
}

QByteArray Disk::afterCut(const Contents& contents, std::mt19937_64& random)
{
    QByteArray left = contents.certain;
    // Most cuts lose little or much; the odd ones mix everything.
    const auto mood = random() % 4;
    for (const FileEvent& event : contents.pending) {
        const auto fate = mood == 0 ? 0 : mood == 1 ? 1 : random() % 3;
        if (fate == 0)
            change(left, event);
        else if (fate == 2 && event.call == FileCall::Write)
            tear(left, event, random);
    }
    return left;
}

void Disk::cutPower(const QString& folder, std::mt19937_64& random) const
{
    for (const auto& [file, name] : m_names) {
        const bool seen = name.certain || random() % 2 == 0;
        const auto& contents = seen ? name.now : name.before;
        if (!contents)
            continue;
        QFile out(folder + QLatin1Char('/') + file);
        if (out.open(QIODevice::WriteOnly))
            out.write(afterCut(*contents, random));
    }
}

}

#include "tests/ground/SourceTree.h"

#include <QFile>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace kith::ground {

namespace {

const auto Root = QStringLiteral(KITH_SOURCE_DIR);

std::optional<Files> readTrackedFiles()
{
    const auto paths = trackedPaths();
    if (!paths)
        return std::nullopt;
    Files files;
    for (const auto& path : *paths) {
        if (auto text = textOf(path); !text.contains(QChar(0)))
            files.push_back({path, std::move(text)});
    }
    return files;
}

}

std::optional<QStringList> trackedPaths()
{
    QProcess git;
    git.setWorkingDirectory(Root);
    git.start(u"git"_s, {u"-c"_s, u"safe.directory="_s + Root, u"ls-files"_s, u"-z"_s});
    if (!git.waitForFinished() || git.exitStatus() != QProcess::NormalExit || git.exitCode() != 0)
        return std::nullopt;
    return QString::fromUtf8(git.readAllStandardOutput()).split(QChar(0), Qt::SkipEmptyParts);
}

QString textOf(const QString& path)
{
    QFile file(Root + u'/' + path);
    return file.open(QFile::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

const std::optional<Files>& trackedFiles()
{
    static const auto files = readTrackedFiles();
    return files;
}

}

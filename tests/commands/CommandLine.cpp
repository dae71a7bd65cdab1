#include "tests/commands/CommandLine.h"

#include <QFile>

namespace kith::testing {

using namespace Qt::StringLiterals;

namespace {

constexpr int longest = 280'000; // milliseconds

}

QJsonValue Ran::json() const
{
    INFO(output.toStdString());
    INFO(error.toStdString());
    REQUIRE(output.endsWith('\n'));
    REQUIRE(output.count('\n') == 1);
    const auto document = QJsonDocument::fromJson(output);
    REQUIRE_FALSE(document.isNull());
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

CommandLine::CommandLine()
{
    write(u"passphrase"_s, "a test passphrase\n");
}

void CommandLine::write(const QString& name, const QByteArray& bytes) const
{
    QFile file(path(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

QByteArray CommandLine::read(const QString& name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList CommandLine::withBook(const QStringList& words, const QString& name) const
{
    return QStringList{u"--book"_s, path(name), u"--passphrase-file"_s, path(u"passphrase"_s), u"--json"_s,
                       u"--lang"_s, u"en"_s} +
           words;
}

std::unique_ptr<QProcess> CommandLine::start(const QStringList& words, const QString& name) const
{
    auto process = std::make_unique<QProcess>();
    process->start(QStringLiteral(KITH_CLI), withBook(words, name));
    REQUIRE(process->waitForStarted());
    return process;
}

Ran CommandLine::finish(QProcess& process)
{
    REQUIRE(process.waitForFinished(longest));
    REQUIRE(process.exitStatus() == QProcess::NormalExit);
    return {process.exitCode(), process.readAllStandardOutput(), QString::fromUtf8(process.readAllStandardError())};
}

Ran CommandLine::run(const QStringList& words, const QByteArray& input)
{
    QProcess process;
    process.start(QStringLiteral(KITH_CLI), words);
    process.write(input);
    process.closeWriteChannel();
    return finish(process);
}

Ran CommandLine::runBare(const QStringList& words) const
{
    return run(words, QByteArray());
}

Ran CommandLine::run(const QStringList& words, const QString& name) const
{
    return run(withBook(words, name), QByteArray());
}

std::vector<QJsonObject> CommandLine::batch(const QStringList& lines, const QString& name) const
{
    const auto ran = run(withBook({u"batch"_s}, name), lines.join(u'\n').toUtf8() + '\n');
    INFO(ran.error.toStdString());
    std::vector<QJsonObject> answers;
    for (const auto& line : ran.output.split('\n')) {
        if (line.isEmpty())
            continue;
        const auto document = QJsonDocument::fromJson(line);
        answers.push_back(document.isArray() ? QJsonObject{{u"array"_s, document.array()}} : document.object());
    }
    REQUIRE(answers.size() == std::size_t(lines.size()));
    return answers;
}

void CommandLine::makeBook(const QString& name) const
{
    const auto ran = run({u"new"_s}, name);
    INFO(ran.error.toStdString());
    REQUIRE(ran.code == 0);
}

QStringList columnOf(const QJsonObject& list, const QString& column)
{
    QStringList values;
    for (const auto& row : list["rows"_L1].toArray()) {
        const auto value = row["fields"_L1][column];
        values += value.isObject() ? value["title"_L1].toString() : value.toVariant().toString();
    }
    return values;
}

}

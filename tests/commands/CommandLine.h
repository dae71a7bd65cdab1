#pragma once

#include "tests/support/Test.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace kith::testing {

// What one run of the program left behind.
struct Ran
{
    int code = -1;
    QByteArray output;
    QString error;

    // Standard output as the one JSON value it has to be; fails the test otherwise.
    QJsonValue json() const;
    QJsonObject object() const { return json().toObject(); }
};

// The real kith-cli with a book in a folder of its own. Opening a book takes its half a second by design: several
// commands go through batch().
class CommandLine
{
public:
    CommandLine();

    QString path(const QString& name) const { return m_folder.filePath(name); }
    void write(const QString& name, const QByteArray& bytes) const;
    QByteArray read(const QString& name) const;

    // Without the options that name the book.
    Ran runBare(const QStringList& words) const;
    // With the book `name`, its passphrase file, and --json.
    Ran run(const QStringList& words, const QString& name = QStringLiteral("book.kith")) const;
    // A command a line; the answers in their order, as many as there are lines.
    std::vector<QJsonObject> batch(const QStringList& lines, const QString& name = QStringLiteral("book.kith")) const;
    // Makes the book; fails the test if it cannot.
    void makeBook(const QString& name = QStringLiteral("book.kith")) const;

    // For tests that talk with a running program.
    std::unique_ptr<QProcess> start(const QStringList& words, const QString& name = QStringLiteral("book.kith")) const;
    static Ran finish(QProcess& process);

private:
    QStringList withBook(const QStringList& words, const QString& name) const;
    static Ran run(const QStringList& words, const QByteArray& input);

    QTemporaryDir m_folder;
};

// The rows of a list as the values of one column.
QStringList columnOf(const QJsonObject& list, const QString& column);

}

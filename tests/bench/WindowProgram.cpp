#include "tests/bench/WindowProgram.h"

#include "tests/bench/BenchBook.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QProcess>

namespace kith::bench {

using namespace Qt::StringLiterals;

Result<QJsonObject> benchWindow(Bench& bench)
{
    const auto program = QCoreApplication::applicationDirPath() + u"/kith_window_bench"_s;
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, {bench.csv, QString::number(bench.request.rows)});
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        return Error{ErrorCode::Internal, {program + u": "_s + process.errorString()}};
    return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
}

}

#include "app/cli/CommandProgram.h"
#include "core/crypto/process/CoreDumps.h"

#include <QCoreApplication>

namespace {

// Standard error is for our sentences; what Qt has to say to its programmers is not.
void dropRemarks(QtMsgType type, const QMessageLogContext&, const QString& text)
{
    if (type != QtFatalMsg)
        return;
    std::fputs(qPrintable(text), stderr);
    std::fputc('\n', stderr);
}

}

int main(int argc, char** argv)
{
    kith::forbidCoreDumps();
    qInstallMessageHandler(dropRemarks);
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("kith"));
    QCoreApplication::setApplicationVersion(QStringLiteral(KITH_VERSION));
    return kith::CommandProgram(QCoreApplication::arguments().sliced(1)).run();
}

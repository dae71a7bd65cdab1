#include "app/desktop/Desktop.h"
#include "app/desktop/Options.h"

#include "core/crypto/process/CoreDumps.h"
#include "core/text/Sentences.h"

#include <QApplication>

#include <cstdio>

int main(int argc, char** argv)
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    kith::forbidCoreDumps();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("kith"));
    QApplication::setApplicationDisplayName(QStringLiteral("Kith"));
    QApplication::setOrganizationName(QStringLiteral("kith"));
    QApplication::setApplicationVersion(QStringLiteral(KITH_VERSION));
    const auto options = kith::readOptions(application);
    if (!options.ok()) {
        std::fprintf(stderr, "%s\n", qPrintable(kith::sentence(options.error())));
        return options.error().code == kith::ErrorCode::WrongUsage ? 2 : 1;
    }
    kith::Desktop desktop(application, *options, sinceStart);
    return desktop.start() ? QApplication::exec() : 0;
}

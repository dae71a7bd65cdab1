#include "app/desktop/Desktop.h"
#include "app/desktop/Options.h"

#include "core/crypto/process/CoreDumps.h"
#include "core/text/Sentences.h"

#include <QApplication>

#include <algorithm>
#include <cstdio>
#include <cstring>

namespace {

// A picture needs no screen; without this a machine that has none could draw none.
void drawWithoutScreen(int argc, char** argv)
{
    const bool picture = std::any_of(
        argv, argv + argc, [](const char* argument) { return std::strncmp(argument, "--screenshot", 12) == 0; });
    if (picture && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
}

}

int main(int argc, char** argv)
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    kith::forbidCoreDumps();
    drawWithoutScreen(argc, argv);
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

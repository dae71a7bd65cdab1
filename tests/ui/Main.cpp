// Widgets need an application with a screen; this main stands before the one of tests/support.
#ifdef KITH_CATCH3
#include <catch2/catch_session.hpp>
#else
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>
#endif

#include "ui/theme/Theme.h"

#include <QApplication>

int main(int argc, char** argv)
{
    // Also where there is no screen, and when CMake asks which tests there are: without an answer there would be none.
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    kith::Theme theme(application, kith::ThemeMode::Light, {});
    return Catch::Session().run(argc, argv);
}

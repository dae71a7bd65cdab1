#pragma once

#include "core/base/Result.h"
#include "ui/pages/Page.h"

#include <QSize>

#include <optional>

class QCoreApplication;

namespace kith {

// What stood on the command line. See `kith --help`.
struct Options
{
    QString book;
    std::optional<WayIn> way; // none: the person is asked
    bool demo = false;
    Location place;
    QString search;     // typed into the search field of the picture
    QString act;        // a command done before the picture is taken
    QString screenshot; // file; empty: a window
    QSize size{1440, 900};
    QString theme;
    QString language;
    bool printTiming = false;
};

// Leaves the program itself for --help and --version. WrongUsage, FileUnreadable.
Result<Options> readOptions(const QCoreApplication& application);

}

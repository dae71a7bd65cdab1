#pragma once

#include "tests/ground/SourceText.h"

#include <QStringList>

namespace kith::ground {

// What breaks a rule of the house, and where. Every function here is pure, so that a test can plant a breach.
struct Breach
{
    QString path;
    int line = 0; // from 1; 0 for the whole file
    QString why;

    bool operator==(const Breach&) const = default;
};

using Files = std::vector<SourceFile>;

// The order of the floors (core/README.md): a folder of app, core or ui includes itself and what stands below it; the
// folders of ui and of app have an order of their own. Our own files are included from the root.
std::vector<Breach> floorBreaches(const Files& files);

// A part that is not ours is known to one folder only: by include and by the target a CMakeLists.txt links.
std::vector<Breach> partBreaches(const Files& files);

// Words that stand for a fault we do not want twice, outside comments.
std::vector<Breach> wordBreaches(const Files& files);

// A header has at most 200 lines, a .cpp at most 600.
std::vector<Breach> sizeBreaches(const Files& files);

// The names of files and classes say what they hold.
std::vector<Breach> nameBreaches(const Files& files);

// The licence is the GPL's third version to the letter, and the terms for contributions say that a later one will do.
std::vector<Breach> licenceBreaches(const SourceFile& licence, const SourceFile& terms);

// The build and its installers fetch nothing by an address. One that leads nowhere (.example) is no such.
std::vector<Breach> addressBreaches(const Files& files);

// The lock of the npm parts has a version and an integrity for each, and no address.
std::vector<Breach> lockBreaches(const SourceFile& lock);

// The top level holds what the layout names, and dotfiles.
std::vector<Breach> layoutBreaches(const QStringList& paths);

}

#pragma once

#include "core/base/Error.h"

#include <QString>

namespace kith {

// One sentence for people, in the language of the installed translator: what happened and what to do. Details that are
// missing are left out of it. Any thread.
QString sentence(const Error& error);

}

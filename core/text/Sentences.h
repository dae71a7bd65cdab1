#pragma once

#include "core/base/Error.h"

#include <QString>

namespace kith {

// One sentence for people, in the language of the installed translator: what happened and what to do. A missing
// detail is shown as an ellipsis, a missing field's label or reason is left out. Any thread.
QString sentence(const Error& error);

}

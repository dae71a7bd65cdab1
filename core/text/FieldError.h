#pragma once

#include "core/base/Result.h"

namespace kith {

// The parsers of this folder do not know which field they read: they leave the first detail of their error empty. This
// puts the field's label there.
inline Error withField(Error error, const QString& label)
{
    if (!error.detail.isEmpty())
        error.detail.first() = label;
    return error;
}

}

#pragma once

#include "core/base/Result.h"
#include "core/crypto/SecretText.h"

#include <QString>

namespace kith {

// The first line of a file, of at most 4096 bytes: a passphrase or a recovery code that somebody keeps there. Reads it
// into secure memory and nowhere else. FileMissing, FileUnreadable.
Result<SecretText> readSecretFile(const QString& path);

}

#pragma once

#include "core/keys/KeyFileBody.h"
#include "core/keys/KeyStorage.h"

namespace kith {

enum class KeyCopy { Sound, Missing, Damaged, Behind };

struct KeyFileCondition
{
    KeyCopy first = KeyCopy::Sound;
    KeyCopy second = KeyCopy::Sound;
    bool healed = false; // what was not sound has been written anew

    bool operator==(const KeyFileCondition&) const = default;
};

// NAME.kith -> NAME.kith-keys and NAME.kith-keys2.
QString keyFilePath(const QString& bookPath);
QString secondKeyFilePath(const QString& bookPath);

// The two copies of a key file as one. For core/keys and its tests; everybody else uses KeyFile.
struct KeyCopies
{
    KeyFileBody body;
    KeyFileCondition condition;
};

// The sound copy with the higher sequence. Errors as of KeyFile::load.
Result<KeyCopies> readCopies(const KeyStorage& storage, const QString& bookPath);

// Prepares both, then names both. On an error `copies` says what lies there: what it said before, except where the new
// first copy took its name and the disk failed right then. A second copy that could not be named is Behind, no error.
Status writeCopies(KeyStorage& storage, const QString& bookPath, KeyFileBody next, KeyCopies& copies);

// Writes what is not sound anew from `copies.body`, and notes in `copies.condition` whether that was done.
void healCopies(KeyStorage& storage, const QString& bookPath, KeyCopies& copies);

}

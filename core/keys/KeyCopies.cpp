#include "core/keys/KeyCopies.h"

#include <algorithm>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

Result<KeyFileBody> readCopy(const KeyStorage& storage, const QString& path)
{
    // One byte more than is allowed, so that a longer file is seen to be longer.
    KITH_TRY(const QByteArray bytes, storage.read(path, greatestKeyFile + 1));
    return decode(bytes, path);
}

KeyCopy stateOf(const Result<KeyFileBody>& copy)
{
    if (copy)
        return KeyCopy::Sound;
    return copy.error().code == ErrorCode::FileMissing ? KeyCopy::Missing : KeyCopy::Damaged;
}

// Two copies belong together when they are of one book and share a data key, as all states around a rotation do.
bool related(const KeyFileBody& a, const KeyFileBody& b)
{
    const auto knows = [](const KeyFileBody& body, const StoredKey& key) {
        return std::any_of(body.keys.begin(), body.keys.end(), [&](const auto& other) { return other.id == key.id; });
    };
    return a.book == b.book &&
           std::any_of(a.keys.begin(), a.keys.end(), [&](const StoredKey& key) { return knows(b, key); });
}

}

QString keyFilePath(const QString& bookPath)
{
    return bookPath + "-keys"_L1;
}

QString secondKeyFilePath(const QString& bookPath)
{
    return bookPath + "-keys2"_L1;
}

Result<KeyCopies> readCopies(const KeyStorage& storage, const QString& bookPath)
{
    const auto first = readCopy(storage, keyFilePath(bookPath));
    const auto second = readCopy(storage, secondKeyFilePath(bookPath));
    for (const auto* copy : {&first, &second}) {
        // A later Kith wrote it: the other copy is older, and must not be put over it.
        if (!*copy && copy->error().code == ErrorCode::KeyFileNewer)
            return copy->error();
    }
    KeyFileCondition condition{stateOf(first), stateOf(second)};
    if (first && second) {
        if (!related(*first, *second))
            return Error{ErrorCode::KeyFileOther, {secondKeyFilePath(bookPath)}};
        if (second->sequence > first->sequence) {
            condition.first = KeyCopy::Behind;
            return KeyCopies{*second, condition};
        }
        if (!(*first == *second))
            condition.second = KeyCopy::Behind;
        return KeyCopies{*first, condition};
    }
    if (first)
        return KeyCopies{*first, condition};
    if (second)
        return KeyCopies{*second, condition};
    const auto& error = condition.first == KeyCopy::Missing ? second.error() : first.error();
    if (error.code == ErrorCode::FileMissing)
        return Error{ErrorCode::KeyFileMissing, {keyFilePath(bookPath)}};
    return error;
}

Status writeCopies(KeyStorage& storage, const QString& bookPath, KeyFileBody next, KeyCopies& copies)
{
    const auto first = keyFilePath(bookPath);
    const auto second = secondKeyFilePath(bookPath);
    ++next.sequence;
    const auto bytes = encode(next);
    KITH_TRY(storage.prepare(first, bytes));
    if (const auto prepared = storage.prepare(second, bytes); !prepared) {
        storage.discard(first);
        return prepared.error();
    }
    if (const auto published = storage.publish(first); !published) {
        storage.discard(first);
        storage.discard(second);
        // It has its name and the folder could not be brought to the disk: in force, but perhaps not after a power cut.
        if (const auto there = readCopy(storage, first); there && *there == next)
            copies = {std::move(next), {KeyCopy::Sound, KeyCopy::Behind}};
        return published.error();
    }
    copies = {std::move(next), {}};
    // The change is in force now; a second copy that is behind is healed by the next one who loads.
    if (!storage.publish(second)) {
        storage.discard(second);
        copies.condition.second = KeyCopy::Behind;
    }
    return {};
}

void healCopies(KeyStorage& storage, const QString& bookPath, KeyCopies& copies)
{
    const auto bytes = encode(copies.body);
    const auto heal = [&](const QString& path) {
        const bool done = storage.prepare(path, bytes) && storage.publish(path);
        if (!done)
            storage.discard(path);
        return done;
    };
    const bool firstBad = copies.condition.first != KeyCopy::Sound;
    const bool secondBad = copies.condition.second != KeyCopy::Sound;
    const bool firstGood = !firstBad || heal(keyFilePath(bookPath));
    const bool secondGood = !secondBad || heal(secondKeyFilePath(bookPath));
    copies.condition.healed = (firstBad || secondBad) && firstGood && secondGood;
}

}

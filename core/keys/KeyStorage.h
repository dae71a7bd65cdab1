#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QString>

namespace kith {

// How the bytes of a key file reach the disk, in steps that can each fail: what a test replaces to make them fail.
class KeyStorage
{
public:
    virtual ~KeyStorage() = default;

    // FileMissing, FileUnreadable. Not more than `greatest` bytes; of a longer file the first ones.
    virtual Result<QByteArray> read(const QString& path, qint64 greatest) const = 0;
    // Writes the bytes beside `path`, readable by this person alone, and waits until they are on the disk.
    // DiskFull, ReadOnly, FileUnwritable; what was begun is gone again.
    virtual Status prepare(const QString& path, const QByteArray& bytes) = 0;
    // Gives the prepared file its name, in one step, and waits until the folder is on the disk.
    virtual Status publish(const QString& path) = 0;
    // Takes a prepared file back.
    virtual void discard(const QString& path) = 0;
};

class DiskKeyStorage final : public KeyStorage
{
public:
    Result<QByteArray> read(const QString& path, qint64 greatest) const override;
    Status prepare(const QString& path, const QByteArray& bytes) override;
    Status publish(const QString& path) override;
    void discard(const QString& path) override;
};

}

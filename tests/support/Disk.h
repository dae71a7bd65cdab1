#pragma once

#include "tests/support/RecordingVfs.h"

#include <map>
#include <optional>
#include <random>

namespace kith::testing {

// Follows recorded changes and knows which of them are certainly on the disk and which a power cut may still undo:
// every change of a file since its last sync, and every creation and deletion of a name since the last sync of the
// folder. Shared memory is gone after a power cut, as in life.
class Disk
{
public:
    void apply(const FileEvent& event);

    // Writes into an empty folder what a power cut now might leave. Each unsynced change is there, lost or torn into
    // sectors of 512 bytes of which some are there, as the generator decides; by itself, whatever its order.
    void cutPower(const QString& folder, std::mt19937_64& random) const;

private:
    struct Contents
    {
        QByteArray certain;
        std::vector<FileEvent> pending;
    };
    struct Name
    {
        std::optional<Contents> now;
        std::optional<Contents>
            before;           // what the name meant when the folder was last synced, if that was something else
        bool certain = false; // `now` is what the folder on the disk says
    };

    static QByteArray afterCut(const Contents& contents, std::mt19937_64& random);
    void sync(Name& name);
    void remove(Name& name, bool withFolder);
    void syncFolder();

    std::map<QString, Name> m_names;
};

}

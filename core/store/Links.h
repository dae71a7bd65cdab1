#pragma once

#include "core/base/Result.h"
#include "core/records/Outcome.h"
#include "core/text/NearNames.h"

#include <QHash>

#include <memory>

namespace kith {

class Tables;

// Narrows a search to records whose field has this value: the stages of a pipeline, the teams of a region.
struct LinkScope
{
    const Field* field = nullptr;
    Value value;
};

// Finds the records that names stand for: by id, by exact title, by title written another way (case, width, accents,
// blanks), and in a small entity by near name, which is a guess to be reported. One per thread and transaction or read:
// it remembers what it found.
class Links
{
public:
    explicit Links(Tables& tables) : m_tables(tables) {}

    struct Found
    {
        Reference reference;
        bool guessed = false;
        QString title; // of what was found, when guessed
    };
    // Nothing: no such record. RelationAmbiguous: several have this very name. Only living records are found.
    using Among = LinkScope;
    Result<std::optional<Found>> find(const Field& relation, const QString& name, const Among& among = {});

    // A record was made for a name that was missing: the same name, written another way, means it too, from whatever
    // relation.
    void remember(const Field& relation, const QString& name, const Among& among, const Reference& made);

    // Records whose title begins with or contains what was typed, best first.
    Result<std::vector<LinkCandidate>> candidates(const Field& relation, const QString& typed, int limit);

private:
    struct Candidate
    {
        RecordId id;
        QString title;
    };
    Result<std::optional<Found>> search(const Entity& entity, const Field& relation, const QString& name,
                                        const Among& among);
    Result<std::optional<Found>> nearest(const Entity& entity, const Field& relation, const QString& name,
                                         const Among& among);
    Result<std::vector<Candidate>> byTitle(const Entity& entity, const QString& name);
    Result<std::vector<Candidate>> all(const Entity& entity, const Among& among);
    Result<bool> isSmall(const Entity& entity);

    // The names of a small entity, read once.
    struct Names
    {
        std::vector<Candidate> candidates;
        std::unique_ptr<NearNames> near;
    };

    Tables& m_tables;
    QHash<QString, std::optional<Found>> m_found;
    QHash<QString, std::shared_ptr<Names>> m_names;
    QHash<QString, Found> m_made; // by what they are called, without what varies in writing
};

}

#pragma once

#include "core/base/Result.h"
#include "core/records/Outcome.h"
#include "core/text/NearNames.h"

#include <QHash>

#include <memory>
#include <unordered_map>
#include <unordered_set>

namespace kith {

class Tables;

// How a text tells a record: by its id, by what it is called, or by both ("ID TITLE"), where the title counts in a book
// that does not know the id.
struct LinkText
{
    std::optional<RecordId> id;
    QString title;

    static LinkText parse(const QString& text);
    QString text() const;
    QString shown() const; // to a person: the title, if there is one
};

// Narrows a search to records whose field has this value: the stages of a pipeline, the teams of a region.
struct LinkScope
{
    const Field* field = nullptr;
    Value value;
};

// Finds the records that names stand for: by id, by exact title, by title written another way (case, width, accents,
// blanks), and in a small entity by near name, which is a guess to be reported. It remembers what it found and with
// what it compared: good for one read, or for one act as long as nobody else writes.
class Links
{
public:
    explicit Links(Tables& tables) : m_tables(&tables) {}

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
    // relation. Near names are compared only with what was there before.
    void remember(const Field& relation, const QString& name, const Among& among, const Reference& made);
    // What remember() goes by: equal for names that mean the same record.
    static QString sameName(const Entity& entity, const QString& name, const Among& among);

    // For trials: a record that is not in the book is found as if it were. Before the first name is looked for.
    void pretend(const Entity& entity, const RecordId& id, const QString& title);

    // Records whose title begins with or contains what was typed, best first.
    Result<std::vector<LinkCandidate>> candidates(const Field& relation, const QString& typed, int limit);

private:
    struct Candidate
    {
        RecordId id;
        QString title;
    };
    // The names of a small entity, read once.
    struct Names
    {
        std::vector<Candidate> candidates;
        std::unique_ptr<NearNames> near;
    };
    // Records of an entity that are not in the book.
    struct Pretended
    {
        std::unordered_set<RecordId> ids;
        std::unordered_multimap<std::size_t, RecordId> byTitle; // by hash
        std::vector<Candidate> first;                           // as many as a small entity has
    };

    Result<std::optional<Found>> byId(const Field& relation, const RecordId& id);
    Result<std::optional<Found>> byName(const Entity& entity, const Field& relation, const QString& name,
                                        const Among& among);
    Result<std::optional<Found>> nearest(const Entity& entity, const Field& relation, const QString& name,
                                         const Among& among);
    Result<std::vector<RecordId>> byTitle(const Entity& entity, const QString& name, const Among& among);
    Result<std::vector<Candidate>> all(const Entity& entity, const Among& among);
    Result<bool> isSmall(const Entity& entity);
    const Pretended* pretended(const Entity& entity) const;

    Tables* m_tables;
    QHash<QString, std::optional<Found>> m_found;
    QHash<QString, std::shared_ptr<Names>> m_names;
    QHash<QString, bool> m_small; // by entity: once said, it stays
    QHash<QString, Found> m_made; // by sameName()
    std::unordered_set<RecordId> m_madeIds;
    QHash<QString, std::shared_ptr<Pretended>> m_pretended; // by entity
};

}

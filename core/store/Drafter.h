#pragma once

#include "core/base/Id.h"
#include "core/records/Outcome.h"
#include "core/store/Links.h"

#include <map>
#include <set>

namespace kith {

struct BookMeta;

// A name was taken for another one, near to it.
struct LinkGuess
{
    QString field; // label
    QString typed;
    QString taken;
};

// A record on its way into the book: names have become records, what it lacks is filled. Nothing is made by drafting;
// the records that its links need come along, so that a draft with problems leaves nothing behind.
struct Draft
{
    struct Linked
    {
        const Entity* entity = nullptr;
        RecordId id;
        FieldValues values;
        const Field* relation = nullptr; // how it was named: the same name means it from now on
        QString name;
        LinkScope among;
    };
    FieldValues values;
    std::vector<Linked> linked; // to be made before it, in this order
    std::vector<FieldProblem> problems;
    std::vector<LinkGuess> guesses;
};

// Drafts records. Asks the book and writes nothing, so that what a trial says is what is done. Lives as long as an act,
// or a trial; everything it is given must outlive it.
class Drafter
{
public:
    Drafter(Tables& tables, const BookMeta& meta, IdSource& ids, Instant now);

    // Fields whose relation holds a name that is not found get a new record. Tags are made in any case.
    void makeMissing(std::set<FieldId> fields) { m_makeMissing = std::move(fields); }

    // The catalog's defaults, where nothing is said of a field; an empty value says that it is empty.
    void fillDefaults(const Entity& entity, FieldValues& values);
    // The rest of what a new record needs: default links, records for names, values taken over from them. What is then
    // missing is a problem, except where it would have come over a link that is one itself.
    Status completeNew(const Entity& entity, Draft& draft);
    // Records for names.
    Status resolveNames(const Entity& entity, Draft& draft);
    // Of a change, without what stays as it is: links must lead to living records in no circle, and what is required
    // must stay.
    Status checkChange(const Entity& entity, const RecordId& id, Draft& draft);
    // Links given as references: they must lead to living records.
    Status checkLinks(const Entity& entity, const RecordId& id, Draft& draft);
    // The record that a name stands for, or one to be made for it; else a problem.
    Result<std::optional<Reference>> link(const Field& relation, const QString& name, const LinkScope& among,
                                          Draft& draft);

    // What a draft has made, in the book or in a trial, is found from now on.
    void remember(const Draft::Linked& made);
    // For trials: the values of such a record are not in the book.
    void pretend(const Draft::Linked& made);

    Links& links() { return m_links; }
    void setLinks(Links links) { m_links = std::move(links); }
    Tables& tables() { return m_tables; }
    const BookMeta& meta() const { return m_meta; }
    RecordId newId() { return m_ids.next<RecordId>(); }

private:
    // The fields of an entity that drafting looks at.
    struct Shape
    {
        FieldValues defaults;
        std::vector<const Field*> defaultLinks;
        std::vector<const Field*> names;
        std::vector<const Field*> fills;
        std::vector<const Field*> required;
    };
    const Shape& shapeOf(const Entity& entity);
    Status addDefaultLinks(const Shape& shape, FieldValues& values);
    Status addFills(const Entity& entity, const Shape& shape, Draft& draft);
    void addRequired(const Entity& entity, const Shape& shape, Draft& draft) const;
    Result<Value> valueAt(const Reference& reference, const Field& field, const Draft& draft);
    Result<Value> tagsNamed(const Field& field, const QString& names, Draft& draft);
    enum class Near { Take, Leave };
    Result<std::optional<Reference>> findLink(const Field& relation, const QString& name, const LinkScope& among,
                                              Near near, Draft& draft);
    Result<std::optional<Reference>> makeLinked(const Field& relation, const QString& name, const LinkScope& among,
                                                Draft& draft);
    Result<std::optional<Life>> lifeOf(const Reference& reference, const Draft& draft);
    LinkScope siblingsOf(const Field& relation, const FieldValues& values) const;
    QString labelOf(const Field& field) const;

    Tables& m_tables;
    const BookMeta& m_meta;
    IdSource& m_ids;
    Instant m_now;
    Links m_links;
    std::set<FieldId> m_makeMissing;
    std::map<EntityId, Shape> m_shapes;
    std::map<RecordId, FieldValues> m_pretended;
};

}

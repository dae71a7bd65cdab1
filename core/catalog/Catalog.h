#pragma once

#include "core/base/Result.h"
#include "core/catalog/Entity.h"

#include <QHash>
#include <QJsonObject>

#include <memory>

namespace kith {

// A record that comes with Kith: a pipeline, a stage, a role. Values as a person would type them.
struct Seed
{
    QString entity;
    RecordId id;
    QMap<QString, Label> fields;
};

// What the book's records are made of: shipped defaults plus the company's own additions. Immutable and complete once
// built, so it is shared between threads by `std::shared_ptr<const Catalog>`; a change makes another one.
class Catalog
{
public:
    // One object a file, as resources/catalog/README.md describes. An error names the file's element.
    static Result<Catalog> fromFiles(const std::vector<QJsonObject>& files);
    // The files compiled into this program.
    static Result<Catalog> shipped();

    // A catalog with one more entity, field or option, or with another version of it under the same id.
    Result<Catalog> withField(const QString& entityKey, const QJsonObject& field) const;
    Result<Catalog> withOption(const QString& entityKey, const QString& fieldKey, const QJsonObject& option) const;

    // Grows with each change; books and patches carry it.
    int version() const { return m_version; }
    const std::vector<Entity>& entities() const { return m_entities; }
    const std::vector<Seed>& seeds() const { return m_seeds; }

    const Entity* entity(QStringView key) const;
    const Entity* entity(const EntityId& id) const;
    // The entity by key, or an error for a person.
    Result<const Entity*> requireEntity(QStringView key) const;
    static Result<const Field*> requireField(const Entity& entity, QStringView key);

    // A relation seen from its far end: records of `entity` whose `field` points at `target`. Being merged into another
    // is none.
    struct Incoming
    {
        const Entity* entity;
        const Field* field;
    };
    std::vector<Incoming> incoming(const Entity& target) const;

private:
    Result<void> check() const;
    void index();
    // A looked-up option has the options of the field it is looked up from.
    void adoptOptions();

    int m_version = 1;
    std::vector<Entity> m_entities;
    std::vector<Seed> m_seeds;
    QHash<QString, std::size_t> m_byKey;
    QHash<QString, std::size_t> m_byId; // by catalogIdText
};

using CatalogPtr = std::shared_ptr<const Catalog>;

// Keys of the fields every record has.
namespace systemField {
inline constexpr auto Created = u"created";
inline constexpr auto CreatedBy = u"created_by";
inline constexpr auto Changed = u"changed";
inline constexpr auto ChangedBy = u"changed_by";
inline constexpr auto Owner = u"owner";
inline constexpr auto Team = u"team";
inline constexpr auto MergedInto = u"merged_into"; // of a merged record: the one that was kept
}

}

#pragma once

#include "core/records/ValueText.h"
#include "core/store/ActWriter.h"

#include <memory>
#include <optional>
#include <vector>

namespace kith {

class NamedRecord;

// How a field of many records is put right at once.
enum class RepairKind {
    ReadPhones, // phones read again as those of a country
    PutMailsRight,
    DropUnread, // phones, mails and links that were not understood go
    LinkNamed,  // the record that the others of its values tell of
};

struct FieldRepair
{
    RepairKind kind = RepairKind::ReadPhones;
    FieldId field;
    QString region; // ISO 3166, ReadPhones; empty: of each record's address, else the book's

    // Whether it makes sense for this field.
    static bool suits(RepairKind kind, const Field& field);
};

// What a repair would change, for a person to look at.
struct RepairChange
{
    RecordId record;
    QString title;
    Value before;
    Value after;
    QString beforeText;
    QString afterText;
};
struct RepairPlan
{
    EntityId entity;
    FieldId field;
    std::vector<RepairChange> changes;
    std::int64_t looked = 0; // records, also those that stay as they are
};

// Says what a repair does to records, one by one. Asks the book and writes nothing. For one read.
class RepairPlanner
{
public:
    // NoSuchEntity, NoSuchField, also for one that the repair does not suit. The tables must outlive it.
    static Result<RepairPlanner> begin(Tables& tables, const TextConventions& conventions, const EntityId& entity,
                                       const FieldRepair& repair);
    RepairPlanner(RepairPlanner&&) noexcept;
    ~RepairPlanner();
    // Nothing: the record stays as it is, or is not there any more.
    Result<std::optional<RepairChange>> change(const RecordId& id);

private:
    RepairPlanner(Tables& tables, TextConventions conventions, const Entity& entity, const Field& field,
                  FieldRepair repair);
    Result<std::optional<Value>> repaired(const Record& record);
    Result<std::optional<Value>> linked(const Record& record);
    TextConventions conventionsFor(const Record& record) const;
    QString text(const Value& value);

    Tables& m_tables;
    TextConventions m_conventions;
    const Entity& m_entity;
    const Field& m_field;
    FieldRepair m_repair;
    std::unique_ptr<NamedRecord> m_names; // LinkNamed
};

// Writes what a plan says, and only that: a record whose value has become another since is left alone.
struct RepairsMade
{
    Written written;
    std::int64_t repaired = 0;
    std::int64_t left = 0; // changed or gone since
};
Result<RepairsMade> carryOut(const RepairPlan& plan, ActWriter& act);

}

#pragma once

#include "core/catalog/Ids.h"
#include "core/catalog/Label.h"

#include <QStringList>

#include <vector>

namespace kith {

enum class FieldType {
    Text,
    LongText,
    Integer,
    Decimal,
    Money,
    Date,
    Instant,
    Boolean,
    Option,
    Options, // several of its options
    Tags,    // several records of entity `tag`
    Phone,   // Phone, Mail, Link, Address: a list with labels and one primary
    Mail,
    Link,
    Address,
    Relation,
    Number, // from a number series, given when the record is made
};

QString fieldTypeKey(FieldType type);
std::optional<FieldType> fieldTypeFromKey(QStringView key);

// A group of fields with one reading right. A row carries the bits of those that this book holds of it.
enum class Facet : std::uint8_t { Core = 0, Finance = 1, Private = 2, Service = 3 };
inline constexpr std::uint32_t AllFacets = 0xffffffff;
constexpr std::uint32_t facetBit(Facet facet)
{
    return 1U << std::uint8_t(facet);
}

// One choice of an option field.
struct Option
{
    OptionId id;
    QString key;
    Label label;
    QStringList synonyms; // other words for it in files, any language
    QString colour;       // a token of ui/theme; empty: none
    bool closed = false;  // the record needs no more attention: done, resolved, cancelled
    bool hidden = false;  // kept for old records, no longer offered
};

enum class Aggregate { Count, Sum, Max, Min };

// How a derived value comes about: an aggregate over the records of `entity` whose relation `through` points here,
// or, without `entity`, the value of `field` at the end of this record's own relation `through`.
struct Derivation
{
    QString entity;
    QString through;
    Aggregate aggregate = Aggregate::Count;
    QString field; // aggregated or looked up; empty for Count
    // Only related records whose field has one of these values (option keys, "true", "false", "future", "past").
    struct Condition
    {
        QString field;
        QStringList anyOf;
    };
    std::vector<Condition> where;
};

// Where an empty field gets its value when a record is made: from the record at the end of another relation. If that
// record is itself of the entity asked for, it is the value.
struct Fill
{
    QString from;
    QString field;
};

struct Field
{
    FieldId id;
    QString key; // lower_snake_case, unique within its entity, stable: the name in files, filters and commands
    Label label;
    Label hint;
    FieldType type = FieldType::Text;
    Facet facet = Facet::Core;
    bool required = false;
    bool unique = false;   // a second record with it is a likely duplicate; never refused
    bool readOnly = false; // set by the engine only
    bool sortable = false; // has an index in key order
    bool filtered = false; // has an index for filters by its values; of a relation, for those that are empty
    bool hidden = false;
    bool system = false;                          // created, changed, owner, team: the same in every entity
    int searchWeight = 0;                         // 0: not searched; 10: as important as a name
    bool ungrouped = false;                       // Integer: a year is 1996, not 1,996
    int scale = 2;                                // Decimal: digits after the point
    int maximumLength = 0;                        // Text, LongText: characters; 0: 1,000 and 100,000
    QString defaultText;                          // as a person would type it, an option's key, "today", "now", "me"
    QStringList synonyms;                         // other headers for it in files, any language
    QMap<QString, QStringList> componentSynonyms; // the same for parts of it: an address's city, a team's parent
    std::vector<Option> options;
    QStringList targets;    // Relation: keys of the entities it may point to
    Label inverse;          // Relation: what the list of such records is called at the other end
    QString numberPattern;  // Number: "Q-{YYYY}-{00000}"
    QStringList composedOf; // Text: left empty, it is made of these, given name first
    std::optional<Derivation> derivation;
    std::optional<Fill> fill;

    bool isDerived() const { return derivation.has_value(); }
    bool isList() const
    {
        return type == FieldType::Phone || type == FieldType::Mail || type == FieldType::Link ||
               type == FieldType::Address;
    }
    const Option* option(const OptionId& id) const;
    const Option* optionByKey(QStringView key) const;
};

}

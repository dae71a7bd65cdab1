#pragma once

#include "core/catalog/Field.h"

namespace kith {

// Where people meet an entity: a page of its own, inside its parent, or in the settings.
enum class Place { Page, Part, Setting };

// Who may see a record: by its own owner and team; with the record at the end of a relation; everyone.
enum class AccessKind { Own, With, Everyone };

struct Section
{
    Label label;
    QStringList fields;
};

// What a list shows without being asked.
struct ListLayout
{
    QStringList columns;
    QString sort; // "-changed": descending
};

// A saved view that comes with Kith.
struct ShippedView
{
    QString key;
    Label label;
    QString filter; // in the filter language
    QString sort;
};

// What may be wrong with records: those that pass the filter.
struct QualityCheck
{
    QString key;
    Label label;
    Label hint;     // what to do about them
    QString filter; // in the filter language
    QString field;  // key of the field that is to be put right; empty: there is no single one
};

struct Entity
{
    EntityId id;
    QString key;
    Label label;
    Label plural;
    QString icon;
    Place place = Place::Page;
    AccessKind access = AccessKind::Own;
    QString accessThrough; // With: the relation's key
    QStringList title;     // the first of these fields that is not empty names the record
    QStringList link;      // an N:M relation: the fields from which the record's id is derived
    QString orderBy;       // settings and parts: the field that orders them among their siblings
    QStringList synonyms;
    bool appendOnly = false; // concurrent edits never replace each other: activities, notes
    std::vector<Field> fields;
    ListLayout list;
    std::vector<Section> layout;
    std::vector<ShippedView> views;
    std::vector<QualityCheck> quality;

    const Field* field(QStringView fieldKey) const;
    const Field* field(const FieldId& fieldId) const;
    const QualityCheck* qualityCheck(QStringView checkKey) const;
    const Field* titleField() const { return title.isEmpty() ? nullptr : field(title.first()); }
    bool isLink() const { return !link.isEmpty(); }
};

}

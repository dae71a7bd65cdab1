#pragma once

#include "core/services/RecordDesk.h"
#include "ui/widgets/fields/FieldEditor.h"

namespace kith {

class Navigator;

// What field editors need of the open book. The book must outlive them.
EditorContext editorContext(Navigator& navigator);

// The fields of a section that are there and not hidden, in the layout's order.
std::vector<const Field*> fieldsOf(const Entity& entity, const Section& section);

// The catalog's sections; one of all fields for an entity that names none.
std::vector<Section> sectionsOf(const Entity& entity);

// Whether a person sets this field.
bool isEditable(const Field& field);

// Names of what a value points at, as editors want them.
ValueTitles titlesOf(const RecordView& view, const FieldId& field);

}

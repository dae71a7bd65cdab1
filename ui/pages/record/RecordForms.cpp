#include "ui/pages/record/RecordForms.h"

#include "ui/pages/Page.h"

namespace kith {

EditorContext editorContext(Navigator& navigator)
{
    RecordDesk& desk = navigator.session().desk();
    EditorContext context;
    context.catalog = desk.catalog();
    context.conventions = navigator.conventions();
    context.candidates = [&desk](const Field& relation, const QString& typed) {
        return desk.candidates(relation, typed);
    };
    return context;
}

std::vector<const Field*> fieldsOf(const Entity& entity, const Section& section)
{
    std::vector<const Field*> fields;
    for (const QString& key : section.fields)
        if (const Field* field = entity.field(key); field && !field->hidden)
            fields.push_back(field);
    return fields;
}

std::vector<Section> sectionsOf(const Entity& entity)
{
    if (!entity.layout.empty())
        return entity.layout;
    Section all;
    all.label = entity.label;
    for (const Field& field : entity.fields)
        if (!field.system && !field.hidden)
            all.fields += field.key;
    return {all};
}

bool isEditable(const Field& field)
{
    const bool stamp =
        field.system && field.key != QStringView(systemField::Owner) && field.key != QStringView(systemField::Team);
    return !field.readOnly && !field.isDerived() && !stamp;
}

ValueTitles titlesOf(const RecordView& view, const FieldId& field)
{
    if (const auto set = view.setTitles.find(field); set != view.setTitles.end())
        return set->second;
    if (const auto one = view.titles.find(field); one != view.titles.end())
        return {one->second};
    return {};
}

}

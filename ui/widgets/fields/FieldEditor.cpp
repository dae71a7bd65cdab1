#include "ui/widgets/fields/FieldEditor.h"

#include "core/text/FieldError.h"
#include "ui/widgets/fields/ChoiceEditors.h"
#include "ui/widgets/fields/LineEditors.h"
#include "ui/widgets/fields/ListEditors.h"
#include "ui/widgets/fields/RelationPicker.h"

namespace kith {

FieldEditor::FieldEditor(const Field& field, EditorContext context, QWidget* parent)
    : QWidget(parent)
    , m_field(field)
    , m_context(std::move(context))
{
}

void FieldEditor::adopt(QWidget* control)
{
    control->setAccessibleName(label());
    const QString hint = m_field.hint.in(m_context.conventions.language);
    if (!hint.isEmpty())
        control->setAccessibleDescription(hint);
    if (!m_control) {
        m_control = control;
        setFocusProxy(control);
    }
}

void FieldEditor::setProblem(bool wrong)
{
    if (!m_control || m_control->property("kithWrong").toBool() == wrong)
        return;
    m_control->setProperty("kithWrong", wrong);
    m_control->update();
}

Result<Value> FieldEditor::read(const QString& text) const
{
    return readValue(m_field, text.trimmed(), m_context.conventions);
}

FieldEditor* makeFieldEditor(const Field& field, const EditorContext& context, QWidget* parent)
{
    switch (field.type) {
    case FieldType::Text:
    case FieldType::Integer:
    case FieldType::Decimal:
        return new LineFieldEditor(field, context, parent);
    case FieldType::LongText:
        return new LongTextEditor(field, context, parent);
    case FieldType::Money:
        return new MoneyEditor(field, context, parent);
    case FieldType::Date:
    case FieldType::Instant:
        return new DateEditor(field, context, parent);
    case FieldType::Boolean:
        return new BooleanEditor(field, context, parent);
    case FieldType::Option:
        return new OptionEditor(field, context, parent);
    case FieldType::Options:
        return new OptionsEditor(field, context, parent);
    case FieldType::Tags:
        return new TagsEditor(field, context, parent);
    case FieldType::Phone:
    case FieldType::Mail:
    case FieldType::Link:
        return new PointsEditor(field, context, parent);
    case FieldType::Address:
        return new AddressesEditor(field, context, parent);
    case FieldType::Relation:
        return new RelationPicker(field, context, parent);
    case FieldType::Number:
        break;
    }
    return new NumberEditor(field, context, parent);
}

}

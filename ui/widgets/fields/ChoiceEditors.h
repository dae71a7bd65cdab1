#pragma once

#include "ui/widgets/fields/FieldEditor.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace kith {

class Pill;
class CandidatePopup;

class BooleanEditor : public FieldEditor
{
    Q_OBJECT

public:
    BooleanEditor(const Field& field, EditorContext context, QWidget* parent);
    void setValue(const Value& value, const ValueTitles& titles) override;
    Result<Value> value() const override;

private:
    QCheckBox* m_box;
    bool m_touched = false; // an untouched empty value stays empty
};

// One of the field's options.
class OptionEditor : public FieldEditor
{
    Q_OBJECT

public:
    OptionEditor(const Field& field, EditorContext context, QWidget* parent);
    void setValue(const Value& value, const ValueTitles& titles) override;
    Result<Value> value() const override;

private:
    QComboBox* m_choice;
};

// Several of the field's options: pills to switch on and off.
class OptionsEditor : public FieldEditor
{
    Q_OBJECT

public:
    OptionsEditor(const Field& field, EditorContext context, QWidget* parent);
    void setValue(const Value& value, const ValueTitles& titles) override;
    Result<Value> value() const override;

private:
    std::vector<std::pair<Id128, Pill*>> m_pills;
};

// Tags: pills to remove, and a field to add one by typing.
class TagsEditor : public FieldEditor
{
    Q_OBJECT

public:
    TagsEditor(const Field& field, EditorContext context, QWidget* parent);
    void setValue(const Value& value, const ValueTitles& titles) override;
    Result<Value> value() const override;

private:
    void rebuild();

    std::vector<std::pair<Id128, QString>> m_tags;
    std::vector<Pill*> m_pills;
    QLayout* m_row;
    QLineEdit* m_typed;
    CandidatePopup* m_popup;
};

// A dot in an option's colour, for menus and boxes.
QIcon colourDot(const QString& colour);

}

#pragma once

#include "ui/widgets/fields/FieldEditor.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace kith {

// Text, whole numbers, decimals.
class LineFieldEditor : public FieldEditor
{
    Q_OBJECT

public:
    LineFieldEditor(const Field& field, EditorContext context, QWidget* parent);
    void setValue(const Value& value, const ValueTitles& titles) override;
    Result<Value> value() const override;

protected:
    QLineEdit* line() const { return m_line; }

private:
    QLineEdit* m_line;
};

class LongTextEditor : public FieldEditor
{
    Q_OBJECT

public:
    LongTextEditor(const Field& field, EditorContext context, QWidget* parent);
    void setValue(const Value& value, const ValueTitles& titles) override;
    Result<Value> value() const override;

private:
    QPlainTextEdit* m_text;
};

// An amount and its currency.
class MoneyEditor : public FieldEditor
{
    Q_OBJECT

public:
    MoneyEditor(const Field& field, EditorContext context, QWidget* parent);
    void setValue(const Value& value, const ValueTitles& titles) override;
    Result<Value> value() const override;

private:
    QLineEdit* m_amount;
    QComboBox* m_currency;
};

// A day, or a day and a time of this place, typed in any usual form or chosen from a calendar.
class DateEditor : public FieldEditor
{
    Q_OBJECT

public:
    DateEditor(const Field& field, EditorContext context, QWidget* parent);
    void setValue(const Value& value, const ValueTitles& titles) override;
    Result<Value> value() const override;

private:
    void choose();

    QLineEdit* m_line;
    Value m_given; // an instant's seconds are not shown and must not be lost
    QString m_givenText;
};

// A number of a series: shown, given when the record is made.
class NumberEditor : public FieldEditor
{
    Q_OBJECT

public:
    NumberEditor(const Field& field, EditorContext context, QWidget* parent);
    void setValue(const Value& value, const ValueTitles& titles) override;
    Result<Value> value() const override { return m_value; }

private:
    Value m_value;
    QLabel* m_label;
};

}

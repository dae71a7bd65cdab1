#pragma once

#include "ui/widgets/fields/FieldEditor.h"

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace kith {

// Phones, mails or links: a line each with its label; the first is the primary one.
class PointsEditor : public FieldEditor
{
    Q_OBJECT

public:
    PointsEditor(const Field& field, EditorContext context, QWidget* parent);
    void setValue(const Value& value, const ValueTitles& titles) override;
    Result<Value> value() const override;

private:
    struct Line
    {
        QWidget* row;
        QComboBox* label;
        QLineEdit* text;
        Point given;
    };
    void add(const Point& point);
    void clear();

    QVBoxLayout* m_column;
    std::vector<Line> m_lines;
};

// Addresses: a block each.
class AddressesEditor : public FieldEditor
{
    Q_OBJECT

public:
    AddressesEditor(const Field& field, EditorContext context, QWidget* parent);
    void setValue(const Value& value, const ValueTitles& titles) override;
    Result<Value> value() const override;

private:
    struct Block
    {
        QWidget* box;
        QComboBox* label;
        std::map<QString, QLineEdit*> parts;
        Address given;
    };
    void add(const Address& address);
    void clear();

    QVBoxLayout* m_column;
    std::vector<Block> m_blocks;
};

}

#pragma once

#include "ui/widgets/fields/FieldEditor.h"

class QLabel;

namespace kith {

// The editor of one value, laid over its cell in a list: Enter saves, Esc gives up, leaving it for another part of the
// window saves too. What is wrong is said below.
class CellEditor : public QWidget
{
    Q_OBJECT

public:
    CellEditor(const Field& field, const EditorContext& context, QWidget* parent);
    ~CellEditor() override;

    void setValue(const Value& value, const ValueTitles& titles);
    Result<Value> value() const { return m_editor->value(); }
    void begin();
    // Over this cell, in the parent's coordinates, and within the parent.
    void placeOver(const QRect& cell);
    // An empty sentence: nothing is wrong.
    void complain(const QString& sentence);

signals:
    void saveAsked();
    void givenUp();

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void focusMoved(QWidget* now);

    FieldEditor* m_editor;
    QLabel* m_problem;
    QRect m_cell;
    bool m_begun = false;
};

}

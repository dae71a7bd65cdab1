#pragma once

#include <QHash>
#include <QTableView>

namespace kith {

class RecordListModel;

// A list of records for eyes, mouse and keys: whole rows, J and K, Enter opens, Space looks, F2 edits the cell that the
// arrows have reached, a box at the left to pick. Columns can be widened and moved; the first stays first.
class RecordTable : public QTableView
{
    Q_OBJECT

public:
    explicit RecordTable(QWidget* parent = nullptr);

    void setRecords(RecordListModel* model);
    RecordListModel* records() const { return m_records; }
    // A face or an emblem before the name.
    void setFaces(bool shown, bool square);
    bool showsFaces() const { return m_faces; }
    bool facesAreSquare() const { return m_squareFaces; }

    int hoveredRow() const { return m_hovered; }
    QRect checkRect(const QRect& firstCell) const;
    // Widths that a person has given to columns, by their path; the others fit themselves to what room is left, the
    // first taking what is over.
    void setOwnWidths(const QHash<QString, int>& widths) { m_ownWidths = widths; }
    const QHash<QString, int>& ownWidths() const { return m_ownWidths; }
    void layOutColumns();
    void step(int rows);

signals:
    void opened(int row); // Enter, double click
    void peeked(int row); // Space
    void sortAsked(int column, bool descending);
    void editAsked(int row, int column); // F2
    void columnSized();                  // ownWidths() has it
    void columnMoved(int from, int to);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void connectHeader();
    void sized(int column, int width);
    void hover(int row);

    RecordListModel* m_records = nullptr;
    int m_hovered = -1;
    bool m_faces = false;
    bool m_squareFaces = false;
    bool m_laidOut = false;
    bool m_layingOut = false;
    QHash<QString, int> m_ownWidths;
};

}

#pragma once

#include <QTableView>

namespace kith {

class RecordListModel;

// A list of records for eyes, mouse and keys: whole rows, J and K, Enter opens, Space looks, a box at the left to pick.
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
    // The widths that fit the columns, the first taking what is left over.
    void layOutColumns();
    std::int64_t selectedCount() const;
    void step(int rows);

signals:
    void opened(int row); // Enter, double click
    void peeked(int row); // Space
    void picked();        // the selection changed
    void sortAsked(int column, bool descending);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void hover(int row);

    RecordListModel* m_records = nullptr;
    int m_hovered = -1;
    bool m_faces = false;
    bool m_squareFaces = false;
    bool m_laidOut = false;
};

}

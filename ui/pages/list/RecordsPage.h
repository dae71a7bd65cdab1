#pragma once

#include "ui/pages/Page.h"

#include <QTimer>

class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;

namespace kith {

class Banner;
class BulkBar;
class CellEditor;
class EmptyState;
class FilterBar;
class RecordListModel;
class RecordPeek;
class RecordTable;
class RowPicks;
class ViewTabs;

// All records of one entity: views as tabs, filters as chips, a table of any length, what is picked in a bar.
class RecordsPage : public Page
{
    Q_OBJECT

public:
    RecordsPage(const QString& entity, const QString& view, Navigator& navigator, QWidget* parent = nullptr);
    ~RecordsPage() override;

    QString title() const override;
    void recordsChanged(const ChangeNotice& notice) override;
    bool perform(const QString& command) override;
    void takeFocus() override;

private:
    QWidget* makeHead();
    QWidget* makeTrashLine();
    QWidget* makeBody();
    void makeBulkBar();
    void connectTable();
    void connectModel();

    void showView();
    void showQuery();
    QString filterText() const;
    void showImport();
    void showCount();
    void showEmptiness();
    void showSelection();
    void sortBy(int column, bool descending);
    void open(int row);
    void peek(int row);
    void newRecord();
    void offerActs(const QPoint& at);

    // Columns and cells.
    void readWidths(const std::function<void()>& ready);
    void chooseColumns();
    void setColumns(const QStringList& keys);
    void moveColumn(int from, int to);
    void keepWidths();
    bool isEditableHere(int column) const;
    void editCell(int row, int column);
    void beginEdit(const RecordId& record, int column, const Value& value, const std::vector<QString>& titles);
    void placeEditor();
    void saveCell();
    void endEdit();

    // What is done with what is picked.
    void withPicked(std::function<void(std::vector<RecordId>)> act);
    void exportList();
    void exportPicked();
    void exportTo(const Picks& picks);
    void offerValues();
    void assignPicked();
    void setPicked(const Field& field, const Value& value);
    void trashPicked();
    void restorePicked();
    void purgePicked();
    void emptyTrash();
    void purge(std::vector<RecordId> ids);
    void tell(const Result<SaveOutcome>& outcome, const QString& done);

    CatalogPtr m_catalog; // keeps m_entity
    const Entity& m_entity;
    RecordListModel* m_model;
    RecordTable* m_table;
    RowPicks* m_picks;
    ViewTabs* m_views;
    FilterBar* m_filters;
    QLabel* m_count;
    Banner* m_banner;
    Banner* m_importing;
    BulkBar* m_bulk = nullptr;
    QStackedWidget* m_stack;
    EmptyState* m_empty = nullptr;
    RecordPeek* m_peek;
    QWidget* m_trashLine = nullptr;
    std::vector<QWidget*> m_forLiving; // of the bulk bar
    std::vector<QWidget*> m_forTrash;
    QPushButton* m_set = nullptr;
    QPushButton* m_create = nullptr;
    QStringList m_columns;    // of this list
    QStringList m_ownColumns; // of the person's choice where no view has its own
    std::vector<SortKey> m_sort;
    int m_waiting = 3;       // for the columns, their widths and the views
    bool m_wasOwn = false;   // the view before
    bool m_unsorted = false; // an import has not built the orders yet
    QTimer m_widthTimer;
    QTimer m_countTimer;
    CellEditor* m_editor = nullptr;
    RecordId m_edited;
    int m_editedColumn = -1;
    Value m_before; // of the edited cell
    bool m_saving = false;
};

}

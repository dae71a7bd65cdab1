#pragma once

#include "ui/pages/Page.h"

class QLabel;
class QSplitter;
class QStackedWidget;
class QTabBar;
class QVBoxLayout;

namespace kith {

class Banner;
class BulkBar;
class EmptyState;
class FilterBar;
class RecordListModel;
class RecordTable;
class RecordPeek;

// All records of one entity: views as tabs, filters as chips, a table of any length, what is picked in a bar.
class RecordsPage : public Page
{
    Q_OBJECT

public:
    RecordsPage(const QString& entity, const QString& view, Navigator& navigator, QWidget* parent = nullptr);

    QString title() const override;
    void recordsChanged(const ChangeNotice& notice) override;
    bool perform(const QString& command) override;
    void takeFocus() override;

private:
    QWidget* makeHead();
    QWidget* makeViews();
    QWidget* makeBody();
    void makeBulkBar();
    void connectTable();

    void showQuery();
    void showView(int tab);
    void showCount();
    void showEmptiness();
    void showSelection();
    void chooseColumns();
    void setColumns(const QStringList& keys);
    void sortBy(int column, bool descending);
    void open(int row);
    void peek(int row);
    void newRecord();
    void exportList();
    void assignPicked();
    void setPicked(const Field& field, const Value& value);
    void offerValues();

    // What is picked, fetched where it is not at hand.
    void withPicked(std::function<void(std::vector<RecordId>)> act);
    void trashPicked();
    void restorePicked();
    void tell(const Result<SaveOutcome>& outcome, const QString& done);
    const ShippedView* view() const;
    bool inTrash() const;

    CatalogPtr m_catalog; // keeps m_entity
    const Entity& m_entity;
    RecordListModel* m_model;
    RecordTable* m_table;
    FilterBar* m_filters;
    QTabBar* m_views;
    QLabel* m_count;
    Banner* m_banner;
    BulkBar* m_bulk;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    RecordPeek* m_peek;
    QWidget* m_restore = nullptr;
    QWidget* m_trash = nullptr;
    QWidget* m_set = nullptr;
    QStringList m_columns;
    std::vector<SortKey> m_sort;
};

}

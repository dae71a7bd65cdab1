#pragma once

#include "core/services/DuplicateDesk.h"
#include "ui/pages/Page.h"

class QLabel;
class QListView;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QStandardItemModel;
class QTabBar;

namespace kith {

class Banner;
class EmptyState;
class MergeTable;

// Likely duplicates of a kind of records: groups in a list, the chosen one field by field, to be merged or told apart.
class DuplicatesPage : public Page
{
    Q_OBJECT

public:
    DuplicatesPage(const QString& entity, Navigator& navigator, QWidget* parent = nullptr);

    QString title() const override;
    bool perform(const QString& command) override;
    void takeFocus() override;

private:
    QWidget* makeHead();
    QWidget* makeBody();
    QWidget* makeGroup();
    void fetch();
    void show(const DuplicateViews& views);
    void showWork();
    void showEmptiness();
    void choose(int row);
    void showGroup(const DuplicateView& group);
    void merge();
    void tellApart();
    void done(const Result<SaveOutcome>& outcome, const QString& text);
    const Entity& entity() const { return *m_catalog->entity(m_key); }

    CatalogPtr m_catalog;
    QString m_key;
    DuplicateViews m_views;
    int m_shown = -1;   // of the groups
    int m_fetching = 0; // answers of an earlier kind are dropped
    QTabBar* m_kinds;
    QLabel* m_count;
    QPushButton* m_again;
    QProgressBar* m_progress;
    QLabel* m_work;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QListView* m_list;
    QStandardItemModel* m_groups;
    QLabel* m_why;
    MergeTable* m_table;
    QPushButton* m_merge;
    QPushButton* m_apart;
};

}

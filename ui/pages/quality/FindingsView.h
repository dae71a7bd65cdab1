#pragma once

#include "core/services/QualityDesk.h"
#include "ui/pages/list/PickedRecords.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace kith {

class EmptyState;
class Navigator;
class RecordListModel;
class RecordTable;
class RowPicks;

// The records that one check finds fault with: what to do about them, the repairs it takes, and the list. Repairs are
// for what is picked, and for all of the list where nothing is.
class FindingsView : public QWidget
{
    Q_OBJECT

public:
    explicit FindingsView(Navigator& navigator, QWidget* parent = nullptr);

    // The catalog that both are of must outlive the view.
    void show(const Entity& entity, const QualityCheck& check);
    void sayAllIsWell(const Entity& entity);
    void recordsChanged(const ChangeNotice& notice);
    // "repair", "set", "clear", "delete": whether it makes sense here.
    bool perform(const QString& command);
    void takeFocus();

signals:
    void settled(); // the first rows are there, or that there are none

private:
    QWidget* makeHead();
    void makeButtons(QHBoxLayout* row);
    void connectList();
    void showRepairs();
    void showScope();
    void showEmptiness();
    void open(int row);
    Picked scope() const;
    void withScope(std::function<void(std::vector<RecordId>)> act);
    std::optional<RepairKind> repairKind() const;
    bool canSet() const;
    bool canClear() const;
    void repair();
    void plan(RepairKind kind);
    bool isList() const;
    void setValue();
    void clearField();
    void moveToTrash();
    void saveAll(std::vector<RecordId> ids, const Value& value);
    void tell(const Result<SaveOutcome>& outcome, const QString& done);

    Navigator& m_navigator;
    const Entity* m_entity = nullptr; // none: all is well
    const QualityCheck* m_check = nullptr;
    const Field* m_field = nullptr;
    RecordListModel* m_model;
    RecordTable* m_table;
    RowPicks* m_picks;
    QWidget* m_head;
    QLabel* m_name;
    QLabel* m_hint;
    QWidget* m_actions;
    QLabel* m_scope;
    QPushButton* m_repair;
    QPushButton* m_set;
    QPushButton* m_clear;
    QPushButton* m_trash;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
};

}

#pragma once

#include "core/services/QualityDesk.h"
#include "ui/dialogs/Dialog.h"

class QComboBox;
class QStandardItemModel;
class QTableView;

namespace kith {

class Navigator;

// What a repair would change, record by record, before it is done; what one does not want is unticked. Numbers are read
// again for the country chosen in it.
class RepairDialog : public Dialog
{
    Q_OBJECT

public:
    RepairDialog(const Entity& entity, const Field& field, RepairKind kind, std::vector<RecordId> records,
                 Navigator& navigator, QWidget* parent);
    ~RepairDialog() override;

signals:
    void carriedOut(const kith::RepairOutcome& outcome);
    void planned(); // what it would change is shown

private:
    void makeCountries();
    void makeTable();
    void fetch();
    void show(const RepairPlan& plan);
    void showCount();
    QString noneText() const;
    RepairPlan ticked() const;
    void carryOut();

    Navigator& m_navigator;
    EntityId m_entity;
    FieldRepair m_repair;
    std::vector<RecordId> m_records;
    RepairPlan m_plan;
    QFuture<Result<RepairPlan>> m_asked;
    QComboBox* m_countries = nullptr;
    QTableView* m_table;
    QStandardItemModel* m_changes;
    QLabel* m_count;
    QPushButton* m_go;
};

}

#pragma once

#include "core/records/Outcome.h"
#include "core/records/ValueText.h"

#include <QWidget>

#include <map>
#include <vector>

class QGridLayout;

namespace kith {

class ChoiceCell;

// Records beside each other, field by field: which of them is kept, and whose value each field gets. Of lists and tags
// any may be chosen together. What all of them agree in is only counted.
class MergeTable : public QWidget
{
    Q_OBJECT

public:
    explicit MergeTable(QWidget* parent = nullptr);

    void show(const Entity& entity, const std::vector<RecordView>& records, const TextConventions& conventions,
              const QString& language);

    RecordId kept() const;
    std::vector<RecordId> others() const;
    // What the kept record gets where that is not what it has.
    FieldValues values() const;

signals:
    void opened(const kith::RecordId& record);
    void keptChanged();

private:
    struct Row
    {
        const Field* field = nullptr;
        std::vector<ChoiceCell*> cells; // by record
        bool several = false;           // more than one may be chosen
    };
    void addHeads(QGridLayout& grid);
    void addRow(QGridLayout& grid, const Field& field, int line);
    QString shownValue(const Field& field, const RecordView& record) const;
    void keep(std::size_t record);
    void chooseDefaults(Row& row);
    Value chosen(const Row& row) const;

    const Entity* m_entity = nullptr;
    std::vector<RecordView> m_records;
    TextConventions m_conventions;
    QString m_language;
    std::vector<Row> m_rows;
    std::vector<ChoiceCell*> m_heads;
    std::size_t m_kept = 0;
    QWidget* m_inside = nullptr;
};

}

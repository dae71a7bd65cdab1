#include "ui/pages/duplicates/MergeTable.h"

#include "core/records/Merging.h"
#include "ui/models/CellText.h"
#include "ui/pages/duplicates/ChoiceCell.h"
#include "ui/theme/Tokens.h"
#include "ui/widgets/Text.h"

#include <QBoxLayout>
#include <QGridLayout>

#include <algorithm>

namespace kith {

namespace {

constexpr int widestLabel = 140;

bool isSeveral(const Field& field)
{
    return field.isList() || field.type == FieldType::Options || field.type == FieldType::Tags;
}

// Whether there is anything to choose: two records say different things.
bool differs(const Field& field, const std::vector<RecordView>& records)
{
    return std::any_of(records.begin() + 1, records.end(), [&](const RecordView& record) {
        return record.record.value(field.id) != records.front().record.value(field.id);
    });
}

bool isKnown(const Field& field, const std::vector<RecordView>& records)
{
    return std::any_of(records.begin(), records.end(),
                       [&](const RecordView& record) { return !isEmpty(record.record.value(field.id)); });
}

}

MergeTable::MergeTable(QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
}

void MergeTable::show(const Entity& entity, const std::vector<RecordView>& records, const TextConventions& conventions,
                      const QString& language)
{
    delete m_inside;
    m_inside = new QWidget;
    layout()->addWidget(m_inside);
    m_entity = &entity;
    m_records = records;
    m_conventions = conventions;
    m_language = language;
    m_rows.clear();
    m_heads.clear();
    m_kept = 0;
    if (records.empty())
        return;
    auto* column = new QVBoxLayout(m_inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(space::s);
    grid->setVerticalSpacing(space::xs);
    column->addLayout(grid);
    addHeads(*grid);
    int line = 1;
    int agreeing = 0;
    for (const Field& field : entity.fields) {
        if (!takesPartInMerge(field) || field.hidden || !isKnown(field, records))
            continue;
        if (differs(field, records))
            addRow(*grid, field, line++);
        else
            ++agreeing;
    }
    grid->setColumnStretch(0, 0);
    for (int record = 0; record < int(records.size()); ++record)
        grid->setColumnStretch(record + 1, 1);
    if (agreeing > 0)
        column->addWidget(makeLabel(tr("%n more field(s) are the same in all of them.", nullptr, agreeing),
                                    TextSize::Small, Ink::Tertiary));
    keep(0);
}

void MergeTable::addHeads(QGridLayout& grid)
{
    QLabel* label = makeLabel(tr("Keep"), TextSize::Small, Ink::Secondary, QFont::Medium);
    grid.addWidget(label, 0, 0, Qt::AlignVCenter);
    for (std::size_t i = 0; i < m_records.size(); ++i) {
        auto* head = new ChoiceCell(m_records[i].title, false);
        head->setHeading(true);
        head->setAccessibleName(tr("Keep %1").arg(m_records[i].title));
        auto* open = makeIconButton(QStringLiteral("arrow-right"), tr("Open this record"));
        auto* holder = new QWidget;
        auto* row = new QHBoxLayout(holder);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(space::xs);
        row->addWidget(head, 1);
        row->addWidget(open);
        grid.addWidget(holder, 0, int(i) + 1);
        m_heads.push_back(head);
        connect(head, &ChoiceCell::clicked, this, [this, i] {
            keep(i);
            emit keptChanged();
        });
        connect(open, &QAbstractButton::clicked, this, [this, id = m_records[i].record.id] { emit opened(id); });
    }
}

QString MergeTable::shownValue(const Field& field, const RecordView& record) const
{
    const auto& value = record.record.value(field.id);
    if (const auto set = record.setTitles.find(field.id); set != record.setTitles.end()) {
        QStringList names(set->second.begin(), set->second.end());
        return names.join(QStringLiteral(", "));
    }
    const auto title = record.titles.find(field.id);
    return fieldText(field, value, title == record.titles.end() ? QString() : title->second, m_conventions);
}

void MergeTable::addRow(QGridLayout& grid, const Field& field, int line)
{
    const QString name = field.label.in(m_language);
    auto* label = makeLabel(name, TextSize::Small, Ink::Secondary);
    label->setContentsMargins(0, space::s + 1, 0, 0);
    label->setMinimumWidth(std::min(widestLabel, label->sizeHint().width()));
    label->setMaximumWidth(widestLabel);
    label->setWordWrap(true);
    grid.addWidget(label, line, 0, Qt::AlignTop);
    Row row;
    row.field = &field;
    row.several = isSeveral(field);
    for (std::size_t i = 0; i < m_records.size(); ++i) {
        auto* cell = new ChoiceCell(shownValue(field, m_records[i]), row.several);
        cell->setAccessibleName(name + QStringLiteral(": ") + cell->text());
        row.cells.push_back(cell);
        grid.addWidget(cell, line, int(i) + 1, Qt::AlignTop);
    }
    const auto at = m_rows.size();
    m_rows.push_back(row);
    for (ChoiceCell* cell : row.cells)
        connect(cell, &ChoiceCell::clicked, this, [this, at, cell] {
            Row& pressed = m_rows[at];
            const bool none = std::none_of(pressed.cells.begin(), pressed.cells.end(),
                                           [](const ChoiceCell* one) { return one->isChecked(); });
            for (ChoiceCell* one : pressed.cells)
                if (none || !pressed.several)
                    one->setChecked(one == cell);
        });
}

void MergeTable::keep(std::size_t record)
{
    m_kept = record;
    for (std::size_t i = 0; i < m_heads.size(); ++i)
        m_heads[i]->setChecked(i == record);
    for (Row& row : m_rows)
        chooseDefaults(row);
}

// The kept one's, unless it has none; of lists all.
void MergeTable::chooseDefaults(Row& row)
{
    std::size_t first = m_kept;
    for (std::size_t i = 0; row.cells[first]->text().isEmpty() && i < row.cells.size(); ++i)
        if (!row.cells[i]->text().isEmpty())
            first = i;
    for (std::size_t i = 0; i < row.cells.size(); ++i)
        row.cells[i]->setChecked(row.several ? !row.cells[i]->text().isEmpty() : i == first);
}

Value MergeTable::chosen(const Row& row) const
{
    std::vector<Value> values;
    // The kept one's entries come first, its phone stays the first one.
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const auto record = i == 0 ? m_kept : i <= m_kept ? i - 1 : i;
        if (row.cells[record]->isChecked())
            values.push_back(m_records[record].record.value(row.field->id));
    }
    return mergedValue(*row.field, values);
}

RecordId MergeTable::kept() const
{
    return m_records.empty() ? RecordId{} : m_records[m_kept].record.id;
}

std::vector<RecordId> MergeTable::others() const
{
    std::vector<RecordId> others;
    for (std::size_t i = 0; i < m_records.size(); ++i)
        if (i != m_kept)
            others.push_back(m_records[i].record.id);
    return others;
}

FieldValues MergeTable::values() const
{
    FieldValues values;
    for (const Row& row : m_rows)
        values[row.field->id] = chosen(row);
    return values;
}

}

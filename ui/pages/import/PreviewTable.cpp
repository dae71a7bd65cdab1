#include "ui/pages/import/PreviewTable.h"

#include "core/records/Value.h"
#include "ui/models/CellText.h"
#include "ui/theme/Icons.h"
#include "ui/theme/KithStyle.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Text.h"

#include <QApplication>
#include <QBoxLayout>
#include <QComboBox>
#include <QCompleter>
#include <QHeaderView>
#include <QLineEdit>
#include <QTableWidget>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

constexpr int columnWidth = 184;
constexpr int headHeight = 92;
constexpr int numberWidth = 64;

struct Target
{
    QString path;
    QString text;
};

// Everything a column may become: fields, parts of addresses, and how a related record is told apart.
std::vector<Target> targetsOf(const Entity& entity, const Catalog& catalog, const QString& language)
{
    std::vector<Target> targets;
    for (const Field& field : entity.fields) {
        if (field.isDerived() || (field.readOnly && !field.system))
            continue;
        const QString name = field.label.in(language);
        targets.push_back({field.key, name});
        if (field.type == FieldType::Address)
            for (const QString& part : addressComponents())
                targets.push_back({field.key + u'.' + part, name + u" › "_s + componentLabel(part)});
        if (field.type != FieldType::Relation || field.targets.size() != 1)
            continue;
        for (const QString& part : field.componentSynonyms.keys())
            if (const Entity* far = catalog.entity(field.targets.first()))
                if (const Field* inner = far->field(part))
                    targets.push_back({field.key + u'.' + part, name + u" › "_s + inner->label.in(language)});
    }
    return targets;
}

QString certaintyText(const ColumnMapping& column)
{
    if (column.field.isEmpty())
        return PreviewTable::tr("left out");
    if (column.reason == "chosen"_L1)
        return PreviewTable::tr("chosen by you");
    if (column.reason == "remembered"_L1)
        return PreviewTable::tr("as last time");
    if (column.certainty >= 0.9)
        return PreviewTable::tr("certain");
    return column.certainty >= 0.7 ? PreviewTable::tr("likely") : PreviewTable::tr("a guess: please look");
}

}

PreviewTable::PreviewTable(QWidget* parent) : QWidget(parent), m_table(new QTableWidget)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->hide();
    m_table->setEditTriggers(QTableWidget::NoEditTriggers);
    m_table->setSelectionMode(QTableWidget::NoSelection);
    m_table->setFocusPolicy(Qt::NoFocus);
    m_table->setHorizontalScrollMode(QTableWidget::ScrollPerPixel);
    m_table->setVerticalScrollMode(QTableWidget::ScrollPerPixel);
    m_table->viewport()->setBackgroundRole(QPalette::Window);
    m_table->setAccessibleName(tr("The first rows as they will be"));
}

QWidget* PreviewTable::makeHead(const ColumnMapping& column, int at, const Entity& entity, const Catalog& catalog,
                                const QString& language)
{
    auto* box = new QWidget;
    auto* rows = new QVBoxLayout(box);
    rows->setContentsMargins(space::s, space::s, space::s, space::s);
    rows->setSpacing(space::xs);
    auto* name = new ElidedLabel(column.header);
    name->setFont(interfaceFont(TextSize::Small, QFont::DemiBold));
    name->setToolTip(column.samples.join(u'\n'));
    auto* choice = new QComboBox;
    choice->setEditable(true);
    choice->setInsertPolicy(QComboBox::NoInsert);
    choice->completer()->setFilterMode(Qt::MatchContains);
    choice->completer()->setCompletionMode(QCompleter::PopupCompletion);
    choice->setAccessibleName(tr("What the column %1 becomes").arg(column.header));
    choice->addItem(tr("Leave out"), QString());
    for (const Target& target : targetsOf(entity, catalog, language))
        choice->addItem(target.text, target.path);
    if (choice->findData(column.field) < 0)
        choice->addItem(column.field, column.field);
    choice->setCurrentIndex(choice->findData(column.field));
    choice->lineEdit()->setCursorPosition(0);
    const bool doubtful = !column.field.isEmpty() && column.certainty < 0.7 && column.reason != "chosen"_L1;
    QLabel* certainty = makeLabel(certaintyText(column), TextSize::Caption, doubtful ? Ink::Danger : Ink::Tertiary);
    rows->addWidget(name);
    rows->addWidget(choice);
    rows->addWidget(certainty);
    connect(choice, &QComboBox::activated, this,
            [this, choice, at] { emit mapped(at, choice->currentData().toString()); });
    return box;
}

int PreviewTable::focusedHead() const
{
    for (int column = 1; column < m_table->columnCount(); ++column)
        if (const QWidget* head = m_table->cellWidget(0, column);
            head && head->isAncestorOf(QApplication::focusWidget()))
            return column;
    return -1;
}

void PreviewTable::show(const ImportPreview& preview, const Catalog& catalog, const QString& language)
{
    const Entity* entity = catalog.entity(preview.plan.entity);
    const int focused = focusedHead();
    m_table->clear();
    m_table->setRowCount(0);
    if (!entity)
        return;
    const auto& columns = preview.plan.columns;
    const Tokens& t = tokens();
    m_table->setColumnCount(int(columns.size()) + 1);
    m_table->setRowCount(int(preview.rows.size()) + 1);
    m_table->setRowHeight(0, headHeight);
    m_table->setColumnWidth(0, numberWidth);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        m_table->setColumnWidth(int(i) + 1, columnWidth);
        QWidget* head = makeHead(columns[i], int(i), *entity, catalog, language);
        m_table->setCellWidget(0, int(i) + 1, head);
        // The heads are new; whoever went through them by key goes on from the same one.
        if (focused == int(i) + 1)
            head->findChild<QComboBox*>()->setFocus();
    }
    for (std::size_t r = 0; r < preview.rows.size(); ++r) {
        const PreviewRow& row = preview.rows[r];
        const QString said = (row.problems + row.notices).join(u'\n');
        auto* number = new QTableWidgetItem(QString::number(row.line));
        number->setForeground(t.textTertiary);
        if (!row.problems.isEmpty())
            number->setIcon(icon(u"triangle-alert"_s, Tone::Danger));
        else if (!row.notices.isEmpty())
            number->setIcon(icon(u"info"_s, Tone::Accent));
        number->setToolTip(said);
        m_table->setItem(int(r) + 1, 0, number);
        m_table->setRowHeight(int(r) + 1, 32);
        qsizetype cell = 0;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const bool out = columns[i].field.isEmpty();
            const QString text = out ? columns[i].samples.value(qsizetype(r)) : row.cells.value(cell++);
            auto* item = new QTableWidgetItem(text);
            item->setForeground(out ? t.textDisabled : t.text);
            if (!row.problems.isEmpty())
                item->setBackground(t.danger.soft);
            item->setToolTip(said);
            m_table->setItem(int(r) + 1, int(i) + 1, item);
        }
    }
}

}

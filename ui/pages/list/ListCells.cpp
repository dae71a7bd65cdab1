// The columns of a list, and editing in its cells.
#include "core/services/Deliver.h"
#include "core/text/Sentences.h"
#include "ui/models/RecordListModel.h"
#include "ui/pages/list/CellEditor.h"
#include "ui/pages/list/RecordsPage.h"
#include "ui/pages/list/ViewTabs.h"
#include "ui/pages/record/RecordForms.h"
#include "ui/theme/KithStyle.h"
#include "ui/theme/Tokens.h"
#include "ui/widgets/list/ChoicePopup.h"
#include "ui/widgets/list/RecordTable.h"

#include <QApplication>
#include <QPointer>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

constexpr int widthStep = 16;
constexpr int narrowest = 56;

}

void RecordsPage::readWidths(const std::function<void()>& ready)
{
    deliver(desk().setting(u"widths/"_s + m_entity.key), this, [this, ready](const Result<QByteArray>& kept) {
        QHash<QString, int> widths;
        for (const QString& one : QString::fromUtf8(kept.ok() ? *kept : QByteArray()).split(u',', Qt::SkipEmptyParts))
            if (const int width = one.section(u':', 1).toInt(); width >= narrowest)
                widths[one.section(u':', 0, 0)] = width;
        m_table->setOwnWidths(widths);
        ready();
    });
}

void RecordsPage::keepWidths()
{
    m_widthTimer.stop();
    QStringList widths;
    for (auto own = m_table->ownWidths().keyValueBegin(); own != m_table->ownWidths().keyValueEnd(); ++own)
        widths += u"%1:%2"_s.arg(own->first).arg(own->second);
    widths.sort();
    deliver(desk().setSetting(u"widths/"_s + m_entity.key, widths.join(u',').toUtf8()), this,
            [this](const Result<void>& kept) {
                if (!kept.ok())
                    navigator().complain(kept.error());
            });
}

void RecordsPage::chooseColumns()
{
    auto* popup = new ChoicePopup(this);
    std::vector<ChoicePopup::Choice> choices;
    for (const QString& key : m_columns)
        if (const auto path = parsePath(*m_catalog, m_entity, key); path.ok())
            choices.push_back({key, columnLabel(*path, language()), {}, true});
    for (const Field& field : m_entity.fields)
        if (!field.hidden && !m_columns.contains(field.key))
            choices.push_back({field.key, field.label.in(language()), {}, false});
    popup->setChoices(choices);
    popup->setArranging(tr("Alt with ↑ ↓ moves a column, with ← → makes it narrower or wider."));
    auto* usual = new QPushButton(tr("Usual columns"));
    setButtonKind(*usual, ButtonKind::Ghost);
    popup->addFooter(usual);
    connect(usual, &QPushButton::clicked, this, [this, popup] {
        popup->close();
        m_table->setOwnWidths({});
        keepWidths();
        setColumns(m_entity.list.columns);
    });
    connect(popup, &ChoicePopup::ticked, this, [this, popup](const QString& key, const QString&, bool on) {
        QStringList columns = m_columns;
        columns.removeAll(key);
        // What is shown stands first, in its order; one column at least.
        popup->moveChoice(key, int(columns.size()));
        if (on || columns.isEmpty())
            columns += key;
        setColumns(columns);
    });
    connect(popup, &ChoicePopup::moved, this, [this, popup](const QString& key, int step) {
        const int from = int(m_columns.indexOf(key));
        const int to = from + step;
        if (from < 1 || to < 1 || to >= m_columns.size())
            return;
        popup->moveChoice(key, to);
        moveColumn(from, to);
    });
    connect(popup, &ChoicePopup::sized, this, [this](const QString& key, int step) {
        const int column = int(m_columns.indexOf(key));
        if (column >= 0)
            m_table->setColumnWidth(column, std::max(narrowest, m_table->columnWidth(column) + step * widthStep));
    });
    popup->showBelow(*m_table);
}

void RecordsPage::setColumns(const QStringList& keys)
{
    m_columns = keys;
    // A view of one's own keeps its columns itself, when it is told to.
    if (m_views->current().kind != ViewTabs::View::Kind::Own) {
        m_ownColumns = keys == m_entity.list.columns ? QStringList() : keys;
        deliver(desk().setSetting(u"columns/"_s + m_entity.key, m_ownColumns.join(u',').toUtf8()), this,
                [this](const Result<void>& kept) {
                    if (!kept.ok())
                        navigator().complain(kept.error());
                });
    }
    showQuery();
}

void RecordsPage::moveColumn(int from, int to)
{
    QStringList columns = m_columns;
    if (from < 0 || to < 0 || from >= columns.size() || to >= columns.size())
        return;
    columns.move(from, to);
    setColumns(columns);
}

// A cell of the record's own, of a field that a person sets.
bool RecordsPage::isEditableHere(int column) const
{
    const auto& columns = m_model->query().columns;
    if (m_views->inTrash() || column < 0 || column >= int(columns.size()))
        return false;
    const FieldPath& path = columns[std::size_t(column)];
    return !path.through && path.field && isEditable(*path.field) && path.field->type != FieldType::Number;
}

void RecordsPage::editCell(int row, int column)
{
    endEdit();
    const Row* record = m_model->record(row);
    if (!record || column >= int(m_model->query().columns.size()))
        return;
    const FieldPath& path = m_model->query().columns[std::size_t(column)];
    if (!isEditableHere(column))
        return navigator().say(m_views->inTrash() ? tr("What is in the trash is not edited; restore it first.")
                                                  : tr("%1 is not edited here.").arg(columnLabel(path, language())));
    const QModelIndex index = m_model->index(row, column);
    m_table->scrollTo(index);
    m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    const Field& field = *path.field;
    if (field.type != FieldType::Tags && path.component.isEmpty())
        return beginEdit(record->id, column, record->values[std::size_t(column)],
                         {record->titles[std::size_t(column)]});
    // The list has only a part of it, or its names in one text.
    deliver(desk().record(m_entity.id, record->id), m_table,
            [this, column, id = field.id](const Result<RecordView>& view) {
                if (!view.ok())
                    return navigator().complain(view.error());
                beginEdit(view->record.id, column, view->record.value(id), titlesOf(*view, id));
            });
}

void RecordsPage::beginEdit(const RecordId& record, int column, const Value& value, const ValueTitles& titles)
{
    endEdit();
    const auto& columns = m_model->query().columns;
    if (m_model->rowOf(record) < 0 || column >= int(columns.size()))
        return;
    m_edited = record;
    m_editedColumn = column;
    m_before = value;
    m_editor = new CellEditor(*columns[std::size_t(column)].field, editorContext(navigator()), this);
    m_editor->setValue(value, titles);
    placeEditor();
    m_editor->begin();
    connect(m_editor, &CellEditor::saveAsked, this, &RecordsPage::saveCell);
    connect(m_editor, &CellEditor::givenUp, this, &RecordsPage::endEdit);
}

void RecordsPage::placeEditor()
{
    const int row = m_editor ? m_model->rowOf(m_edited) : -1;
    if (row < 0)
        return;
    const QRect cell = m_table->visualRect(m_model->index(row, m_editedColumn));
    m_editor->placeOver(QRect(m_table->viewport()->mapTo(this, cell.topLeft()), cell.size()));
}

void RecordsPage::saveCell()
{
    if (!m_editor || m_saving)
        return;
    const auto value = m_editor->value();
    if (!value.ok())
        return m_editor->complain(sentence(value.error()));
    if (*value == m_before)
        return endEdit();
    m_saving = true;
    const FieldId field = m_model->query().columns[std::size_t(m_editedColumn)].field->id;
    const auto save = desk().save(m_entity.id, m_edited, {{field, *value}});
    deliver(save, this, [this, editor = QPointer(m_editor)](const Result<SaveOutcome>& outcome) {
        m_saving = false;
        const bool isHere = editor && editor == m_editor;
        if (!outcome.ok() || !outcome->problems.empty()) {
            const Error error = outcome.ok() ? outcome->problems.front().error : outcome.error();
            return isHere ? m_editor->complain(sentence(error)) : navigator().complain(error);
        }
        if (isHere)
            endEdit();
        QString done = outcome->act == 0 ? tr("Nothing had changed") : tr("Saved");
        if (!outcome->notices.isEmpty())
            done += u". "_s + outcome->notices.join(u' ');
        navigator().say(done, outcome->act);
    });
}

void RecordsPage::endEdit()
{
    if (!m_editor)
        return;
    CellEditor* editor = std::exchange(m_editor, nullptr);
    const bool hadKeys = editor->isAncestorOf(QApplication::focusWidget());
    editor->disconnect(this);
    editor->hide();
    editor->deleteLater();
    if (hadKeys)
        m_table->setFocus();
}

}

// What a list does with its records: export, values for many, trash.
#include "core/exchange/export/RecordWriter.h"
#include "core/services/Deliver.h"
#include "core/services/ExportDesk.h"
#include "ui/dialogs/Dialog.h"
#include "ui/models/CellText.h"
#include "ui/models/RecordListModel.h"
#include "ui/models/RowPicks.h"
#include "ui/pages/list/PickedRecords.h"
#include "ui/pages/list/RecordsPage.h"
#include "ui/pages/list/ViewTabs.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/fields/ChoiceEditors.h"
#include "ui/widgets/list/ChoicePopup.h"
#include "ui/widgets/list/RecordTable.h"

#include <QFileDialog>
#include <QMenu>
#include <QPushButton>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace kith {

void RecordsPage::withPicked(std::function<void(std::vector<RecordId>)> act)
{
    withRecords(navigator(), this, m_model->query(), {m_picks->picks(), m_picks->count()}, std::move(act));
}

void RecordsPage::tell(const Result<SaveOutcome>& outcome, const QString& done)
{
    if (!outcome.ok())
        return navigator().complain(outcome.error());
    if (!outcome->problems.empty())
        return navigator().complain(outcome->problems.front().error);
    navigator().say(done, outcome->act);
    m_table->clearSelection();
}

void RecordsPage::trashPicked()
{
    withPicked([this](std::vector<RecordId> ids) {
        const QString done = tr("%n record(s) moved to the trash", nullptr, int(ids.size()));
        deliver(desk().moveToTrash(m_entity.id, ids), this,
                [this, done](const Result<SaveOutcome>& outcome) { tell(outcome, done); });
    });
}

void RecordsPage::restorePicked()
{
    withPicked([this](std::vector<RecordId> ids) {
        const QString done = tr("%n record(s) restored", nullptr, int(ids.size()));
        deliver(desk().restore(m_entity.id, ids), this,
                [this, done](const Result<SaveOutcome>& outcome) { tell(outcome, done); });
    });
}

void RecordsPage::purgePicked()
{
    withPicked([this](std::vector<RecordId> ids) {
        const int count = int(ids.size());
        confirm(this, tr("Delete %n record(s) for good?", nullptr, count),
                tr("They leave the book with their history and everything that belongs only to them. This cannot be "
                   "undone."),
                tr("Delete for good"), [this, ids = std::move(ids)] { purge(ids); });
    });
}

void RecordsPage::emptyTrash()
{
    confirm(this, tr("Empty the trash?"),
            tr("All deleted %1 leave the book with their history and everything that belongs only to them, also those "
               "that the filters hide now. This cannot be undone.")
                .arg(inSentence(m_entity.plural.in(language()), language())),
            tr("Delete all of it for good"), [this] { purge({}); });
}

// None: the whole trash.
void RecordsPage::purge(std::vector<RecordId> ids)
{
    const QString done =
        ids.empty() ? tr("The trash is empty") : tr("%n record(s) deleted for good", nullptr, int(ids.size()));
    deliver(desk().purge(m_entity.id, ids), this, [this, done](Result<SaveOutcome> outcome) {
        if (outcome.ok())
            outcome->act = 0; // nothing to take back
        tell(outcome, done);
    });
}

void RecordsPage::offerValues()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Field& field : m_entity.fields) {
        if (field.hidden || field.readOnly || field.isDerived() || field.type != FieldType::Option)
            continue;
        QMenu* values = menu->addMenu(field.label.in(language()));
        for (const Option& option : field.options)
            if (!option.hidden)
                values->addAction(colourDot(option.colour), option.label.in(language()), this,
                                  [this, &field, id = option.id] { setPicked(field, id); });
    }
    if (m_entity.field(QStringView(systemField::Owner)))
        menu->addAction(icon(u"user"_s), tr("Owner…"), this, &RecordsPage::assignPicked);
    menu->popup(m_set->mapToGlobal(QPoint(0, -menu->sizeHint().height() - 4)));
}

void RecordsPage::assignPicked()
{
    const Field& owner = *m_entity.field(QStringView(systemField::Owner));
    auto* popup = new ChoicePopup(this);
    popup->setSearching(true);
    auto offered = std::make_shared<std::vector<LinkCandidate>>();
    const auto ask = [this, popup, offered, &owner](const QString& typed) {
        deliver(desk().candidates(owner, typed), popup,
                [popup, offered](const Result<std::vector<LinkCandidate>>& found) {
                    if (!found.ok())
                        return;
                    *offered = *found;
                    std::vector<ChoicePopup::Choice> choices;
                    for (const LinkCandidate& one : *found)
                        choices.push_back({one.reference.record.toString(), one.title, {}, false});
                    popup->setChoices(choices);
                });
    };
    connect(popup, &ChoicePopup::searched, this, ask);
    connect(popup, &ChoicePopup::ticked, this, [this, popup, offered, &owner](const QString& key) {
        for (const LinkCandidate& one : *offered)
            if (one.reference.record.toString() == key)
                setPicked(owner, one.reference);
        popup->close();
    });
    popup->setChoices({});
    popup->showBelow(*m_set);
    ask({});
}

void RecordsPage::setPicked(const Field& field, const Value& value)
{
    withPicked([this, id = field.id, value](std::vector<RecordId> ids) {
        const QString done = tr("%n record(s) changed", nullptr, int(ids.size()));
        deliver(desk().saveAll(m_entity.id, ids, {{id, value}}), this,
                [this, done](const Result<SaveOutcome>& outcome) { tell(outcome, done); });
    });
}

void RecordsPage::exportList()
{
    exportTo({true, {}, {}});
}

void RecordsPage::exportPicked()
{
    exportTo(m_picks->picks());
}

void RecordsPage::exportTo(const Picks& picks)
{
    auto* dialog = new QFileDialog(this, tr("Export this list"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    QStringList filters{tr("CSV files (*.csv)"), tr("Excel workbooks (*.xlsx)")};
    if (holdsCards(m_entity))
        filters += tr("vCards (*.vcf)");
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::filterSelected, dialog,
            [dialog](const QString& filter) { dialog->setDefaultSuffix(filter.section(u"*."_s, 1).chopped(1)); });
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(m_entity.plural.in(language()));
    Query query = m_model->query();
    query.columns.clear();
    connect(dialog, &QFileDialog::fileSelected, this, [this, query, picks](const QString& path) {
        const auto format = formatForSuffix(path);
        if (!format.ok())
            return navigator().complain(format.error());
        const ExportStyle style{*format, HeaderStyle::Labels, CardStyle::Version4};
        deliver(navigator().session().exports().write(query, path, style, picks), this,
                [this, path](const Result<std::int64_t>& written) {
                    if (!written.ok())
                        return navigator().complain(written.error());
                    navigator().say(tr("%1 records written to %2.").arg(numbers().toString(qlonglong(*written)), path));
                });
    });
    dialog->open();
}

// The menu of a row: for the mouse, and for the menu key.
void RecordsPage::offerActs(const QPoint& at)
{
    const QModelIndex index = m_table->indexAt(at);
    const Row* record = index.isValid() ? m_model->record(index.row()) : nullptr;
    if (!record)
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const int row = index.row();
    const int column = index.column();
    const auto add = [&](const QString& iconName, const QString& text, const QString& keys, auto act) {
        menu->addAction(icon(iconName), keys.isEmpty() ? text : text + u'\t' + keys, this, act);
    };
    add(u"arrow-right"_s, tr("Open"), tr("Enter"), [this, row] { open(row); });
    add(u"eye"_s, tr("Look at it here"), tr("Space"), [this, row] { peek(row); });
    if (isEditableHere(column))
        add(u"pencil"_s, tr("Edit %1").arg(m_model->headerData(column, Qt::Horizontal).toString()), u"F2"_s,
            [this, row, column] { editCell(row, column); });
    menu->addSeparator();
    add(u"download"_s, tr("Export what is picked"), {}, [this] { exportPicked(); });
    if (m_views->inTrash()) {
        add(u"undo-2"_s, tr("Restore"), {}, [this] { restorePicked(); });
        add(u"trash"_s, tr("Delete for good"), tr("Del"), [this] { purgePicked(); });
    } else {
        add(u"trash"_s, tr("Move to trash"), tr("Del"), [this] { trashPicked(); });
    }
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

}

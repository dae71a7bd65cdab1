// What a list does with its records: columns, export, trash.
#include "core/services/Deliver.h"
#include "core/services/ExportDesk.h"
#include "ui/models/CellText.h"
#include "ui/models/RecordListModel.h"
#include "ui/pages/list/ChoicePopup.h"
#include "ui/pages/list/RecordsPage.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/fields/ChoiceEditors.h"
#include "ui/widgets/list/RecordTable.h"

#include <QFileDialog>
#include <QItemSelectionModel>
#include <QMenu>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

constexpr std::int64_t mostAtOnce = 100'000; // ids held for one act by hand

// Fetches the ids of these rows, page after page, and hands them on together.
struct Gathering
{
    std::vector<std::pair<std::int64_t, std::int64_t>> ranges; // first row and number of rows
    std::vector<RecordId> ids;
};

}

void RecordsPage::withPicked(std::function<void(std::vector<RecordId>)> act)
{
    auto gathering = std::make_shared<Gathering>();
    std::int64_t rows = 0;
    for (const QItemSelectionRange& range : m_table->selectionModel()->selection()) {
        gathering->ranges.emplace_back(range.top(), range.height());
        rows += range.height();
    }
    if (rows > mostAtOnce) {
        navigator().say(
            tr("That is more than %1 records: filter the list first.").arg(numbers().toString(qlonglong(mostAtOnce))));
        return;
    }
    auto step = std::make_shared<std::function<void()>>();
    const std::weak_ptr<std::function<void()>> again = step;
    *step = [this, gathering, act = std::move(act), again] {
        if (gathering->ranges.empty()) {
            act(std::move(gathering->ids));
            return;
        }
        const auto keep = again.lock();
        auto& [first, left] = gathering->ranges.back();
        const int ask = int(std::min<std::int64_t>(left, 500));
        deliver(desk().page(m_model->query(), first, ask), this, [this, gathering, keep](const Result<ListPage>& page) {
            if (!page.ok())
                return navigator().complain(page.error());
            for (const Row& row : page->rows)
                gathering->ids.push_back(row.id);
            auto& [from, rest] = gathering->ranges.back();
            const auto got = std::int64_t(page->rows.size());
            from += got;
            rest -= got;
            if (rest <= 0 || got == 0)
                gathering->ranges.pop_back();
            (*keep)();
        });
    };
    (*step)();
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
    auto* dialog = new QFileDialog(this, tr("Export as CSV"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->setNameFilter(tr("CSV files (*.csv)"));
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(m_entity.plural.in(language()) + u".csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        Query query = m_model->query();
        query.columns.clear();
        deliver(navigator().session().exports().toCsv(query, path, HeaderStyle::Labels), this,
                [this, path](const Result<std::int64_t>& written) {
                    if (!written.ok())
                        return navigator().complain(written.error());
                    navigator().say(tr("%1 records written to %2.").arg(numbers().toString(qlonglong(*written)), path));
                });
    });
    dialog->open();
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
    connect(popup, &ChoicePopup::ticked, this, [this](const QString& key, const QString&, bool on) {
        QStringList columns = m_columns;
        if (on)
            columns += key;
        else if (columns.size() > 1)
            columns.removeAll(key);
        setColumns(columns);
    });
    popup->showBelow(*m_table);
}

void RecordsPage::setColumns(const QStringList& keys)
{
    m_columns = keys;
    deliver(desk().setSetting(u"columns/"_s + m_entity.key, keys.join(u',').toUtf8()), this,
            [](const Result<void>&) {});
    showQuery();
}

}

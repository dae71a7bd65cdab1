#include "ui/pages/quality/FindingsView.h"

#include "core/records/QueryText.h"
#include "core/services/Deliver.h"
#include "ui/models/CellText.h"
#include "ui/models/RecordListModel.h"
#include "ui/models/RowPicks.h"
#include "ui/pages/Page.h"
#include "ui/pages/quality/RepairDialog.h"
#include "ui/pages/quality/ValueDialog.h"
#include "ui/pages/record/RecordForms.h"
#include "ui/theme/Icons.h"
#include "ui/theme/KithStyle.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/list/RecordTable.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

constexpr int listColumnWidth = 270;

}

FindingsView::FindingsView(Navigator& navigator, QWidget* parent)
    : QWidget(parent)
    , m_navigator(navigator)
    , m_model(new RecordListModel(listSource(navigator.session().desk()), navigator.conventions(), this))
    , m_table(new RecordTable)
    , m_name(makeLabel({}, TextSize::Large, Ink::Text, QFont::DemiBold))
    , m_hint(makeLabel({}, TextSize::Body, Ink::Secondary))
    , m_actions(new QWidget)
    , m_scope(makeLabel({}, TextSize::Body, Ink::Secondary))
    , m_repair(new QPushButton)
    , m_set(new QPushButton)
    , m_clear(new QPushButton)
    , m_trash(new QPushButton(icon(u"trash"_s), tr("Move to trash")))
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState(u"circle-check"_s, {}, {}))
{
    m_table->setRecords(m_model);
    m_picks = new RowPicks(*m_model, *m_table->selectionModel(), this);
    m_head = makeHead();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_stack, 1);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    connectList();
}

QWidget* FindingsView::makeHead()
{
    auto* head = new QWidget;
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(space::xl, space::l, space::xl, space::m);
    column->setSpacing(space::xs);
    m_hint->setWordWrap(true);
    column->addWidget(m_name);
    column->addWidget(m_hint);
    auto* row = new QHBoxLayout(m_actions);
    row->setContentsMargins(0, space::s, 0, 0);
    row->setSpacing(space::s);
    makeButtons(row);
    column->addWidget(m_actions);
    return head;
}

void FindingsView::makeButtons(QHBoxLayout* row)
{
    setButtonKind(*m_repair, ButtonKind::Primary);
    m_repair->setShortcut(QKeySequence(u"R"_s));
    m_set->setShortcut(QKeySequence(u"S"_s));
    for (QPushButton* button : {m_repair, m_set, m_clear, m_trash})
        row->addWidget(button);
    row->addSpacing(space::xs);
    row->addWidget(m_scope);
    row->addStretch();
    connect(m_repair, &QPushButton::clicked, this, &FindingsView::repair);
    connect(m_set, &QPushButton::clicked, this, &FindingsView::setValue);
    connect(m_clear, &QPushButton::clicked, this, &FindingsView::clearField);
    connect(m_trash, &QPushButton::clicked, this, &FindingsView::moveToTrash);
}

void FindingsView::connectList()
{
    connect(m_table, &RecordTable::opened, this, &FindingsView::open);
    connect(m_table, &RecordTable::sortAsked, this, [this](int column, bool descending) {
        Query query = m_model->query();
        query.sort = {{query.columns[std::size_t(column)], descending}};
        m_model->setQuery(query);
        const QSignalBlocker quiet(m_table->horizontalHeader());
        m_table->horizontalHeader()->setSortIndicator(column, descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    });
    connect(m_picks, &RowPicks::changed, this, &FindingsView::showScope);
    connect(m_picks, &RowPicks::lost, this, [this] { m_navigator.complain(Error{ErrorCode::ListMoved, {}}); });
    connect(m_model, &RecordListModel::failed, this, [this](const Error& error) {
        m_navigator.complain(error);
        emit settled();
    });
    connect(m_model, &RecordListModel::answered, this, &FindingsView::showEmptiness);
    connect(m_model, &RecordListModel::counted, this, &FindingsView::showEmptiness);
    auto* unpick = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    unpick->setContext(Qt::WidgetWithChildrenShortcut);
    connect(unpick, &QShortcut::activated, m_table, &QTableView::clearSelection);
}

void FindingsView::show(const Entity& entity, const QualityCheck& check)
{
    const auto query = m_navigator.session().quality().query(entity, check);
    if (!query.ok())
        return m_navigator.complain(query.error());
    const QString language = m_navigator.language();
    m_entity = &entity;
    m_check = &check;
    m_field = check.field.isEmpty() ? nullptr : entity.field(check.field);
    m_name->setText(check.label.in(language));
    m_hint->setText(check.hint.in(language));
    m_head->show();
    m_table->setAccessibleName(check.label.in(language));
    m_table->setFaces(entity.key == "customer"_L1 || entity.key == "contact"_L1 || entity.key == "lead"_L1,
                      entity.key == "customer"_L1);
    // Of several numbers the one that is wrong is not the first, mostly.
    m_table->setOwnWidths(isList() ? QHash<QString, int>{{m_field->key, listColumnWidth}} : QHash<QString, int>());
    m_model->setQuery(*query);
    m_table->layOutColumns();
    const QSignalBlocker quiet(m_table->horizontalHeader());
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    showRepairs();
    showScope();
}

void FindingsView::sayAllIsWell(const Entity& entity)
{
    m_entity = nullptr;
    m_check = nullptr;
    m_head->hide();
    const QString kind = inSentence(entity.plural.in(m_navigator.language()), m_navigator.language());
    m_empty->setTexts(tr("All is well"), tr("No check finds fault with %1.").arg(kind));
    m_stack->setCurrentWidget(m_empty);
    emit settled();
}

void FindingsView::recordsChanged(const ChangeNotice& notice)
{
    if (m_entity)
        m_model->refresh(notice);
}

std::optional<RepairKind> FindingsView::repairKind() const
{
    for (const auto kind : {RepairKind::ReadPhones, RepairKind::PutMailsRight, RepairKind::LinkNamed})
        if (m_field && FieldRepair::suits(kind, *m_field))
            return kind;
    return std::nullopt;
}

// Not a list: one phone for all of them would be a mistake.
bool FindingsView::canSet() const
{
    return m_field && isEditable(*m_field) && !m_field->isList() && !m_field->unique;
}

// Of which what is good stays.
bool FindingsView::isList() const
{
    return m_field && FieldRepair::suits(RepairKind::DropUnread, *m_field);
}

bool FindingsView::canClear() const
{
    const bool isMissing = m_field && filterConditions(m_check->filter).contains(m_field->key + u" is empty"_s);
    return m_field && isEditable(*m_field) && !m_field->required && !isMissing;
}

void FindingsView::showRepairs()
{
    const QString field =
        m_field ? inSentence(m_field->label.in(m_navigator.language()), m_navigator.language()) : QString();
    const auto kind = repairKind();
    m_repair->setVisible(kind.has_value());
    m_set->setVisible(canSet());
    m_clear->setVisible(canClear());
    setButtonKind(*m_set, kind ? ButtonKind::Plain : ButtonKind::Primary);
    m_set->setText(tr("Set %1…").arg(field));
    m_set->setToolTip(tr("Give all of them one value (%1)").arg(u"S"_s));
    m_clear->setText(isList() ? tr("Remove…") : tr("Clear the field"));
    m_clear->setToolTip(isList() ? tr("Remove what is not readable") : tr("Leave %1 empty").arg(field));
    if (kind == RepairKind::ReadPhones)
        m_repair->setText(tr("Read again…"));
    else if (kind == RepairKind::PutMailsRight)
        m_repair->setText(tr("Put right…"));
    else
        m_repair->setText(tr("Find by name…"));
    m_repair->setToolTip(tr("Look at what would change before it is done (%1)").arg(u"R"_s));
    // A changed text takes its key away.
    m_repair->setShortcut(QKeySequence(u"R"_s));
    m_set->setShortcut(QKeySequence(u"S"_s));
}

void FindingsView::showScope()
{
    const auto count = scope().count;
    const QString text = m_picks->count() > 0
                             ? tr("%n selected", nullptr, int(count))
                             : tr("All %1").arg(QLocale(m_navigator.language()).toString(qlonglong(count)));
    m_scope->setText(m_model->isCounted() ? text : QString());
    m_actions->setEnabled(m_model->isCounted());
    m_actions->setVisible(!m_model->isCounted() || count > 0);
    m_table->viewport()->update();
}

void FindingsView::showEmptiness()
{
    if (!m_entity || !m_model->hasAnswered() || !m_model->isCounted())
        return;
    const bool empty = m_model->total() == 0;
    if (empty)
        m_empty->setTexts(tr("All is well"), tr("This check finds no record."));
    m_stack->setCurrentWidget(empty ? static_cast<QWidget*>(m_empty) : m_table);
    m_head->setVisible(true);
    showScope();
    emit settled();
}

void FindingsView::open(int row)
{
    if (const Row* record = m_model->record(row))
        m_navigator.go({Location::Kind::Record, m_entity->key, record->id, {}, {}});
}

Picked FindingsView::scope() const
{
    if (m_picks->count() > 0)
        return {m_picks->picks(), m_picks->count()};
    return {{true, {}, {}}, m_model->total()};
}

void FindingsView::withScope(std::function<void(std::vector<RecordId>)> act)
{
    if (m_check && scope().count > 0)
        withRecords(m_navigator, this, m_model->query(), scope(), std::move(act));
}

void FindingsView::repair()
{
    if (const auto kind = repairKind())
        plan(*kind);
}

void FindingsView::plan(RepairKind kind)
{
    withScope([this, kind](std::vector<RecordId> ids) {
        if (!m_entity || !m_field || !FieldRepair::suits(kind, *m_field))
            return;
        auto* dialog = new RepairDialog(*m_entity, *m_field, kind, std::move(ids), m_navigator, this);
        connect(dialog, &RepairDialog::carriedOut, this, [this](const RepairOutcome& outcome) {
            QString text = tr("%n record(s) put right", nullptr, int(outcome.repaired));
            if (outcome.left > 0)
                text += u". "_s + tr("%n had changed meanwhile and stay as they are", nullptr, int(outcome.left));
            tell(outcome.saved, text);
        });
        dialog->open();
    });
}

void FindingsView::setValue()
{
    if (!canSet())
        return;
    withScope([this, field = m_field](const std::vector<RecordId>& ids) {
        if (field != m_field || !m_field)
            return;
        askValue(this, *field, editorContext(m_navigator), tr("Set for %n record(s)", nullptr, int(ids.size())),
                 [this, ids](const Value& value) { saveAll(ids, value); });
    });
}

void FindingsView::clearField()
{
    if (!canClear())
        return;
    if (isList())
        plan(RepairKind::DropUnread);
    else
        withScope([this](std::vector<RecordId> ids) { saveAll(std::move(ids), {}); });
}

void FindingsView::saveAll(std::vector<RecordId> ids, const Value& value)
{
    if (!m_entity || !m_field)
        return;
    const QString done = tr("%n record(s) put right", nullptr, int(ids.size()));
    deliver(m_navigator.session().desk().saveAll(m_entity->id, ids, {{m_field->id, value}}), this,
            [this, done](const Result<SaveOutcome>& outcome) { tell(outcome, done); });
}

void FindingsView::moveToTrash()
{
    withScope([this](const std::vector<RecordId>& ids) {
        const QString done = tr("%n record(s) moved to the trash", nullptr, int(ids.size()));
        deliver(m_navigator.session().desk().moveToTrash(m_entity->id, ids), this,
                [this, done](const Result<SaveOutcome>& outcome) { tell(outcome, done); });
    });
}

void FindingsView::tell(const Result<SaveOutcome>& outcome, const QString& done)
{
    if (!outcome.ok())
        return m_navigator.complain(outcome.error());
    if (!outcome->problems.empty())
        return m_navigator.complain(outcome->problems.front().error);
    m_navigator.say(done, outcome->act);
    m_table->clearSelection();
}

bool FindingsView::perform(const QString& command)
{
    if (command == "repair"_L1)
        repair();
    else if (command == "set"_L1)
        setValue();
    else if (command == "clear"_L1)
        clearField();
    else if (command == "delete"_L1)
        moveToTrash();
    else
        return false;
    return true;
}

void FindingsView::takeFocus()
{
    m_table->setFocus();
}

}

#include "ui/pages/list/ViewTabs.h"

#include "core/records/QueryText.h"
#include "core/services/Deliver.h"
#include "core/services/RecordDesk.h"
#include "ui/dialogs/Dialog.h"
#include "ui/pages/Page.h"
#include "ui/theme/Icons.h"
#include "ui/theme/KithStyle.h"
#include "ui/widgets/Text.h"

#include <QBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QTabBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

constexpr int mostViews = 100;
const QStringList keptFields{u"name"_s, u"filter"_s, u"sort"_s, u"columns"_s, u"position"_s};

QString textIn(const Row& row, qsizetype column)
{
    const auto* text = std::get_if<QString>(&row.values[std::size_t(column)]);
    return text ? *text : QString();
}

}

ViewTabs::ViewTabs(const Entity& entity, Navigator& navigator, QWidget* parent)
    : QWidget(parent)
    , m_navigator(navigator)
    , m_catalog(navigator.session().desk().catalog())
    , m_entity(entity)
    , m_kept(*m_catalog->entity(u"saved_view"))
    , m_tabs(new QTabBar)
    , m_add(makeIconButton(u"plus"_s, tr("Keep this list as a view")))
    , m_more(makeIconButton(u"ellipsis"_s, tr("Rename or delete this view")))
    , m_change(new QPushButton(tr("Keep the changes")))
{
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setAccessibleName(tr("Views"));
    m_tabs->setElideMode(Qt::ElideNone);
    m_tabs->setContextMenuPolicy(Qt::CustomContextMenu);
    setButtonKind(*m_change, ButtonKind::Ghost);
    m_change->setFixedHeight(size::compact);
    m_change->setForegroundRole(QPalette::Dark);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::xl - space::m, space::xs, space::xl, 0);
    row->setSpacing(space::xs);
    row->addWidget(m_tabs);
    row->addWidget(m_add);
    row->addWidget(m_more);
    row->addStretch(1);
    row->addWidget(m_change);
    take({});
    connect(m_tabs, &QTabBar::currentChanged, this, &ViewTabs::show);
    connect(m_tabs, &QWidget::customContextMenuRequested, this, [this](const QPoint& at) {
        m_tabs->setCurrentIndex(m_tabs->tabAt(at));
        if (current().kind == View::Kind::Own)
            offerActs();
    });
    connect(m_add, &QToolButton::clicked, this, &ViewTabs::keep);
    connect(m_more, &QToolButton::clicked, this, &ViewTabs::offerActs);
    connect(m_change, &QPushButton::clicked, this, &ViewTabs::keepChanges);
}

const Field& ViewTabs::field(QStringView key) const
{
    return *m_kept.field(key);
}

int ViewTabs::tabOf(const QString& key) const
{
    const auto found = std::find_if(m_views.begin(), m_views.end(), [&](const View& view) { return view.key == key; });
    return found == m_views.end() ? 0 : int(found - m_views.begin());
}

void ViewTabs::fetch(const QString& key)
{
    m_wanted = key;
    Query query;
    query.catalog = m_catalog;
    query.entity = &m_kept;
    auto own = std::make_shared<Filter>();
    own->kind = Filter::Kind::Compare;
    own->path = {nullptr, &m_kept, &field(u"entity"), {}};
    own->values = {m_entity.key};
    query.filter = own;
    if (const auto sort = parseSort(*m_catalog, m_kept, u"position"); sort.ok())
        query.sort = *sort;
    for (const QString& one : keptFields)
        query.columns.push_back({nullptr, &m_kept, &field(one), {}});
    deliver(m_navigator.session().desk().page(query, 0, mostViews), this, [this](const Result<ListPage>& page) {
        if (page.ok())
            take(page->rows);
        else
            m_navigator.complain(page.error());
        if (!std::exchange(m_fetched, true))
            emit fetched();
    });
}

void ViewTabs::recordsChanged(const ChangeNotice& notice)
{
    if (m_fetched && std::find(notice.entities.begin(), notice.entities.end(), m_kept.id) != notice.entities.end())
        fetch(m_wanted.isEmpty() ? current().key : m_wanted);
}

void ViewTabs::take(const std::vector<Row>& rows)
{
    const QString language = m_navigator.language();
    const View before = m_views.empty() ? View{} : current();
    m_views.clear();
    m_lastPosition = 0;
    m_views.push_back({View::Kind::All, {}, tr("All"), {{}, m_entity.list.sort, {}}, {}});
    for (const ShippedView& one : m_entity.views)
        m_views.push_back({View::Kind::Shipped,
                           one.key,
                           one.label.in(language),
                           {one.filter, one.sort.isEmpty() ? m_entity.list.sort : one.sort, {}},
                           {}});
    for (const Row& row : rows) {
        m_views.push_back({View::Kind::Own,
                           row.id.toString(),
                           textIn(row, 0),
                           {textIn(row, 1), textIn(row, 2), textIn(row, 3).split(u',', Qt::SkipEmptyParts)},
                           row.id});
        if (const auto* position = std::get_if<std::int64_t>(&row.values.back()))
            m_lastPosition = std::max(m_lastPosition, *position);
    }
    m_views.push_back({View::Kind::Trash, u"trash"_s, tr("Trash"), {{}, m_entity.list.sort, {}}, {}});
    m_current = tabOf(m_wanted.isEmpty() ? before.key : m_wanted);
    if (current().key == m_wanted)
        m_wanted.clear();
    showTabs();
    if (m_fetched && (current().key != before.key || current().look != before.look))
        choose();
}

void ViewTabs::showTabs()
{
    const QSignalBlocker quiet(m_tabs);
    while (m_tabs->count() > int(m_views.size()))
        m_tabs->removeTab(m_tabs->count() - 1);
    while (m_tabs->count() < int(m_views.size()))
        m_tabs->addTab({});
    for (std::size_t i = 0; i < m_views.size(); ++i)
        m_tabs->setTabText(int(i), m_views[i].name);
    m_tabs->setCurrentIndex(m_current);
    showButtons();
}

void ViewTabs::show(int tab)
{
    m_current = std::max(0, tab);
    m_wanted.clear();
    choose();
}

void ViewTabs::choose()
{
    m_isFresh = true;
    emit chosen();
    showButtons();
}

void ViewTabs::setLook(const ListLook& look)
{
    m_look = look;
    if (std::exchange(m_isFresh, false))
        m_remembered = look;
    showButtons();
}

void ViewTabs::showButtons()
{
    const bool own = current().kind == View::Kind::Own;
    m_add->setVisible(!inTrash());
    m_more->setVisible(own);
    m_change->setVisible(own && m_look != m_remembered);
}

void ViewTabs::offerActs()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (!m_change->isHidden())
        menu->addAction(icon(u"check"_s), tr("Keep the changes"), this, &ViewTabs::keepChanges);
    menu->addAction(icon(u"pencil"_s), tr("Rename"), this, &ViewTabs::rename);
    menu->addAction(icon(u"trash"_s), tr("Delete this view"), this, &ViewTabs::remove);
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height() + 4)));
}

const ViewTabs::View* ViewTabs::ownCalled(const QString& name) const
{
    const auto found = std::find_if(m_views.begin(), m_views.end(), [&](const View& view) {
        return view.kind == View::Kind::Own && view.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == m_views.end() ? nullptr : &*found;
}

FieldValues ViewTabs::valuesOf(const ListLook& look) const
{
    FieldValues values;
    values[field(u"filter").id] = look.filter.isEmpty() ? Value{} : Value(look.filter);
    values[field(u"sort").id] = look.sort.isEmpty() ? Value{} : Value(look.sort);
    values[field(u"columns").id] = look.columns.isEmpty() ? Value{} : Value(look.columns.join(u','));
    return values;
}

void ViewTabs::keep()
{
    if (inTrash())
        return;
    NameQuestion question;
    question.title = tr("Keep this list as a view");
    question.text = tr("Its filter, its order and its columns become a tab of their own.");
    question.label = tr("Name");
    question.act = tr("Keep");
    question.remark = [this](const QString& name) {
        return ownCalled(name) ? tr("It takes the place of the view that is called so.") : QString();
    };
    askName(this, question, [this](const QString& name) {
        if (const View* there = ownCalled(name)) {
            m_wanted = there->key;
            save(*there, valuesOf(m_look), tr("The view “%1” shows this list now").arg(there->name));
        } else {
            create(name);
        }
    });
}

void ViewTabs::create(const QString& name)
{
    FieldValues values = valuesOf(m_look);
    values[field(u"name").id] = name;
    values[field(u"entity").id] = m_entity.key;
    values[field(u"position").id] = m_lastPosition + 1;
    deliver(m_navigator.session().desk().create(m_kept.id, values), this,
            [this, name](const Result<SaveOutcome>& outcome) {
                tell(outcome, tr("The view “%1” is kept").arg(name));
                if (outcome.ok() && outcome->problems.empty())
                    fetch(outcome->id.toString());
            });
}

void ViewTabs::keepChanges()
{
    if (current().kind == View::Kind::Own)
        save(current(), valuesOf(m_look), tr("The view “%1” shows this list now").arg(current().name));
}

void ViewTabs::rename()
{
    if (current().kind != View::Kind::Own)
        return;
    NameQuestion question;
    question.title = tr("Rename the view");
    question.label = tr("Name");
    question.name = current().name;
    question.act = tr("Rename");
    askName(this, question, [this, view = current()](const QString& name) {
        save(view, {{field(u"name").id, name}}, tr("The view is called “%1” now").arg(name));
    });
}

void ViewTabs::remove()
{
    if (current().kind != View::Kind::Own)
        return;
    const QString done = tr("The view “%1” is deleted").arg(current().name);
    deliver(m_navigator.session().desk().moveToTrash(m_kept.id, {current().record}), this,
            [this, done](const Result<SaveOutcome>& outcome) { tell(outcome, done); });
}

void ViewTabs::save(const View& view, const FieldValues& values, const QString& done)
{
    deliver(m_navigator.session().desk().save(m_kept.id, view.record, values), this,
            [this, done](const Result<SaveOutcome>& outcome) { tell(outcome, done); });
}

void ViewTabs::tell(const Result<SaveOutcome>& outcome, const QString& done)
{
    if (!outcome.ok())
        m_navigator.complain(outcome.error());
    else if (!outcome->problems.empty())
        m_navigator.complain(outcome->problems.front().error);
    else
        m_navigator.say(done, outcome->act);
}

}

#include "ui/pages/start/HomePage.h"

#include "core/services/Deliver.h"
#include "ui/models/CellText.h"
#include "ui/models/HistoryModel.h"
#include "ui/pages/start/ListRow.h"
#include "ui/theme/Icons.h"
#include "ui/theme/KithStyle.h"
#include "ui/widgets/Text.h"

#include <QBoxLayout>
#include <QDate>
#include <QPushButton>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

constexpr int recentRows = 6;
constexpr int actRows = 8;
constexpr std::size_t cards = 3;

void clearRows(QVBoxLayout* column)
{
    while (QLayoutItem* item = column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

Card* makeCard(const QString& name, QVBoxLayout*& rows, QPushButton*& all, const QString& allText)
{
    auto* card = new Card;
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(space::s, space::m, space::s, space::s);
    column->setSpacing(space::xs);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(space::s, 0, 0, 0);
    head->addWidget(makeLabel(name, TextSize::Body, Ink::Text, QFont::DemiBold), 1);
    all = new QPushButton(allText);
    setButtonKind(*all, ButtonKind::Ghost);
    all->setFixedHeight(size::compact);
    all->setForegroundRole(QPalette::Dark);
    all->setAccessibleName(name + u": "_s + allText);
    head->addWidget(all);
    rows = new QVBoxLayout;
    rows->setSpacing(0);
    column->addLayout(head);
    column->addLayout(rows);
    column->addStretch();
    return card;
}

}

HomePage::HomePage(Navigator& navigator, QWidget* parent) : Page(navigator, parent), m_catalog(desk().catalog())
{
    for (const QString& key : {u"customer"_s, u"opportunity"_s, u"task"_s})
        if (const Entity* entity = m_catalog->entity(key); entity && entity->place == Place::Page)
            m_shown.push_back(entity);
    for (const Entity& entity : m_catalog->entities())
        if (m_shown.size() < cards && entity.place == Place::Page &&
            std::find(m_shown.begin(), m_shown.end(), &entity) == m_shown.end())
            m_shown.push_back(&entity);
    auto* inside = new QWidget;
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(space::xxl, space::xl, space::xxl, space::xxl);
    column->setSpacing(space::l);
    auto* heads = new QVBoxLayout;
    heads->setSpacing(2);
    heads->addWidget(makeLabel(navigator.session().name(), TextSize::Title, Ink::Text, QFont::DemiBold));
    heads->addWidget(
        makeLabel(numbers().toString(QDate::currentDate(), QLocale::LongFormat), TextSize::Body, Ink::Secondary));
    column->addLayout(heads);
    column->addWidget(makeActions());
    auto* grid = new QGridLayout;
    grid->setSpacing(space::l);
    int at = 0;
    m_waiting = int(m_shown.size()) + 1;
    for (const Entity* entity : m_shown) {
        grid->addWidget(makeRecent(*entity), at / 2, at % 2);
        ++at;
    }
    QPushButton* undo = nullptr;
    Card* acts = makeCard(tr("Done lately"), m_acts, undo, tr("Undo the last"));
    connect(undo, &QPushButton::clicked, this, [this] { this->navigator().say({}, -1); });
    grid->addWidget(acts, at / 2, at % 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    column->addLayout(grid);
    column->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(inside);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
    for (const Entity* entity : m_shown)
        fetchRecent(*entity);
    fetchActs();
}

QWidget* HomePage::makeActions()
{
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, space::xs, 0, space::s);
    row->setSpacing(space::s);
    for (const Entity* entity : m_shown) {
        auto* create =
            new QPushButton(icon(entity->icon), tr("New %1").arg(inSentence(entity->label.in(language()), language())));
        connect(create, &QPushButton::clicked, this, [this, key = entity->key] {
            navigator().go({Location::Kind::New, key, {}, {}, {}});
        });
        row->addWidget(create);
    }
    auto* take = new QPushButton(icon(u"upload"_s), tr("Import from a file"));
    connect(take, &QPushButton::clicked, this, [this] { navigator().go({Location::Kind::Import, {}, {}, {}, {}}); });
    row->addWidget(take);
    row->addStretch();
    return box;
}

QWidget* HomePage::makeRecent(const Entity& entity)
{
    QPushButton* all = nullptr;
    Card* card = makeCard(entity.plural.in(language()), m_recent[entity.key], all, tr("Show all"));
    connect(all, &QPushButton::clicked, this, [this, key = entity.key] {
        navigator().go({Location::Kind::List, key, {}, {}, {}});
    });
    return card;
}

void HomePage::answered()
{
    if (--m_waiting == 0)
        settle();
}

void HomePage::fetchRecent(const Entity& entity)
{
    Query query;
    query.catalog = m_catalog;
    query.entity = &entity;
    if (const auto sort = parseSort(*m_catalog, entity, u"-changed"); sort.ok())
        query.sort = *sort;
    if (const auto changed = parsePath(*m_catalog, entity, u"changed"); changed.ok())
        query.columns.push_back(*changed);
    deliver(desk().page(query, 0, recentRows), this, [this, &entity](const Result<ListPage>& page) {
        QVBoxLayout* rows = m_recent[entity.key];
        clearRows(rows);
        if (page.ok())
            for (const Row& row : page->rows) {
                const auto* at = row.values.empty() ? nullptr : std::get_if<Instant>(&row.values.front());
                auto* line = new ListRow(row.title, at ? agoText(*at, conventions().now, numbers()) : QString());
                if (entity.key == "customer"_L1 || entity.key == "contact"_L1)
                    line->setFace(row.title, entity.key == "customer"_L1);
                else
                    line->setIconName(entity.icon);
                connect(line, &ListRow::clicked, this, [this, key = entity.key, id = row.id] {
                    navigator().go({Location::Kind::Record, key, id, {}, {}});
                });
                rows->addWidget(line);
            }
        if (rows->count() == 0) {
            QLabel* none = makeLabel(tr("None yet"), TextSize::Body, Ink::Tertiary);
            none->setContentsMargins(space::s, space::s, 0, space::m);
            rows->addWidget(none);
        }
        answered();
    });
}

void HomePage::fetchActs()
{
    deliver(desk().acts(actRows), this, [this](const Result<std::vector<ActSummary>>& acts) {
        clearRows(m_acts);
        if (acts.ok())
            for (const ActSummary& act : *acts) {
                QString text = actText(act.kind);
                if (!act.subject.isEmpty())
                    text += u": "_s + act.subject;
                if (act.records > 1)
                    text += u"  ("_s + numbers().toString(qlonglong(act.records)) + u')';
                auto* line = new ListRow(text, agoText(act.at, conventions().now, numbers()));
                line->setStruck(act.undone);
                line->setEnabled(false);
                m_acts->addWidget(line);
            }
        answered();
    });
}

void HomePage::recordsChanged(const ChangeNotice& notice)
{
    for (const Entity* entity : m_shown)
        if (std::find(notice.entities.begin(), notice.entities.end(), entity->id) != notice.entities.end())
            fetchRecent(*entity);
    fetchActs();
}

}

#include "ui/pages/record/RecordPage.h"

#include "core/services/Deliver.h"
#include "core/text/Sentences.h"
#include "ui/models/CellText.h"
#include "ui/models/HistoryModel.h"
#include "ui/models/RecordListModel.h"
#include "ui/pages/record/RecordSheet.h"
#include "ui/theme/Icons.h"
#include "ui/theme/KithStyle.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Pill.h"
#include "ui/widgets/Text.h"

#include <QBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

constexpr int mostFigures = 5;
const auto detailsTab = u"details"_s;
const auto historyTab = u"history"_s;

// How much a figure says about a record at a glance: 0 most; none: not shown large. What is computed from others comes
// first, money before the rest; a count of nothing says nothing.
std::optional<int> figureRank(const Field& field, const Value& value)
{
    if (field.hidden || field.system || isEmpty(value))
        return std::nullopt;
    if (field.type == FieldType::Money)
        return field.isDerived() ? 0 : 3;
    if (!field.isDerived())
        return std::nullopt;
    if (field.type == FieldType::Instant || field.type == FieldType::Date)
        return 1;
    const auto* count = std::get_if<std::int64_t>(&value);
    return count && *count != 0 ? std::optional<int>(2) : std::nullopt;
}

void clearLayout(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

}

RecordPage::RecordPage(const QString& entity, const RecordId& record, Navigator& navigator, const QString& tab,
                       QWidget* parent)
    : Page(navigator, parent)
    , m_catalog(desk().catalog())
    , m_entity(*m_catalog->entity(entity))
    , m_record(record)
    , m_firstTab(tab)
    , m_face(new Avatar(48, entity == "customer"_L1))
    , m_title(makeLabel({}, TextSize::Title, Ink::Text, QFont::DemiBold))
    , m_pills(new QWidget)
    , m_figures(new QWidget)
    , m_banner(new Banner)
    , m_tabs(new QTabBar)
    , m_others(makeIconButton(u"plus"_s, tr("More that can belong to it")))
    , m_stack(new QStackedWidget)
    , m_sheet(new RecordSheet(navigator))
    , m_history(new HistoryModel(this))
{
    new FlowLayout(m_pills, space::xs);
    auto* figures = new QHBoxLayout(m_figures);
    figures->setContentsMargins(space::xl, space::l, space::xl, 0);
    figures->setSpacing(space::xxl);
    m_figures->hide();
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setElideMode(Qt::ElideNone);
    m_tabs->setAccessibleName(tr("Parts of this record"));
    auto* tabs = new QHBoxLayout;
    tabs->setContentsMargins(space::xl - space::m, space::m, space::l, 0);
    tabs->addWidget(m_tabs);
    tabs->addWidget(m_others);
    tabs->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::l, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    auto* banner = new QVBoxLayout;
    banner->setContentsMargins(space::xl, 0, space::xl, 0);
    banner->addWidget(m_banner);
    column->addLayout(banner);
    column->addWidget(m_figures);
    column->addLayout(tabs);
    column->addWidget(new Line);
    column->addWidget(m_stack, 1);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_sheet);
    m_sheet->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    m_stack->addWidget(scroll);
    m_tabPages[detailsTab] = scroll;
    connect(m_tabs, &QTabBar::currentChanged, this, &RecordPage::openTab);
    connect(m_others, &QToolButton::clicked, this, &RecordPage::offerOthers);
    fetch();
}

QWidget* RecordPage::makeHead()
{
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(space::xl, space::xs, space::xl, 0);
    row->setSpacing(space::m);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_title->setWordWrap(true);
    auto* names = new QVBoxLayout;
    names->setSpacing(space::xs);
    names->addWidget(m_title);
    names->addWidget(m_pills);
    row->addWidget(m_face, 0, Qt::AlignTop);
    row->addLayout(names, 1);
    makeActions(row);
    return head;
}

void RecordPage::makeActions(QHBoxLayout* row)
{
    if (followUp()) {
        auto* log = new QPushButton(icon(u"message-square"_s, Tone::OnAccent), tr("Log follow-up"));
        log->setToolTip(tr("Log follow-up (%1)").arg(u"L"_s));
        setButtonKind(*log, ButtonKind::Primary);
        connect(log, &QPushButton::clicked, this, [this] { perform(u"log"_s); });
        row->addWidget(log, 0, Qt::AlignTop);
    }
    auto* edit = new QPushButton(icon(u"pencil"_s), tr("Edit"));
    edit->setToolTip(tr("Edit (%1)").arg(u"E"_s));
    auto* more = makeIconButton(u"ellipsis"_s, tr("More"));
    more->setFixedSize(size::control, size::control);
    connect(edit, &QPushButton::clicked, this, [this] { perform(u"edit"_s); });
    connect(more, &QToolButton::clicked, this, [this, more] {
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addAction(icon(u"trash"_s), tr("Move to trash"), this, &RecordPage::trash);
        menu->popup(more->mapToGlobal(QPoint(more->width() - menu->sizeHint().width(), more->height() + 4)));
    });
    row->addWidget(edit, 0, Qt::AlignTop);
    row->addWidget(more, 0, Qt::AlignTop);
}

void RecordPage::fetch()
{
    deliver(desk().record(m_entity.id, m_record), this, [this](const Result<RecordView>& view) {
        if (view.ok())
            show(*view);
        else
            m_banner->say(Banner::Kind::Danger, sentence(view.error()));
        arrive();
        if (m_firstTab.isEmpty() || !view.ok())
            settle();
    });
}

void RecordPage::show(const RecordView& view)
{
    const bool renamed = view.title != m_view.title;
    m_view = view;
    if (view.record.id != m_record) {
        // It was merged into another one: that is what is shown from here on.
        m_record = view.record.id;
        for (const auto& [key, page] : std::exchange(m_tabPages, {{detailsTab, m_tabPages.at(detailsTab)}}))
            if (key != detailsTab)
                page->deleteLater();
        m_lists.clear();
    }
    if (view.record.life == Life::Trash) {
        m_banner->say(Banner::Kind::Warning, tr("This record is in the trash."));
        m_banner->setAction(tr("Restore"), [this] {
            deliver(desk().restore(m_entity.id, {m_record}), this, [this](const Result<SaveOutcome>& outcome) {
                outcome.ok() ? navigator().say(tr("Restored"), outcome->act) : navigator().complain(outcome.error());
            });
        });
    } else {
        m_banner->say(Banner::Kind::Info, {});
    }
    showHead();
    showFigures();
    m_sheet->show(view);
    showTabs();
    if (renamed)
        emit titleChanged();
}

void RecordPage::showHead()
{
    m_face->setName(m_view.title);
    m_title->setText(m_view.title);
    clearLayout(m_pills->layout());
    for (const Field& field : m_entity.fields) {
        const Value& value = m_view.record.value(field.id);
        if (const auto* option = std::get_if<OptionId>(&value); option && m_entity.list.columns.contains(field.key))
            if (const Option* one = field.option(*option))
                m_pills->layout()->addWidget(new Pill(one->label.in(language()), one->colour));
        if (field.type == FieldType::Tags)
            if (const auto titles = m_view.setTitles.find(field.id); titles != m_view.setTitles.end())
                for (const QString& tag : titles->second)
                    m_pills->layout()->addWidget(new Pill(tag, u"gray"_s));
    }
    m_pills->setVisible(m_pills->layout()->count() > 0);
}

void RecordPage::showFigures()
{
    auto* row = static_cast<QHBoxLayout*>(m_figures->layout());
    clearLayout(row);
    const auto reading = conventions();
    std::vector<std::pair<int, const Field*>> figures;
    for (const Field& field : m_entity.fields)
        if (const auto rank = figureRank(field, m_view.record.value(field.id)))
            figures.emplace_back(*rank, &field);
    std::stable_sort(figures.begin(), figures.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [rank, shown] : figures) {
        if (row->count() >= mostFigures)
            break;
        const Field& field = *shown;
        const Value& value = m_view.record.value(field.id);
        auto* box = new QWidget;
        auto* column = new QVBoxLayout(box);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(2);
        const auto* instant = std::get_if<Instant>(&value);
        const QString text = instant ? agoText(*instant, reading.now, numbers()) : fieldText(field, value, {}, reading);
        auto* figure = makeLabel(text, TextSize::Heading, Ink::Text, QFont::DemiBold);
        figure->setAccessibleName(field.label.in(language()) + u": "_s + text);
        column->addWidget(figure);
        column->addWidget(makeLabel(field.label.in(language()), TextSize::Small, Ink::Secondary));
        row->addWidget(box);
    }
    m_figures->setVisible(row->count() > 0);
    row->addStretch();
}

QString RecordPage::nameOf(const RecordView::Related& related) const
{
    const QString inverse = related.field->inverse.in(language());
    return inverse.isEmpty() ? related.entity->plural.in(language()) : inverse;
}

// Whether a person meets these records here at all.
static bool isShown(const RecordView::Related& related)
{
    return related.entity->place != Place::Setting && !related.field->hidden && !related.field->system;
}

static QString keyOf(const RecordView::Related& related)
{
    return related.entity->key + u'/' + related.field->key;
}

void RecordPage::showTabs()
{
    const QString current = m_tabs->count() > 0 ? m_tabs->tabData(m_tabs->currentIndex()).toString() : m_firstTab;
    const QSignalBlocker quiet(m_tabs);
    while (m_tabs->count() > 0)
        m_tabs->removeTab(0);
    const auto add = [&](const QString& key, const QString& text) {
        const int tab = m_tabs->addTab(text);
        m_tabs->setTabData(tab, key);
        if (key == current)
            m_tabs->setCurrentIndex(tab);
    };
    add(detailsTab, tr("Details"));
    bool others = false;
    for (const RecordView::Related& related : m_view.related) {
        if (!isShown(related))
            continue;
        if (related.count > 0)
            add(keyOf(related), nameOf(related) + u"  "_s + numbers().toString(qlonglong(related.count)));
        else if (keyOf(related) == current)
            add(current, nameOf(related));
        else
            others = true;
    }
    add(historyTab, tr("History"));
    m_others->setVisible(others);
    openTab(m_tabs->currentIndex());
}

void RecordPage::offerOthers()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const RecordView::Related& related : m_view.related)
        if (isShown(related) && related.count == 0)
            menu->addAction(icon(related.entity->icon), nameOf(related), this,
                            [this, key = keyOf(related)] { openPart(key); });
    menu->popup(m_others->mapToGlobal(QPoint(0, m_others->height() + 4)));
}

void RecordPage::openPart(const QString& key)
{
    for (const RecordView::Related& related : m_view.related)
        if (keyOf(related) == key) {
            const int tab = m_tabs->insertTab(m_tabs->count() - 1, nameOf(related));
            m_tabs->setTabData(tab, key);
            m_tabs->setCurrentIndex(tab);
        }
}

void RecordPage::openTab(int tab)
{
    const QString key = m_tabs->tabData(tab).toString();
    if (!m_tabPages.contains(key)) {
        QWidget* made = nullptr;
        if (key == historyTab)
            made = makeHistory();
        for (const RecordView::Related& related : m_view.related)
            if (key == keyOf(related))
                made = makeRelated(related);
        if (!made)
            return;
        m_stack->addWidget(made);
        m_tabPages[key] = made;
    }
    m_stack->setCurrentWidget(m_tabPages[key]);
}

void RecordPage::add(const QString& entity, const Field& through)
{
    Location form{Location::Kind::New, entity, {}, {}, {}};
    form.preset[through.id] = Reference{m_entity.id, m_record};
    navigator().go(form);
}

const Field* RecordPage::followUp() const
{
    const Entity* activity = m_catalog->entity(u"activity");
    const Field* about = activity ? activity->field(u"about") : nullptr;
    return about && about->targets.contains(m_entity.key) ? about : nullptr;
}

void RecordPage::trash()
{
    deliver(desk().moveToTrash(m_entity.id, {m_record}), this, [this](const Result<SaveOutcome>& outcome) {
        if (!outcome.ok())
            return navigator().complain(outcome.error());
        if (!outcome->problems.empty())
            return navigator().complain(outcome->problems.front().error);
        navigator().say(tr("%1 is in the trash").arg(m_view.title), outcome->act);
        navigator().back();
    });
}

void RecordPage::recordsChanged(const ChangeNotice& notice)
{
    const bool mine = notice.many || std::any_of(notice.entities.begin(), notice.entities.end(),
                                                 [&](const auto& id) { return id == m_entity.id; });
    if (mine)
        fetch();
    if (mine && m_tabPages.contains(historyTab))
        fetchHistory();
    for (RecordListModel* list : m_lists)
        list->refresh(notice);
}

bool RecordPage::perform(const QString& command)
{
    if (command == "edit"_L1)
        navigator().go({Location::Kind::Edit, m_entity.key, m_record, {}, {}});
    else if (command == "log"_L1 && followUp())
        add(u"activity"_s, *followUp());
    else if (command == "delete"_L1)
        trash();
    else
        return false;
    return true;
}

}

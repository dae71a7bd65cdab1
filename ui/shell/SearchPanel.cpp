#include "ui/shell/SearchPanel.h"

#include "core/services/Deliver.h"
#include "ui/shell/Commands.h"
#include "ui/theme/KithStyle.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/list/HitDelegate.h"

#include <QBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

constexpr int hitsAsked = 24;
constexpr std::size_t commandsShown = 5;
constexpr std::size_t recentKept = 8;
constexpr int shadowRoom = 12;
constexpr int tallest = 440;
const auto recentKey = u"recent"_s;

HitLine heading(const QString& text)
{
    HitLine line;
    line.kind = HitLine::Kind::Heading;
    line.text = text;
    return line;
}

}

SearchPanel::SearchPanel(QLineEdit& field, QWidget* window)
    : QWidget(window)
    , m_field(field)
    , m_model(new HitModel(this))
    , m_list(new QListView)
{
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new HitDelegate(this));
    m_list->setMouseTracking(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->setAccessibleName(tr("What was found"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(shadowRoom + space::xs, shadowRoom, shadowRoom + space::xs, shadowRoom + space::s);
    column->addWidget(m_list);
    field.installEventFilter(this);
    window->installEventFilter(this);
    connect(&field, &QLineEdit::textEdited, this, &SearchPanel::search);
    connect(m_list, &QListView::clicked, this, &SearchPanel::choose);
    hide();
}

void SearchPanel::setDesk(RecordDesk* desk, const QString& language)
{
    m_language = language;
    m_finding.cancel();
    m_desk = desk;
    m_recent.clear();
    m_commands.clear();
    m_field.clear();
    hide();
    if (!desk)
        return;
    m_commands = allCommands(*desk->catalog(), language);
    deliver(desk->setting(recentKey), this, [this](const Result<QByteArray>& kept) {
        if (!kept.ok() || !m_desk)
            return;
        for (const QJsonValue& one : QJsonDocument::fromJson(*kept).array()) {
            const auto record = RecordId::fromString(one[u"record"].toString());
            const auto catalog = m_desk->catalog();
            const Entity* entity = catalog->entity(one[u"entity"].toString());
            if (!record || !entity)
                continue;
            HitLine line;
            line.text = one[u"title"].toString();
            line.icon = entity->icon;
            line.entity = entity->id;
            line.record = *record;
            m_recent.push_back(line);
        }
    });
}

void SearchPanel::remember(const EntityId& entity, const RecordId& record)
{
    if (!m_desk)
        return;
    deliver(m_desk->record(entity, record), this, [this](const Result<RecordView>& view) {
        if (!view.ok() || !m_desk)
            return;
        std::erase_if(m_recent, [&](const HitLine& one) { return one.record == view->record.id; });
        HitLine line;
        line.text = view->title;
        line.entity = view->record.entity;
        line.record = view->record.id;
        if (const Entity* known = m_desk->catalog()->entity(view->record.entity))
            line.icon = known->icon;
        m_recent.insert(m_recent.begin(), line);
        if (m_recent.size() > recentKept)
            m_recent.resize(recentKept);
        keep();
    });
}

void SearchPanel::keep()
{
    QJsonArray kept;
    const auto catalog = m_desk->catalog();
    for (const HitLine& one : m_recent)
        if (const Entity* entity = catalog->entity(one.entity))
            kept.append(
                QJsonObject{{u"entity"_s, entity->key}, {u"record"_s, one.record.toString()}, {u"title"_s, one.text}});
    m_desk->setSetting(recentKey, QJsonDocument(kept).toJson(QJsonDocument::Compact));
}

void SearchPanel::open()
{
    m_field.setFocus(Qt::ShortcutFocusReason);
    m_field.selectAll();
    search(m_field.text());
}

void SearchPanel::search(const QString& typed)
{
    if (!m_desk)
        return;
    m_finding.cancel();
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return showRecent();
    std::vector<Reference> recent;
    for (const HitLine& one : m_recent)
        recent.push_back({one.entity, one.record});
    m_finding = m_desk->find({text, {}, hitsAsked, recent});
    deliver(m_finding, this, [this, text](const Result<std::vector<Hit>>& hits) {
        if (!m_desk || m_field.text().trimmed() != text)
            return;
        std::vector<HitLine> lines;
        if (hits.ok())
            lines = groupedHits(*hits, *m_desk->catalog(), m_language);
        const auto commands = commandsMatching(m_commands, text, commandsShown);
        if (!commands.empty())
            lines.push_back(heading(tr("Commands")));
        lines.insert(lines.end(), commands.begin(), commands.end());
        if (lines.empty())
            lines.push_back(heading(tr("Nothing is called that. Try fewer letters.")));
        showLines(std::move(lines));
        emit answered();
    });
}

void SearchPanel::showRecent()
{
    std::vector<HitLine> lines;
    if (!m_recent.empty())
        lines.push_back(heading(tr("Opened lately")));
    lines.insert(lines.end(), m_recent.begin(), m_recent.end());
    lines.push_back(heading(tr("Commands")));
    lines.insert(lines.end(), m_commands.begin(), m_commands.end());
    showLines(std::move(lines));
}

void SearchPanel::showLines(std::vector<HitLine> lines)
{
    m_model->setLines(std::move(lines));
    const int first = m_model->nextChoice(-1, 1);
    if (first >= 0)
        m_list->setCurrentIndex(m_model->index(first));
    show();
    place();
    raise();
}

void SearchPanel::place()
{
    const QPoint under = m_field.mapTo(parentWidget(), QPoint(0, m_field.height() + 4));
    int tall = space::m;
    for (int row = 0; row < m_model->rowCount() && tall < tallest; ++row)
        tall += m_list->sizeHintForRow(row);
    const int width = std::max(m_field.width(), 520);
    setGeometry(under.x() - shadowRoom - (width - m_field.width()) / 2, under.y() - shadowRoom, width + 2 * shadowRoom,
                std::min(tall, tallest) + 2 * shadowRoom);
}

bool SearchPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parent() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != &m_field)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::MouseButtonPress && !isVisible())
        search(m_field.text());
    if (event->type() == QEvent::FocusOut)
        hide();
    if (event->type() == QEvent::KeyPress) {
        const auto* press = static_cast<QKeyEvent*>(event);
        const int row = m_list->currentIndex().row();
        switch (press->key()) {
        case Qt::Key_Down:
        case Qt::Key_Up:
            if (!isVisible())
                search(m_field.text());
            m_list->setCurrentIndex(m_model->index(m_model->nextChoice(row, press->key() == Qt::Key_Down ? 1 : -1)));
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            choose(m_list->currentIndex());
            return true;
        case Qt::Key_Escape:
            hide();
            m_field.clear();
            parentWidget()->setFocus();
            return true;
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void SearchPanel::choose(const QModelIndex& index)
{
    if (!index.isValid() || !isVisible())
        return;
    const HitLine line = m_model->line(index.row());
    if (line.kind == HitLine::Kind::Heading)
        return;
    hide();
    m_field.clear();
    parentWidget()->setFocus();
    if (line.kind == HitLine::Kind::Command)
        emit commandChosen(line.command);
    else
        emit recordChosen(line.entity, line.record);
}

void SearchPanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& t = tokens();
    const QRect panel = rect().adjusted(shadowRoom, shadowRoom - 4, -shadowRoom, -shadowRoom);
    for (int i = 10; i > 0; i -= 2) {
        QColor shade = t.shadow;
        shade.setAlpha(shade.alpha() / 8);
        drawRounded(painter, panel.adjusted(-i, -i + 4, i, i), radius::card + i, shade);
    }
    drawRounded(painter, panel, radius::card, t.raised, t.borderStrong);
}

}

#include "ui/shell/NavigationPane.h"

#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/KithStyle.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Pill.h"
#include "ui/widgets/Text.h"

#include <QBoxLayout>
#include <QPainter>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

constexpr int itemHeight = 32;

// Which heading a shipped entity stands under; what is not here stands first, a company's own last.
enum class Group { Main, Sales, Service, Marketing, Own };

Group groupOf(const Entity& entity)
{
    static const QStringList sales{u"product"_s, u"price_book"_s, u"quote"_s,       u"contract"_s,
                                   u"order"_s,   u"payment"_s,    u"payment_plan"_s};
    static const QStringList service{u"ticket"_s, u"article"_s, u"knowledge_article"_s, u"knowledge"_s};
    static const QStringList marketing{u"campaign"_s, u"segment"_s};
    if (sales.contains(entity.key))
        return Group::Sales;
    if (service.contains(entity.key))
        return Group::Service;
    if (marketing.contains(entity.key))
        return Group::Marketing;
    return shippedNumber(entity.id) ? Group::Main : Group::Own;
}

// The book's name at the top: pressed, it offers what concerns the book as a whole.
class BookButton : public QAbstractButton
{
public:
    explicit BookButton(const QString& name)
    {
        setText(name);
        setAccessibleName(name);
        setFixedHeight(40);
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::TabFocus);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const Tokens& t = tokens();
        if (underMouse() || hasFocus())
            drawRounded(painter, rect(), radius::control, t.pressed, hasFocus() ? t.accent : QColor(), 1.6);
        drawAvatar(painter, QRect(space::s, (height() - 24) / 2, 24, 24), text(), true);
        QRect line = rect().adjusted(space::s + 24 + space::s + 2, 0, -space::xl, 0);
        painter.setFont(interfaceFont(TextSize::Body, QFont::DemiBold));
        painter.setPen(t.text);
        painter.drawText(line, Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text(), Qt::ElideRight, line.width()));
        painter.drawPixmap(width() - 14 - space::s, (height() - 14) / 2,
                           iconPixmap(u"chevron-down"_s, t.textTertiary, 14, devicePixelRatioF()));
    }
};

}

NavigationItem::NavigationItem(const QString& iconName, const QString& text, QWidget* parent)
    : QAbstractButton(parent)
    , m_icon(iconName)
{
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize NavigationItem::sizeHint() const
{
    return {size::navigation - 2 * space::s, itemHeight};
}

void NavigationItem::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& t = tokens();
    const bool on = isChecked();
    if (on || underMouse())
        drawRounded(painter, rect(), radius::control, on ? (t.dark ? t.pressed : t.pressed) : t.hover);
    if (hasFocus())
        drawRounded(painter, rect(), radius::control, {}, t.accent, 1.6);
    painter.drawPixmap(space::s + 2, (height() - size::icon) / 2,
                       iconPixmap(m_icon, on ? t.accentText : t.textSecondary, size::icon, devicePixelRatioF()));
    const QRect line = rect().adjusted(space::s + 2 + size::icon + space::s + 2, 0, -space::s, 0);
    painter.setFont(interfaceFont(TextSize::Body, on ? QFont::DemiBold : QFont::Normal));
    painter.setPen(on ? t.text : t.textSecondary);
    painter.drawText(line, Qt::AlignVCenter, painter.fontMetrics().elidedText(text(), Qt::ElideRight, line.width()));
}

NavigationPane::NavigationPane(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    setFixedWidth(size::navigation);
    m_column->setContentsMargins(space::s, space::s, space::s + 1, space::s);
    m_column->setSpacing(0);
    setAccessibleName(tr("Navigation"));
}

void NavigationPane::add(QVBoxLayout* column, const QString& place, const QString& iconName, const QString& text)
{
    auto* item = new NavigationItem(iconName, text);
    m_items[place] = item;
    column->addWidget(item);
    connect(item, &NavigationItem::clicked, this, [this, item, place] {
        item->setChecked(true);
        emit chosen(place);
    });
}

void NavigationPane::addHeading(QVBoxLayout* column, const QString& text)
{
    QLabel* heading = makeLabel(text, TextSize::Caption, Ink::Tertiary, QFont::DemiBold);
    heading->setContentsMargins(space::s + 2, space::m, 0, space::xs);
    column->addWidget(heading);
}

void NavigationPane::setBook(const QString& name, const Catalog& catalog, const QString& language)
{
    delete m_inside;
    m_items.clear();
    m_inside = new QWidget;
    m_column->addWidget(m_inside);
    auto* outer = new QVBoxLayout(m_inside);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(1);
    auto* book = new BookButton(name);
    connect(book, &QAbstractButton::clicked, this,
            [this, book] { emit bookPressed(book->mapToGlobal(QPoint(0, book->height() + 4))); });
    outer->addWidget(book);
    outer->addSpacing(space::s);
    auto* places = new QWidget;
    auto* column = new QVBoxLayout(places);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(1);
    add(column, u"home"_s, u"house"_s, tr("Home"));
    const std::vector<std::pair<Group, QString>> groups{{Group::Main, {}},
                                                        {Group::Sales, tr("Sales")},
                                                        {Group::Service, tr("Service")},
                                                        {Group::Marketing, tr("Marketing")},
                                                        {Group::Own, tr("Our own")}};
    for (const auto& [group, heading] : groups) {
        bool first = true;
        for (const Entity& entity : catalog.entities()) {
            if (entity.place != Place::Page || groupOf(entity) != group)
                continue;
            if (first && !heading.isEmpty())
                addHeading(column, heading);
            first = false;
            add(column, entity.key, entity.icon, entity.plural.in(language));
        }
    }
    column->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(places);
    places->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    outer->addWidget(scroll, 1);
    outer->addWidget(new Line);
    outer->addSpacing(space::xs);
    add(outer, u"quality"_s, u"list-checks"_s, tr("Data quality"));
    add(outer, u"duplicates"_s, u"copy"_s, tr("Duplicates"));
    add(outer, u"import"_s, u"upload"_s, tr("Import"));
    add(outer, u"settings"_s, u"settings"_s, tr("Settings"));
}

void NavigationPane::setCurrent(const QString& place)
{
    for (const auto& [key, item] : m_items)
        item->setChecked(key == place);
}

void NavigationPane::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().window);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), tokens().border);
}

}

#include "ui/widgets/Banner.h"

#include "ui/theme/Icons.h"
#include "ui/theme/KithStyle.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Text.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

Hue hueOf(Banner::Kind kind)
{
    const Tokens& t = tokens();
    switch (kind) {
    case Banner::Kind::Info:
        return t.info;
    case Banner::Kind::Success:
        return t.success;
    case Banner::Kind::Warning:
        return t.warning;
    case Banner::Kind::Danger:
        return t.danger;
    }
    return t.info;
}

QString iconOf(Banner::Kind kind)
{
    switch (kind) {
    case Banner::Kind::Info:
        return u"info"_s;
    case Banner::Kind::Success:
        return u"check"_s;
    case Banner::Kind::Warning:
    case Banner::Kind::Danger:
        return u"triangle-alert"_s;
    }
    return {};
}

}

Banner::Banner(QWidget* parent)
    : QWidget(parent)
    , m_text(makeLabel({}))
    , m_action(new QPushButton)
    , m_close(makeIconButton(u"x"_s, tr("Close")))
{
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_action->hide();
    m_close->hide();
    connect(m_action, &QPushButton::clicked, this, [this] {
        if (const auto act = m_act) // a copy: it may say something else
            act();
    });
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::m + size::icon + space::s, space::s, space::s, space::s);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_close);
    hide();
}

void Banner::say(Kind kind, const QString& text)
{
    m_kind = kind;
    m_text->setText(text);
    m_action->hide();
    setAccessibleName(text);
    applyColours();
    setVisible(!text.isEmpty());
    update();
}

void Banner::setAction(const QString& text, std::function<void()> act)
{
    m_act = std::move(act);
    m_action->setText(text);
    m_action->show();
}

void Banner::setClosable()
{
    m_close->show();
}

void Banner::applyColours()
{
    QPalette colours = m_text->palette();
    const QColor ink = hueOf(m_kind).text;
    if (colours.color(QPalette::WindowText) == ink)
        return;
    colours.setColor(QPalette::WindowText, ink);
    m_text->setPalette(colours);
}

void Banner::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

void Banner::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Hue hue = hueOf(m_kind);
    drawRounded(painter, rect(), radius::control, hue.soft);
    const int top = m_text->y() + std::min(m_text->height(), m_text->fontMetrics().height() + 2) / 2 - size::icon / 2;
    const bool oneLine = m_text->height() < 2 * m_text->fontMetrics().height();
    painter.drawPixmap(space::m, oneLine ? (height() - size::icon) / 2 : top,
                       iconPixmap(iconOf(m_kind), hue.text, size::icon, devicePixelRatioF()));
}

}

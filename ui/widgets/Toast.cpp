#include "ui/widgets/Toast.h"

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

constexpr int shownMs = 8000;
constexpr int shadowRoom = 10;

}

Toast::Toast(QWidget* window) : QWidget(window), m_text(makeLabel({})), m_action(new QPushButton)
{
    setButtonKind(*m_action, ButtonKind::Ghost);
    m_action->setIcon(icon(u"undo-2"_s, Tone::Accent));
    auto* close = makeIconButton(u"x"_s, tr("Close"));
    m_text->setWordWrap(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(shadowRoom + space::l + size::icon + space::s, shadowRoom + space::s, shadowRoom + space::s,
                            shadowRoom + space::s);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(close);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_action, &QPushButton::clicked, this, [this] {
        hide();
        if (m_act)
            m_act();
    });
    window->installEventFilter(this);
    hide();
}

void Toast::say(const QString& text, const QString& action, std::function<void()> act)
{
    m_act = std::move(act);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    appear(text, false);
    m_timer.start(shownMs);
}

void Toast::complain(const QString& text)
{
    m_action->hide();
    m_timer.stop();
    appear(text, true);
}

void Toast::appear(const QString& text, bool wrong)
{
    m_wrong = wrong;
    m_text->setText(text);
    setAccessibleName(text);
    show();
    place();
    raise();
    update();
}

void Toast::place()
{
    const QWidget* window = parentWidget();
    const QFontMetrics metrics(m_text->font());
    const int others = 2 * shadowRoom + space::l + size::icon + space::s + 60 +
                       (m_action->isHidden() ? 0 : m_action->sizeHint().width() + space::s);
    const int widest = std::min(window->width() - 2 * space::xl, 640);
    const int width = std::clamp(metrics.horizontalAdvance(m_text->text()) + others, 260, widest);
    resize(width, std::max(heightForWidth(width), sizeHint().height()));
    move((window->width() - this->width()) / 2, window->height() - height() - 40);
}

bool Toast::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parent() && event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

void Toast::enterEvent(QEnterEvent*)
{
    m_timer.stop();
}

void Toast::leaveEvent(QEvent*)
{
    if (!m_wrong)
        m_timer.start(shownMs / 2);
}

void Toast::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& t = tokens();
    const QRect panel = rect().adjusted(shadowRoom, shadowRoom - 2, -shadowRoom, -shadowRoom - 2);
    for (int i = 8; i > 0; i -= 2) {
        QColor shade = t.shadow;
        shade.setAlpha(shade.alpha() / 6);
        drawRounded(painter, panel.adjusted(-i, -i + 4, i, i + 2), radius::card + i, shade);
    }
    drawRounded(painter, panel, radius::card, t.raised, m_wrong ? t.danger.solid : t.borderStrong);
    painter.drawPixmap(panel.left() + space::l, panel.center().y() - size::icon / 2 + 1,
                       iconPixmap(m_wrong ? u"triangle-alert"_s : u"check"_s, m_wrong ? t.danger.text : t.success.text,
                                  size::icon, devicePixelRatioF()));
}

}

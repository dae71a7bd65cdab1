#include "ui/theme/Theme.h"

#include "ui/theme/Fonts.h"
#include "ui/theme/KithStyle.h"

#include <QApplication>
#include <QEvent>
#include <QGuiApplication>
#include <QPixmapCache>
#include <QStyleHints>

#include <QToolTip>
#include <QWidget>

namespace kith {

namespace {

// Whether the system asks for dark. Qt before 6.5 does not say, but its palette does, once ours is out of the way.
bool systemIsDark()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    if (QGuiApplication::styleHints()->colorScheme() != Qt::ColorScheme::Unknown)
        return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#endif
    QApplication::setPalette(QPalette());
    const QPalette palette = QGuiApplication::palette();
    return palette.color(QPalette::WindowText).lightness() > palette.color(QPalette::Window).lightness();
}

}

const Tokens& tokens()
{
    static const Tokens none = Tokens::light({});
    const auto* style = qobject_cast<const KithStyle*>(QApplication::style());
    return style ? style->tokens() : none;
}

QPalette paletteFrom(const Tokens& t)
{
    QPalette p;
    p.setColor(QPalette::Window, t.surface);
    p.setColor(QPalette::WindowText, t.text);
    p.setColor(QPalette::Base, t.field);
    p.setColor(QPalette::AlternateBase, t.hover);
    p.setColor(QPalette::Text, t.text);
    p.setColor(QPalette::PlaceholderText, t.textTertiary);
    p.setColor(QPalette::Button, t.raised);
    p.setColor(QPalette::ButtonText, t.text);
    p.setColor(QPalette::BrightText, t.danger.text);
    p.setColor(QPalette::Highlight, t.accent);
    p.setColor(QPalette::HighlightedText, t.accentInk);
    p.setColor(QPalette::Link, t.accentText);
    p.setColor(QPalette::LinkVisited, t.accentText);
    p.setColor(QPalette::ToolTipBase, t.raised);
    p.setColor(QPalette::ToolTipText, t.text);
    p.setColor(QPalette::Light, t.raised);
    p.setColor(QPalette::Midlight, t.hover);
    p.setColor(QPalette::Mid, t.borderStrong);
    // Labels take this one for secondary text, so that they follow the theme without a palette of their own.
    p.setColor(QPalette::Dark, t.textSecondary);
    p.setColor(QPalette::Shadow, t.shadow);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText})
        p.setColor(QPalette::Disabled, role, t.textDisabled);
    p.setColor(QPalette::Disabled, QPalette::Base, t.hover);
    return p;
}

Theme::Theme(QApplication& application, ThemeMode mode, const QString& accent)
    : m_application(application)
    , m_style(new KithStyle)
    , m_mode(mode)
    , m_accent(accent)
    , m_systemDark(systemIsDark())
{
    QPixmapCache::setCacheLimit(16 * 1024);
    apply();
    application.setStyle(m_style);
    application.setFont(interfaceFont());
    m_application.installEventFilter(this);
}

void Theme::setMode(ThemeMode mode)
{
    m_mode = mode;
    apply();
}

void Theme::setAccent(const QString& accent)
{
    m_accent = accent;
    apply();
}

bool Theme::wantsDark() const
{
    return m_mode == ThemeMode::Dark || (m_mode == ThemeMode::System && m_systemDark);
}

void Theme::apply()
{
    m_applying = true;
    m_style->setTokens(wantsDark() ? Tokens::darkOnes(m_accent) : Tokens::light(m_accent));
    const QPalette palette = paletteFrom(m_style->tokens());
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    for (QWidget* window : QApplication::topLevelWidgets())
        window->update();
    m_applying = false;
    emit changed();
}

bool Theme::eventFilter(QObject* watched, QEvent* event)
{
    // The system's change arrives as a theme change of a window.
    if (event->type() == QEvent::ThemeChange && !m_applying) {
        m_applying = true;
        m_systemDark = systemIsDark();
        apply();
    }
    return QObject::eventFilter(watched, event);
}

}

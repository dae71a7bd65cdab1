#pragma once

#include "ui/theme/Tokens.h"

#include <QObject>
#include <QPalette>

class QApplication;

namespace kith {

class KithStyle;

enum class ThemeMode { System, Light, Dark };

// The tokens of the application's style: what every widget draws with. The light ones before a Theme is made.
const Tokens& tokens();

// Gives the application its style, palette and font, and keeps them right while the system's or the person's choice
// changes. One an application; lives on the interface thread.
class Theme : public QObject
{
    Q_OBJECT

public:
    Theme(QApplication& application, ThemeMode mode, const QString& accent);

    ThemeMode mode() const { return m_mode; }
    QString accent() const { return m_accent; }
    void setMode(ThemeMode mode);
    void setAccent(const QString& accent);

signals:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool wantsDark() const;
    void apply();

    QApplication& m_application;
    KithStyle* m_style; // the application's
    ThemeMode m_mode;
    QString m_accent;
    bool m_systemDark = false;
    bool m_applying = false;
};

QPalette paletteFrom(const Tokens& tokens);

}

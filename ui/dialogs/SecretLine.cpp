#include "ui/dialogs/SecretLine.h"

#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace kith {

SecretLine::SecretLine(Kind kind, const QString& name, QWidget* parent) : QLineEdit(parent)
{
    setAccessibleName(name);
    setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhSensitiveData);
    if (kind == Kind::RecoveryCode) {
        setFont(fixedFont());
        return;
    }
    setEchoMode(QLineEdit::Password);
    setInputMethodHints(inputMethodHints() | Qt::ImhHiddenText);
    QAction* look = addAction(icon(u"eye"_s, Tone::Tertiary), QLineEdit::TrailingPosition);
    look->setToolTip(tr("Show what is typed"));
    connect(look, &QAction::triggered, this, [this, look] {
        const bool hidden = echoMode() == QLineEdit::Password;
        setEchoMode(hidden ? QLineEdit::Normal : QLineEdit::Password);
        look->setIcon(icon(hidden ? u"eye-off"_s : u"eye"_s, Tone::Tertiary));
    });
}

SecretLine::~SecretLine()
{
    blockSignals(true); // nobody who listened may be there any more
    wipe();
}

void SecretLine::wipe()
{
    QString own = text(); // shares the field's memory
    wipeShared(own);
    clear();
}

}

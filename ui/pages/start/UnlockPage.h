#pragma once

#include "ui/pages/start/StartScreen.h"

class QPushButton;

namespace kith {

class Banner;
class SecretLine;

// Before a book that is closed or locked: passphrase, keychain, recovery code. Says what went wrong, keeps what was
// typed.
class UnlockPage : public StartScreen
{
    Q_OBJECT

public:
    // `locked`: the session has the book and only unlocks it again.
    UnlockPage(const QString& path, bool locked, Navigator& navigator, QWidget* parent = nullptr);

    QString title() const override { return tr("Unlock"); }
    void takeFocus() override;
    // As if it had been typed here. While the keychain is asked, one may type the passphrase instead of waiting.
    void open(const WayIn& way);

private:
    void show(bool recovery);
    void enterTyped();
    void sayKeychainAsked();
    void told(const Error& error);
    using StartScreen::show;

    QString m_path;
    bool m_locked;
    bool m_recovery = false;
    bool m_hasKeychain = false;
    bool m_isAsking = false; // the keychain
    SecretLine* m_secret = nullptr;
    QPushButton* m_go = nullptr;
    QPushButton* m_keychain = nullptr;
    Banner* m_banner = nullptr;
    int m_attempt = 0; // only the latest has anything to say
};

}

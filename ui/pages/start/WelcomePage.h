#pragma once

#include "ui/pages/start/StartScreen.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace kith {

class Banner;
class SecretLine;

// The first screen: three ways in, then a book of one's own, then its recovery code.
class WelcomePage : public StartScreen
{
    Q_OBJECT

public:
    explicit WelcomePage(Navigator& navigator, QWidget* parent = nullptr);

    QString title() const override { return tr("Welcome"); }

private:
    void showWays();
    void showNewBook(bool thenImport);
    void make();
    void showRecovery(const Session::Created& created);
    void finish();
    void openOther();

    bool m_thenImport = false;
    QLineEdit* m_name = nullptr;
    SecretLine* m_passphrase = nullptr;
    SecretLine* m_again = nullptr;
    QComboBox* m_currency = nullptr;
    QCheckBox* m_keychain = nullptr;
    QPushButton* m_go = nullptr;
    Banner* m_banner = nullptr;
};

// Where books stand unless chosen otherwise.
QString bookFolder();

}

#pragma once

#include "ui/dialogs/PassphraseDialog.h"
#include "ui/pages/Page.h"

class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace kith {

class Banner;

// What can be set: the window itself, the ways into the book, its copies, what its records are made of.
class SettingsPage : public Page
{
    Q_OBJECT

public:
    SettingsPage(const QString& section, Navigator& navigator, QWidget* parent = nullptr);

    QString title() const override { return tr("Settings"); }

private:
    QVBoxLayout* addSection(const QString& key, const QString& iconName, const QString& name, const QString& text);
    // A row of a section: what it is, and the control for it.
    void addRow(QVBoxLayout* column, const QString& name, const QString& text, QWidget* control);

    void makeGeneral();
    void makeKeys();
    void makeBackup();
    void makeData();
    void makeFields();
    QWidget* makeAccents();
    void change(const std::function<void(Preferences&)>& what);

    void showSlots();
    void addPassphrase();
    void addPassphraseAndKeychain();
    void changePassphrase();
    using PassphraseAct = std::function<QFuture<Result<void>>(const SecretText& current, const SecretText& next)>;
    void askPassphrase(PassphraseDialog::Purpose purpose, const PassphraseAct& act, const QString& done);
    void addRecovery();
    void addKeychain();
    void removeSlot(const struct KeySlot& slot);
    void backup();
    void verify();
    void showFields(const Entity& entity);

    CatalogPtr m_catalog;
    QListWidget* m_list;
    QStackedWidget* m_stack;
    QVBoxLayout* m_slots = nullptr;
    Banner* m_keysBanner = nullptr;
    Banner* m_copyBanner = nullptr;
    QVBoxLayout* m_fields = nullptr;
};

}

// The ways into the book, and its copies.
#include "core/services/BookCare.h"
#include "core/services/Deliver.h"
#include "core/text/Sentences.h"
#include "ui/dialogs/RecoveryDialog.h"
#include "ui/models/CellText.h"
#include "ui/pages/settings/RotationRow.h"
#include "ui/pages/settings/SettingsPage.h"
#include "ui/theme/Icons.h"
#include "ui/theme/KithStyle.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Text.h"

#include <QBoxLayout>
#include <QDate>
#include <QFileDialog>
#include <QPushButton>
#include <QStandardPaths>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

constexpr qsizetype mostFaults = 3; // told one by one

QString slotName(SlotType type)
{
    switch (type) {
    case SlotType::Passphrase:
        return SettingsPage::tr("Passphrase");
    case SlotType::Keychain:
        return SettingsPage::tr("System keychain");
    case SlotType::PassphraseAndKeychain:
        return SettingsPage::tr("Passphrase and system keychain together");
    case SlotType::RecoveryCode:
        return SettingsPage::tr("Recovery code");
    }
    return {};
}

QString slotIcon(SlotType type)
{
    if (hasKeychain(type))
        return u"shield"_s;
    return type == SlotType::RecoveryCode ? u"file-text"_s : u"key"_s;
}

}

void SettingsPage::makeKeys()
{
    QVBoxLayout* column = addSection(u"keys"_s, u"key"_s, tr("Keys"),
                                     tr("The ways into this book. Each opens it alone; keep at least two."));
    m_keysBanner = new Banner;
    column->addWidget(m_keysBanner);
    auto* card = new Card;
    m_slots = new QVBoxLayout(card);
    m_slots->setContentsMargins(space::l, space::s, space::s, space::s);
    m_slots->setSpacing(0);
    column->addWidget(card);
    auto* change = new QPushButton(tr("Change"));
    auto* passphrase = new QPushButton(tr("Add"));
    auto* recovery = new QPushButton(tr("Make"));
    auto* keychain = new QPushButton(tr("Add"));
    auto* both = new QPushButton(tr("Add"));
    addRow(column, tr("Change the passphrase"), tr("The book itself is not written anew; it is done at once."), change);
    addRow(column, tr("Another passphrase"), tr("For a second person who uses this book on this computer."),
           passphrase);
    addRow(column, tr("Recovery code"), tr("To print or keep elsewhere. It is shown once."), recovery);
    addRow(column, tr("System keychain"),
           tr("Opens the book without asking. It is then as safe as your login to this computer; on Linux any program "
              "of yours can read the keychain."),
           keychain);
    addRow(
        column, tr("Passphrase and system keychain together"),
        tr("Opens the book on this computer only, with a passphrase. Once no passphrase opens it alone, a stolen copy "
           "is of no use even to somebody who knows the passphrase."),
        both);
    auto* rotation = new RotationRow(navigator());
    column->addWidget(rotation);
    column->addWidget(new Line);
    connect(rotation, &RotationRow::problem, this,
            [this](const QString& sentence) { m_keysBanner->say(Banner::Kind::Danger, sentence); });
    connect(change, &QPushButton::clicked, this, &SettingsPage::changePassphrase);
    connect(passphrase, &QPushButton::clicked, this, &SettingsPage::addPassphrase);
    connect(recovery, &QPushButton::clicked, this, &SettingsPage::addRecovery);
    connect(keychain, &QPushButton::clicked, this, &SettingsPage::addKeychain);
    connect(both, &QPushButton::clicked, this, &SettingsPage::addPassphraseAndKeychain);
    showSlots();
}

void SettingsPage::showSlots()
{
    while (QLayoutItem* item = m_slots->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const KeySlot& slot : navigator().session().care().keySlots()) {
        auto* line = new QWidget;
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, space::xs, 0, space::xs);
        row->setSpacing(space::m);
        auto* mark = new QLabel;
        mark->setPixmap(icon(slotIcon(slot.type)).pixmap(size::icon));
        row->addWidget(mark);
        row->addWidget(
            makeLabel(slot.label.isEmpty() ? slotName(slot.type) : slotName(slot.type) + u": "_s + slot.label));
        row->addWidget(makeLabel(tr("since %1").arg(dayText(slot.created.toLocal().date(), numbers())), TextSize::Small,
                                 Ink::Tertiary),
                       1);
        auto* remove = makeIconButton(u"trash"_s, tr("Remove this way in: %1").arg(slotName(slot.type)));
        connect(remove, &QToolButton::clicked, this, [this, slot] { removeSlot(slot); });
        row->addWidget(remove);
        m_slots->addWidget(line);
    }
}

void SettingsPage::removeSlot(const KeySlot& slot)
{
    confirm(this, tr("Remove this way in?"),
            tr("%1 will no longer open the book. That cannot be undone, but another can be added.")
                .arg(slotName(slot.type)),
            tr("Remove"), [this, id = slot.id] {
                deliver(navigator().session().care().removeSlot(id), this, [this](const Result<void>& done) {
                    if (!done.ok())
                        m_keysBanner->say(Banner::Kind::Danger, sentence(done.error()));
                    showSlots();
                });
            });
}

void SettingsPage::addPassphrase()
{
    const auto add = [this](const SecretText&, const SecretText& next) {
        return navigator().session().care().addPassphrase(next);
    };
    askPassphrase(PassphraseDialog::Purpose::Add, add, tr("The passphrase opens the book from now on."));
}

void SettingsPage::addPassphraseAndKeychain()
{
    const auto add = [this](const SecretText&, const SecretText& next) {
        return navigator().session().care().addPassphraseAndKeychain(next);
    };
    askPassphrase(PassphraseDialog::Purpose::Add, add,
                  tr("The passphrase opens the book from now on, on this computer only."));
}

void SettingsPage::changePassphrase()
{
    const auto change = [this](const SecretText& current, const SecretText& next) {
        return navigator().session().care().changePassphrase(current, next);
    };
    askPassphrase(PassphraseDialog::Purpose::Change, change, tr("The passphrase is changed."));
}

void SettingsPage::askPassphrase(PassphraseDialog::Purpose purpose, const PassphraseAct& act, const QString& done)
{
    auto* dialog = new PassphraseDialog(purpose, this);
    connect(dialog, &PassphraseDialog::given, dialog,
            [this, dialog, act, done](const SecretText& current, const SecretText& next) {
                dialog->setBusy(true);
                // Only now: until here it has asked nobody.
                connect(dialog, &QDialog::rejected, &navigator().session(), &Session::cancelKeychain,
                        Qt::UniqueConnection);
                deliver(act(current, next), dialog, [this, dialog, done](const Result<void>& outcome) {
                    dialog->setBusy(false);
                    if (!outcome.ok())
                        return dialog->complain(sentence(outcome.error()));
                    dialog->accept();
                    navigator().say(done);
                    showSlots();
                });
            });
    dialog->open();
}

void SettingsPage::addRecovery()
{
    deliver(navigator().session().care().addRecoveryCode(), this, [this](const Result<SecretText>& code) {
        if (!code.ok())
            return m_keysBanner->say(Banner::Kind::Danger, sentence(code.error()));
        (new RecoveryDialog(*code, this))->open();
        showSlots();
    });
}

void SettingsPage::addKeychain()
{
    m_keysBanner->say(Banner::Kind::Info, tr("Asking the system keychain. If it wants its own password, it asks in "
                                             "another window."));
    m_keysBanner->setAction(tr("Cancel"), [this] { navigator().session().cancelKeychain(); });
    deliver(navigator().session().care().addKeychain(), this, [this](const Result<void>& done) {
        const bool problem = !done.ok() && done.error().code != ErrorCode::Cancelled;
        m_keysBanner->say(Banner::Kind::Danger, problem ? sentence(done.error()) : QString());
        if (done.ok())
            navigator().say(tr("The system keychain opens the book from now on."));
        showSlots();
    });
}

void SettingsPage::makeBackup()
{
    QVBoxLayout* column = addSection(u"backup"_s, u"database"_s, tr("Backup"),
                                     tr("One encrypted file of everything. It opens with the same keys as the book."));
    m_copyBanner = new Banner;
    column->addWidget(m_copyBanner);
    auto* copy = new QPushButton(icon(u"download"_s), tr("Back up"));
    auto* check = new QPushButton(icon(u"square-check-big"_s), tr("Check"));
    addRow(column, tr("Back up now"), tr("The copy is read back and checked before it takes its name."), copy);
    addRow(column, tr("Check the book"), tr("Reads every page, row and computed value. You can go on working."), check);
    QLabel* path = makeLabel(navigator().session().path(), TextSize::Small, Ink::Secondary);
    path->setTextInteractionFlags(Qt::TextSelectableByMouse);
    addRow(column, tr("Where the book is"), {}, path);
    connect(copy, &QPushButton::clicked, this, &SettingsPage::backup);
    connect(check, &QPushButton::clicked, this, &SettingsPage::verify);
}

void SettingsPage::backup()
{
    auto* dialog = new QFileDialog(this, tr("Back up"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(navigator().session().name() + u' ' + QDate::currentDate().toString(Qt::ISODate) +
                       u".kith-backup"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        m_copyBanner->say(Banner::Kind::Info, tr("Being copied and checked. You can go on working."));
        deliver(navigator().session().care().backup(path), this, [this, path](const Result<Verification>& done) {
            if (!done.ok())
                return m_copyBanner->say(Banner::Kind::Danger, sentence(done.error()));
            m_copyBanner->say(
                Banner::Kind::Success,
                tr("Backed up to %1: %2 records, all checked.").arg(path, numbers().toString(qlonglong(done->rows))));
        });
    });
    dialog->open();
}

void SettingsPage::verify()
{
    m_copyBanner->say(Banner::Kind::Info, tr("Being checked. You can go on working."));
    deliver(navigator().session().care().verify(), this, [this](const Result<Verification>& done) {
        if (!done.ok())
            return m_copyBanner->say(Banner::Kind::Danger, sentence(done.error()));
        if (done->ok) {
            const auto sound = tr("All is well: %1 records checked.").arg(numbers().toString(qlonglong(done->rows)));
            m_copyBanner->say(Banner::Kind::Success, (QStringList(sound) + done->repairs).join(u' '));
        } else {
            const auto faulty =
                tr("The book has %n fault(s); restore the last good backup, and keep this file until you "
                   "have.",
                   nullptr, int(done->problems.size()));
            m_copyBanner->say(Banner::Kind::Danger,
                              (QStringList(faulty) + done->problems.mid(0, mostFaults)).join(u' '));
        }
    });
}

}

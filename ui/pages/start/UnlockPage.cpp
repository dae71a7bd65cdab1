#include "ui/pages/start/UnlockPage.h"

#include "core/services/Deliver.h"
#include "core/text/Sentences.h"
#include "ui/dialogs/SecretLine.h"
#include "ui/theme/Icons.h"
#include "ui/theme/KithStyle.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Text.h"

#include <QBoxLayout>
#include <QFileInfo>
#include <QPushButton>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

constexpr int screenWidth = 440;
constexpr std::chrono::seconds longWait{3};

}

UnlockPage::UnlockPage(const QString& path, bool locked, Navigator& navigator, QWidget* parent)
    : StartScreen(navigator, screenWidth, parent)
    , m_path(path)
    , m_locked(locked)
{
    show(false);
    connect(&navigator.session(), &Session::keychainAsked, this, &UnlockPage::sayKeychainAsked);
    deliver(Session::hasWay(path, WayIn::Kind::Keychain), this, [this](const Result<bool>& has) {
        m_hasKeychain = has.ok() && *has; // what is wrong with the book is said once it is to be opened
        m_keychain->setVisible(m_hasKeychain);
        settle();
    });
}

void UnlockPage::show(bool recovery)
{
    m_recovery = recovery;
    const QString name = QFileInfo(m_path).completeBaseName();
    QVBoxLayout* column = begin(
        recovery ? u"key"_s : u"lock"_s, name,
        recovery ? tr("Type the recovery code that you kept when the book was made. Case and hyphens do not matter.")
                 : tr("Locked: nothing of it can be read until you open it."));
    const QString what = recovery ? tr("Recovery code") : tr("Passphrase");
    m_secret = new SecretLine(recovery ? SecretLine::Kind::RecoveryCode : SecretLine::Kind::Passphrase, what);
    m_secret->setPlaceholderText(what);
    m_secret->setMinimumHeight(38);
    m_go = new QPushButton(tr("Open"));
    m_go->setMinimumHeight(38);
    setButtonKind(*m_go, ButtonKind::Primary);
    m_banner = new Banner;
    column->addWidget(m_secret);
    column->addWidget(m_banner);
    column->addWidget(m_go);
    column->addSpacing(space::s);
    m_keychain = new QPushButton(icon(u"shield"_s), tr("Open with the system keychain"));
    setButtonKind(*m_keychain, ButtonKind::Ghost);
    auto* other = new QPushButton(recovery ? icon(u"lock"_s) : icon(u"key"_s),
                                  recovery ? tr("Use the passphrase") : tr("Use the recovery code"));
    setButtonKind(*other, ButtonKind::Ghost);
    auto* another = new QPushButton(icon(u"folder"_s), tr("Another book"));
    setButtonKind(*another, ButtonKind::Ghost);
    column->addWidget(m_keychain, 0, Qt::AlignLeft);
    m_keychain->setVisible(m_hasKeychain);
    column->addWidget(other, 0, Qt::AlignLeft);
    column->addWidget(another, 0, Qt::AlignLeft);
    connect(m_go, &QPushButton::clicked, this, &UnlockPage::enterTyped);
    connect(m_secret, &QLineEdit::returnPressed, this, &UnlockPage::enterTyped);
    connect(m_keychain, &QPushButton::clicked, this, [this] { open({WayIn::Kind::Keychain, {}}); });
    connect(other, &QPushButton::clicked, this, [this] {
        show(!m_recovery);
        m_secret->setFocus();
    });
    connect(another, &QPushButton::clicked, this, [this] { navigator().openBook({}); });
}

void UnlockPage::takeFocus()
{
    m_secret->setFocus();
}

void UnlockPage::enterTyped()
{
    if (const SecretText typed = m_secret->secret(); !typed.isEmpty())
        open({m_recovery ? WayIn::Kind::RecoveryCode : WayIn::Kind::Passphrase, typed});
}

void UnlockPage::open(const WayIn& way)
{
    Session& session = navigator().session();
    m_go->setEnabled(false);
    m_keychain->setEnabled(false);
    m_isAsking = false;
    m_banner->say(Banner::Kind::Info, tr("Opening the book"));
    const auto opening = m_locked ? session.unlock(way) : session.open(m_path, way);
    deliver(opening, this, [this, attempt = ++m_attempt](const Result<void>& opened) {
        if (attempt == m_attempt && !opened.ok())
            told(opened.error());
    });
    QTimer::singleShot(longWait, this, [this, attempt = m_attempt] {
        if (attempt == m_attempt && navigator().session().state() == SessionState::Opening && !m_isAsking)
            m_banner->say(Banner::Kind::Info, tr("Still opening. After an update of Kith the search index of a large "
                                                 "book is made anew, which can take some minutes."));
    });
}

void UnlockPage::sayKeychainAsked()
{
    m_isAsking = true;
    m_go->setEnabled(true);
    m_banner->say(Banner::Kind::Info, tr("Asking the system keychain. If it wants its own password, it asks in another "
                                         "window."));
    m_banner->setAction(tr("Cancel"), [this] { navigator().session().cancelKeychain(); });
    m_secret->setFocus();
}

void UnlockPage::told(const Error& error)
{
    m_go->setEnabled(true);
    m_keychain->setEnabled(true);
    m_banner->say(Banner::Kind::Danger, error.code == ErrorCode::Cancelled ? QString() : sentence(error));
    m_secret->selectAll();
    m_secret->setFocus();
}

}

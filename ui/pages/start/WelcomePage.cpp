#include "ui/pages/start/WelcomePage.h"

#include "core/services/Deliver.h"
#include "core/text/Sentences.h"
#include "core/text/figures/Currency.h"
#include "ui/dialogs/RecoveryDialog.h"
#include "ui/dialogs/SecretLine.h"
#include "ui/pages/start/WayButton.h"
#include "ui/theme/Icons.h"
#include "ui/theme/KithStyle.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Text.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

constexpr int screenWidth = 520;

QLabel* makeName(const QString& text, QWidget* field)
{
    QLabel* label = makeLabel(text, TextSize::Small, Ink::Secondary, QFont::Medium);
    label->setBuddy(field);
    return label;
}

// A file name that stands for what was typed, and is not taken yet.
QString freePath(const QString& name)
{
    QString clean;
    for (const QChar c : name.trimmed())
        clean += c.isLetterOrNumber() || c == u' ' || c == u'-' ? c : u'-';
    QString path = bookFolder() + u'/' + clean + u".kith"_s;
    for (int i = 2; QFile::exists(path) || QFile::exists(path + u"-keys"_s); ++i)
        path = bookFolder() + u'/' + clean + u' ' + QString::number(i) + u".kith"_s;
    return path;
}

}

QString bookFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

WelcomePage::WelcomePage(Navigator& navigator, QWidget* parent) : StartScreen(navigator, screenWidth, parent)
{
    showWays();
    settle();
}

void WelcomePage::showWays()
{
    QVBoxLayout* column = begin(u"handshake"_s, tr("Know your customers"),
                                tr("Kith keeps everything about your customers on this computer, in one encrypted "
                                   "file that is yours. How would you like to begin?"));
    auto* file = new WayButton(u"upload"_s, tr("Import a file"),
                               tr("CSV, Excel or vCards, from a spreadsheet, a phone or another program"), true);
    auto* empty =
        new WayButton(u"book-open"_s, tr("Begin with an empty book"), tr("Enter your customers yourself"), false);
    auto* demo = new WayButton(u"building-complex"_s, tr("Look around in the demo company"),
                               tr("A made-up company to try everything on"), false);
    for (WayButton* way : {file, empty, demo})
        column->addWidget(way);
    auto* other = new QPushButton(icon(u"folder"_s), tr("Open a book I have"));
    setButtonKind(*other, ButtonKind::Ghost);
    column->addSpacing(space::xs);
    column->addWidget(other, 0, Qt::AlignLeft);
    connect(file, &QAbstractButton::clicked, this, [this] { showNewBook(true); });
    connect(empty, &QAbstractButton::clicked, this, [this] { showNewBook(false); });
    connect(demo, &QAbstractButton::clicked, this, [this] { navigator().openDemo(); });
    connect(other, &QPushButton::clicked, this, &WelcomePage::openOther);
}

void WelcomePage::showNewBook(bool thenImport)
{
    m_thenImport = thenImport;
    QVBoxLayout* column =
        begin(u"lock"_s, tr("Your book"),
              tr("The passphrase opens it. Several words are best: easy to remember, hard to guess."));
    m_name = new QLineEdit;
    m_name->setPlaceholderText(tr("Name of your company"));
    m_name->setAccessibleName(tr("Name of your company"));
    m_passphrase = new SecretLine(SecretLine::Kind::Passphrase, tr("Passphrase"));
    m_again = new SecretLine(SecretLine::Kind::Passphrase, tr("The same again"));
    m_currency = new QComboBox;
    for (const CurrencyCode& code : currentCurrencies())
        m_currency->addItem(code.toString() + u"  "_s + currencyName(code, locale()), code.toString());
    m_currency->setCurrentIndex(std::max(0, m_currency->findData(homeCurrency(QLocale::system()).toString())));
    m_currency->setAccessibleName(tr("Currency for amounts that come without one"));
    m_keychain = new QCheckBox(tr("Open without asking on this computer (system keychain)"));
    m_banner = new Banner;
    m_go = new QPushButton(tr("Make the book"));
    setButtonKind(*m_go, ButtonKind::Primary);
    auto* back = new QPushButton(tr("Back"));
    column->addWidget(makeName(tr("Company"), m_name));
    column->addWidget(m_name);
    column->addSpacing(space::xs);
    column->addWidget(makeName(tr("Passphrase"), m_passphrase));
    column->addWidget(m_passphrase);
    column->addWidget(makeName(tr("The same again"), m_again));
    column->addWidget(m_again);
    column->addSpacing(space::xs);
    column->addWidget(makeName(tr("Currency for amounts that come without one"), m_currency));
    column->addWidget(m_currency);
    column->addSpacing(space::xs);
    column->addWidget(m_keychain);
    column->addWidget(m_banner);
    auto* row = new QHBoxLayout;
    row->addWidget(back);
    row->addStretch();
    row->addWidget(m_go);
    column->addSpacing(space::s);
    column->addLayout(row);
    connect(back, &QPushButton::clicked, this, &WelcomePage::showWays);
    connect(m_go, &QPushButton::clicked, this, &WelcomePage::make);
    connect(m_again, &QLineEdit::returnPressed, this, &WelcomePage::make);
    m_name->setFocus();
}

void WelcomePage::make()
{
    if (m_name->text().trimmed().isEmpty())
        return m_banner->say(Banner::Kind::Warning, tr("Give the book a name."));
    const auto passphrase = m_passphrase->secret();
    if (!(passphrase == m_again->secret()))
        return m_banner->say(Banner::Kind::Warning, tr("The two passphrases differ. Type the same one twice."));
    Session::NewBook book;
    book.path = freePath(m_name->text());
    book.passphrase = passphrase;
    book.withKeychain = m_keychain->isChecked();
    book.language = locale().name();
    book.region = QLocale::territoryToCode(QLocale::system().territory());
    book.currency = m_currency->currentData().toString();
    m_go->setEnabled(false);
    m_go->setText(tr("Making the book"));
    m_banner->say(Banner::Kind::Info, {});
    if (book.withKeychain) {
        m_banner->say(Banner::Kind::Info, tr("Then the system keychain is asked. If it wants its own password, it asks "
                                             "in another window."));
        m_banner->setAction(tr("Go on without it"), [this] {
            navigator().session().cancelKeychain();
            m_banner->say(Banner::Kind::Info, {});
        });
    }
    // The window must not leave this page when the book opens: the recovery code comes first.
    setProperty("staysOpen", true);
    deliver(navigator().session().create(book), this, [this](const Result<Session::Created>& created) {
        if (created.ok())
            return showRecovery(*created);
        setProperty("staysOpen", false);
        m_go->setEnabled(true);
        m_go->setText(tr("Make the book"));
        m_banner->say(Banner::Kind::Danger, sentence(created.error()));
    });
}

void WelcomePage::showRecovery(const Session::Created& created)
{
    QVBoxLayout* column = begin(u"key"_s, tr("Keep the recovery code"),
                                tr("It opens the book when the passphrase is forgotten and the keychain is gone. It is "
                                   "shown this once, and nobody else has it."));
    for (const QString& notice : created.notices) {
        auto* banner = new Banner;
        banner->say(Banner::Kind::Warning, notice);
        column->addWidget(banner);
    }
    auto* code = new RecoveryCodeView(created.recoveryCode);
    column->addWidget(code);
    auto* go = new QPushButton(tr("Open my book"));
    setButtonKind(*go, ButtonKind::Primary);
    go->setEnabled(false);
    column->addSpacing(space::s);
    column->addWidget(go, 0, Qt::AlignRight);
    connect(code, &RecoveryCodeView::kept, go, &QPushButton::setEnabled);
    connect(go, &QPushButton::clicked, this, &WelcomePage::finish);
}

void WelcomePage::finish()
{
    setProperty("staysOpen", false);
    navigator().enter(m_thenImport ? Location{Location::Kind::Import, {}, {}, {}, {}} : Location{});
}

void WelcomePage::openOther()
{
    auto* dialog = new QFileDialog(this, tr("Open a book"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(tr("Kith books (*.kith)"));
    dialog->setDirectory(bookFolder());
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) { navigator().openBook(path); });
    dialog->open();
}

}

#include "ui/pages/settings/RotationRow.h"

#include "core/services/BookCare.h"
#include "core/services/Deliver.h"
#include "core/text/HumanFormat.h"
#include "core/text/Sentences.h"
#include "ui/dialogs/Dialog.h"
#include "ui/pages/Page.h"
#include "ui/theme/KithStyle.h"
#include "ui/widgets/Text.h"

#include <QBoxLayout>
#include <QFileInfo>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

constexpr int pollMs = 100;
constexpr int steps = 1000;

}

RotationRow::RotationRow(Navigator& navigator, QWidget* parent)
    : QWidget(parent)
    , m_navigator(navigator)
    , m_renew(new QPushButton(tr("Renew")))
    , m_stop(new QPushButton(tr("Stop")))
    , m_bar(new QProgressBar)
    , m_state(makeLabel({}, TextSize::Small, Ink::Secondary))
{
    const QString name = tr("The key of the book");
    m_renew->setAccessibleName(tr("Renew the key of the book"));
    m_stop->setAccessibleName(tr("Stop renewing the key"));
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(6);
    m_bar->setAccessibleName(name);
    QLabel* about = makeLabel(tr("Renew it when somebody may know it: after a computer with the open book, or the key "
                                 "file and a passphrase, were in other hands."),
                              TextSize::Small, Ink::Secondary);
    about->setWordWrap(true);
    m_state->setWordWrap(true);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(makeLabel(name, TextSize::Body, Ink::Text, QFont::Medium));
    texts->addWidget(about);
    texts->addWidget(m_bar);
    texts->addWidget(m_state);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::xl);
    row->addLayout(texts, 1);
    row->addWidget(m_renew, 0, Qt::AlignVCenter);
    row->addWidget(m_stop, 0, Qt::AlignVCenter);
    connect(m_renew, &QPushButton::clicked, this, &RotationRow::ask);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_stop->setEnabled(false);
        m_navigator.session().care().cancelRotation();
    });
    m_poll.setInterval(pollMs);
    connect(&m_poll, &QTimer::timeout, this, &RotationRow::follow);
    follow();
}

void RotationRow::ask()
{
    const auto bytes = QFileInfo(m_navigator.session().path()).size();
    auto* dialog =
        new Dialog(tr("Put the book under a new key?"),
                   tr("The whole book (%1) is written anew beside the old one, which then goes. What you save "
                      "meanwhile waits. Every way in opens the book as before: if somebody may know a passphrase or "
                      "the recovery code, change or remove that first. Backups made until now keep the keys they were "
                      "made with.")
                       .arg(humanBytes(bytes, QLocale(m_navigator.language()))),
                   this);
    dialog->addCancel();
    QPushButton* go = dialog->addButton(tr("Renew the key"), true);
    connect(go, &QPushButton::clicked, dialog, &QDialog::accept);
    connect(dialog, &QDialog::accepted, this, &RotationRow::start);
    dialog->open();
}

void RotationRow::start()
{
    emit problem({});
    const auto rotating = m_navigator.session().care().rotateKey();
    follow();
    // By the window, as this page may be gone by then.
    deliver(rotating, window(),
            [&navigator = m_navigator, row = QPointer<RotationRow>(this)](const Result<RotationReport>& done) {
                if (done.ok())
                    navigator.say(RotationRow::tr("The book is under a new key. Make a new backup, and delete those "
                                                  "that somebody else could open."));
                else if (row && done.error().code != ErrorCode::Cancelled)
                    emit row->problem(sentence(done.error()));
                else
                    navigator.complain(done.error());
            });
}

void RotationRow::follow()
{
    const bool open = m_navigator.session().state() == SessionState::Open;
    const RotationState* state = open ? &m_navigator.session().care().rotation() : nullptr;
    const bool running = state && state->running;
    m_renew->setVisible(!running);
    m_stop->setVisible(running);
    m_bar->setVisible(running);
    m_state->setVisible(running);
    if (!running) {
        m_poll.stop();
        return;
    }
    if (!m_poll.isActive())
        m_poll.start();
    const double part = state->part;
    m_stop->setEnabled(!state->cancelled);
    m_bar->setRange(0, part < 0 ? 0 : steps);
    m_bar->setValue(part < 0 ? 0 : int(part * steps));
    const auto locale = QLocale(m_navigator.language());
    m_state->setText(part < 0 ? tr("The copy is being checked; the book is under the old key until that is done.")
                              : tr("%1% copied under the new key. You can go on looking things up.")
                                    .arg(locale.toString(int(part * 100))));
}

}

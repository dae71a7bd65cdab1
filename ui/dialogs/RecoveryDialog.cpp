#include "ui/dialogs/RecoveryDialog.h"

#include "ui/theme/Icons.h"
#include "ui/theme/KithStyle.h"
#include "ui/widgets/Text.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QPushButton>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace kith {

RecoveryCodeView::RecoveryCodeView(const QString& code, QWidget* parent)
    : QWidget(parent)
    , m_code(code)
    , m_said(makeLabel({}, TextSize::Small, Ink::Secondary))
{
    auto* card = new Card;
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(space::l, space::l, space::l, space::l);
    QLabel* text = makeLabel(code);
    QFont font = fixedFont(TextSize::Large);
    font.setWeight(QFont::DemiBold);
    text->setFont(font);
    text->setAlignment(Qt::AlignCenter);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setAccessibleName(tr("Recovery code %1").arg(code));
    inside->addWidget(text);
    auto* copy = new QPushButton(icon(u"clipboard-list"_s), tr("Copy"));
    auto* save = new QPushButton(icon(u"download"_s), tr("Save to a file"));
    auto* row = new QHBoxLayout;
    row->addWidget(copy);
    row->addWidget(save);
    row->addWidget(m_said, 1);
    auto* box = new QCheckBox(tr("I have kept the recovery code in a safe place"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    column->addWidget(card);
    column->addLayout(row);
    column->addWidget(box);
    connect(copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_code);
        m_said->setText(tr("Copied. Paste it where you keep your passwords."));
    });
    connect(save, &QPushButton::clicked, this, [this] {
        auto* dialog = new QFileDialog(this, tr("Save the recovery code"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
        dialog->selectFile(tr("Kith recovery code") + u".txt"_s);
        connect(dialog, &QFileDialog::fileSelected, this, &RecoveryCodeView::saveTo);
        dialog->open();
    });
    connect(box, &QCheckBox::toggled, this, &RecoveryCodeView::kept);
}

void RecoveryCodeView::saveTo(const QString& path)
{
    QSaveFile file(path);
    const QByteArray bytes = m_code.toUtf8() + '\n';
    const bool written = file.open(QFile::WriteOnly) && file.write(bytes) == bytes.size() &&
                         file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && file.commit();
    m_said->setText(written ? tr("Saved. Move the file off this computer.")
                            : tr("It could not be written there. Choose another folder."));
}

RecoveryDialog::RecoveryDialog(const QString& code, QWidget* parent)
    : Dialog(tr("Your recovery code"),
             tr("It opens the book when the passphrase is forgotten and the keychain is gone. It is shown this once."),
             parent)
{
    auto* view = new RecoveryCodeView(code);
    body()->addWidget(view);
    QPushButton* done = addButton(tr("Done"), true);
    done->setEnabled(false);
    connect(view, &RecoveryCodeView::kept, done, &QPushButton::setEnabled);
    connect(done, &QPushButton::clicked, this, &QDialog::accept);
}

void RecoveryDialog::reject()
{
    // Only by saying that the code is kept.
}

}

#include "ui/dialogs/RecoveryDialog.h"

#include "ui/theme/Icons.h"
#include "ui/theme/KithStyle.h"
#include "ui/widgets/Text.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMimeData>
#include <QPushButton>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace kith {

RecoveryCodeView::RecoveryCodeView(const SecretText& code, QWidget* parent)
    : QWidget(parent)
    , m_code(code)
    , m_said(makeLabel({}, TextSize::Small, Ink::Secondary))
{
    auto* card = new Card;
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(space::l, space::l, space::l, space::l);
    const QString shown = code.view().toString();
    QLabel* text = makeLabel(shown);
    QFont font = fixedFont(TextSize::Large);
    font.setWeight(QFont::DemiBold);
    text->setFont(font);
    text->setAlignment(Qt::AlignCenter);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setAccessibleName(tr("Recovery code %1").arg(shown));
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
        copyCode();
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

void RecoveryCodeView::copyCode()
{
    auto* copied = new QMimeData; // the clipboard's
    copied->setText(m_code.view().toString());
    // Asks those who keep what was copied (Klipper, Windows, macOS) not to keep this.
    copied->setData(u"x-kde-passwordManagerHint"_s, "secret");
    copied->setData(u"ExcludeClipboardContentFromMonitorProcessing"_s, "1");
    copied->setData(u"application/x-nspasteboard-concealed-type"_s, {});
    QGuiApplication::clipboard()->setMimeData(copied);
}

void RecoveryCodeView::saveTo(const QString& path)
{
    QSaveFile file(path);
    QByteArray bytes = m_code.view().toUtf8();
    const bool written = file.open(QFile::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                         file.write(bytes) == bytes.size() && file.write("\n") == 1 && file.commit();
    wipe(bytes);
    m_said->setText(written ? tr("Saved. Move the file off this computer.")
                            : tr("It could not be written there. Choose another folder."));
}

RecoveryDialog::RecoveryDialog(const SecretText& code, QWidget* parent)
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

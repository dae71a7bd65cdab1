#include "app/desktop/Picture.h"

#include "app/desktop/Options.h"
#include "ui/shell/SearchPanel.h"
#include "ui/shell/Shell.h"
#include "ui/shell/TopBar.h"

#include <QCoreApplication>
#include <QDialog>
#include <QLineEdit>
#include <QPainter>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

constexpr int patienceMs = 60'000;

}

Picture::Picture(Shell& shell, const Options& options, QObject* parent)
    : QObject(parent)
    , m_shell(shell)
    , m_options(options)
{
    connect(&shell, &Shell::pageShown, this, &Picture::follow);
    QTimer::singleShot(patienceMs, this, [] {
        std::fputs("The page was not complete within a minute.\n", stderr);
        QCoreApplication::exit(1);
    });
    follow();
}

void Picture::follow()
{
    Page* page = m_shell.page();
    if (!page || m_taken)
        return;
    const bool inBook =
        m_options.place.kind != Location::Kind::Welcome && m_options.place.kind != Location::Kind::Unlock;
    if (inBook && m_shell.session().state() != SessionState::Open)
        return;
    if (page->isSettled())
        furnish();
    else
        connect(page, &Page::settled, this, &Picture::furnish, Qt::UniqueConnection);
}

void Picture::furnish()
{
    if (m_furnished)
        return;
    m_furnished = true;
    if (!m_options.search.isEmpty()) {
        QLineEdit* line = m_shell.findChild<TopBar*>()->findChild<QLineEdit*>();
        line->setText(m_options.search);
        connect(&m_shell.searchPanel(), &SearchPanel::answered, this, &Picture::take, Qt::QueuedConnection);
        m_shell.searchPanel().search(m_options.search);
        return;
    }
    if (!m_options.act.isEmpty())
        m_shell.perform(m_options.act);
    // Painting asks for what it meets first (faces, icons, the rest of a page); the second time round all of it is
    // there.
    m_shell.grab();
    QTimer::singleShot(0, this, [this] { QTimer::singleShot(0, this, &Picture::take); });
}

void Picture::take()
{
    if (m_taken)
        return;
    m_taken = true;
    QPixmap picture = m_shell.grab();
    for (QDialog* dialog : m_shell.findChildren<QDialog*>())
        if (dialog->isVisible()) {
            const QPixmap above = dialog->grab();
            QPainter painter(&picture);
            painter.fillRect(picture.rect(), QColor(0, 0, 0, 70));
            painter.drawPixmap((picture.width() - above.width()) / 2, (picture.height() - above.height()) / 2, above);
        }
    const bool written = picture.save(m_options.screenshot);
    if (!written)
        std::fprintf(stderr, "%s could not be written.\n", qPrintable(m_options.screenshot));
    QCoreApplication::exit(written ? 0 : 1);
}

}

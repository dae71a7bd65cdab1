// The import that runs, as the window shows it around every page, and imports that were cut off.
#include "core/services/Deliver.h"
#include "core/services/ImportDesk.h"
#include "ui/pages/import/ImportJob.h"
#include "ui/shell/Shell.h"
#include "ui/shell/StatusLine.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/ProgressCard.h"

using namespace Qt::StringLiterals;

namespace kith {

void Shell::connectImport()
{
    connect(m_import, &ImportJob::progressed, this, &Shell::showImport);
    connect(m_import, &ImportJob::finished, this, [this] {
        m_card->hide();
        m_status->setWork({});
        m_interrupted->hide();
        const ImportReport& report = *m_import->report();
        if (isAt(Location::Kind::Import)) {
            // The page says it itself, where one looks.
        } else if (m_import->plan().dryRun)
            say(tr("Tried: %n row(s) would be taken", nullptr, int(report.created + report.updated)), 0);
        else
            say(tr("%n row(s) imported", nullptr, int(report.created + report.updated)), report.act);
        lockIfLeft();
    });
    connect(m_import, &ImportJob::failed, this, [this](const Error& error) {
        m_card->hide();
        m_status->setWork({});
        if (!isAt(Location::Kind::Import))
            complain(error);
        lockIfLeft();
    });
    connect(m_card, &ProgressCard::stopAsked, m_import, &ImportJob::stop);
    connect(m_card, &ProgressCard::opened, this, [this] { perform(u"import"_s); });
    m_interrupted->setClosable();
}

bool Shell::isAt(Location::Kind kind) const
{
    return m_page && m_at < m_visits.size() && m_visits[m_at].location.kind == kind;
}

void Shell::showImport(const ImportProgress& progress)
{
    const QLocale locale(language());
    const QString file = m_import->plan().path.section(u'/', -1);
    const bool tries = m_import->plan().dryRun;
    m_card->tell(tries ? tr("Trying %1").arg(file) : tr("Importing %1").arg(file), progressText(progress, locale),
                 progressPart(progress));
    m_card->setVisible(!isAt(Location::Kind::Import));
    m_card->adjustSize();
    m_card->move(width() - m_card->width() - space::l, height() - m_card->height() - space::huge);
    m_card->raise();
    if (tries)
        m_status->setWork(tr("Trying an import"));
    else
        m_status->setWork(progress.indexing ? tr("Being indexed: lists and search are complete in a moment")
                                            : tr("Importing"));
}

// Asked once a book has been opened: what a crash cut off does not go on by itself, for its file may have changed.
void Shell::offerInterrupted()
{
    m_interrupted->hide();
    deliver(m_session.imports().interrupted(), this, [this](const Result<std::vector<InterruptedImport>>& imports) {
        if (!imports.ok() || imports->empty() || m_session.state() != SessionState::Open)
            return;
        const QString file = imports->front().plan.path.section(u'/', -1);
        m_interrupted->say(Banner::Kind::Warning,
                           tr("The import of %1 was cut off. It can go on where it was.").arg(file));
        m_interrupted->setAction(tr("Look at it"), [this] {
            m_interrupted->hide();
            perform(u"import"_s);
        });
    });
}

}

#include "ui/pages/import/ImportJob.h"

#include "core/services/Deliver.h"
#include "core/text/HumanFormat.h"

namespace kith {

namespace {

constexpr int pollMs = 100;

}

ImportJob::ImportJob(QObject* parent) : QObject(parent)
{
    m_poll.setInterval(pollMs);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        if (m_desk)
            emit progressed(m_desk->progress());
    });
}

void ImportJob::start(ImportDesk& desk, const ImportPlan& plan)
{
    begin(desk, plan, desk.run(plan));
}

void ImportJob::resume(ImportDesk& desk, const InterruptedImport& import)
{
    begin(desk, import.plan, desk.resume(import));
}

void ImportJob::leaveOff(ImportDesk& desk, const InterruptedImport& import)
{
    begin(desk, import.plan, desk.leaveOff(import));
}

void ImportJob::begin(ImportDesk& desk, const ImportPlan& plan, const QFuture<Result<ImportReport>>& run)
{
    m_desk = &desk;
    m_plan = plan;
    clearReport();
    m_poll.start();
    deliver(run, this, [this, which = ++m_run](const Result<ImportReport>& report) {
        if (which != m_run)
            return;
        m_desk = nullptr;
        m_poll.stop();
        if (report.ok()) {
            m_report = *report;
            m_rejectsFile = report->rejectsPath;
            emit finished();
        } else {
            emit failed(report.error());
        }
    });
}

void ImportJob::clearReport()
{
    m_report.reset();
    m_undone = false;
    m_rejectsFile.clear();
}

void ImportJob::stop()
{
    if (m_desk)
        m_desk->cancel();
}

void ImportJob::forget()
{
    ++m_run;
    m_desk = nullptr;
    clearReport();
    m_poll.stop();
}

ImportProgress ImportJob::progress() const
{
    return m_desk ? m_desk->progress() : ImportProgress{};
}

double progressPart(const ImportProgress& progress)
{
    if (progress.indexing)
        return progress.indexed;
    if (progress.comparable >= 0)
        return progress.comparable;
    return progress.bytesTotal > 0 ? double(progress.bytesRead) / double(progress.bytesTotal) : -1;
}

QString progressText(const ImportProgress& progress, const QLocale& locale)
{
    if (progress.indexing)
        return ImportJob::tr("The rows are in. Search and sorting are being built.");
    if (progress.comparable >= 0)
        return ImportJob::tr("The records that are there are being made comparable. That is done once.");
    QString text = ImportJob::tr("%1 rows read, %2 created, %3 updated, %4 rejected")
                       .arg(humanCount(progress.read, locale), humanCount(progress.created, locale),
                            humanCount(progress.updated, locale), humanCount(progress.rejected, locale));
    if (progress.secondsLeft >= 0)
        text += QStringLiteral(", ") + humanTimeLeft(std::int64_t(progress.secondsLeft * 1000), locale);
    return text;
}

}

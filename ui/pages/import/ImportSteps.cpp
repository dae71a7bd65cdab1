// The import page while an import runs and when it has run, and imports that were cut off.
#include "core/services/Deliver.h"
#include "core/text/HumanFormat.h"
#include "core/text/Sentences.h"
#include "ui/pages/import/ImportJob.h"
#include "ui/pages/import/ImportPage.h"
#include "ui/pages/import/ImportReportView.h"
#include "ui/theme/KithStyle.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Text.h"

#include <QBoxLayout>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace kith {

QWidget* ImportPage::makeDone()
{
    m_report = new ImportReportView(numbers());
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_report);
    connectReport();
    return scroll;
}

void ImportPage::connectReport()
{
    connect(m_report, &ImportReportView::importAsked, this, [this] {
        m_preview.plan = navigator().importJob().plan();
        start(false);
    });
    connect(m_report, &ImportReportView::columnsAsked, this, [this] {
        m_preview.plan = navigator().importJob().plan();
        m_entity = m_preview.plan.entity;
        navigator().importJob().clearReport();
        preview();
    });
    connect(m_report, &ImportReportView::recordsAsked, this, [this] {
        navigator().go({Location::Kind::List, navigator().importJob().plan().entity, {}, {}, {}});
    });
    connect(m_report, &ImportReportView::duplicatesAsked, this, [this] {
        navigator().go({Location::Kind::Duplicates, navigator().importJob().plan().entity, {}, {}, {}});
    });
    connect(m_report, &ImportReportView::anotherAsked, this, [this] {
        navigator().importJob().clearReport();
        m_entity.clear();
        m_banner->say(Banner::Kind::Info, {});
        fetchInterrupted();
    });
    connect(m_report, &ImportReportView::undoAsked, this, &ImportPage::undo);
    connect(m_report, &ImportReportView::saveRejectsAsked, this, &ImportPage::saveRejects);
    connect(m_report, &ImportReportView::openRejectsAsked, this, [this] {
        const QString path = navigator().importJob().rejectsFile();
        if (!QDesktopServices::openUrl(QUrl::fromLocalFile(path)))
            navigator().say(tr("No program opens %1 here; it is a CSV file.").arg(path));
    });
    connect(m_report, &ImportReportView::importRejectsAsked, this, [this] {
        m_entity = navigator().importJob().plan().entity;
        inspect(navigator().importJob().rejectsFile());
    });
}

void ImportPage::followJob()
{
    ImportJob& job = navigator().importJob();
    connect(&job, &ImportJob::progressed, this, &ImportPage::showProgress);
    connect(&job, &ImportJob::finished, this, &ImportPage::showReport);
    connect(&job, &ImportJob::failed, this, &ImportPage::showFailure);
}

void ImportPage::start(bool dryRun, const QString& rejectsPath)
{
    ImportPlan plan = m_preview.plan;
    plan.dryRun = dryRun;
    plan.rejectsPath = rejectsPath;
    plan.keepRejects = !dryRun;
    m_kept.clear();
    navigator().importJob().start(navigator().session().imports(), plan);
    showRunning();
}

void ImportPage::showRunning()
{
    const ImportPlan& plan = navigator().importJob().plan();
    const QString file = plan.path.section(u'/', -1);
    m_banner->say(Banner::Kind::Info, {});
    m_running->setText(plan.dryRun ? tr("Trying %1, nothing is written").arg(file) : tr("Importing %1").arg(file));
    m_calm->setText(plan.dryRun ? tr("You can go on working.")
                                : tr("You can go on working. Stopping keeps what is in; it can be undone."));
    m_counts->clear();
    m_bar->setRange(0, 0);
    m_steps->setCurrentIndex(2);
}

void ImportPage::showProgress(const ImportProgress& progress)
{
    const double part = progressPart(progress);
    m_bar->setRange(0, part < 0 ? 0 : 1000);
    m_bar->setValue(int(part * 1000));
    m_counts->setText(progressText(progress, numbers()));
}

QString ImportPage::labelsOf(const ImportPlan& plan) const
{
    const Entity* entity = m_catalog->entity(plan.entity);
    QStringList labels;
    for (const QString& key : plan.match)
        if (const Field* field = entity ? entity->field(key) : nullptr)
            labels += field->label.in(language());
    return labels.join(u", "_s);
}

void ImportPage::showReport()
{
    const ImportJob& job = navigator().importJob();
    if (!job.report())
        return;
    m_report->show({job.plan(), *job.report(), labelsOf(job.plan()), job.rejectsFile(), job.isUndone(), m_kept});
    m_steps->setCurrentIndex(3);
}

void ImportPage::showFailure(const Error& error)
{
    m_banner->say(Banner::Kind::Danger, sentence(error));
    if (m_preview.rows.empty())
        fetchInterrupted();
    else
        m_steps->setCurrentIndex(1);
}

void ImportPage::undo()
{
    m_banner->say(Banner::Kind::Info, tr("The import is being taken back"));
    deliver(desk().undo(navigator().importJob().report()->act), this, [this](const Result<UndoOutcome>& outcome) {
        m_banner->say(Banner::Kind::Danger, outcome.ok() ? QString() : sentence(outcome.error()));
        if (!outcome.ok())
            return;
        m_kept = outcome->kept;
        navigator().importJob().markUndone();
        showReport();
    });
}

void ImportPage::saveRejects()
{
    const ImportPlan plan = navigator().importJob().plan();
    const QFileInfo source(plan.path);
    auto* dialog = new QFileDialog(this, tr("Save the rejected rows"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->setNameFilter(tr("CSV files (*.csv)"));
    dialog->setDirectory(source.path());
    dialog->selectFile(tr("%1 rejected.csv").arg(source.completeBaseName()));
    connect(dialog, &QFileDialog::fileSelected, this, [this, plan](const QString& path) {
        // What was only tried is tried again for its rows: nothing of them was kept.
        if (plan.dryRun) {
            m_preview.plan = plan;
            return start(true, path);
        }
        deliver(navigator().session().imports().saveRejects(plan, path), this,
                [this, path](const Result<std::int64_t>& written) {
                    if (!written.ok())
                        return navigator().complain(written.error());
                    navigator().importJob().setRejectsFile(path);
                    showReport();
                });
    });
    dialog->open();
}

void ImportPage::fetchInterrupted()
{
    deliver(navigator().session().imports().interrupted(), this,
            [this](const Result<std::vector<InterruptedImport>>& imports) {
                if (imports.ok())
                    showInterrupted(*imports);
                else
                    navigator().complain(imports.error());
                settle();
            });
    m_steps->setCurrentIndex(0);
}

void ImportPage::showInterrupted(const std::vector<InterruptedImport>& imports)
{
    while (QLayoutItem* item = m_interrupted->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const InterruptedImport& import : imports)
        m_interrupted->addWidget(makeInterrupted(import));
}

QWidget* ImportPage::makeInterrupted(const InterruptedImport& import)
{
    auto* card = new Card;
    auto* row = new QHBoxLayout(card);
    row->setContentsMargins(space::l, space::m, space::m, space::m);
    row->setSpacing(space::s);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(makeLabel(tr("The import of %1 was cut off").arg(import.plan.path.section(u'/', -1)),
                               TextSize::Body, Ink::Text, QFont::DemiBold));
    QLabel* about = makeLabel(
        tr("%1 rows had been read; it can go on behind them.").arg(numbers().toString(qlonglong(import.read))),
        TextSize::Body, Ink::Secondary);
    about->setWordWrap(true);
    words->addWidget(about);
    row->addLayout(words, 1);
    auto* leave = new QPushButton(tr("Leave it at that"));
    leave->setToolTip(tr("What is in stays in; it can be undone."));
    auto* resume = new QPushButton(tr("Go on"));
    setButtonKind(*resume, ButtonKind::Primary);
    row->addWidget(leave);
    row->addWidget(resume);
    connect(resume, &QPushButton::clicked, this, [this, import] {
        navigator().importJob().resume(navigator().session().imports(), import);
        showRunning();
    });
    connect(leave, &QPushButton::clicked, this, [this, import] {
        navigator().importJob().leaveOff(navigator().session().imports(), import);
        showRunning();
    });
    return card;
}

}

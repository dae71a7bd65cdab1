// What came of an import.
#include "core/services/Deliver.h"
#include "core/text/HumanFormat.h"
#include "ui/pages/import/ImportJob.h"
#include "ui/pages/import/ImportPage.h"
#include "ui/pages/start/ListRow.h"
#include "ui/theme/Icons.h"
#include "ui/theme/KithStyle.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Text.h"

#include <QBoxLayout>
#include <QFileDialog>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

constexpr int reportWidth = 720;

void clearColumn(QLayout* column)
{
    while (QLayoutItem* item = column->takeAt(0)) {
        delete item->widget();
        if (item->layout())
            clearColumn(item->layout());
        delete item;
    }
}

QVBoxLayout* addCard(QVBoxLayout* column, const QString& name)
{
    auto* card = new Card;
    auto* rows = new QVBoxLayout(card);
    rows->setContentsMargins(space::s, space::m, space::s, space::s);
    rows->setSpacing(0);
    QLabel* head = makeLabel(name, TextSize::Body, Ink::Text, QFont::DemiBold);
    head->setContentsMargins(space::s, 0, 0, space::xs);
    rows->addWidget(head);
    column->addWidget(card);
    return rows;
}

}

QWidget* ImportPage::makeDone()
{
    auto* inside = new QWidget;
    auto* outer = new QHBoxLayout(inside);
    outer->setContentsMargins(space::xl, 0, space::xl, space::xl);
    auto* holder = new QWidget;
    holder->setMaximumWidth(reportWidth);
    m_report = new QVBoxLayout(holder);
    m_report->setContentsMargins(0, 0, 0, 0);
    m_report->setSpacing(space::l);
    outer->addWidget(holder, 100);
    outer->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(inside);
    return scroll;
}

void ImportPage::showCounts(const ImportReport& report)
{
    auto* figures = new QWidget;
    auto* row = new QHBoxLayout(figures);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::xxl);
    const auto add = [&](std::int64_t count, const QString& name) {
        auto* column = new QVBoxLayout;
        column->setSpacing(2);
        column->addWidget(makeLabel(humanCount(count, numbers()), TextSize::Figure, Ink::Text, QFont::DemiBold));
        column->addWidget(makeLabel(name, TextSize::Small, Ink::Secondary));
        row->addLayout(column);
    };
    add(report.read, tr("rows read"));
    add(report.created, tr("created"));
    add(report.updated, tr("updated"));
    add(report.skipped, tr("skipped"));
    add(report.rejected, tr("rejected"));
    add(report.related, tr("related records made"));
    row->addStretch();
    m_report->addWidget(figures);
}

void ImportPage::showReport()
{
    const ImportJob& job = navigator().importJob();
    if (!job.report())
        return;
    const ImportReport report = *job.report();
    const ImportPlan plan = job.plan();
    clearColumn(m_report);
    QString head = plan.dryRun ? tr("This is what would come of it; nothing was written") : tr("Imported");
    if (report.cancelled)
        head = tr("Stopped: what was in by then stays in");
    m_report->addWidget(makeLabel(head, TextSize::Large, Ink::Text, QFont::DemiBold));
    m_report->addWidget(makeLabel(
        tr("%1, in %2").arg(plan.path.section(u'/', -1), humanDuration(std::int64_t(report.seconds * 1000), numbers())),
        TextSize::Body, Ink::Secondary));
    showCounts(report);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(space::s);
    auto* holder = new QWidget;
    holder->setLayout(actions);
    actions->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const QString& iconName, const QString& text, bool primary) {
        auto* button = new QPushButton(icon(iconName, primary ? Tone::OnAccent : Tone::Secondary), text);
        setButtonKind(*button, primary ? ButtonKind::Primary : ButtonKind::Plain);
        actions->addWidget(button);
        return button;
    };
    if (plan.dryRun) {
        connect(add(u"check"_s, tr("Import for real"), true), &QPushButton::clicked, this, [this, plan] {
            ImportPlan real = plan;
            real.dryRun = false;
            m_preview.plan = real;
            start(false);
        });
        connect(add(u"arrow-left"_s, tr("Back to the columns"), false), &QPushButton::clicked, this, [this] {
            navigator().importJob().clearReport();
            m_steps->setCurrentIndex(m_preview.plan.path.isEmpty() ? 0 : 1);
        });
    } else {
        connect(add(u"arrow-right"_s, tr("Look at the records"), true), &QPushButton::clicked, this, [this, plan] {
            navigator().go({Location::Kind::List, plan.entity, {}, {}, {}});
        });
        if (report.act > 0)
            connect(add(u"undo-2"_s, tr("Undo the whole import"), false), &QPushButton::clicked, this,
                    [this, act = report.act] {
                        deliver(desk().undo(act), this, [this](const Result<UndoOutcome>& outcome) {
                            if (!outcome.ok())
                                return navigator().complain(outcome.error());
                            m_banner->say(Banner::Kind::Success,
                                          tr("The import is taken back. %n record(s) that were edited or linked since "
                                             "stay.",
                                             nullptr, int(outcome->kept.size())));
                        });
                    });
        connect(add(u"upload"_s, tr("Another file"), false), &QPushButton::clicked, this, [this] {
            navigator().importJob().clearReport();
            m_steps->setCurrentIndex(0);
        });
    }
    actions->addStretch();
    m_report->addWidget(holder);
    if (!report.reasons.empty()) {
        QVBoxLayout* rows = addCard(m_report, tr("Why rows were rejected"));
        for (const auto& reason : report.reasons) {
            auto* line = new ListRow(reason.text, humanCount(reason.rows, numbers()));
            line->setEnabled(false);
            rows->addWidget(line);
        }
    }
    if (!report.rejectsPath.isEmpty())
        m_report->addWidget(makeLabel(tr("The rejected rows, each with its reason, are in %1").arg(report.rejectsPath),
                                      TextSize::Small, Ink::Secondary));
    if (!report.guesses.empty()) {
        QVBoxLayout* rows = addCard(m_report, tr("What was taken for something near it"));
        for (const auto& guess : report.guesses) {
            auto* line = new ListRow(tr("%1: %2 is taken for %3").arg(guess.field, guess.typed, guess.taken),
                                     humanCount(guess.rows, numbers()));
            line->setEnabled(false);
            rows->addWidget(line);
        }
    }
    m_report->addStretch();
    m_steps->setCurrentIndex(3);
}

}

#pragma once

#include "core/services/ImportDesk.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace kith {

// The import that runs, whichever page is looked at. Interface thread.
class ImportJob : public QObject
{
    Q_OBJECT

public:
    explicit ImportJob(QObject* parent = nullptr);

    // The desk must outlive the run; forget() before it goes.
    void start(ImportDesk& desk, const ImportPlan& plan);
    void resume(ImportDesk& desk, const ImportPlan& plan);
    void stop();
    void forget();

    bool isRunning() const { return m_desk != nullptr; }
    const ImportPlan& plan() const { return m_plan; }
    ImportProgress progress() const;
    const std::optional<ImportReport>& report() const { return m_report; }
    void clearReport() { m_report.reset(); }

signals:
    void progressed(const kith::ImportProgress& progress);
    void finished(); // report() holds what came of it
    void failed(const kith::Error& error);

private:
    void follow(const QFuture<Result<ImportReport>>& run);

    ImportDesk* m_desk = nullptr;
    ImportPlan m_plan;
    std::optional<ImportReport> m_report;
    QTimer m_poll;
    int m_run = 0;
};

// "4,210 of about 8,800 rows, 3 seconds left", and how far: 0-1, negative while unknown.
QString progressText(const ImportProgress& progress, const QLocale& locale);
double progressPart(const ImportProgress& progress);

}

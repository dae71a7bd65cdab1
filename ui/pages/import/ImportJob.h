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
    void resume(ImportDesk& desk, const InterruptedImport& import);
    void leaveOff(ImportDesk& desk, const InterruptedImport& import);
    void stop();
    void forget();

    bool isRunning() const { return m_desk != nullptr; }
    const ImportPlan& plan() const { return m_plan; }
    ImportProgress progress() const;
    // What came of the last one, until it is cleared.
    const std::optional<ImportReport>& report() const { return m_report; }
    void clearReport();
    // What was done with it since.
    bool isUndone() const { return m_undone; }
    void markUndone() { m_undone = true; }
    QString rejectsFile() const { return m_rejectsFile; }
    void setRejectsFile(const QString& path) { m_rejectsFile = path; }

signals:
    void progressed(const kith::ImportProgress& progress);
    void finished(); // report() holds what came of it
    void failed(const kith::Error& error);

private:
    void begin(ImportDesk& desk, const ImportPlan& plan, const QFuture<Result<ImportReport>>& run);

    ImportDesk* m_desk = nullptr;
    ImportPlan m_plan;
    std::optional<ImportReport> m_report;
    bool m_undone = false;
    QString m_rejectsFile; // where its rejected rows were saved
    QTimer m_poll;
    int m_run = 0;
};

// "4,210 of about 8,800 rows, 3 seconds left", and how far: 0-1, negative while unknown.
QString progressText(const ImportProgress& progress, const QLocale& locale);
double progressPart(const ImportProgress& progress);

}

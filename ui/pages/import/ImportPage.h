#pragma once

#include "core/exchange/FileLook.h"
#include "core/exchange/ImportPlan.h"
#include "ui/pages/Page.h"

class QComboBox;
class QHBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace kith {

class Banner;
class ImportReportView;
class PreviewTable;

// Taking a file in: choose it, see what its columns become, try, run, see what came of it.
class ImportPage : public Page
{
    Q_OBJECT

public:
    ImportPage(const QString& entity, const QString& file, Navigator& navigator, QWidget* parent = nullptr);

    QString title() const override { return tr("Import"); }
    // Looks at this file instead of what is shown; not while an import runs.
    void inspect(const QString& path);

private:
    QWidget* makeChoose();
    QWidget* makeMap();
    QWidget* makeRun();
    QWidget* makeDone();
    QHBoxLayout* makeReading();
    void makeOptions(QVBoxLayout* column);
    void connectReport();
    void followJob();

    void chooseFile();
    void lookAgain();
    void preview();
    void showPreview(const Result<ImportPreview>& preview);
    void showReading();
    void showMakes();
    void showProblems();

    // Imports that were cut off: to go on with, or to be left at what is in.
    void fetchInterrupted();
    void showInterrupted(const std::vector<InterruptedImport>& imports);
    QWidget* makeInterrupted(const InterruptedImport& import);

    void start(bool dryRun, const QString& rejectsPath = {});
    void showRunning();
    void showProgress(const ImportProgress& progress);
    void showReport();
    void showFailure(const Error& error);
    QString labelsOf(const ImportPlan& plan) const;
    void undo();
    void saveRejects();

    CatalogPtr m_catalog;
    QString m_entity;
    FileGiven m_given; // what the person knows better about the file
    ImportPreview m_preview;
    int m_asked = 0; // previews asked for; only the last is shown
    QStackedWidget* m_steps;
    Banner* m_banner;
    QVBoxLayout* m_interrupted = nullptr;
    QLabel* m_file = nullptr;
    QLabel* m_facts = nullptr;
    QComboBox* m_kind = nullptr;
    QComboBox* m_sheet = nullptr;
    QComboBox* m_encoding = nullptr;
    QComboBox* m_delimiter = nullptr;
    QComboBox* m_header = nullptr;
    QComboBox* m_dates = nullptr;
    QComboBox* m_duplicates = nullptr;
    QComboBox* m_match = nullptr;
    PreviewTable* m_table = nullptr;
    QWidget* m_makes = nullptr;
    QLabel* m_problems = nullptr;
    QPushButton* m_go = nullptr;
    QPushButton* m_try = nullptr;
    QLabel* m_running = nullptr;
    QProgressBar* m_bar = nullptr;
    QLabel* m_counts = nullptr;
    QLabel* m_calm = nullptr;
    ImportReportView* m_report = nullptr;
    std::vector<UndoOutcome::Kept> m_kept; // by undoing the import
};

}

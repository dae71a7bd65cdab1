#pragma once

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
class DropZone;
class PreviewTable;

// Taking a file in: choose it, see what its columns become, try, run, see what came of it.
class ImportPage : public Page
{
    Q_OBJECT

public:
    ImportPage(const QString& entity, const QString& file, Navigator& navigator, QWidget* parent = nullptr);

    QString title() const override { return tr("Import"); }

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* makeChoose();
    QWidget* makeMap();
    QWidget* makeRun();
    QWidget* makeDone();
    QHBoxLayout* makeReading();
    void makeOptions(QVBoxLayout* column);

    void chooseFile();
    void inspect(const QString& path);
    void showPreview(const Result<ImportPreview>& preview);
    void showReading();
    void showMakes();
    void preview();
    void start(bool dryRun);
    void showProgress(const ImportProgress& progress);
    void showReport();
    void showCounts(const ImportReport& report);
    void followJob();

    CatalogPtr m_catalog;
    QString m_entity;
    ImportPreview m_preview;
    int m_asked = 0; // previews asked for; only the last is shown
    QStackedWidget* m_steps;
    Banner* m_banner;
    QLabel* m_file = nullptr;
    QLabel* m_facts = nullptr;
    QComboBox* m_kind = nullptr;
    QComboBox* m_encoding = nullptr;
    QComboBox* m_delimiter = nullptr;
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
    QVBoxLayout* m_report = nullptr;
};

}

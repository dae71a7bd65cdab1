#pragma once

#include "core/catalog/Catalog.h"
#include "core/exchange/ImportPlan.h"
#include "core/records/Outcome.h"

#include <QLocale>
#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace kith {

// What came of an import, or would come of one that was tried: counts, what was rejected and why, what was guessed, and
// what can be done about it.
class ImportReportView : public QWidget
{
    Q_OBJECT

public:
    explicit ImportReportView(const QLocale& locale, QWidget* parent = nullptr);

    struct Contents
    {
        ImportPlan plan;
        ImportReport report;
        QString matchedBy;   // labels of the fields that told records that were there
        QString rejectsFile; // where rejected rows were saved; empty: nowhere yet
        bool undone = false;
        std::vector<UndoOutcome::Kept> kept; // by undoing
    };
    void show(const Contents& contents);

signals:
    void importAsked();  // what was tried, for real
    void columnsAsked(); // back to them
    void recordsAsked(); // to look at
    void duplicatesAsked();
    void undoAsked();
    void anotherAsked(); // another file
    void saveRejectsAsked();
    void openRejectsAsked();
    void importRejectsAsked();

private:
    void addHeads();
    void addCounts();
    void addDuplicates();
    void addActions();
    void addKept();
    void addRejects();
    void addTexts(const QString& name, const std::vector<ImportReport::Reason>& texts);
    void addGuesses();
    QPushButton* addButton(QLayout* row, const QString& iconName, const QString& text, bool primary);

    QLocale m_locale;
    Contents m_contents;
    QVBoxLayout* m_column;
};

}

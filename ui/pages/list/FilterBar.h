#pragma once

#include "ui/pages/list/FilterPart.h"
#include "ui/widgets/fields/FieldEditor.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace kith {

class FilterChip;
class RecordDesk;

// The filters of one list: a chip for each field that is usually filtered by, more from a menu, and a line in the
// filter language for everything else.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    // All must outlive it.
    FilterBar(const Entity& entity, EditorContext context, RecordDesk& desk, QWidget* parent);

    // What chips and line let through together, in the filter language; relative dates stay so.
    QString text() const;
    // Shows a filter: on chips what they can say, in the line the rest. Tells nothing.
    void setText(const QString& text);
    void showLine();

signals:
    void changed();

private:
    struct Chip
    {
        FilterPart part;
        FilterChip* widget = nullptr;
    };
    Chip& add(const Field& field);
    Chip& addBeforeMenu(const Field& field);
    Chip* takingChip(const QString& condition, const QueryContext& context);
    void open(Chip& chip);
    void openOptions(Chip& chip);
    void openRecords(Chip& chip);
    void openTimes(Chip& chip);
    void openText(Chip& chip);
    void choose(Chip& chip, const QString& condition, const QString& shown);
    void tick(Chip& chip, const QString& key, const QString& shown, bool on);
    void findNames(Chip& chip);
    void showChip(const Chip& chip);
    void offerFields();
    bool readLine();

    const Entity& m_entity;
    EditorContext m_context;
    RecordDesk& m_desk;
    std::vector<std::unique_ptr<Chip>> m_parts;
    QLayout* m_chips;
    QToolButton* m_more;
    QPushButton* m_clear;
    QLineEdit* m_line;
    QLabel* m_problem;
    QString m_typed; // of the line, as it was last understood
};

}

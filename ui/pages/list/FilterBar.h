#pragma once

#include "core/records/QueryText.h"
#include "ui/widgets/fields/FieldEditor.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace kith {

class FilterChip;
class ChoicePopup;

// The filters of one list: a chip for each field that is usually filtered by, more from a menu, and a line in the
// filter language for everything else.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    FilterBar(const Entity& entity, EditorContext context, QueryContext queryContext, QWidget* parent);

    // What chips and line let through together; null: everything.
    FilterPtr filter() const;
    void clear();
    void showLine();

signals:
    void changed();

private:
    // What one chip lets through.
    struct Part
    {
        const Field* field = nullptr;
        FilterChip* chip = nullptr;
        std::vector<std::pair<QString, QString>> chosen; // key and text of each
        QString text;                                    // or a condition in the filter language
        std::vector<LinkCandidate> offered;
    };
    Part& add(const Field& field);
    void open(Part& part);
    void openOptions(Part& part);
    void openRecords(Part& part);
    void openTimes(Part& part);
    void openText(Part& part);
    void choose(Part& part, const QString& text, const QString& shown);
    void told(Part& part);
    void offerFields();
    void readLine();
    FilterPtr conditionOf(const Part& part) const;

    const Entity& m_entity;
    EditorContext m_context;
    QueryContext m_queryContext;
    std::vector<std::unique_ptr<Part>> m_parts;
    QLayout* m_chips;
    QToolButton* m_more;
    QPushButton* m_clear;
    QLineEdit* m_line;
    QLabel* m_problem;
    FilterPtr m_typed;
};

}

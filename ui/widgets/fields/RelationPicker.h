#pragma once

#include "ui/widgets/fields/FieldEditor.h"

#include <QTimer>

class QAction;
class QCompleter;
class QLineEdit;
class QStandardItemModel;

namespace kith {

// Offers records while one types into a line, asked for without waiting.
class CandidatePopup : public QObject
{
    Q_OBJECT

public:
    CandidatePopup(QLineEdit& line, const Field& relation, const EditorContext& context);
    // Shows what there is for the text that stands there, even if it is none.
    void ask();

signals:
    void chosen(const kith::LinkCandidate& candidate);

private:
    void show(std::vector<LinkCandidate> candidates);

    QLineEdit& m_line;
    Field m_relation;
    EditorContext m_context;
    QCompleter* m_completer;
    QStandardItemModel* m_model;
    std::vector<LinkCandidate> m_candidates;
    QFuture<Result<std::vector<LinkCandidate>>> m_asking;
};

// A relation: type a name and choose, or leave the name and let the book find it.
class RelationPicker : public FieldEditor
{
    Q_OBJECT

public:
    RelationPicker(const Field& field, EditorContext context, QWidget* parent);
    void setValue(const Value& value, const ValueTitles& titles) override;
    Result<Value> value() const override;

private:
    void take(const Reference& reference, const QString& title);
    void showState();

    QLineEdit* m_line;
    QAction* m_clear;
    CandidatePopup* m_popup;
    std::optional<Reference> m_chosen;
    QString m_chosenTitle;
};

}

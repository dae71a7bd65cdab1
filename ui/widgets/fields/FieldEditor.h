#pragma once

#include "core/records/Outcome.h"
#include "core/records/ValueText.h"

#include <QFuture>
#include <QWidget>

#include <functional>

namespace kith {

// What editors need beside the field: how texts are read, and who knows the names of other records.
struct EditorContext
{
    CatalogPtr catalog;
    TextConventions conventions;
    std::function<QFuture<Result<std::vector<LinkCandidate>>>(const Field& relation, const QString& typed)> candidates;
};

// Names of what a value points at: one for a relation, one an id for tags.
using ValueTitles = std::vector<QString>;

// Edits one value of one field. What cannot be read stays as typed and is told by value().
class FieldEditor : public QWidget
{
    Q_OBJECT

public:
    FieldEditor(const Field& field, EditorContext context, QWidget* parent);

    const Field& field() const { return m_field; }
    virtual void setValue(const Value& value, const ValueTitles& titles) = 0;
    // The value, or why what stands there is none. A relation whose text was not chosen from the list is that text.
    virtual Result<Value> value() const = 0;
    // Marks the editor as wrong; an empty sentence as right.
    void setProblem(bool wrong);

signals:
    void changed();

protected:
    const EditorContext& context() const { return m_context; }
    QString label() const { return m_field.label.in(m_context.conventions.language); }
    // Gives a control its name for screen readers and makes it the one that has the focus.
    void adopt(QWidget* control);
    Result<Value> read(const QString& text) const;

private:
    Field m_field; // a copy: the catalog may be replaced while a form is open
    EditorContext m_context;
    QWidget* m_control = nullptr;
};

// The editor for a field of whatever type.
FieldEditor* makeFieldEditor(const Field& field, const EditorContext& context, QWidget* parent);

}

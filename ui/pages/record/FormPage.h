#pragma once

#include "ui/pages/Page.h"
#include "ui/widgets/fields/FieldEditor.h"

#include <QTimer>

class QLabel;
class QPushButton;
class QScrollArea;

namespace kith {

class Banner;
class DuplicateHints;

// Enters or edits one record. What is typed is kept in the book while one types, so that nothing is lost by leaving.
class FormPage : public Page
{
    Q_OBJECT

public:
    // A null record makes a new one, with `preset` in it.
    FormPage(const QString& entity, const RecordId& record, FieldValues preset, Navigator& navigator,
             QWidget* parent = nullptr);
    ~FormPage() override;

    QString title() const override;
    bool perform(const QString& command) override;
    void takeFocus() override;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    struct FormLine
    {
        const Field* field;
        FieldEditor* editor;
        QLabel* problem;
        Value before; // what the record has, or what was proposed for a new one
    };

    QWidget* makeHead();
    QWidget* makeForm();
    QWidget* makeLine(const Field& field);
    void fill();
    Value proposed(const Field& field) const;
    bool isNews(const FormLine& line, const Value& value) const;
    void fillNamesOf(const Field& field, const Reference& reference);
    void readDraft();
    void keepDraft();
    void dropDraft();
    QString draftKey() const;
    FieldValues typedValues() const;
    void save();
    void saved(const Result<SaveOutcome>& outcome);
    void showProblem(const FieldId& field, const Error& error);
    void leave();

    CatalogPtr m_catalog;
    const Entity& m_entity;
    RecordId m_record;
    FieldValues m_preset;
    RecordView m_view; // as it was when the form was opened
    std::vector<FormLine> m_lines;
    QLabel* m_title;
    QPushButton* m_save;
    Banner* m_banner;
    DuplicateHints* m_hints;
    QScrollArea* m_scroll;
    QTimer m_draftTimer;
    bool m_touched = false;
    bool m_saving = false;
};

}

#include "ui/pages/quality/ValueDialog.h"

#include "core/text/Sentences.h"
#include "ui/dialogs/Dialog.h"
#include "ui/widgets/fields/FieldEditor.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QPushButton>

namespace kith {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(kith::ValueDialog)
};

}

void askValue(QWidget* parent, const Field& field, const EditorContext& context, const QString& act,
              std::function<void(const Value& value)> take)
{
    const QString label = field.label.in(context.conventions.language);
    auto* dialog = new Dialog(label, Tr::tr("All of them get this value."), parent);
    FieldEditor* editor = makeFieldEditor(field, context, dialog);
    dialog->body()->addWidget(editor);
    dialog->addCancel();
    QPushButton* go = dialog->addButton(act, true);
    const auto judge = [editor, go] {
        const auto value = editor->value();
        go->setEnabled(!value.ok() || !isEmpty(*value));
    };
    judge();
    QObject::connect(editor, &FieldEditor::changed, dialog, judge);
    QObject::connect(go, &QPushButton::clicked, dialog, [dialog, editor, take = std::move(take)] {
        const auto value = editor->value();
        editor->setProblem(!value.ok());
        if (!value.ok())
            return dialog->complain(sentence(value.error()));
        take(*value);
        dialog->accept();
    });
    dialog->open();
    editor->setFocus();
}

}

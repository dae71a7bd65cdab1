#include "ui/pages/record/FormPage.h"

#include "core/services/Deliver.h"
#include "core/text/Sentences.h"
#include "ui/models/CellText.h"
#include "ui/pages/record/DuplicateHints.h"
#include "ui/pages/record/RecordForms.h"
#include "ui/theme/KithStyle.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Text.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

constexpr int formWidth = 880;
constexpr int draftMs = 600;

bool isWide(const Field& field)
{
    return field.type == FieldType::LongText || field.type == FieldType::Options || field.type == FieldType::Tags;
}

}

FormPage::FormPage(const QString& entity, const RecordId& record, FieldValues preset, Navigator& navigator,
                   QWidget* parent)
    : Page(navigator, parent)
    , m_catalog(desk().catalog())
    , m_entity(*m_catalog->entity(entity))
    , m_record(record)
    , m_preset(std::move(preset))
    , m_title(makeLabel(title(), TextSize::Heading, Ink::Text, QFont::DemiBold))
    , m_save(new QPushButton(tr("Save")))
    , m_banner(new Banner)
    , m_hints(new DuplicateHints(m_entity, navigator, [this] { return typedValues(); }))
    , m_scroll(new QScrollArea)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::l, 0, 0);
    column->setSpacing(space::m);
    column->addWidget(makeHead());
    column->addWidget(new kith::Line);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(makeForm());
    column->addWidget(m_scroll, 1);
    column->setSpacing(0);
    m_draftTimer.setSingleShot(true);
    connect(&m_draftTimer, &QTimer::timeout, this, &FormPage::keepDraft);
    if (m_record.isNull()) {
        fill();
        readDraft();
        return;
    }
    deliver(desk().record(m_entity.id, m_record), this, [this](const Result<RecordView>& view) {
        if (!view.ok()) {
            m_banner->say(Banner::Kind::Danger, sentence(view.error()));
            m_save->setEnabled(false);
            return settle();
        }
        m_view = *view;
        m_record = view->record.id; // another one, if this was merged
        m_title->setText(title());
        m_hints->setRecord(m_record);
        fill();
        readDraft();
        emit titleChanged();
    });
}

FormPage::~FormPage()
{
    if (m_draftTimer.isActive() && navigator().session().state() == SessionState::Open)
        keepDraft();
}

QString FormPage::title() const
{
    const QString name = inSentence(m_entity.label.in(language()), language());
    return m_record.isNull() ? tr("New %1").arg(name) : tr("Edit %1").arg(m_view.title.isEmpty() ? name : m_view.title);
}

QWidget* FormPage::makeHead()
{
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(space::xl, 0, space::xl, space::m);
    row->setSpacing(space::s);
    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setToolTip(tr("Leave without saving (%1). What you typed is kept until you come back.").arg(u"Esc"_s));
    m_save->setToolTip(tr("Save (%1)").arg(u"Ctrl+S"_s));
    setButtonKind(*m_save, ButtonKind::Primary);
    row->addWidget(m_title, 1);
    row->addWidget(cancel);
    row->addWidget(m_save);
    connect(cancel, &QPushButton::clicked, this, &FormPage::leave);
    connect(m_save, &QPushButton::clicked, this, &FormPage::save);
    return head;
}

QWidget* FormPage::makeForm()
{
    auto* page = new QWidget;
    auto* outer = new QHBoxLayout(page);
    outer->setContentsMargins(space::xl, space::l, space::xl, space::huge);
    auto* form = new QWidget;
    form->setMaximumWidth(formWidth);
    outer->addWidget(form, 100);
    outer->addStretch(1);
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::l);
    column->addWidget(m_banner);
    column->addWidget(m_hints);
    for (const Section& section : sectionsOf(m_entity)) {
        auto* grid = new QGridLayout;
        grid->setHorizontalSpacing(space::xl);
        grid->setVerticalSpacing(space::m + 2);
        grid->setColumnStretch(0, 1);
        grid->setColumnStretch(1, 1);
        int row = 0;
        int side = 0;
        for (const Field* field : fieldsOf(m_entity, section)) {
            if (!isEditable(*field))
                continue;
            const bool wide = isWide(*field);
            if (wide && side == 1) {
                side = 0;
                ++row;
            }
            grid->addWidget(makeLine(*field), row, side, 1, wide ? 2 : 1, Qt::AlignTop);
            if (wide || side == 1)
                ++row;
            side = wide ? 0 : 1 - side;
        }
        if (grid->count() == 0) {
            delete grid;
            continue;
        }
        column->addWidget(makeLabel(section.label.in(language()), TextSize::Large, Ink::Text, QFont::DemiBold));
        column->addLayout(grid);
        column->addSpacing(space::l);
    }
    column->addStretch();
    return page;
}

QWidget* FormPage::makeLine(const Field& field)
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    const QString name = field.label.in(language());
    auto* label = makeLabel(field.required ? tr("%1 (required)").arg(name) : name, TextSize::Small, Ink::Secondary,
                            QFont::Medium);
    label->setToolTip(field.hint.in(language()));
    auto* editor = makeFieldEditor(field, editorContext(navigator()), box);
    label->setBuddy(editor);
    // A box to tick says its name itself; the empty line above keeps it level with its neighbour.
    if (field.type == FieldType::Boolean)
        label->setText(u" "_s);
    auto* problem = makeLabel({}, TextSize::Small, Ink::Danger);
    problem->setWordWrap(true);
    problem->hide();
    column->addWidget(label);
    column->addWidget(editor);
    column->addWidget(problem);
    m_lines.push_back({&field, editor, problem, {}});
    connect(editor, &FieldEditor::changed, this, [this, editor, problem] {
        m_touched = true;
        problem->hide();
        editor->setProblem(false);
        m_draftTimer.start(draftMs);
        m_hints->changed();
    });
    return box;
}

void FormPage::fill()
{
    for (FormLine& line : m_lines) {
        line.before = m_record.isNull() ? proposed(*line.field) : m_view.record.value(line.field->id);
        line.editor->setValue(line.before, titlesOf(m_view, line.field->id));
        if (const auto* reference = std::get_if<Reference>(&line.before); reference && m_record.isNull())
            fillNamesOf(*line.field, *reference);
    }
}

Value FormPage::proposed(const Field& field) const
{
    if (const auto preset = m_preset.find(field.id); preset != m_preset.end())
        return preset->second;
    // "me" and seeds are the store's to know.
    if (field.defaultText.isEmpty() || field.type == FieldType::Relation)
        return {};
    const auto value = readValue(field, field.defaultText, conventions());
    return value.ok() ? *value : Value{};
}

// A proposal that was cleared is news too: left out, it would come back.
bool FormPage::isNews(const FormLine& line, const Value& value) const
{
    return value != line.before || (m_record.isNull() && !isEmpty(value));
}

void FormPage::fillNamesOf(const Field& field, const Reference& reference)
{
    deliver(desk().record(reference.entity, reference.record), this,
            [this, id = field.id, reference](const Result<RecordView>& view) {
                if (!view.ok())
                    return;
                for (const FormLine& line : m_lines)
                    if (line.field->id == id)
                        line.editor->setValue(reference, {view->title});
            });
}

void FormPage::takeFocus()
{
    if (!m_lines.empty())
        m_lines.front().editor->setFocus();
}

bool FormPage::perform(const QString& command)
{
    if (command == "save"_L1)
        save();
    else if (command == "leave"_L1)
        leave();
    else if (command == "keep"_L1)
        keepDraft();
    else
        return false;
    return true;
}

void FormPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else
        Page::keyPressEvent(event);
}

void FormPage::hideEvent(QHideEvent* event)
{
    Page::hideEvent(event);
    if (m_draftTimer.isActive() && navigator().session().state() == SessionState::Open)
        keepDraft();
}

void FormPage::leave()
{
    navigator().back();
}

// What can be understood so far.
FieldValues FormPage::typedValues() const
{
    FieldValues values = m_record.isNull() ? m_preset : m_view.record.fields;
    for (const FormLine& line : m_lines) {
        const auto value = line.editor->value();
        if (value.ok())
            values[line.field->id] = *value;
    }
    return values;
}

void FormPage::save()
{
    if (m_saving)
        return;
    FieldValues values;
    FieldEditor* firstWrong = nullptr;
    for (const FormLine& line : m_lines) {
        const auto value = line.editor->value();
        if (!value.ok()) {
            showProblem(line.field->id, value.error());
            firstWrong = firstWrong ? firstWrong : line.editor;
            continue;
        }
        if (isNews(line, *value))
            values[line.field->id] = *value;
    }
    for (const auto& preset : m_preset) {
        const bool isShown = std::any_of(m_lines.begin(), m_lines.end(),
                                         [&](const FormLine& line) { return line.field->id == preset.first; });
        if (m_record.isNull() && !isShown)
            values.insert(preset);
    }
    if (firstWrong) {
        m_scroll->ensureWidgetVisible(firstWrong);
        firstWrong->setFocus();
        return;
    }
    m_saving = true;
    m_save->setEnabled(false);
    const auto future =
        m_record.isNull() ? desk().create(m_entity.id, values) : desk().save(m_entity.id, m_record, values);
    deliver(future, this, [this](const Result<SaveOutcome>& outcome) { saved(outcome); });
}

void FormPage::saved(const Result<SaveOutcome>& outcome)
{
    m_saving = false;
    m_save->setEnabled(true);
    if (!outcome.ok()) {
        m_banner->say(Banner::Kind::Danger, sentence(outcome.error()));
        m_scroll->ensureVisible(0, 0);
        return;
    }
    if (!outcome->problems.empty()) {
        for (const FieldProblem& problem : outcome->problems)
            showProblem(problem.field, problem.error);
        return;
    }
    m_draftTimer.stop();
    dropDraft();
    QString done = m_record.isNull() ? tr("Created") : tr("Saved");
    if (outcome->act == 0)
        done = tr("Nothing had changed");
    if (!outcome->notices.isEmpty())
        done += u". "_s + outcome->notices.join(u' ');
    navigator().say(done, outcome->act);
    navigator().replace({Location::Kind::Record, m_entity.key, outcome->id.isNull() ? m_record : outcome->id, {}, {}});
}

void FormPage::showProblem(const FieldId& field, const Error& error)
{
    for (const FormLine& line : m_lines)
        if (line.field->id == field) {
            line.problem->setText(sentence(error));
            line.problem->show();
            line.editor->setProblem(true);
            m_scroll->ensureWidgetVisible(line.editor);
            return;
        }
    m_banner->say(Banner::Kind::Danger, sentence(error));
    m_scroll->ensureVisible(0, 0);
}

}

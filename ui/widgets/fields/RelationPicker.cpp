#include "ui/widgets/fields/RelationPicker.h"

#include "core/services/Deliver.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Tokens.h"

#include <QAction>
#include <QBoxLayout>
#include <QCompleter>
#include <QLineEdit>
#include <QListView>
#include <QStandardItemModel>

using namespace Qt::StringLiterals;

namespace kith {

CandidatePopup::CandidatePopup(QLineEdit& line, const Field& relation, const EditorContext& context)
    : QObject(&line)
    , m_line(line)
    , m_relation(relation)
    , m_context(context)
    , m_completer(new QCompleter(this))
    , m_model(new QStandardItemModel(this))
{
    auto* list = new QListView;
    m_completer->setModel(m_model);
    m_completer->setPopup(list);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(8);
    m_completer->setWidget(&line);
    connect(&line, &QLineEdit::textEdited, this, &CandidatePopup::ask);
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this, [this](const QModelIndex& index) {
        const auto row = std::size_t(index.row());
        if (row < m_candidates.size())
            emit chosen(m_candidates[row]);
    });
}

void CandidatePopup::ask()
{
    if (!m_context.candidates)
        return;
    m_asking.cancel();
    m_asking = m_context.candidates(m_relation, m_line.text().trimmed());
    deliver(m_asking, this, [this](const Result<std::vector<LinkCandidate>>& found) {
        if (found.ok() && m_line.hasFocus())
            show(*found);
    });
}

void CandidatePopup::show(std::vector<LinkCandidate> candidates)
{
    m_candidates = std::move(candidates);
    m_model->clear();
    for (const LinkCandidate& one : m_candidates) {
        auto* item = new QStandardItem(one.detail.isEmpty() ? one.title : one.title + u"   ·   "_s + one.detail);
        if (const Entity* entity = m_context.catalog ? m_context.catalog->entity(one.reference.entity) : nullptr)
            item->setIcon(icon(entity->icon));
        m_model->appendRow(item);
    }
    if (m_candidates.empty())
        m_completer->popup()->hide();
    else
        m_completer->complete(m_line.rect().adjusted(0, 0, 0, 4));
}

RelationPicker::RelationPicker(const Field& field, EditorContext context, QWidget* parent)
    : FieldEditor(field, std::move(context), parent)
    , m_line(new QLineEdit)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_line);
    m_line->setPlaceholderText(tr("Type a name"));
    m_line->addAction(icon(u"link"_s, Tone::Tertiary), QLineEdit::LeadingPosition);
    m_clear = m_line->addAction(icon(u"x"_s), QLineEdit::TrailingPosition);
    m_clear->setToolTip(tr("Remove"));
    QAction* open = m_line->addAction(icon(u"chevron-down"_s, Tone::Tertiary), QLineEdit::TrailingPosition);
    open->setToolTip(tr("Show the most likely ones"));
    adopt(m_line);
    m_popup = new CandidatePopup(*m_line, this->field(), this->context());
    connect(m_popup, &CandidatePopup::chosen, this, [this](const LinkCandidate& one) {
        take(one.reference, one.title);
        emit changed();
    });
    connect(m_line, &QLineEdit::textEdited, this, [this](const QString& text) {
        if (text != m_chosenTitle)
            m_chosen.reset();
        showState();
        emit changed();
    });
    connect(m_clear, &QAction::triggered, this, [this] {
        setValue({}, {});
        emit changed();
    });
    connect(open, &QAction::triggered, this, [this] {
        m_line->setFocus();
        m_popup->ask();
    });
    showState();
}

void RelationPicker::take(const Reference& reference, const QString& title)
{
    m_chosen = reference;
    m_chosenTitle = title;
    m_line->setText(title);
    m_line->setCursorPosition(0);
    showState();
}

void RelationPicker::showState()
{
    m_clear->setVisible(!m_line->text().isEmpty());
}

void RelationPicker::setValue(const Value& value, const ValueTitles& titles)
{
    if (const auto* reference = std::get_if<Reference>(&value)) {
        take(*reference, titles.empty() ? u"…"_s : titles.front());
        return;
    }
    m_chosen.reset();
    m_line->setText(std::holds_alternative<QString>(value) ? std::get<QString>(value) : QString());
    showState();
}

Result<Value> RelationPicker::value() const
{
    if (m_chosen)
        return Value(*m_chosen);
    return canonical(Value(m_line->text().trimmed()));
}

}

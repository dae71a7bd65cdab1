#include "ui/pages/list/CellEditor.h"

#include "ui/theme/KithStyle.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Text.h"

#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPlainTextEdit>

namespace kith {

namespace {

constexpr int margin = 3;

// What an editor needs to be of use, however narrow its column.
int leastWidth(FieldType type)
{
    switch (type) {
    case FieldType::LongText:
    case FieldType::Address:
        return 380;
    case FieldType::Phone:
    case FieldType::Mail:
    case FieldType::Link:
    case FieldType::Options:
    case FieldType::Tags:
        return 320;
    case FieldType::Text:
        return 280;
    case FieldType::Money:
    case FieldType::Relation:
    case FieldType::Instant:
        return 230;
    default:
        return 160;
    }
}

bool isEnter(const QKeyEvent& event)
{
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
}

}

CellEditor::CellEditor(const Field& field, const EditorContext& context, QWidget* parent)
    : QWidget(parent)
    , m_editor(makeFieldEditor(field, context, this))
    , m_problem(makeLabel({}, TextSize::Small, Ink::Danger))
{
    m_problem->setWordWrap(true);
    m_problem->setContentsMargins(space::s - margin, space::xs, space::s - margin, space::xs);
    m_problem->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(0);
    column->addWidget(m_editor);
    column->addWidget(m_problem);
    setFocusProxy(m_editor);
    setAccessibleName(field.label.in(context.conventions.language));
    for (auto* text : m_editor->findChildren<QPlainTextEdit*>())
        text->installEventFilter(this);
    connect(m_editor, &FieldEditor::changed, this, [this] { complain({}); });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { focusMoved(now); });
}

// A widget that goes gives up the focus, which must not be told to what is left of it.
CellEditor::~CellEditor()
{
    disconnect(qApp, nullptr, this, nullptr);
}

void CellEditor::setValue(const Value& value, const ValueTitles& titles)
{
    m_editor->setValue(value, titles);
}

void CellEditor::begin()
{
    show();
    raise();
    m_editor->setFocus();
    m_begun = true;
}

void CellEditor::placeOver(const QRect& cell)
{
    m_cell = cell;
    const int widest = parentWidget()->width() - 2 * space::s;
    const int width = std::min(std::max(cell.width(), leastWidth(m_editor->field().type)), widest);
    setFixedWidth(width);
    layout()->activate();
    const int high =
        layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : layout()->sizeHint().height();
    setFixedHeight(std::max(cell.height(), high));
    const int right = parentWidget()->width() - width - space::s;
    const int bottom = parentWidget()->height() - height() - space::s;
    move(std::clamp(cell.left(), space::s, std::max(space::s, right)), std::clamp(cell.top(), 0, std::max(0, bottom)));
}

void CellEditor::complain(const QString& sentence)
{
    if (m_problem->isHidden() && sentence.isEmpty())
        return;
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    m_editor->setProblem(!sentence.isEmpty());
    placeOver(m_cell);
}

bool CellEditor::event(QEvent* event)
{
    // The window's letters and its Delete are not for here, whichever control has the keys.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (!(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::LayoutRequest && m_begun)
        placeOver(m_cell);
    return QWidget::event(event);
}

bool CellEditor::eventFilter(QObject* watched, QEvent* event)
{
    // In a long text, Enter alone saves as everywhere; with Shift it begins a line.
    if (event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (isEnter(*key) && !(key->modifiers() & Qt::ShiftModifier)) {
            emit saveAsked();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void CellEditor::keyPressEvent(QKeyEvent* event)
{
    if (isEnter(*event))
        emit saveAsked();
    else if (event->key() == Qt::Key_Escape)
        emit givenUp();
    else
        event->accept(); // not for the list underneath
}

void CellEditor::focusMoved(QWidget* now)
{
    // A list of its own that it opened, or another window, is no leaving.
    if (m_begun && now && now->window() == window() && !isAncestorOf(now))
        emit saveAsked();
}

void CellEditor::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawRounded(painter, rect(), radius::control, tokens().raised, tokens().accent, 1.6);
}

}

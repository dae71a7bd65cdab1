#include "ui/widgets/list/ChoicePopup.h"

#include "ui/theme/Icons.h"
#include "ui/theme/KithStyle.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Text.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QScreen>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

constexpr int rowsShown = 10;
constexpr int rowHeight = 30;
constexpr int keyRole = Qt::UserRole;

}

ChoicePopup::ChoicePopup(QWidget* parent)
    : QWidget(parent, Qt::Popup)
    , m_search(new QLineEdit)
    , m_list(new QListView)
    , m_model(new QStandardItemModel(this))
    , m_column(new QVBoxLayout(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAttribute(Qt::WA_TranslucentBackground);
    m_search->setPlaceholderText(tr("Find"));
    m_search->addAction(icon(u"search"_s, Tone::Tertiary), QLineEdit::LeadingPosition);
    m_search->setAccessibleName(tr("Find in this list"));
    m_search->installEventFilter(this);
    m_list->setModel(m_model);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Choices"));
    m_column->setContentsMargins(space::s, space::s, space::s, space::s);
    m_column->setSpacing(space::xs);
    m_column->addWidget(m_search);
    m_column->addWidget(m_list);
    setFixedWidth(260);
    connect(m_list, &QListView::clicked, this, &ChoicePopup::toggle);
    connect(m_search, &QLineEdit::textEdited, this, [this](const QString& typed) {
        if (m_searching)
            emit searched(typed);
        else
            narrow(typed);
    });
}

QString ChoicePopup::typed() const
{
    return m_search->text();
}

void ChoicePopup::setChoices(const std::vector<Choice>& choices)
{
    m_model->clear();
    for (const Choice& choice : choices) {
        auto* item = new QStandardItem(choice.icon, choice.text);
        item->setData(choice.key, keyRole);
        item->setCheckable(true);
        item->setCheckState(choice.on ? Qt::Checked : Qt::Unchecked);
        item->setSizeHint({100, rowHeight});
        m_model->appendRow(item);
    }
    m_search->setVisible(m_searching || choices.size() > 8);
    m_list->setFixedHeight(std::clamp(int(choices.size()), 1, rowsShown) * rowHeight + 4);
    m_list->setCurrentIndex(m_model->index(0, 0));
    adjustSize();
}

void ChoicePopup::narrow(const QString& typed)
{
    for (int row = 0; row < m_model->rowCount(); ++row)
        m_list->setRowHidden(row, !m_model->item(row)->text().contains(typed, Qt::CaseInsensitive));
}

void ChoicePopup::toggle(const QModelIndex& index)
{
    QStandardItem* item = m_model->itemFromIndex(index);
    if (!item)
        return;
    const bool on = item->checkState() != Qt::Checked;
    item->setCheckState(on ? Qt::Checked : Qt::Unchecked);
    emit ticked(item->data(keyRole).toString(), item->text(), on);
}

void ChoicePopup::setArranging(const QString& hint)
{
    m_arranging = true;
    QLabel* label = makeLabel(hint, TextSize::Small, Ink::Secondary);
    label->setWordWrap(true);
    label->setContentsMargins(space::s, 0, space::s, space::xs);
    m_list->setAccessibleDescription(hint);
    m_column->addWidget(label);
}

void ChoicePopup::moveChoice(const QString& key, int row)
{
    for (int from = 0; from < m_model->rowCount(); ++from) {
        if (m_model->item(from)->data(keyRole).toString() != key)
            continue;
        const bool wasCurrent = m_list->currentIndex().row() == from;
        m_model->insertRow(std::min(row, m_model->rowCount() - 1), m_model->takeRow(from));
        if (wasCurrent)
            m_list->setCurrentIndex(m_model->index(row, 0));
        return;
    }
}

void ChoicePopup::arrange(int key)
{
    const QString choice = m_list->currentIndex().data(keyRole).toString();
    if (key == Qt::Key_Up || key == Qt::Key_Down)
        emit moved(choice, key == Qt::Key_Up ? -1 : 1);
    else
        emit sized(choice, key == Qt::Key_Left ? -1 : 1);
}

void ChoicePopup::addFooter(QWidget* widget)
{
    m_column->addWidget(widget);
}

void ChoicePopup::showBelow(const QWidget& field)
{
    adjustSize();
    QPoint at = field.mapToGlobal(QPoint(0, field.height() + 4));
    const QRect screen = field.screen()->availableGeometry();
    at.setX(std::clamp(at.x(), screen.left(), std::max(screen.left(), screen.right() - width())));
    if (at.y() + height() > screen.bottom())
        at.setY(field.mapToGlobal(QPoint(0, -height() - 4)).y());
    move(at);
    show();
    if (m_search->isVisible())
        m_search->setFocus();
    else
        m_list->setFocus();
    m_list->installEventFilter(this);
}

bool ChoicePopup::eventFilter(QObject* watched, QEvent* event)
{
    // The window goes back and forth by the same keys.
    if (event->type() == QEvent::ShortcutOverride && m_arranging &&
        static_cast<QKeyEvent*>(event)->modifiers().testFlag(Qt::AltModifier))
        event->accept();
    const bool handled =
        event->type() == QEvent::KeyPress && handleKey(*static_cast<QKeyEvent*>(event), watched == m_list);
    return handled || QWidget::eventFilter(watched, event);
}

bool ChoicePopup::handleKey(const QKeyEvent& event, bool inList)
{
    const int key = event.key();
    const bool isArrow = key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_Left || key == Qt::Key_Right;
    if (key == Qt::Key_Escape)
        close();
    else if (m_arranging && isArrow && event.modifiers().testFlag(Qt::AltModifier))
        arrange(key);
    else if ((key == Qt::Key_Down || key == Qt::Key_Up) && !inList)
        m_list->setFocus();
    else if (key == Qt::Key_Return || key == Qt::Key_Enter || (key == Qt::Key_Space && inList))
        toggle(m_list->currentIndex());
    else
        return false;
    return true;
}

void ChoicePopup::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& t = tokens();
    drawRounded(painter, rect(), radius::card, t.raised, t.borderStrong);
}

}

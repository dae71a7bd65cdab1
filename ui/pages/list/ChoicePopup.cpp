#include "ui/pages/list/ChoicePopup.h"

#include "ui/theme/Icons.h"
#include "ui/theme/KithStyle.h"
#include "ui/theme/Theme.h"

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
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape) {
            close();
            return true;
        }
        if ((key == Qt::Key_Down || key == Qt::Key_Up) && watched == m_search) {
            m_list->setFocus();
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter || (key == Qt::Key_Space && watched == m_list)) {
            toggle(m_list->currentIndex());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ChoicePopup::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& t = tokens();
    drawRounded(painter, rect(), radius::card, t.raised, t.borderStrong);
}

}

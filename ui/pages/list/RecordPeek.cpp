#include "ui/pages/list/RecordPeek.h"

#include "core/services/Deliver.h"
#include "ui/pages/Page.h"
#include "ui/pages/record/RecordSheet.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Pill.h"
#include "ui/widgets/Text.h"

#include <QBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace kith {

RecordPeek::RecordPeek(Navigator& navigator, QWidget* parent)
    : QWidget(parent)
    , m_navigator(navigator)
    , m_face(new Avatar(32))
    , m_title(new ElidedLabel)
    , m_sheet(new RecordSheet(navigator))
{
    setMinimumWidth(320);
    m_title->setFont(interfaceFont(TextSize::Large, QFont::DemiBold));
    auto* open = makeIconButton(u"arrow-right"_s, tr("Open"));
    auto* edit = makeIconButton(u"pencil"_s, tr("Edit"));
    auto* close = makeIconButton(u"x"_s, tr("Close"));
    auto* head = new QHBoxLayout;
    head->setSpacing(space::s);
    head->addWidget(m_face);
    head->addWidget(m_title, 1);
    for (QToolButton* button : {edit, open, close})
        head->addWidget(button);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_sheet);
    m_sheet->setContentsMargins(0, 0, space::l, space::l);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::l + 1, space::m, space::s, 0);
    column->setSpacing(space::m);
    column->addLayout(head);
    column->addWidget(scroll, 1);
    const auto go = [this](Location::Kind kind) {
        const auto catalog = m_navigator.session().desk().catalog();
        if (const Entity* entity = catalog->entity(m_entity))
            m_navigator.go({kind, entity->key, m_record, {}, {}});
    };
    connect(open, &QToolButton::clicked, this, [go] { go(Location::Kind::Record); });
    connect(edit, &QToolButton::clicked, this, [go] { go(Location::Kind::Edit); });
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
}

void RecordPeek::look(const EntityId& entity, const RecordId& record)
{
    m_entity = entity;
    m_record = record;
    fetch();
}

void RecordPeek::fetch()
{
    deliver(m_navigator.session().desk().record(m_entity, m_record), this, [this](const Result<RecordView>& view) {
        if (!view.ok() || view->record.id != m_record)
            return;
        m_face->setName(view->title);
        m_title->setWholeText(view->title);
        m_sheet->show(*view);
    });
}

void RecordPeek::recordsChanged(const ChangeNotice& notice)
{
    const bool touched = notice.many || std::any_of(notice.records.begin(), notice.records.end(),
                                                    [&](const auto& one) { return one.record == m_record; });
    if (isVisible() && touched)
        fetch();
}

void RecordPeek::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().surface);
    painter.fillRect(QRect(0, 0, 1, height()), tokens().border);
}

}

#include "ui/pages/record/DuplicateHints.h"

#include "core/services/Deliver.h"
#include "ui/pages/start/ListRow.h"
#include "ui/theme/KithStyle.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Text.h"

#include <QBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

constexpr int waitMs = 150;
constexpr int mostHints = 3;

}

DuplicateHints::DuplicateHints(const Entity& entity, Navigator& navigator, std::function<FieldValues()> values,
                               QWidget* parent)
    : QWidget(parent)
    , m_entity(entity)
    , m_navigator(navigator)
    , m_values(std::move(values))
    , m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(space::m, space::s, space::m, space::s);
    m_rows->setSpacing(0);
    setVisible(false);
    setAccessibleName(tr("Records that look like this one"));
    m_wait.setSingleShot(true);
    m_wait.setInterval(waitMs);
    connect(&m_wait, &QTimer::timeout, this, &DuplicateHints::ask);
}

void DuplicateHints::changed()
{
    if (DuplicateDesk::compares(m_entity))
        m_wait.start();
}

void DuplicateHints::ask()
{
    if (m_navigator.session().state() != SessionState::Open)
        return;
    deliver(m_navigator.session().duplicates().candidates(m_entity.id, m_values(), m_record, mostHints), this,
            [this, asked = ++m_asked](const Result<std::vector<DuplicateCandidate>>& candidates) {
                if (asked == m_asked && candidates.ok())
                    show(*candidates);
            });
}

void DuplicateHints::show(const std::vector<DuplicateCandidate>& candidates)
{
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (!candidates.empty()) {
        QLabel* head = makeLabel(candidates.front().isLikely ? tr("This is probably there already:")
                                                             : tr("This may be there already:"),
                                 TextSize::Small, Ink::Secondary, QFont::Medium);
        head->setContentsMargins(space::s, space::xs, 0, space::xs);
        m_rows->addWidget(head);
    }
    for (const DuplicateCandidate& one : candidates) {
        const QString name = one.detail.isEmpty() ? one.title : one.title + u"  ·  "_s + one.detail;
        auto* row = new ListRow(name, one.reasons.mid(0, 2).join(u" · "_s));
        row->setFace(one.title, m_entity.key == "customer"_L1);
        row->setToolTip(tr("Open it. What you typed here is kept."));
        connect(row, &ListRow::clicked, this, [this, record = one.record] {
            m_navigator.go({Location::Kind::Record, m_entity.key, record, {}, {}});
        });
        m_rows->addWidget(row);
    }
    setVisible(!candidates.empty());
    emit shown();
}

void DuplicateHints::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawRounded(painter, rect(), radius::card, tokens().warning.soft);
}

}

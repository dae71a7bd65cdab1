// The tabs of a record: what belongs to it, and its history.
#include "core/services/Deliver.h"
#include "ui/models/CellText.h"
#include "ui/models/HistoryModel.h"
#include "ui/models/RecordListModel.h"
#include "ui/pages/record/HistoryView.h"
#include "ui/pages/record/RecordPage.h"
#include "ui/theme/Icons.h"
#include "ui/theme/KithStyle.h"
#include "ui/theme/Tokens.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/list/RecordTable.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace kith {

QWidget* RecordPage::makeRelated(const RecordView::Related& related)
{
    const Entity& entity = *m_catalog->entity(related.entity->key);
    const Field& through = *entity.field(related.field->id);
    const QString addText = tr("New %1").arg(inSentence(entity.label.in(language()), language()));
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(space::xl, space::s, space::xl, space::s);
    auto* create = new QPushButton(icon(u"plus"_s), addText);
    bar->addWidget(create);
    bar->addStretch();
    auto* stack = new QStackedWidget;
    auto* table = new RecordTable;
    auto* empty = new EmptyState(entity.icon, tr("No %1 yet").arg(inSentence(entity.plural.in(language()), language())),
                                 tr("What you add here belongs to %1.").arg(m_view.title));
    QPushButton* first = empty->addAction(addText, true);
    stack->addWidget(table);
    stack->addWidget(empty);
    column->addLayout(bar);
    column->addWidget(stack, 1);
    auto* model = new RecordListModel(listSource(desk()), conventions(), page);
    m_lists.push_back(model);
    table->setRecords(model);
    table->setAccessibleName(entity.plural.in(language()));
    const auto showQuery = [this, model, table, &entity, &through](const std::vector<SortKey>& sort) {
        Query query = desk().related(entity, through, {m_entity.id, m_record});
        query.sort = sort;
        query.columns.clear();
        for (const QString& key : entity.list.columns)
            if (const auto path = parsePath(*query.catalog, *query.entity, key);
                path.ok() && path->field->id != through.id)
                query.columns.push_back(*path);
        model->setQuery(query);
        table->layOutColumns();
        table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    };
    connect(model, &RecordListModel::answered, page, [this, stack, table, empty, model] {
        stack->setCurrentWidget(model->total() == 0 ? static_cast<QWidget*>(empty) : table);
        settle();
    });
    connect(model, &RecordListModel::counted, page, [stack, table, empty](std::int64_t rows) {
        stack->setCurrentWidget(rows == 0 ? static_cast<QWidget*>(empty) : table);
    });
    connect(table, &RecordTable::opened, page, [this, model, key = entity.key](int row) {
        if (const Row* record = model->record(row))
            navigator().go({Location::Kind::Record, key, record->id, {}, {}});
    });
    connect(table, &RecordTable::sortAsked, page, [showQuery, model, table](int section, bool descending) {
        const FieldPath path = model->query().columns[std::size_t(section)];
        showQuery({{path, descending}});
        table->horizontalHeader()->setSortIndicator(section, descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    });
    const auto create1 = [this, &through, key = entity.key] { add(key, through); };
    connect(create, &QPushButton::clicked, page, create1);
    connect(first, &QPushButton::clicked, page, create1);
    const auto sort = parseSort(*m_catalog, entity, entity.list.sort);
    showQuery(sort.ok() ? *sort : std::vector<SortKey>{});
    return page;
}

QWidget* RecordPage::makeHistory()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(space::xl, space::xl, space::s, 0);
    auto* view = new HistoryView;
    view->setHistory(m_history);
    column->addWidget(view);
    fetchHistory();
    return page;
}

void RecordPage::fetchHistory()
{
    deliver(desk().history(m_entity.id, m_record), this, [this](const Result<std::vector<HistoryEntry>>& entries) {
        if (entries.ok()) {
            // Names of what is related now; what was related before and is not here is shown by a sign.
            std::map<RecordId, QString> titles;
            for (const auto& [field, value] : m_view.record.fields) {
                const auto* reference = std::get_if<Reference>(&value);
                const auto title = m_view.titles.find(field);
                if (reference && title != m_view.titles.end())
                    titles[reference->record] = title->second;
                const auto* set = std::get_if<IdSet>(&value);
                const auto names = m_view.setTitles.find(field);
                if (set && names != m_view.setTitles.end())
                    for (std::size_t i = 0; i < set->size() && i < names->second.size(); ++i)
                        titles[RecordId::from((*set)[i])] = names->second[i];
            }
            m_history->setEntries(*entries, m_catalog, conventions(), std::move(titles));
        } else {
            navigator().complain(entries.error());
        }
        settle();
    });
}

}

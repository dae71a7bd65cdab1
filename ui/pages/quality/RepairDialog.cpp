#include "ui/pages/quality/RepairDialog.h"

#include "core/services/Deliver.h"
#include "core/text/Sentences.h"
#include "core/text/formats/Country.h"
#include "ui/pages/Page.h"
#include "ui/theme/Tokens.h"
#include "ui/widgets/Text.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

constexpr std::size_t listed = 500; // of a long plan; the rest is done all the same
constexpr int nameWidth = 220;
constexpr QSize tableSize{780, 340};

QString titleOf(RepairKind kind, const QString& field)
{
    switch (kind) {
    case RepairKind::ReadPhones:
        return RepairDialog::tr("Read phones again");
    case RepairKind::PutMailsRight:
        return RepairDialog::tr("Put emails right");
    case RepairKind::DropUnread:
        return RepairDialog::tr("Remove what is not readable");
    case RepairKind::LinkNamed:
        return RepairDialog::tr("Find %1 by name").arg(field);
    }
    return {};
}

QString aboutOf(RepairKind kind)
{
    switch (kind) {
    case RepairKind::ReadPhones:
        return RepairDialog::tr("Numbers without a country code are read as those of a country. What was typed is "
                                "kept beside the number.");
    case RepairKind::PutMailsRight:
        return RepairDialog::tr("Evident slips are put right. Look through them: what you untick stays as it is.");
    case RepairKind::DropUnread:
        return RepairDialog::tr("What could not be read goes; all that could stays.");
    case RepairKind::LinkNamed:
        return RepairDialog::tr("Linked where just one record fits. Look through them: what you untick stays as it "
                                "is.");
    }
    return {};
}

QStandardItem* cell(const QString& text)
{
    auto* item = new QStandardItem(text);
    item->setToolTip(text);
    item->setEditable(false);
    return item;
}

}

RepairDialog::RepairDialog(const Entity& entity, const Field& field, RepairKind kind, std::vector<RecordId> records,
                           Navigator& navigator, QWidget* parent)
    : Dialog(titleOf(kind, field.label.in(navigator.language())), aboutOf(kind), parent)
    , m_navigator(navigator)
    , m_entity(entity.id)
    , m_repair{kind, field.id, {}}
    , m_records(std::move(records))
    , m_table(new QTableView)
    , m_changes(new QStandardItemModel(this))
    , m_count(makeLabel({}, TextSize::Body, Ink::Secondary))
{
    if (kind == RepairKind::ReadPhones)
        makeCountries();
    makeTable();
    setMinimumWidth(tableSize.width());
    body()->addWidget(m_count);
    addCancel();
    m_go = addButton(tr("Put right"), true);
    connect(m_go, &QPushButton::clicked, this, &RepairDialog::carryOut);
    connect(m_changes, &QStandardItemModel::itemChanged, this, &RepairDialog::showCount);
    fetch();
}

RepairDialog::~RepairDialog()
{
    m_asked.cancel();
}

void RepairDialog::makeCountries()
{
    m_countries = new QComboBox;
    const QLocale locale(m_navigator.language());
    const QString home = m_navigator.conventions().region;
    const auto homeCode = CountryCode::fromIso(home);
    const QString homeName = homeCode ? countryName(*homeCode, locale) : home;
    m_countries->addItem(tr("Each record's own country, else %1").arg(homeName), QString());
    std::vector<std::pair<QString, QString>> countries;
    for (const CountryCode& code : allCountries())
        countries.emplace_back(countryName(code, locale), code.toString());
    std::sort(countries.begin(), countries.end(), [](const auto& one, const auto& other) {
        return QString::localeAwareCompare(one.first, other.first) < 0;
    });
    for (const auto& [name, code] : countries)
        m_countries->addItem(name, code);
    m_countries->setAccessibleName(tr("Country of the numbers"));
    m_countries->setMaxVisibleItems(16);
    auto* row = new QHBoxLayout;
    QLabel* label = makeLabel(tr("Country"), TextSize::Body, Ink::Secondary);
    label->setBuddy(m_countries);
    row->addWidget(label);
    row->addWidget(m_countries);
    row->addStretch();
    body()->addLayout(row);
    connect(m_countries, &QComboBox::currentIndexChanged, this, [this] {
        m_repair.region = m_countries->currentData().toString();
        fetch();
    });
}

void RepairDialog::makeTable()
{
    m_changes->setHorizontalHeaderLabels({tr("Record"), tr("Now"), tr("Then")});
    m_table->setModel(m_changes);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setSelectionBehavior(QTableView::SelectRows);
    m_table->setMinimumHeight(tableSize.height());
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->viewport()->setAutoFillBackground(false);
    m_table->setAccessibleName(tr("What would change"));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(size::row);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Interactive);
    m_table->setColumnWidth(0, nameWidth);
    body()->addWidget(m_table);
}

void RepairDialog::fetch()
{
    m_asked.cancel();
    m_go->setEnabled(false);
    m_count->setText(tr("Looking through %n record(s)…", nullptr, int(m_records.size())));
    m_asked = m_navigator.session().quality().plan(m_entity, m_repair, m_records);
    deliver(m_asked, this, [this, region = m_repair.region](const Result<RepairPlan>& plan) {
        if (region != m_repair.region)
            return;
        if (plan.ok())
            show(*plan);
        else
            complain(sentence(plan.error()));
    });
}

void RepairDialog::show(const RepairPlan& plan)
{
    m_plan = plan;
    m_changes->removeRows(0, m_changes->rowCount());
    for (std::size_t i = 0; i < std::min(listed, plan.changes.size()); ++i) {
        const RepairChange& change = plan.changes[i];
        QStandardItem* name = cell(change.title);
        name->setCheckable(true);
        name->setCheckState(Qt::Checked);
        m_changes->appendRow({name, cell(change.beforeText), cell(change.afterText)});
    }
    showCount();
    emit planned();
}

void RepairDialog::showCount()
{
    const auto wanted = int(ticked().changes.size());
    QStringList texts;
    if (m_plan.changes.empty())
        texts += noneText();
    else
        texts += tr("%n record(s) will be put right.", nullptr, wanted);
    if (m_plan.changes.size() > listed)
        texts += tr("The first %1 are shown.").arg(listed);
    const auto rest = m_plan.looked - std::int64_t(m_plan.changes.size());
    if (rest > 0 && !m_plan.changes.empty())
        texts += tr("%n other(s) cannot be told and stay as they are.", nullptr, int(rest));
    m_count->setText(texts.join(u' '));
    m_go->setEnabled(wanted > 0);
}

QString RepairDialog::noneText() const
{
    switch (m_repair.kind) {
    case RepairKind::ReadPhones:
        return tr("None of these can be read as a number of that country.");
    case RepairKind::PutMailsRight:
        return tr("None of these is an evident slip.");
    case RepairKind::DropUnread:
        return tr("All of these can be read.");
    case RepairKind::LinkNamed:
        return tr("For none of these is there just one that fits.");
    }
    return {};
}

RepairPlan RepairDialog::ticked() const
{
    RepairPlan plan = m_plan;
    plan.changes.clear();
    for (std::size_t i = 0; i < m_plan.changes.size(); ++i) {
        const QStandardItem* item = m_changes->item(int(i));
        if (!item || item->checkState() == Qt::Checked)
            plan.changes.push_back(m_plan.changes[i]);
    }
    return plan;
}

void RepairDialog::carryOut()
{
    m_go->setEnabled(false);
    deliver(m_navigator.session().quality().carryOut(ticked()), this, [this](const Result<RepairOutcome>& outcome) {
        if (!outcome.ok() || !outcome->saved.problems.empty()) {
            complain(sentence(outcome.ok() ? outcome->saved.problems.front().error : outcome.error()));
            return showCount();
        }
        emit carriedOut(*outcome);
        accept();
    });
}

}

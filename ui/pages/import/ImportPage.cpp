#include "ui/pages/import/ImportPage.h"

#include "core/services/Deliver.h"
#include "core/services/DuplicateDesk.h"
#include "core/services/ImportDesk.h"
#include "core/text/HumanFormat.h"
#include "core/text/Sentences.h"
#include "ui/pages/import/ImportJob.h"
#include "ui/pages/import/PreviewTable.h"
#include "ui/theme/Icons.h"
#include "ui/theme/KithStyle.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Text.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

QComboBox* makeChoice(const QString& name)
{
    auto* box = new QComboBox;
    box->setAccessibleName(name);
    return box;
}

QWidget* makeNamed(const QString& name, QWidget* box)
{
    auto* holder = new QWidget;
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    QLabel* label = makeLabel(name, TextSize::Small, Ink::Secondary, QFont::Medium);
    label->setBuddy(box);
    column->addWidget(label);
    column->addWidget(box);
    return holder;
}

void choose(QComboBox* box, const QVariant& data, const QString& text)
{
    if (box->findData(data) < 0)
        box->addItem(text, data);
    box->setCurrentIndex(box->findData(data));
}

}

ImportPage::ImportPage(const QString& entity, const QString& file, Navigator& navigator, QWidget* parent)
    : Page(navigator, parent)
    , m_catalog(desk().catalog())
    , m_entity(entity)
    , m_steps(new QStackedWidget)
    , m_banner(new Banner)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::l, 0, 0);
    column->setSpacing(space::m);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(space::xl, 0, space::xl, 0);
    head->addWidget(makeLabel(title(), TextSize::Heading, Ink::Text, QFont::DemiBold), 1);
    column->addLayout(head);
    auto* banner = new QHBoxLayout;
    banner->setContentsMargins(space::xl, 0, space::xl, 0);
    banner->addWidget(m_banner);
    column->addLayout(banner);
    column->addWidget(m_steps, 1);
    m_steps->addWidget(makeChoose());
    m_steps->addWidget(makeMap());
    m_steps->addWidget(makeRun());
    m_steps->addWidget(makeDone());
    followJob();
    if (navigator.importJob().isRunning()) {
        showRunning();
        settle();
    } else if (navigator.importJob().report()) {
        showReport();
        settle();
    } else if (!file.isEmpty()) {
        inspect(file);
    } else {
        fetchInterrupted();
    }
}

QWidget* ImportPage::makeChoose()
{
    auto* empty =
        new EmptyState(u"upload"_s, tr("Drop a CSV, Excel or vCard file here"),
                       tr("From a spreadsheet, a phone or another program. You see what becomes of it before anything "
                          "is written, and the whole import can be undone."));
    QPushButton* open = empty->addAction(tr("Choose a file"), true);
    connect(open, &QPushButton::clicked, this, &ImportPage::chooseFile);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(space::xl, 0, space::xl, 0);
    m_interrupted = new QVBoxLayout;
    m_interrupted->setSpacing(space::s);
    column->addLayout(m_interrupted);
    column->addWidget(empty, 1);
    return page;
}

QHBoxLayout* ImportPage::makeReading()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(space::m);
    m_kind = makeChoice(tr("What the rows are"));
    for (const Entity& entity : m_catalog->entities())
        if (entity.key != "definition"_L1)
            m_kind->addItem(icon(entity.icon), entity.plural.in(language()), entity.key);
    m_sheet = makeChoice(tr("Sheet"));
    m_encoding = makeChoice(tr("Encoding"));
    for (const QString& name :
         {u"UTF-8"_s, u"GB18030"_s, u"Big5"_s, u"UTF-16LE"_s, u"UTF-16BE"_s, u"ISO-8859-1"_s, u"windows-1252"_s})
        m_encoding->addItem(name, name);
    m_delimiter = makeChoice(tr("Separated by"));
    m_delimiter->addItem(tr("Commas"), QString(u','));
    m_delimiter->addItem(tr("Semicolons"), QString(u';'));
    m_delimiter->addItem(tr("Tabs"), QString(u'\t'));
    m_delimiter->addItem(tr("Bars"), QString(u'|'));
    m_header = makeChoice(tr("First row"));
    m_header->addItem(tr("Names the columns"), true);
    m_header->addItem(tr("Is a record already"), false);
    m_dates = makeChoice(tr("Dates"));
    m_dates->addItem(tr("Year, month, day"), u"ymd"_s);
    m_dates->addItem(tr("Day, month, year"), u"dmy"_s);
    m_dates->addItem(tr("Month, day, year"), u"mdy"_s);
    row->addWidget(makeNamed(tr("What the rows are"), m_kind));
    row->addWidget(makeNamed(tr("Sheet"), m_sheet));
    row->addWidget(makeNamed(tr("Encoding"), m_encoding));
    row->addWidget(makeNamed(tr("Separated by"), m_delimiter));
    row->addWidget(makeNamed(tr("First row"), m_header));
    row->addWidget(makeNamed(tr("Dates"), m_dates));
    row->addStretch();
    connect(m_kind, &QComboBox::activated, this, [this] {
        m_entity = m_kind->currentData().toString();
        lookAgain();
    });
    connect(m_sheet, &QComboBox::activated, this, [this] {
        m_given.sheet = m_sheet->currentText();
        lookAgain();
    });
    connect(m_encoding, &QComboBox::activated, this, [this] {
        m_given.encoding = Encoding::named(m_encoding->currentData().toString());
        lookAgain();
    });
    connect(m_delimiter, &QComboBox::activated, this, [this] {
        m_given.delimiter = m_delimiter->currentData().toString().front().toLatin1();
        lookAgain();
    });
    connect(m_header, &QComboBox::activated, this, [this] {
        m_given.hasHeader = m_header->currentData().toBool();
        lookAgain();
    });
    connect(m_dates, &QComboBox::activated, this, [this] {
        m_preview.plan.dateOrder = m_dates->currentData().toString();
        for (ColumnMapping& column : m_preview.plan.columns)
            column.dateOrder.clear();
        preview();
    });
    return row;
}

void ImportPage::makeOptions(QVBoxLayout* column)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(space::m);
    m_match = makeChoice(tr("A record is there already if it has the same"));
    m_duplicates = makeChoice(tr("Then"));
    m_duplicates->addItem(tr("Update it"), int(DuplicateChoice::Update));
    m_duplicates->addItem(tr("Leave it as it is"), int(DuplicateChoice::Skip));
    m_duplicates->addItem(tr("Make another"), int(DuplicateChoice::Create));
    row->addWidget(makeNamed(tr("A record is there already if it has the same"), m_match));
    row->addWidget(makeNamed(tr("Then"), m_duplicates));
    m_makes = new QWidget;
    new FlowLayout(m_makes, space::l);
    auto* makes = makeNamed(tr("Make what is missing, for links to"), m_makes);
    makes->setContentsMargins(space::l, 0, 0, 0);
    row->addWidget(makes, 1);
    row->addStretch();
    column->addLayout(row);
    connect(m_match, &QComboBox::activated, this, [this] {
        const QString field = m_match->currentData().toString();
        m_preview.plan.match = field.isEmpty() ? QStringList() : QStringList{field};
        preview();
    });
    connect(m_duplicates, &QComboBox::activated, this, [this] {
        m_preview.plan.onDuplicate = DuplicateChoice(m_duplicates->currentData().toInt());
        preview();
    });
}

QWidget* ImportPage::makeMap()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(space::xl, 0, space::xl, 0);
    column->setSpacing(space::m);
    auto* file = new QHBoxLayout;
    m_file = makeLabel({}, TextSize::Body, Ink::Text, QFont::DemiBold);
    m_facts = makeLabel({}, TextSize::Body, Ink::Tertiary);
    auto* other = new QPushButton(tr("Another file"));
    setButtonKind(*other, ButtonKind::Ghost);
    file->addWidget(m_file);
    file->addWidget(m_facts, 1);
    file->addWidget(other);
    column->addLayout(file);
    column->addLayout(makeReading());
    column->addWidget(new Line);
    m_table = new PreviewTable;
    column->addWidget(m_table, 1);
    column->addWidget(new Line);
    makeOptions(column);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(0, 0, 0, space::l);
    m_problems = makeLabel({}, TextSize::Body, Ink::Secondary);
    m_problems->setWordWrap(true);
    m_try = new QPushButton(tr("Try without writing"));
    m_go = new QPushButton(tr("Import"));
    setButtonKind(*m_go, ButtonKind::Primary);
    foot->addWidget(m_problems, 1);
    foot->addWidget(m_try);
    foot->addWidget(m_go);
    column->addLayout(foot);
    connect(other, &QPushButton::clicked, this, &ImportPage::chooseFile);
    connect(m_try, &QPushButton::clicked, this, [this] { start(true); });
    connect(m_go, &QPushButton::clicked, this, [this] { start(false); });
    connect(m_table, &PreviewTable::mapped, this, [this](int at, const QString& field) {
        ColumnMapping& mapping = m_preview.plan.columns[std::size_t(at)];
        mapping.field = field;
        mapping.certainty = 1;
        mapping.reason = u"chosen"_s;
        preview();
    });
    return page;
}

QWidget* ImportPage::makeRun()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setSpacing(space::m);
    m_running = makeLabel(tr("Importing"), TextSize::Large, Ink::Text, QFont::DemiBold);
    m_counts = makeLabel({}, TextSize::Body, Ink::Secondary);
    m_counts->setAlignment(Qt::AlignHCenter);
    m_bar = new QProgressBar;
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(420, 6);
    m_bar->setAccessibleName(tr("Progress of the import"));
    auto* stop = new QPushButton(tr("Stop"));
    column->addStretch(2);
    column->addWidget(m_running, 0, Qt::AlignHCenter);
    column->addWidget(m_bar, 0, Qt::AlignHCenter);
    column->addWidget(m_counts, 0, Qt::AlignHCenter);
    m_calm = makeLabel({}, TextSize::Small, Ink::Tertiary);
    column->addWidget(m_calm, 0, Qt::AlignHCenter);
    column->addWidget(stop, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(stop, &QPushButton::clicked, this, [this] { navigator().importJob().stop(); });
    return page;
}

void ImportPage::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Choose a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Tables and cards (*.csv *.tsv *.txt *.xlsx *.vcf)"), tr("All files (*)")});
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    connect(dialog, &QFileDialog::fileSelected, this, &ImportPage::inspect);
    dialog->open();
}

void ImportPage::inspect(const QString& path)
{
    m_given = {};
    m_preview.plan.path = path;
    navigator().importJob().clearReport();
    lookAgain();
}

// At the file as it is, with what the person has said of it.
void ImportPage::lookAgain()
{
    deliver(navigator().session().imports().inspect(m_preview.plan.path, m_entity, m_given), this,
            [this, asked = ++m_asked](const Result<ImportPreview>& preview) {
                if (asked == m_asked)
                    showPreview(preview);
            });
}

void ImportPage::preview()
{
    deliver(navigator().session().imports().preview(m_preview.plan), this,
            [this, asked = ++m_asked, bytes = m_preview.fileBytes,
             sheets = m_preview.sheets](Result<ImportPreview> preview) {
                if (asked != m_asked)
                    return;
                if (preview.ok()) {
                    preview->fileBytes = bytes;
                    preview->sheets = sheets;
                }
                showPreview(preview);
            });
}

void ImportPage::showPreview(const Result<ImportPreview>& preview)
{
    if (!preview.ok()) {
        m_banner->say(Banner::Kind::Danger, sentence(preview.error()));
        return settle();
    }
    m_banner->say(Banner::Kind::Info, {});
    m_preview = *preview;
    m_entity = m_preview.plan.entity;
    m_steps->setCurrentIndex(1);
    showReading();
    m_table->show(m_preview, *m_catalog, language());
    showMakes();
    showProblems();
    settle();
}

// How many of the rows one sees would be rejected, and the first reason.
void ImportPage::showProblems()
{
    int wrong = 0;
    int guessed = 0;
    QString first;
    for (const PreviewRow& row : m_preview.rows) {
        wrong += row.problems.isEmpty() ? 0 : 1;
        guessed += row.problems.isEmpty() && !row.notices.isEmpty() ? 1 : 0;
        if (first.isEmpty() && !row.problems.isEmpty())
            first = row.problems.join(u' ');
    }
    QStringList said;
    if (wrong > 0)
        said += tr("%n of these rows would be rejected.", nullptr, wrong) + u' ' + first;
    if (guessed > 0)
        said += tr("%n of these rows hold a guess.", nullptr, guessed);
    m_problems->setText(said.isEmpty() ? tr("These rows can all be taken as they are.") : said.join(u' '));
    setInk(*m_problems, wrong > 0 ? Ink::Danger : Ink::Secondary);
}

void ImportPage::showReading()
{
    const ImportPlan& plan = m_preview.plan;
    m_file->setText(plan.path.section(u'/', -1));
    m_facts->setText(humanBytes(m_preview.fileBytes, numbers()));
    choose(m_kind, plan.entity, plan.entity);
    m_sheet->clear();
    m_sheet->addItems(m_preview.sheets);
    m_sheet->setCurrentText(plan.sheet);
    m_sheet->parentWidget()->setVisible(m_preview.sheets.size() > 1);
    m_encoding->parentWidget()->setVisible(plan.format != FileFormat::Xlsx);
    m_delimiter->parentWidget()->setVisible(plan.format == FileFormat::Csv);
    m_header->parentWidget()->setVisible(plan.format != FileFormat::Vcard);
    m_dates->parentWidget()->setVisible(plan.format != FileFormat::Vcard);
    choose(m_encoding, plan.encoding, plan.encoding);
    choose(m_delimiter, QString(plan.delimiter), QString(plan.delimiter));
    choose(m_header, plan.hasHeader, {});
    choose(m_dates, plan.dateOrder, plan.dateOrder.isEmpty() ? tr("As they are") : plan.dateOrder);
    choose(m_duplicates, int(plan.onDuplicate), {});
    m_match->clear();
    m_match->addItem(tr("Nothing: every row is new"), QString());
    const Entity* entity = m_catalog->entity(plan.entity);
    for (const ColumnMapping& column : plan.columns)
        if (const Field* field = entity ? entity->field(column.field) : nullptr)
            m_match->addItem(field->label.in(language()), field->key);
    if (entity && DuplicateDesk::compares(*entity))
        m_match->addItem(tr("Looks: name, phone, mail and the like"), matchLikeness.toString());
    choose(m_match, plan.match.value(0), plan.match.value(0));
    m_duplicates->setEnabled(!plan.match.isEmpty());
}

void ImportPage::showMakes()
{
    QLayout* row = m_makes->layout();
    while (QLayoutItem* item = row->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const Entity* entity = m_catalog->entity(m_preview.plan.entity);
    for (const ColumnMapping& column : m_preview.plan.columns) {
        const auto place = std::size_t(&column - m_preview.plan.columns.data());
        const Field* field = entity ? entity->field(column.field.section(u'.', 0, 0)) : nullptr;
        if (!field || field->type != FieldType::Relation)
            continue;
        const QString name = field->label.in(language());
        auto* box = new QCheckBox(name);
        box->setAccessibleName(tr("Make what is missing: %1").arg(name));
        box->setChecked(column.make);
        row->addWidget(box);
        connect(box, &QCheckBox::toggled, this, [this, place](bool on) {
            m_preview.plan.columns[place].make = on;
            preview();
        });
    }
    m_makes->parentWidget()->setVisible(row->count() > 0);
}

}

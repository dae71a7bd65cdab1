#include "ui/pages/list/FilterBar.h"

#include "core/services/Deliver.h"
#include "core/services/RecordDesk.h"
#include "core/text/Sentences.h"
#include "ui/theme/Icons.h"
#include "ui/theme/KithStyle.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/fields/ChoiceEditors.h"
#include "ui/widgets/list/ChoicePopup.h"
#include "ui/widgets/list/FilterChip.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

constexpr std::size_t usualChips = 5;

bool isUsual(const Field& field)
{
    if (field.hidden || (field.system && field.key != QStringView(systemField::Owner)))
        return false;
    return hasOptions(field) || field.type == FieldType::Tags ||
           (field.type == FieldType::Relation && field.targets.size() == 1) || field.type == FieldType::Date ||
           field.type == FieldType::Instant;
}

bool canBeFiltered(const Field& field)
{
    return !field.hidden;
}

}

FilterBar::FilterBar(const Entity& entity, EditorContext context, RecordDesk& desk, QWidget* parent)
    : QWidget(parent)
    , m_entity(entity)
    , m_context(std::move(context))
    , m_desk(desk)
    , m_more(new QToolButton)
    , m_clear(new QPushButton(tr("Clear")))
    , m_line(new QLineEdit)
    , m_problem(makeLabel({}, TextSize::Small, Ink::Danger))
{
    auto* chips = new QWidget;
    m_chips = new FlowLayout(chips);
    m_more->setText(tr("Filter"));
    m_more->setIcon(icon(u"plus"_s, Tone::Tertiary));
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setFont(interfaceFont(TextSize::Small, QFont::Medium));
    m_more->setForegroundRole(QPalette::Dark);
    m_more->setFixedHeight(26);
    m_more->setAccessibleName(tr("Filter by another field"));
    setButtonKind(*m_clear, ButtonKind::Ghost);
    m_clear->setFont(interfaceFont(TextSize::Small, QFont::Medium));
    m_clear->setFixedHeight(26);
    m_clear->hide();
    m_line->setFont(fixedFont(TextSize::Small));
    m_line->setPlaceholderText(tr("For example: amount > 1000 and (stage = won or changed >= -30d)"));
    m_line->setAccessibleName(tr("Filter in words"));
    m_line->addAction(icon(u"funnel"_s, Tone::Tertiary), QLineEdit::LeadingPosition);
    m_line->hide();
    m_problem->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s - 2);
    column->addWidget(chips);
    column->addWidget(m_line);
    column->addWidget(m_problem);
    // Fields that are shown come first, then the rest in the catalog's order.
    for (const bool shown : {true, false})
        for (const Field& field : entity.fields)
            if (m_parts.size() < usualChips && isUsual(field) && entity.list.columns.contains(field.key) == shown)
                add(field);
    m_chips->addWidget(m_more);
    m_chips->addWidget(m_clear);
    connect(m_more, &QToolButton::clicked, this, &FilterBar::offerFields);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        setText({});
        emit changed();
    });
    const auto read = [this] {
        if (readLine())
            emit changed();
    };
    connect(m_line, &QLineEdit::returnPressed, this, read);
    connect(m_line, &QLineEdit::textEdited, this, [read](const QString& text) {
        if (text.isEmpty())
            read();
    });
}

FilterBar::Chip& FilterBar::add(const Field& field)
{
    m_parts.push_back(std::make_unique<Chip>(Chip{FilterPart(m_entity, field), nullptr}));
    Chip& chip = *m_parts.back();
    chip.widget = new FilterChip(field.label.in(m_context.conventions.language));
    m_chips->addWidget(chip.widget);
    connect(chip.widget, &FilterChip::opened, this, [this, &chip] { open(chip); });
    connect(chip.widget, &FilterChip::cleared, this, [this, &chip] {
        chip.part.clear();
        showChip(chip);
        emit changed();
    });
    return chip;
}

void FilterBar::open(Chip& chip)
{
    const Field& field = chip.part.field();
    if (hasOptions(field) || field.type == FieldType::Boolean)
        openOptions(chip);
    else if (pointsAtRecords(field))
        openRecords(chip);
    else if (field.type == FieldType::Date || field.type == FieldType::Instant)
        openTimes(chip);
    else
        openText(chip);
}

void FilterBar::tick(Chip& chip, const QString& key, const QString& shown, bool on)
{
    chip.part.setValue(key, shown, on);
    showChip(chip);
    emit changed();
}

void FilterBar::openOptions(Chip& chip)
{
    auto* popup = new ChoicePopup(this);
    std::vector<ChoicePopup::Choice> choices;
    const FilterPart& part = chip.part;
    for (const Option& option : part.field().options)
        if (!option.hidden)
            choices.push_back({catalogIdText(option.id), option.label.in(m_context.conventions.language),
                               colourDot(option.colour), part.hasValue(catalogIdText(option.id))});
    if (part.field().type == FieldType::Boolean)
        choices = {{u"true"_s, tr("Yes"), {}, part.hasValue(u"true"_s)},
                   {u"false"_s, tr("No"), {}, part.hasValue(u"false"_s)}};
    popup->setChoices(choices);
    connect(popup, &ChoicePopup::ticked, this,
            [this, &chip](const QString& key, const QString& text, bool on) { tick(chip, key, text, on); });
    popup->showBelow(*chip.widget);
}

void FilterBar::openRecords(Chip& chip)
{
    auto* popup = new ChoicePopup(this);
    popup->setSearching(true);
    const auto ask = [this, popup, &chip](const QString& typed) {
        deliver(m_context.candidates(chip.part.field(), typed), popup,
                [popup, &chip](const Result<std::vector<LinkCandidate>>& found) {
                    if (!found.ok())
                        return;
                    std::vector<ChoicePopup::Choice> choices;
                    for (const auto& [key, text] : chip.part.values())
                        choices.push_back({key, text, {}, true});
                    for (const LinkCandidate& one : *found)
                        if (const QString key = one.reference.record.toString(); !chip.part.hasValue(key))
                            choices.push_back({key, one.title, {}, false});
                    popup->setChoices(choices);
                });
    };
    connect(popup, &ChoicePopup::searched, this, ask);
    connect(popup, &ChoicePopup::ticked, this,
            [this, &chip](const QString& key, const QString& text, bool on) { tick(chip, key, text, on); });
    popup->setChoices({});
    popup->showBelow(*chip.widget);
    ask({});
}

void FilterBar::choose(Chip& chip, const QString& condition, const QString& shown)
{
    chip.part.setCondition(condition, shown);
    showChip(chip);
    emit changed();
}

void FilterBar::openTimes(Chip& chip)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const TimeChoice& one : timeChoices(chip.part.field())) {
        if (one.opensGroup)
            menu->addSeparator();
        menu->addAction(one.shown, this, [this, &chip, one] { choose(chip, one.condition, one.shown); });
    }
    menu->popup(chip.widget->mapToGlobal(QPoint(0, chip.widget->height() + 4)));
}

void FilterBar::openText(Chip& chip)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString key = chip.part.field().key;
    menu->addAction(tr("Empty"), this, [this, &chip, key] { choose(chip, key + u" is empty"_s, tr("empty")); });
    menu->addAction(tr("Not empty"), this,
                    [this, &chip, key] { choose(chip, key + u" is not empty"_s, tr("not empty")); });
    if (canBeInvalid(chip.part.field()))
        menu->addAction(tr("Not readable"), this,
                        [this, &chip, key] { choose(chip, key + u" is invalid"_s, tr("not readable")); });
    menu->addSeparator();
    menu->addAction(tr("Write a condition"), this, [this, key] {
        showLine();
        const QString before = m_line->text().trimmed();
        m_line->setText(before.isEmpty() ? key + u' ' : before + u" and "_s + key + u' ');
    });
    menu->popup(chip.widget->mapToGlobal(QPoint(0, chip.widget->height() + 4)));
}

void FilterBar::showChip(const Chip& chip)
{
    chip.widget->setChoice(chip.part.shown());
    const bool active =
        std::any_of(m_parts.begin(), m_parts.end(), [](const auto& one) { return !one->part.isEmpty(); });
    m_clear->setVisible(active || !m_typed.isEmpty());
}

void FilterBar::offerFields()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Field& field : m_entity.fields) {
        const bool there =
            std::any_of(m_parts.begin(), m_parts.end(), [&](const auto& one) { return &one->part.field() == &field; });
        if (there || !canBeFiltered(field))
            continue;
        menu->addAction(field.label.in(m_context.conventions.language), this, [this, &field] {
            Chip& chip = addBeforeMenu(field);
            m_chips->activate();
            open(chip);
        });
    }
    menu->addSeparator();
    menu->addAction(icon(u"funnel"_s), tr("Write a filter"), this, &FilterBar::showLine);
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height() + 4)));
}

FilterBar::Chip& FilterBar::addBeforeMenu(const Field& field)
{
    m_chips->removeWidget(m_more);
    m_chips->removeWidget(m_clear);
    Chip& chip = add(field);
    m_chips->addWidget(m_more);
    m_chips->addWidget(m_clear);
    chip.widget->show();
    return chip;
}

void FilterBar::showLine()
{
    m_line->show();
    m_line->setFocus();
}

// Whether what stands in the line is understood.
bool FilterBar::readLine()
{
    const QString text = m_line->text().trimmed();
    const auto read = parseFilter(*m_context.catalog, m_entity, text, m_desk.queryContext());
    m_problem->setVisible(!read.ok());
    m_line->setProperty("kithWrong", !read.ok());
    m_line->update();
    if (!read.ok()) {
        m_problem->setText(sentence(read.error()));
        return false;
    }
    m_typed = text;
    for (const auto& chip : m_parts)
        showChip(*chip);
    return true;
}

QString FilterBar::text() const
{
    QStringList conditions;
    for (const auto& chip : m_parts)
        conditions += chip->part.text();
    conditions += m_typed;
    return allConditions(conditions);
}

void FilterBar::setText(const QString& text)
{
    for (const auto& chip : m_parts)
        chip->part.clear();
    QStringList rest;
    QueryContext context = m_desk.queryContext();
    context.language = m_context.conventions.language; // of the window, not of the book
    for (const QString& condition : filterConditions(text)) {
        Chip* chip = takingChip(condition, context);
        if (chip)
            findNames(*chip);
        else
            rest += condition;
    }
    m_line->setText(allConditions(rest));
    m_line->setVisible(!rest.isEmpty());
    readLine();
}

// The chip that has taken up a condition, if there is one free for its field or one can be made.
FilterBar::Chip* FilterBar::takingChip(const QString& condition, const QueryContext& context)
{
    for (const auto& chip : m_parts)
        if (chip->part.isEmpty() && chip->part.take(condition, *m_context.catalog, context))
            return chip.get();
    for (const Field& field : m_entity.fields) {
        const bool there =
            std::any_of(m_parts.begin(), m_parts.end(), [&](const auto& one) { return &one->part.field() == &field; });
        if (there || !canBeFiltered(field) || !FilterPart(m_entity, field).take(condition, *m_context.catalog, context))
            continue;
        Chip& chip = addBeforeMenu(field);
        chip.part.take(condition, *m_context.catalog, context);
        return &chip;
    }
    return nullptr;
}

// A view names records by their ids; people want to read what they are called.
void FilterBar::findNames(Chip& chip)
{
    const Field& field = chip.part.field();
    const Entity* target = field.targets.size() == 1 ? m_context.catalog->entity(field.targets.first()) : nullptr;
    if (!pointsAtRecords(field) || !target)
        return;
    for (const auto& [key, shown] : chip.part.values())
        if (const auto id = RecordId::fromString(key))
            deliver(m_desk.record(target->id, *id), chip.widget,
                    [this, &chip, key = key](const Result<RecordView>& found) {
                        if (!found.ok() || !chip.part.hasValue(key))
                            return;
                        chip.part.setValue(key, found->title, true);
                        showChip(chip);
                    });
}

}

#include "ui/pages/list/FilterBar.h"

#include "core/services/Deliver.h"
#include "core/text/Sentences.h"
#include "ui/pages/list/ChoicePopup.h"
#include "ui/theme/Icons.h"
#include "ui/theme/KithStyle.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/fields/ChoiceEditors.h"
#include "ui/widgets/list/FilterChip.h"

#include <QBoxLayout>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

constexpr std::size_t usualChips = 5;

bool hasOptions(const Field& field)
{
    return (field.type == FieldType::Option || field.type == FieldType::Options) && !field.options.empty();
}

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

FilterPtr compare(const Entity& entity, const Field& field, Comparison comparison, std::vector<Value> values)
{
    auto filter = std::make_shared<Filter>();
    filter->kind = Filter::Kind::Compare;
    filter->path.owner = &entity;
    filter->path.field = &field;
    filter->comparison = comparison;
    filter->values = std::move(values);
    return filter;
}

FilterPtr join(std::vector<FilterPtr> parts, Filter::Kind kind)
{
    std::erase(parts, nullptr);
    if (parts.empty())
        return nullptr;
    if (parts.size() == 1)
        return parts.front();
    auto filter = std::make_shared<Filter>();
    filter->kind = kind;
    filter->children = std::move(parts);
    return filter;
}

}

FilterBar::FilterBar(const Entity& entity, EditorContext context, QueryContext queryContext, QWidget* parent)
    : QWidget(parent)
    , m_entity(entity)
    , m_context(std::move(context))
    , m_queryContext(std::move(queryContext))
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
        clear();
        emit changed();
    });
    connect(m_line, &QLineEdit::returnPressed, this, &FilterBar::readLine);
    connect(m_line, &QLineEdit::textEdited, this, [this](const QString& text) {
        if (text.isEmpty())
            readLine();
    });
}

FilterBar::Part& FilterBar::add(const Field& field)
{
    m_parts.push_back(std::make_unique<Part>());
    Part& part = *m_parts.back();
    part.field = &field;
    part.chip = new FilterChip(field.label.in(m_context.conventions.language));
    m_chips->addWidget(part.chip);
    connect(part.chip, &FilterChip::opened, this, [this, &part] { open(part); });
    connect(part.chip, &FilterChip::cleared, this, [this, &part] {
        part.chosen.clear();
        part.text.clear();
        told(part);
    });
    return part;
}

void FilterBar::open(Part& part)
{
    if (hasOptions(*part.field) || part.field->type == FieldType::Boolean)
        openOptions(part);
    else if (part.field->type == FieldType::Relation || part.field->type == FieldType::Tags)
        openRecords(part);
    else if (part.field->type == FieldType::Date || part.field->type == FieldType::Instant)
        openTimes(part);
    else
        openText(part);
}

void FilterBar::openOptions(Part& part)
{
    auto* popup = new ChoicePopup(this);
    std::vector<ChoicePopup::Choice> choices;
    const auto chosen = [&](const QString& key) {
        return std::any_of(part.chosen.begin(), part.chosen.end(), [&](const auto& one) { return one.first == key; });
    };
    for (const Option& option : part.field->options)
        if (!option.hidden)
            choices.push_back({catalogIdText(option.id), option.label.in(m_context.conventions.language),
                               colourDot(option.colour), chosen(catalogIdText(option.id))});
    if (part.field->type == FieldType::Boolean)
        choices = {{u"true"_s, tr("Yes"), {}, chosen(u"true"_s)}, {u"false"_s, tr("No"), {}, chosen(u"false"_s)}};
    popup->setChoices(choices);
    connect(popup, &ChoicePopup::ticked, this, [this, &part](const QString& key, const QString& text, bool on) {
        if (on)
            part.chosen.emplace_back(key, text);
        else
            std::erase_if(part.chosen, [&](const auto& one) { return one.first == key; });
        told(part);
    });
    popup->showBelow(*part.chip);
}

void FilterBar::openRecords(Part& part)
{
    auto* popup = new ChoicePopup(this);
    popup->setSearching(true);
    const auto ask = [this, popup, &part](const QString& typed) {
        deliver(m_context.candidates(*part.field, typed), popup,
                [popup, &part](const Result<std::vector<LinkCandidate>>& found) {
                    if (!found.ok())
                        return;
                    std::vector<ChoicePopup::Choice> choices;
                    for (const auto& [key, text] : part.chosen)
                        choices.push_back({key, text, {}, true});
                    for (const LinkCandidate& one : *found) {
                        const QString key = one.reference.record.toString();
                        if (std::none_of(part.chosen.begin(), part.chosen.end(),
                                         [&](const auto& chosen) { return chosen.first == key; }))
                            choices.push_back({key, one.title, {}, false});
                        part.offered.push_back(one);
                    }
                    popup->setChoices(choices);
                });
    };
    connect(popup, &ChoicePopup::searched, this, ask);
    connect(popup, &ChoicePopup::ticked, this, [this, &part](const QString& key, const QString& text, bool on) {
        if (on)
            part.chosen.emplace_back(key, text);
        else
            std::erase_if(part.chosen, [&](const auto& one) { return one.first == key; });
        told(part);
    });
    popup->setChoices({});
    popup->showBelow(*part.chip);
    ask({});
}

void FilterBar::choose(Part& part, const QString& text, const QString& shown)
{
    part.text = text;
    part.chosen = {{text, shown}};
    told(part);
}

void FilterBar::openTimes(Part& part)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString key = part.field->key;
    const auto offer = [&](const QString& shown, const QString& condition) {
        menu->addAction(shown, this, [this, &part, shown, text = QString(condition).replace(u"$"_s, key)] {
            choose(part, text, shown);
        });
    };
    offer(tr("Today"), u"$ >= today and $ < +1d"_s);
    offer(tr("The last 7 days"), u"$ >= -7d and $ <= now"_s);
    offer(tr("The last 30 days"), u"$ >= -30d and $ <= now"_s);
    offer(tr("The last 12 months"), u"$ >= -12m and $ <= now"_s);
    menu->addSeparator();
    offer(tr("The next 7 days"), u"$ >= today and $ <= +7d"_s);
    offer(tr("The next 30 days"), u"$ >= today and $ <= +30d"_s);
    menu->addSeparator();
    offer(tr("Before today"), u"$ < today"_s);
    offer(tr("Longer than 30 days ago"), u"$ < -30d"_s);
    offer(tr("Empty"), u"$ is empty"_s);
    offer(tr("Not empty"), u"$ is not empty"_s);
    menu->popup(part.chip->mapToGlobal(QPoint(0, part.chip->height() + 4)));
}

void FilterBar::openText(Part& part)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString key = part.field->key;
    menu->addAction(tr("Empty"), this, [this, &part, key] { choose(part, key + u" is empty"_s, tr("empty")); });
    menu->addAction(tr("Not empty"), this,
                    [this, &part, key] { choose(part, key + u" is not empty"_s, tr("not empty")); });
    menu->addSeparator();
    menu->addAction(tr("Write a condition"), this, [this, key] {
        showLine();
        const QString before = m_line->text().trimmed();
        m_line->setText(before.isEmpty() ? key + u' ' : before + u" and "_s + key + u' ');
    });
    menu->popup(part.chip->mapToGlobal(QPoint(0, part.chip->height() + 4)));
}

void FilterBar::told(Part& part)
{
    QStringList texts;
    for (const auto& [key, text] : part.chosen)
        texts += text;
    part.chip->setChoice(texts.join(u", "_s));
    const bool active =
        std::any_of(m_parts.begin(), m_parts.end(), [](const auto& one) { return one->chip->isActive(); });
    m_clear->setVisible(active || m_typed);
    emit changed();
}

void FilterBar::offerFields()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Field& field : m_entity.fields) {
        const bool there =
            std::any_of(m_parts.begin(), m_parts.end(), [&](const auto& p) { return p->field == &field; });
        if (there || !canBeFiltered(field))
            continue;
        menu->addAction(field.label.in(m_context.conventions.language), this, [this, &field] {
            m_chips->removeWidget(m_more);
            m_chips->removeWidget(m_clear);
            Part& part = add(field);
            m_chips->addWidget(m_more);
            m_chips->addWidget(m_clear);
            part.chip->show();
            m_chips->activate();
            open(part);
        });
    }
    menu->addSeparator();
    menu->addAction(icon(u"funnel"_s), tr("Write a filter"), this, &FilterBar::showLine);
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height() + 4)));
}

void FilterBar::showLine()
{
    m_line->show();
    m_line->setFocus();
}

void FilterBar::readLine()
{
    const auto read = parseFilter(*m_context.catalog, m_entity, m_line->text(), m_queryContext);
    m_problem->setVisible(!read.ok());
    m_line->setProperty("kithWrong", !read.ok());
    m_line->update();
    if (!read.ok()) {
        m_problem->setText(sentence(read.error()));
        return;
    }
    m_typed = m_line->text().trimmed().isEmpty() ? nullptr : *read;
    m_clear->setVisible(m_typed != nullptr);
    emit changed();
}

void FilterBar::clear()
{
    for (const auto& part : m_parts) {
        part->chosen.clear();
        part->text.clear();
        part->chip->setChoice({});
    }
    m_line->clear();
    m_typed = nullptr;
    m_problem->hide();
    m_clear->hide();
}

FilterPtr FilterBar::conditionOf(const Part& part) const
{
    if (part.chosen.empty())
        return nullptr;
    if (!part.text.isEmpty()) {
        const auto read = parseFilter(*m_context.catalog, m_entity, part.text, m_queryContext);
        return read.ok() ? *read : nullptr;
    }
    std::vector<FilterPtr> any;
    for (const auto& [key, text] : part.chosen) {
        Value value;
        if (part.field->type == FieldType::Boolean)
            value = key == "true"_L1;
        else if (hasOptions(*part.field)) {
            if (const auto id = catalogIdFromText(key))
                value = OptionId::from(*id);
        } else {
            const auto found = std::find_if(part.offered.begin(), part.offered.end(), [&](const LinkCandidate& one) {
                return one.reference.record.toString() == key;
            });
            if (found != part.offered.end())
                value = found->reference;
        }
        any.push_back(compare(m_entity, *part.field, Comparison::Equal, {value}));
    }
    return join(std::move(any), Filter::Kind::Or);
}

FilterPtr FilterBar::filter() const
{
    std::vector<FilterPtr> all{m_typed};
    for (const auto& part : m_parts)
        all.push_back(conditionOf(*part));
    return join(std::move(all), Filter::Kind::And);
}

}

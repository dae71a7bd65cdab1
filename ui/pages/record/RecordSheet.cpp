#include "ui/pages/record/RecordSheet.h"

#include "ui/models/CellText.h"
#include "ui/pages/Page.h"
#include "ui/pages/record/RecordForms.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Tokens.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Pill.h"
#include "ui/widgets/Text.h"

#include <QBoxLayout>
#include <QDesktopServices>
#include <QGridLayout>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

// Apart by more than a scroll bar, or it would come and go with the second column.
constexpr int twoColumnsFrom = 820;
constexpr int twoColumnsUntil = 780;
constexpr int labelWidth = 136;

QLabel* makeText(const QString& text)
{
    QLabel* label = makeLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setFocusPolicy(Qt::NoFocus);
    return label;
}

// A text that leads somewhere: what it says is plain text, whatever stands in it.
QLabel* makeLink(const QString& text, const QString& target)
{
    QLabel* label = makeLabel(
        u"<a style=\"text-decoration:none\" href=\"%1\">%2</a>"_s.arg(target.toHtmlEscaped(), text.toHtmlEscaped()));
    label->setTextFormat(Qt::RichText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextBrowserInteraction);
    label->setAccessibleName(text);
    return label;
}

QString targetOf(const Field& field, const Point& point)
{
    if (point.value.isEmpty())
        return {};
    if (field.type == FieldType::Phone)
        return u"tel:"_s + point.value;
    if (field.type == FieldType::Mail)
        return u"mailto:"_s + point.value;
    return point.value;
}

}

RecordSheet::RecordSheet(Navigator& navigator, QWidget* parent) : QWidget(parent), m_navigator(navigator)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
}

void RecordSheet::show(const RecordView& view)
{
    m_view = view;
    rebuild();
}

bool RecordSheet::wantsTwoColumns() const
{
    return width() >= (m_two ? twoColumnsUntil : twoColumnsFrom);
}

void RecordSheet::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (m_body && wantsTwoColumns() != m_two)
        rebuild();
}

void RecordSheet::rebuild()
{
    delete m_body;
    m_body = new QWidget;
    m_two = wantsTwoColumns();
    auto* columns = new QHBoxLayout(m_body);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(space::huge);
    std::vector<QVBoxLayout*> stacks;
    for (int i = 0; i < (m_two ? 2 : 1); ++i) {
        stacks.push_back(new QVBoxLayout);
        stacks.back()->setSpacing(space::xl);
        columns->addLayout(stacks.back(), 1);
    }
    const Entity* entity = m_view.catalog ? m_view.catalog->entity(m_view.record.entity) : nullptr;
    std::vector<int> heights(stacks.size(), 0);
    if (entity)
        for (const Section& section : sectionsOf(*entity)) {
            int rows = 0;
            QWidget* made = makeSection(section, rows);
            if (!made)
                continue;
            const auto lowest = std::size_t(std::min_element(heights.begin(), heights.end()) - heights.begin());
            stacks[lowest]->addWidget(made);
            heights[lowest] += rows + 2;
        }
    QLabel* more = makeLink(m_all ? tr("Hide empty fields") : tr("Show empty fields"), u"#"_s);
    more->setFont(interfaceFont(TextSize::Small));
    connect(more, &QLabel::linkActivated, this, [this] {
        m_all = !m_all;
        QMetaObject::invokeMethod(this, &RecordSheet::rebuild, Qt::QueuedConnection);
    });
    stacks.front()->addWidget(more, 0, Qt::AlignLeft);
    for (QVBoxLayout* stack : stacks)
        stack->addStretch();
    layout()->addWidget(m_body);
}

QWidget* RecordSheet::makeSection(const Section& section, int& rows)
{
    const Entity& entity = *m_view.catalog->entity(m_view.record.entity);
    const QString language = m_navigator.language();
    auto box = std::make_unique<QWidget>();
    auto* grid = new QGridLayout(box.get());
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::m);
    grid->setVerticalSpacing(space::s + 2);
    grid->setColumnMinimumWidth(0, labelWidth);
    grid->setColumnStretch(1, 1);
    auto* head = makeLabel(section.label.in(language), TextSize::Body, Ink::Text, QFont::DemiBold);
    grid->addWidget(head, 0, 0, 1, 2);
    for (const Field* field : fieldsOf(entity, section)) {
        const Value& value = m_view.record.value(field->id);
        if (isEmpty(value) && !m_all)
            continue;
        ++rows;
        QLabel* label = makeLabel(field->label.in(language), TextSize::Body, Ink::Secondary);
        label->setWordWrap(true);
        label->setFixedWidth(labelWidth);
        label->setToolTip(field->hint.in(language));
        grid->addWidget(label, rows, 0, Qt::AlignTop);
        grid->addWidget(makeValue(*field, value), rows, 1);
    }
    return rows > 0 ? box.release() : nullptr;
}

QWidget* RecordSheet::makeValue(const Field& field, const Value& value)
{
    const auto& conventions = m_navigator.conventions();
    if (isEmpty(value))
        return makeLabel(u"—"_s, TextSize::Body, Ink::Tertiary);
    if (std::holds_alternative<OptionId>(value) || std::holds_alternative<IdSet>(value))
        return makePills(field, value);
    if (const auto* points = std::get_if<Points>(&value))
        return makePoints(field, *points);
    const auto title = m_view.titles.find(field.id);
    const QString name = title == m_view.titles.end() ? QString() : title->second;
    if (const auto* reference = std::get_if<Reference>(&value)) {
        QLabel* link = makeLink(name.isEmpty() ? u"…"_s : name, u"#"_s);
        connect(link, &QLabel::linkActivated, this, [this, there = *reference] {
            if (const Entity* entity = m_view.catalog->entity(there.entity))
                m_navigator.go({Location::Kind::Record, entity->key, there.record, {}, {}});
        });
        return link;
    }
    if (const auto* addresses = std::get_if<Addresses>(&value)) {
        QStringList lines;
        for (const Address& address : *addresses)
            lines += displayText(address, conventions);
        return makeText(lines.join(u'\n'));
    }
    if (const auto* on = std::get_if<bool>(&value))
        return makeText(*on ? tr("Yes") : tr("No"));
    return makeText(std::holds_alternative<QString>(value) ? std::get<QString>(value)
                                                           : fieldText(field, value, name, conventions));
}

QWidget* RecordSheet::makePoints(const Field& field, const std::vector<Point>& points)
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    for (const Point& point : points) {
        auto* row = new QHBoxLayout;
        row->setSpacing(space::s);
        const QString target = targetOf(field, point);
        QLabel* text = target.isEmpty() ? makeText(point.shown()) : makeLink(point.shown(), target);
        // The desktop's own programs open numbers, mails and pages; nothing else is ever followed.
        connect(text, &QLabel::linkActivated, this,
                [target] { QDesktopServices::openUrl(QUrl(target, QUrl::StrictMode)); });
        row->addWidget(text);
        if (!point.label.isEmpty())
            row->addWidget(makeLabel(displayLabel(point.label), TextSize::Small, Ink::Tertiary));
        row->addStretch();
        column->addLayout(row);
    }
    return box;
}

QWidget* RecordSheet::makePills(const Field& field, const Value& value)
{
    auto* box = new QWidget;
    auto* flow = new FlowLayout(box, space::xs);
    const QString language = m_navigator.language();
    const auto add = [&](const Option* option) {
        if (option)
            flow->addWidget(new Pill(option->label.in(language), option->colour));
    };
    if (const auto* one = std::get_if<OptionId>(&value)) {
        add(field.option(*one));
    } else if (const auto* set = std::get_if<IdSet>(&value)) {
        if (field.type == FieldType::Tags)
            for (const QString& title : titlesOf(m_view, field.id))
                flow->addWidget(new Pill(title, u"gray"_s));
        else
            for (const Id128& id : *set)
                add(field.option(OptionId::from(id)));
    }
    return box;
}

}

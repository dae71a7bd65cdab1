#include "ui/widgets/fields/ChoiceEditors.h"

#include "ui/theme/KithStyle.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Pill.h"
#include "ui/widgets/fields/RelationPicker.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QIconEngine>
#include <QLineEdit>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

class DotEngine final : public QIconEngine
{
public:
    explicit DotEngine(QString colour) : m_colour(std::move(colour)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode, QIcon::State) override
    {
        QRect dot(0, 0, 9, 9);
        dot.moveCenter(rect.center());
        drawRounded(*painter, dot, 5, tokens().hue(m_colour).solid);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap drawn(size);
        drawn.fill(Qt::transparent);
        QPainter painter(&drawn);
        paint(&painter, drawn.rect(), mode, state);
        return drawn;
    }
    QIconEngine* clone() const override { return new DotEngine(*this); }

private:
    QString m_colour;
};

}

QIcon colourDot(const QString& colour)
{
    return QIcon(new DotEngine(colour));
}

BooleanEditor::BooleanEditor(const Field& field, EditorContext context, QWidget* parent)
    : FieldEditor(field, std::move(context), parent)
    , m_box(new QCheckBox(label()))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_box);
    row->addStretch();
    m_box->setMinimumHeight(size::control);
    adopt(m_box);
    connect(m_box, &QCheckBox::clicked, this, [this] {
        m_touched = true;
        emit changed();
    });
}

void BooleanEditor::setValue(const Value& value, const ValueTitles&)
{
    const auto* on = std::get_if<bool>(&value);
    m_touched = on != nullptr;
    m_box->setChecked(on && *on);
}

Result<Value> BooleanEditor::value() const
{
    return m_touched ? Value(m_box->isChecked()) : Value();
}

OptionEditor::OptionEditor(const Field& field, EditorContext context, QWidget* parent)
    : FieldEditor(field, std::move(context), parent)
    , m_choice(new QComboBox)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_choice);
    m_choice->addItem(u"—"_s);
    for (const Option& option : field.options)
        if (!option.hidden)
            m_choice->addItem(colourDot(option.colour), option.label.in(this->context().conventions.language),
                              catalogIdText(option.id));
    adopt(m_choice);
    connect(m_choice, &QComboBox::activated, this, &FieldEditor::changed);
}

void OptionEditor::setValue(const Value& value, const ValueTitles&)
{
    const auto* id = std::get_if<OptionId>(&value);
    if (!id) {
        m_choice->setCurrentIndex(0);
        return;
    }
    int at = m_choice->findData(catalogIdText(*id));
    if (at < 0) {
        // No longer offered, but it stands here: kept unless another is chosen.
        const Option* option = field().option(*id);
        m_choice->addItem(option ? option->label.in(context().conventions.language) : u"?"_s, catalogIdText(*id));
        at = m_choice->count() - 1;
    }
    m_choice->setCurrentIndex(at);
}

Result<Value> OptionEditor::value() const
{
    const auto id = catalogIdFromText(m_choice->currentData().toString());
    return id ? Value(OptionId::from(*id)) : Value();
}

OptionsEditor::OptionsEditor(const Field& field, EditorContext context, QWidget* parent)
    : FieldEditor(field, std::move(context), parent)
{
    auto* row = new FlowLayout(this);
    row->setContentsMargins(0, 3, 0, 3);
    for (const Option& option : field.options) {
        if (option.hidden)
            continue;
        auto* pill = new Pill(option.label.in(this->context().conventions.language), option.colour);
        pill->setCheckable(true);
        pill->setFocusPolicy(Qt::StrongFocus);
        row->addWidget(pill);
        m_pills.emplace_back(option.id, pill);
        connect(pill, &Pill::toggled, this, &FieldEditor::changed);
    }
    setAccessibleName(label());
    if (!m_pills.empty())
        setFocusProxy(m_pills.front().second);
}

void OptionsEditor::setValue(const Value& value, const ValueTitles&)
{
    const auto* set = std::get_if<IdSet>(&value);
    for (const auto& [id, pill] : m_pills) {
        const QSignalBlocker quiet(pill);
        pill->setChecked(set && std::find(set->begin(), set->end(), id) != set->end());
    }
}

Result<Value> OptionsEditor::value() const
{
    IdSet chosen;
    for (const auto& [id, pill] : m_pills)
        if (pill->isChecked())
            chosen.push_back(id);
    return canonical(Value(std::move(chosen)));
}

TagsEditor::TagsEditor(const Field& field, EditorContext context, QWidget* parent)
    : FieldEditor(field, std::move(context), parent)
    , m_row(new FlowLayout(this))
    , m_typed(new QLineEdit)
{
    m_typed->setPlaceholderText(tr("Add a tag"));
    m_typed->setFixedWidth(140);
    m_row->addWidget(m_typed);
    adopt(m_typed);
    m_popup = new CandidatePopup(*m_typed, this->field(), this->context());
    connect(m_popup, &CandidatePopup::chosen, this, [this](const LinkCandidate& tag) {
        m_typed->clear();
        const Id128 id = tag.reference.record;
        if (std::find_if(m_tags.begin(), m_tags.end(), [&](const auto& one) { return one.first == id; }) ==
            m_tags.end())
            m_tags.emplace_back(id, tag.title);
        rebuild();
        emit changed();
    });
}

void TagsEditor::setValue(const Value& value, const ValueTitles& titles)
{
    m_tags.clear();
    if (const auto* set = std::get_if<IdSet>(&value))
        for (std::size_t i = 0; i < set->size(); ++i)
            m_tags.emplace_back((*set)[i], i < titles.size() ? titles[i] : u"…"_s);
    rebuild();
}

void TagsEditor::rebuild()
{
    for (Pill* pill : m_pills)
        pill->deleteLater();
    m_pills.clear();
    m_row->removeWidget(m_typed);
    for (const auto& [id, title] : m_tags) {
        auto* pill = new Pill(title, u"gray"_s);
        pill->setRemovable(true);
        pill->setAccessibleName(tr("Tag %1").arg(title));
        m_row->addWidget(pill);
        m_pills.push_back(pill);
        connect(pill, &Pill::removed, this, [this, tag = id] {
            std::erase_if(m_tags, [&](const auto& one) { return one.first == tag; });
            rebuild();
            emit changed();
        });
    }
    m_row->addWidget(m_typed);
}

Result<Value> TagsEditor::value() const
{
    IdSet ids;
    for (const auto& [id, title] : m_tags)
        ids.push_back(id);
    return canonical(Value(std::move(ids)));
}

}

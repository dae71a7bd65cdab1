#include "ui/widgets/fields/ListEditors.h"

#include "core/text/FieldError.h"
#include "ui/models/CellText.h"
#include "ui/theme/Icons.h"
#include "ui/theme/KithStyle.h"
#include "ui/widgets/Text.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

QComboBox* makeLabelBox(const QStringList& keys, const QString& current, const QString& name)
{
    auto* box = new QComboBox;
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->addItem(QString());
    for (const QString& key : keys)
        box->addItem(displayLabel(key));
    box->setCurrentText(current.isEmpty() ? QString() : displayLabel(current));
    box->lineEdit()->setPlaceholderText(PointsEditor::tr("Label"));
    box->setFixedWidth(112);
    box->setAccessibleName(PointsEditor::tr("Label of %1").arg(name));
    return box;
}

QStringList labelsFor(FieldType type)
{
    switch (type) {
    case FieldType::Phone:
        return {u"mobile"_s, u"work"_s, u"home"_s, u"fax"_s};
    case FieldType::Address:
        return {u"work"_s, u"home"_s, u"billing"_s, u"shipping"_s};
    case FieldType::Link:
        return {u"website"_s, u"work"_s};
    default:
        return {u"work"_s, u"home"_s};
    }
}

QString addText(FieldType type)
{
    switch (type) {
    case FieldType::Phone:
        return PointsEditor::tr("Add a phone number");
    case FieldType::Mail:
        return PointsEditor::tr("Add a mail address");
    case FieldType::Link:
        return PointsEditor::tr("Add a link");
    default:
        return PointsEditor::tr("Add an address");
    }
}

QPushButton* makeAddButton(FieldType type)
{
    auto* button = new QPushButton(addText(type));
    button->setIcon(icon(u"plus"_s));
    setButtonKind(*button, ButtonKind::Ghost);
    return button;
}

QVBoxLayout* bareColumn(QWidget* owner)
{
    auto* column = new QVBoxLayout(owner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s - 2);
    return column;
}

QString labelKey(const QString& shown)
{
    return shown.trimmed().isEmpty() ? QString() : pointLabel(shown.trimmed());
}

}

PointsEditor::PointsEditor(const Field& field, EditorContext context, QWidget* parent)
    : FieldEditor(field, std::move(context), parent)
    , m_column(bareColumn(this))
{
    auto* more = makeAddButton(field.type);
    m_column->addWidget(more, 0, Qt::AlignLeft);
    connect(more, &QPushButton::clicked, this, [this] {
        add({});
        m_lines.back().text->setFocus();
    });
    add({});
}

void PointsEditor::clear()
{
    for (const Line& line : m_lines)
        line.row->deleteLater();
    m_lines.clear();
}

void PointsEditor::add(const Point& point)
{
    Line line{new QWidget, makeLabelBox(labelsFor(field().type), point.label, label()), new QLineEdit(point.shown()),
              point};
    auto* remove = makeIconButton(u"x"_s, tr("Remove this line"));
    auto* row = new QHBoxLayout(line.row);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s - 2);
    row->addWidget(line.text, 1);
    row->addWidget(line.label);
    row->addWidget(remove);
    line.text->setAccessibleName(label());
    m_column->insertWidget(int(m_lines.size()), line.row);
    if (m_lines.empty()) {
        setFocusProxy(line.text);
        line.text->setToolTip(tr("The first is the one that is shown and dialled."));
    }
    connect(line.text, &QLineEdit::textEdited, this, &FieldEditor::changed);
    connect(line.label, &QComboBox::editTextChanged, this, &FieldEditor::changed);
    connect(remove, &QToolButton::clicked, this, [this, which = line.row] {
        std::erase_if(m_lines, [&](const Line& one) { return one.row == which; });
        which->deleteLater();
        emit changed();
    });
    m_lines.push_back(line);
}

void PointsEditor::setValue(const Value& value, const ValueTitles&)
{
    clear();
    if (const auto* points = std::get_if<Points>(&value))
        for (const Point& point : *points)
            add(point);
    if (m_lines.empty())
        add({});
}

Result<Value> PointsEditor::value() const
{
    Points points;
    for (const Line& line : m_lines) {
        const QString text = line.text->text().trimmed();
        if (text.isEmpty())
            continue;
        Point point = line.given;
        if (text != point.shown()) {
            KITH_TRY(const Value read, this->read(text));
            const auto* several = std::get_if<Points>(&read);
            if (!several)
                continue;
            points.insert(points.end(), several->begin(), several->end() - 1);
            point = several->back();
        }
        const QString chosen = labelKey(line.label->currentText());
        if (!chosen.isEmpty() || text == line.given.shown())
            point.label = chosen;
        points.push_back(point);
    }
    return canonical(Value(std::move(points)));
}

AddressesEditor::AddressesEditor(const Field& field, EditorContext context, QWidget* parent)
    : FieldEditor(field, std::move(context), parent)
    , m_column(bareColumn(this))
{
    auto* more = makeAddButton(field.type);
    m_column->addWidget(more, 0, Qt::AlignLeft);
    connect(more, &QPushButton::clicked, this, [this] { add({}); });
    add({});
}

void AddressesEditor::clear()
{
    for (const Block& block : m_blocks)
        block.box->deleteLater();
    m_blocks.clear();
}

void AddressesEditor::add(const Address& address)
{
    Block block{new QWidget, makeLabelBox(labelsFor(FieldType::Address), address.label, label()), {}, address};
    auto* grid = new QGridLayout(block.box);
    grid->setContentsMargins(0, 0, 0, space::xs);
    grid->setSpacing(space::s - 2);
    const auto place = [&](const QString& part, int row, int column, int span) {
        const QString* text = addressComponent(address, part);
        auto* line = new QLineEdit(text ? *text : QString());
        line->setPlaceholderText(componentLabel(part));
        line->setAccessibleName(label() + u", "_s + componentLabel(part));
        grid->addWidget(line, row, column, 1, span);
        block.parts[part] = line;
        connect(line, &QLineEdit::textEdited, this, &FieldEditor::changed);
    };
    place(u"street"_s, 0, 0, 4);
    place(u"district"_s, 1, 0, 2);
    place(u"city"_s, 1, 2, 2);
    place(u"region"_s, 2, 0, 2);
    place(u"postcode"_s, 2, 2, 2);
    place(u"country"_s, 3, 0, 2);
    auto* remove = makeIconButton(u"x"_s, tr("Remove this address"));
    block.label->setMaximumWidth(QWIDGETSIZE_MAX);
    block.label->setMinimumWidth(80);
    block.label->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    grid->addWidget(block.label, 3, 2);
    grid->addWidget(remove, 3, 3);
    for (int column = 0; column < 3; ++column)
        grid->setColumnStretch(column, 1);
    m_column->insertWidget(int(m_blocks.size()), block.box);
    if (m_blocks.empty())
        setFocusProxy(block.parts[u"street"_s]);
    connect(block.label, &QComboBox::editTextChanged, this, &FieldEditor::changed);
    connect(remove, &QToolButton::clicked, this, [this, which = block.box] {
        std::erase_if(m_blocks, [&](const Block& one) { return one.box == which; });
        which->deleteLater();
        emit changed();
    });
    m_blocks.push_back(std::move(block));
}

void AddressesEditor::setValue(const Value& value, const ValueTitles&)
{
    clear();
    if (const auto* addresses = std::get_if<Addresses>(&value))
        for (const Address& address : *addresses)
            add(address);
    if (m_blocks.empty())
        add({});
}

Result<Value> AddressesEditor::value() const
{
    Addresses addresses;
    for (const Block& block : m_blocks) {
        Address address = block.given;
        for (const auto& [part, line] : block.parts) {
            QString* place = addressComponent(address, part);
            const QString text = line->text().trimmed();
            if (!place || *place == text)
                continue;
            const auto read = readAddressComponent(part, text);
            if (!read.ok())
                return withField(read.error(), label());
            *place = *read;
        }
        address.label = labelKey(block.label->currentText());
        if (!address.isEmpty())
            addresses.push_back(address);
    }
    return canonical(Value(std::move(addresses)));
}

}

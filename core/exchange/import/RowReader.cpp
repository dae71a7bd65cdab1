#include "core/exchange/import/RowReader.h"

#include "core/exchange/csv/FormulaGuard.h"
#include "core/store/RecordRules.h"
#include "core/text/FieldError.h"

#include <QCoreApplication>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

// So many different texts of a column are remembered with their values.
constexpr qsizetype rememberedTexts = 2'000;

bool hasFewValues(const Field& field)
{
    return field.type == FieldType::Option || field.type == FieldType::Boolean || field.type == FieldType::Options;
}

DateOrder orderOf(const QString& text)
{
    return text == "mdy"_L1 ? DateOrder::MonthDayYear : DateOrder::DayMonthYear;
}

DecimalMark markOf(QChar mark)
{
    if (mark == u'.')
        return DecimalMark::Point;
    return mark == u',' ? DecimalMark::Comma : DecimalMark::Guess;
}

}

Result<RowReader> RowReader::create(CatalogPtr catalog, const ImportPlan& plan, const TextConventions& conventions,
                                    const RecordId& me)
{
    RowReader reader;
    reader.m_catalog = std::move(catalog);
    KITH_TRY(reader.m_entity, reader.m_catalog->requireEntity(plan.entity));
    reader.m_conventions = conventions;
    reader.m_conventions.dateOrder = orderOf(plan.dateOrder);
    reader.m_me = me;
    reader.m_guarded = plan.format == FileFormat::Csv;
    for (const auto& mapping : plan.columns) {
        KITH_TRY(auto column, reader.column(mapping));
        if (mapping.make && column.field) {
            reader.m_makeMissing.insert(column.field->id);
            // The parent of a team is made as a team.
            if (column.target == Target::Branch) {
                const Entity* tree = reader.m_catalog->entity(column.field->targets.first());
                reader.m_makeMissing.insert(tree->field(column.component)->id);
            }
        }
        reader.m_columns.push_back(std::move(column));
    }
    reader.joinCompanions();
    return reader;
}

// An amount is read together with its currency, which says how many decimals it has; a phone with the region in which
// it was written.
void RowReader::joinCompanions()
{
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const auto& companion = m_columns[i];
        if (companion.target != Target::Currency && companion.target != Target::PhoneRegion)
            continue;
        for (auto& column : m_columns) {
            if (column.target == Target::Field && column.field == companion.field)
                column.companion = i + 1;
        }
    }
}

// From the column beside it; an amount without one has the currency that its cell shows, if the format knows it.
void RowReader::addCompanion(Column& column, const SourceRow& row, std::size_t position, QString& text) const
{
    if (column.companion == 0 && row.forms.empty())
        return;
    const bool isAmount = column.target == Target::Field && column.field->type == FieldType::Money;
    auto said = column.companion > 0 ? cellText(row, column.companion - 1) : QString();
    if (isAmount && said.isEmpty())
        said = QString::fromStdString(std::string(row.form(position).currency));
    if (isAmount && !said.isEmpty())
        text += u' ' + said;
    if (column.companion == 0 || isAmount)
        return;
    if (const auto& region = said.size() == 2 ? said : m_conventions.region; column.conventions.region != region)
        column.conventions.region = region;
}

QString RowReader::cellText(const SourceRow& row, std::size_t position) const
{
    if (position >= row.cells.size())
        return {};
    const auto cell = m_guarded ? unguarded(row.cells[position]) : row.cells[position];
    return QString::fromUtf8(cell.data(), qsizetype(cell.size())).trimmed();
}

Result<RowReader::Column> RowReader::column(const ColumnMapping& mapping) const
{
    Column column;
    if (mapping.field.isEmpty())
        return column;
    column.conventions = m_conventions;
    if (!mapping.dateOrder.isEmpty())
        column.conventions.dateOrder = orderOf(mapping.dateOrder);
    column.decimalMark = markOf(mapping.decimalMark);
    if (mapping.field == "id"_L1) {
        column.target = Target::Id;
        return column;
    }
    const auto key = mapping.field.section(u'.', 0, 0);
    column.component = mapping.field.section(u'.', 1);
    column.field = m_entity->field(key);
    if (!column.field || column.field->isDerived() || column.field->readOnly)
        return Error{ErrorCode::MapInvalid, {mapping.header, mapping.field}};
    if (column.component.isEmpty())
        column.target = Target::Field;
    else if (column.field->type == FieldType::Address)
        column.target = Target::Component;
    else if (column.field->type == FieldType::Money && column.component == "currency"_L1)
        column.target = Target::Currency;
    else if (column.field->type == FieldType::Phone && column.component == "region"_L1)
        column.target = Target::PhoneRegion;
    else if (column.field->type == FieldType::Relation && column.component == "id"_L1)
        column.target = Target::RelationId;
    else if (column.field->type == FieldType::Relation && column.field->targets.size() == 1 &&
             m_catalog->entity(column.field->targets.first())->field(column.component))
        column.target = Target::Branch;
    else
        return Error{ErrorCode::MapInvalid, {mapping.header, mapping.field}};
    return column;
}

std::vector<std::size_t> RowReader::mapped() const
{
    std::vector<std::size_t> positions;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (m_columns[i].target != Target::None)
            positions.push_back(i);
    }
    return positions;
}

ParsedRow RowReader::read(const SourceRow& source)
{
    ParsedRow row;
    row.line = source.line;
    if (source.problem != RowProblem::None) {
        row.problems.push_back({FieldId{}, source.error()});
        return row;
    }
    if (source.repaired)
        row.warnings += QCoreApplication::translate("Import", "Some characters could not be read and were replaced.");
    row.warnings += source.notices;
    const auto count = std::min(m_columns.size(), source.cells.size());
    for (std::size_t i = 0; i < count; ++i) {
        if (m_columns[i].target == Target::None)
            continue;
        auto text = cellText(source, i);
        if (text.isEmpty())
            continue;
        addCompanion(m_columns[i], source, i, text);
        readCell(m_columns[i], text, source.form(i).type, row);
    }
    finishBranches(row);
    if (!row.id.isNull())
        addEmpty(row);
    for (auto& problem : recordRules::check(*m_entity, row.values, m_conventions.language))
        row.problems.push_back(std::move(problem));
    return row;
}

void RowReader::readCell(Column& column, const QString& text, CellType type, ParsedRow& row)
{
    if (type == CellType::Error) {
        const auto label = column.field ? column.field->label.in(m_conventions.language) : u"id"_s;
        row.problems.push_back(
            {column.field ? column.field->id : FieldId{}, Error{ErrorCode::CellHasError, {label, text}}});
        return;
    }
    switch (column.target) {
    case Target::None:
        return;
    case Target::Id:
        if (const auto id = RecordId::fromString(text))
            row.id = *id;
        else
            row.problems.push_back({FieldId{}, Error{ErrorCode::ValueInvalid, {u"id"_s, text, {}}}});
        return;
    case Target::Field:
        return readField(column, text, type, row);
    case Target::Component:
        return readComponent(column, text, row);
    case Target::RelationId:
        // Exact where the title beside it may be shared by several.
        if (const auto id = RecordId::fromString(text))
            addLink(*column.field, {id, {}}, row);
        return;
    case Target::Currency:
    case Target::PhoneRegion:
        return; // read with what they are of
    case Target::Branch:
        row.branches.push_back({column.field, text, {}});
    }
}

void RowReader::readField(Column& column, const QString& text, CellType type, ParsedRow& row)
{
    const Field& field = *column.field;
    if (field.type == FieldType::Relation)
        return addLink(field, LinkText::parse(text), row);
    const bool remember = hasFewValues(field);
    if (remember) {
        if (const auto known = column.known.constFind(text); known != column.known.constEnd())
            return addValue(field, *known, row);
    }
    QStringList notices;
    column.conventions.decimalMark = type == CellType::Number ? DecimalMark::Point : column.decimalMark;
    auto value = readValue(field, text, column.conventions, &notices);
    if (!value) {
        if (value.error().code == ErrorCode::NoSuchOption && field.type == FieldType::Option)
            return readOption(column, text, row);
        row.problems.push_back({field.id, withField(value.error(), field.label.in(m_conventions.language))});
        return;
    }
    row.warnings += notices;
    if (remember && column.known.size() < rememberedTexts)
        column.known.insert(text, *value);
    addValue(field, std::move(value).value(), row);
}

// A record's id and its title, from two columns in whatever order.
void RowReader::addLink(const Field& field, const LinkText& told, ParsedRow& row)
{
    auto& value = row.values[field.id];
    const auto* before = std::get_if<QString>(&value);
    LinkText all = before ? LinkText::parse(*before) : LinkText();
    if (told.id)
        all.id = told.id;
    if (!told.title.isEmpty())
        all.title = told.title;
    value = all.text();
}

// What an export says is empty is not to be filled. What is required cannot be.
void RowReader::addEmpty(ParsedRow& row) const
{
    for (const auto& column : m_columns) {
        const bool tells = column.target == Target::Field || column.target == Target::Component;
        if (tells && !column.field->required)
            row.values.try_emplace(column.field->id);
    }
}

// An option that nobody named so may be one that is spelt otherwise.
void RowReader::readOption(Column& column, const QString& text, ParsedRow& row)
{
    const Field& field = *column.field;
    if (!column.options) {
        QStringList words;
        for (const auto& option : field.options) {
            QStringList names = option.synonyms + option.label.texts().values();
            names += option.key;
            for (const auto& name : names) {
                words += name;
                column.optionOf.push_back(&option);
            }
        }
        column.options = std::make_shared<NearNames>(words, NameKind::Plain);
    }
    const auto match = column.options->find(text);
    std::set<const Option*> found;
    for (const int position : match.candidates)
        found.insert(column.optionOf[std::size_t(position)]);
    const auto& language = m_conventions.language;
    if (found.size() != 1) {
        row.problems.push_back({field.id, Error{ErrorCode::NoSuchOption, {field.label.in(language), text}}});
        return;
    }
    const Option& taken = **found.begin();
    row.guesses.push_back({&field, text, taken.label.in(language)});
    addValue(field, taken.id, row);
}

void RowReader::readComponent(Column& column, const QString& text, ParsedRow& row)
{
    const Field& field = *column.field;
    QStringList notices;
    auto part = readAddressComponent(column.component, text, &notices);
    if (!part) {
        row.problems.push_back({field.id, withField(part.error(), field.label.in(m_conventions.language))});
        return;
    }
    row.warnings += notices;
    auto& value = row.values[field.id];
    if (!std::holds_alternative<Addresses>(value))
        value = Addresses{Address{}};
    if (auto* target = addressComponent(std::get<Addresses>(value).front(), column.component))
        *target = std::move(part).value();
}

// Several columns may fill one list: a mobile and an office phone. A street read from one line joins its components.
void RowReader::addValue(const Field& field, Value value, ParsedRow& row)
{
    auto& there = row.values[field.id];
    auto* points = std::get_if<Points>(&there);
    auto* more = std::get_if<Points>(&value);
    if (points && more) {
        points->insert(points->end(), more->begin(), more->end());
        return;
    }
    auto* addresses = std::get_if<Addresses>(&there);
    auto* line = std::get_if<Addresses>(&value);
    if (addresses && line && !line->empty()) {
        addresses->front().street = line->front().street;
        return;
    }
    there = std::move(value);
}

// The team of a manager in a region: the team stands under the region, and is called after the manager.
void RowReader::finishBranches(ParsedRow& row) const
{
    for (auto& branch : row.branches) {
        const auto own = row.values.find(branch.relation->id);
        const Field* manager = m_entity->field(u"manager");
        const auto leader = manager ? row.values.find(manager->id) : row.values.end();
        for (const auto& named : {own, leader}) {
            if (named != row.values.end() && std::holds_alternative<QString>(named->second) && branch.name.isEmpty())
                branch.name = std::get<QString>(named->second);
        }
        row.values.erase(branch.relation->id);
    }
}

QString RowReader::shown(const ParsedRow& row, std::size_t position) const
{
    const auto& column = m_columns[position];
    if (column.target == Target::Id)
        return row.id.isNull() ? QString() : row.id.toString();
    if (column.target == Target::PhoneRegion)
        return {}; // the phones show what it did
    if (column.target == Target::Branch) {
        for (const auto& branch : row.branches) {
            if (branch.relation == column.field)
                return branch.name.isEmpty() ? branch.parent : branch.parent + u" / "_s + branch.name;
        }
    }
    const auto found = column.field ? row.values.find(column.field->id) : row.values.end();
    if (found == row.values.end())
        return {};
    if (const auto* text = std::get_if<QString>(&found->second))
        return column.field->type == FieldType::Relation ? LinkText::parse(*text).shown() : *text;
    if (const auto* addresses = std::get_if<Addresses>(&found->second);
        addresses && column.target == Target::Component) {
        const auto* part = addressComponent(addresses->front(), column.component);
        return part ? *part : QString();
    }
    return displayText(*column.field, found->second, m_conventions);
}

}

#include "core/exchange/mapping/ColumnMapper.h"

#include "core/exchange/csv/RejectsWriter.h"
#include "core/exchange/mapping/ColumnValues.h"
#include "core/exchange/mapping/HeaderNames.h"
#include "core/text/Fold.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <map>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr double leastCertainty = 0.5;
constexpr double surelyNamed = 0.9;
constexpr double repeatCertainty = 0.85; // a second phone column needs a header that says so

bool mayRepeat(const MappingTarget& target)
{
    if (!target.field || !target.component.isEmpty())
        return false;
    const auto type = target.field->type;
    return type == FieldType::Phone || type == FieldType::Mail || type == FieldType::Link;
}

bool isDateField(const Field* field)
{
    return field && (field->type == FieldType::Date || field->type == FieldType::Instant);
}

bool isFigure(const Field* field, const QString& component)
{
    if (!field || !component.isEmpty())
        return false;
    return field->type == FieldType::Integer || field->type == FieldType::Decimal || field->type == FieldType::Money;
}

// The share of the different values that are options of the field.
double knownOptions(const Field& field, const ColumnValues& values)
{
    if (values.different.isEmpty())
        return 0;
    QSet<QString> names;
    for (const auto& option : field.options) {
        names.insert(nameKey(option.key));
        for (const auto& name : option.label.texts())
            names.insert(nameKey(name));
        for (const auto& name : option.synonyms)
            names.insert(nameKey(name));
    }
    const auto known = std::count_if(values.different.begin(), values.different.end(),
                                     [&](const QString& value) { return names.contains(nameKey(value)); });
    return double(known) / double(values.different.size());
}

// How well the values bear out what the header says, 0 to 1.
double plausibility(const MappingTarget& target, const ColumnValues& values)
{
    if (values.filled == 0)
        return 1;
    const auto atLeastHalf = [](double share, double otherwise) { return share >= 0.5 ? 1.0 : otherwise; };
    if (!target.field || target.component == u"id")
        return atLeastHalf(values.ids, 0);
    if (target.component == u"currency")
        return atLeastHalf(values.currencies, 0.3);
    if (!target.component.isEmpty())
        return 1;
    switch (target.field->type) {
    case FieldType::Mail:
        return atLeastHalf(values.mails, 0.6);
    case FieldType::Phone:
        return atLeastHalf(std::max(values.phones, values.numbers), values.mails >= 0.5 ? 0.3 : 0.7);
    case FieldType::Date:
    case FieldType::Instant:
        return atLeastHalf(std::max(values.dates, values.numbers), 0.5);
    case FieldType::Integer:
    case FieldType::Decimal:
    case FieldType::Money:
        return atLeastHalf(values.numbers, 0.5);
    case FieldType::Option:
        return knownOptions(*target.field, values) > 0 ? 1 : 0.85;
    default:
        return values.ids >= 0.5 ? 0.6 : 1;
    }
}

// Certainty that a column without a telling header holds this, from its values alone.
double likeness(const MappingTarget& target, const ColumnValues& values)
{
    if (!target.field || !target.importable || values.filled == 0)
        return 0;
    const auto most = [](double share, double certainty) { return share >= 0.8 ? share * certainty : 0; };
    if (target.component == u"country")
        return most(values.countries, 0.6);
    if (!target.component.isEmpty())
        return 0;
    switch (target.field->type) {
    case FieldType::Mail:
        return most(values.mails, 0.75);
    case FieldType::Link:
        return most(values.links, 0.7);
    case FieldType::Phone:
        return most(values.phones, 0.65);
    case FieldType::Option:
        return values.different.size() > 1 ? most(knownOptions(*target.field, values), 0.62) : 0;
    default:
        return 0;
    }
}

// One file's columns on their way to an entity's fields.
class Assignment
{
public:
    Assignment(const Catalog& catalog, const Entity& entity, const QStringList& header,
               const std::vector<ColumnValues>& values)
        : m_entity(entity)
        , m_names(catalog, entity)
        , m_header(header)
        , m_values(values)
        , m_columns(std::size_t(header.size()))
    {
    }

    std::vector<ColumnMapping> run();
    const MappingTarget* targetOf(std::size_t column) const
    {
        return m_columns[column] ? &m_names.targets()[*m_columns[column]] : nullptr;
    }

private:
    struct Candidate
    {
        std::size_t column;
        std::size_t target;
        double certainty;
    };

    void addByHeader(std::size_t column);
    void addByValues(std::size_t column);
    void assign(const QString& reason);
    void assignCurrencies();
    void assignTitle();
    void take(std::size_t column, std::size_t target, double certainty, const QString& reason);
    bool isTaken(std::size_t target) const;

    const Entity& m_entity;
    HeaderNames m_names;
    const QStringList& m_header;
    const std::vector<ColumnValues>& m_values;
    std::vector<std::optional<std::size_t>> m_columns; // the target each goes to
    std::vector<ColumnMapping> m_mappings;
    std::vector<Candidate> m_candidates;
};

std::vector<ColumnMapping> Assignment::run()
{
    m_mappings.resize(m_columns.size());
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        m_mappings[i].header = m_header[qsizetype(i)];
        m_mappings[i].samples = m_values[i].samples;
        if (rejects::isColumn(m_header[qsizetype(i)]))
            m_mappings[i].reason = u"rejected"_s;
        else
            addByHeader(i);
    }
    assign(u"header"_s);
    assignCurrencies();
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (!m_columns[i] && m_mappings[i].reason.isEmpty())
            addByValues(i);
    }
    assign(u"values"_s);
    assignTitle();
    return std::move(m_mappings);
}

void Assignment::addByHeader(std::size_t column)
{
    auto matches = m_names.find(m_header[qsizetype(column)]);
    const auto& values = m_values[column];
    const bool foreignId = nameKey(m_header[qsizetype(column)]) == u"id" && values.ids < 0.5 && values.filled > 0;
    if (foreignId)
        matches = m_names.find(u"record id"_s);
    for (const auto& match : matches) {
        const auto& target = m_names.targets()[match.target];
        const bool own = match.certainty == 1 && target.field && target.component != u"id";
        const double certainty = own ? 1 : match.certainty * plausibility(target, values);
        if (certainty >= leastCertainty)
            m_candidates.push_back({column, match.target, certainty});
    }
}

void Assignment::addByValues(std::size_t column)
{
    for (std::size_t i = 0; i < m_names.targets().size(); ++i) {
        const double certainty = likeness(m_names.targets()[i], m_values[column]);
        if (certainty >= leastCertainty)
            m_candidates.push_back({column, i, certainty});
    }
}

bool Assignment::isTaken(std::size_t target) const
{
    return std::find(m_columns.begin(), m_columns.end(), std::optional(target)) != m_columns.end();
}

void Assignment::take(std::size_t column, std::size_t target, double certainty, const QString& reason)
{
    m_columns[column] = target;
    auto& mapping = m_mappings[column];
    const auto& to = m_names.targets()[target];
    mapping.certainty = certainty;
    mapping.reason = to.importable ? reason : u"computed"_s;
    if (to.importable)
        mapping.field = to.path;
}

void Assignment::assign(const QString& reason)
{
    std::stable_sort(m_candidates.begin(), m_candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.certainty > b.certainty; });
    for (const auto& candidate : m_candidates) {
        if (m_columns[candidate.column])
            continue;
        const auto& target = m_names.targets()[candidate.target];
        const bool again = mayRepeat(target) && candidate.certainty >= repeatCertainty;
        if (isTaken(candidate.target) && !again)
            continue;
        take(candidate.column, candidate.target, candidate.certainty, reason);
    }
    m_candidates.clear();
}

// A column of currencies belongs to the amount before it.
void Assignment::assignCurrencies()
{
    static const QStringList names{u"currency"_s, u"currencycode"_s, u"currencyisocode"_s,
                                   u"币种"_s,     u"货币"_s,         u"币别"_s};
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (m_columns[i] || !names.contains(nameKey(m_header[qsizetype(i)])))
            continue;
        QString amount;
        for (std::size_t j = 0; j < m_columns.size() && (j < i || amount.isEmpty()); ++j) {
            const auto* target = targetOf(j);
            if (target && target->field && target->importable && target->field->type == FieldType::Money)
                amount = target->field->key;
        }
        for (std::size_t j = 0; j < m_names.targets().size() && !amount.isEmpty(); ++j) {
            if (m_names.targets()[j].path == amount + u".currency"_s && !isTaken(j))
                take(i, j, 0.9 * plausibility(m_names.targets()[j], m_values[i]), u"header"_s);
        }
    }
}

// A record needs its name: the first column of different texts, if no header told.
void Assignment::assignTitle()
{
    const Field* title = m_entity.titleField();
    if (!title || !title->required || title->type != FieldType::Text)
        return;
    for (std::size_t i = 0; i < m_names.targets().size(); ++i) {
        if (m_names.targets()[i].path != title->key || isTaken(i))
            continue;
        for (std::size_t column = 0; column < m_columns.size(); ++column) {
            const auto& values = m_values[column];
            const bool named = values.filled > 0 && values.distinct >= 0.9 && values.numbers + values.dates < 0.2 &&
                               values.mails + values.links + values.phones + values.ids < 0.2;
            if (!m_columns[column] && m_mappings[column].reason.isEmpty() && named)
                return take(column, i, leastCertainty, u"values"_s);
        }
    }
}

std::vector<ColumnValues> allValues(const QStringList& header, const std::vector<QStringList>& rows)
{
    std::vector<ColumnValues> values;
    for (qsizetype i = 0; i < header.size(); ++i)
        values.push_back(lookAtValues(rows, i));
    return values;
}

std::vector<ColumnMapping> mapColumns(const Catalog& catalog, const Entity& entity, const QStringList& header,
                                      const std::vector<QStringList>& rows, const std::vector<ColumnValues>& values)
{
    Assignment assignment(catalog, entity, header, values);
    auto mappings = assignment.run();
    for (std::size_t i = 0; i < mappings.size(); ++i) {
        const auto* target = assignment.targetOf(i);
        if (!target || !target->importable)
            continue;
        if (isDateField(target->field))
            mappings[i].dateOrder = dateOrderOf(rows, qsizetype(i));
        if (isFigure(target->field, target->component))
            mappings[i].decimalMark = decimalMarkOf(rows, qsizetype(i));
    }
    return mappings;
}

double fitOf(const Entity& entity, const std::vector<ColumnMapping>& columns, const QString& fileName)
{
    double sum = 0;
    QSet<QString> mapped;
    for (const auto& column : columns) {
        if (column.field.isEmpty())
            continue;
        // Which of its names a field is called by tells nothing about the entity.
        sum += column.certainty >= surelyNamed ? 1 : column.certainty;
        mapped.insert(column.field.section(u'.', 0, 0));
    }
    double fit = columns.empty() ? 0 : sum / double(columns.size());
    for (const auto& field : entity.fields) {
        if (field.required && field.defaultText.isEmpty() && !field.isDerived() && !field.readOnly &&
            !mapped.contains(field.key))
            fit *= 0.8;
    }
    if (!entity.title.isEmpty() && !mapped.contains(entity.title.first()))
        fit *= 0.9;
    if (entity.place != Place::Page)
        fit *= 0.95;
    QStringList names = entity.synonyms + entity.label.texts().values() + entity.plural.texts().values();
    names += entity.key;
    const auto key = nameKey(QFileInfo(fileName).completeBaseName());
    if (std::any_of(names.begin(), names.end(), [&](const QString& name) { return nameKey(name) == key; }))
        fit += 0.1;
    return std::min(fit, 1.0);
}

}

std::vector<ColumnMapping> ColumnMapper::map(const Entity& entity, const QStringList& header,
                                             const std::vector<QStringList>& rows) const
{
    return mapColumns(*m_catalog, entity, header, rows, allValues(header, rows));
}

std::vector<ColumnMapper::Guess> ColumnMapper::guessEntity(const QStringList& header,
                                                           const std::vector<QStringList>& rows,
                                                           const QString& fileName) const
{
    const auto values = allValues(header, rows);
    std::vector<Guess> guesses;
    for (const auto& entity : m_catalog->entities()) {
        auto columns = mapColumns(*m_catalog, entity, header, rows, values);
        const double fit = fitOf(entity, columns, fileName);
        guesses.push_back({&entity, fit, std::move(columns)});
    }
    std::stable_sort(guesses.begin(), guesses.end(),
                     [](const Guess& a, const Guess& b) { return a.certainty > b.certainty; });
    return guesses;
}

QString commonDateOrder(const std::vector<ColumnMapping>& columns)
{
    QSet<QString> orders;
    bool any = false;
    for (const auto& column : columns) {
        any = any || !column.dateOrder.isEmpty();
        if (column.dateOrder == u"dmy" || column.dateOrder == u"mdy")
            orders.insert(column.dateOrder);
    }
    if (orders.size() == 1)
        return *orders.begin();
    return orders.isEmpty() && any ? u"ymd"_s : QString();
}

}

#include "core/records/filters/FilterTerm.h"

#include "core/records/ValueText.h"
#include "core/records/forms/RelativeDate.h"
#include "core/text/FieldError.h"

#include <QCoreApplication>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

FilterPtr compare(const FieldPath& path, Comparison comparison, std::vector<Value> values)
{
    Filter filter;
    filter.kind = Filter::Kind::Compare;
    filter.path = path;
    filter.comparison = comparison;
    filter.values = std::move(values);
    return std::make_shared<const Filter>(std::move(filter));
}

TextConventions conventionsOf(const QueryContext& context)
{
    TextConventions conventions;
    conventions.region = context.region;
    conventions.baseCurrency = context.baseCurrency;
    conventions.language = context.language;
    conventions.now = context.now;
    conventions.zone = context.zone;
    return conventions;
}

enum class Shape { Texts, Ordered, Choice, Set, Points, WholeAddress, Relation };

Shape shapeOf(const FieldPath& path)
{
    switch (path.field->type) {
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Number:
        return Shape::Texts;
    case FieldType::Integer:
    case FieldType::Decimal:
    case FieldType::Money:
    case FieldType::Date:
    case FieldType::Instant:
        return Shape::Ordered;
    case FieldType::Boolean:
    case FieldType::Option:
        return Shape::Choice;
    case FieldType::Options:
    case FieldType::Tags:
        return Shape::Set;
    case FieldType::Phone:
    case FieldType::Mail:
    case FieldType::Link:
        return Shape::Points;
    case FieldType::Address:
        return path.component.isEmpty() ? Shape::WholeAddress : Shape::Texts;
    case FieldType::Relation:
        return Shape::Relation;
    }
    return Shape::Texts;
}

bool isPart(Comparison comparison)
{
    return comparison == Comparison::Contains || comparison == Comparison::Starts;
}

bool isOrder(Comparison comparison)
{
    return comparison == Comparison::Less || comparison == Comparison::LessOrEqual ||
           comparison == Comparison::Greater || comparison == Comparison::GreaterOrEqual;
}

bool isState(Comparison comparison)
{
    return comparison == Comparison::IsEmpty || comparison == Comparison::IsNotEmpty ||
           comparison == Comparison::IsInvalid || comparison == Comparison::IsNotInvalid;
}

bool allows(Shape shape, Comparison comparison)
{
    switch (shape) {
    case Shape::Texts:
        return true;
    case Shape::Ordered:
        return !isPart(comparison);
    case Shape::Choice:
        return !isPart(comparison) && !isOrder(comparison);
    case Shape::Set:
        return comparison != Comparison::Starts && !isOrder(comparison);
    case Shape::Points:
    case Shape::Relation:
        return !isOrder(comparison);
    case Shape::WholeAddress:
        return comparison == Comparison::Contains;
    }
    return false;
}

QString allowedSigns(Shape shape)
{
    switch (shape) {
    case Shape::Texts:
        return u"= != < <= > >= contains starts in is"_s;
    case Shape::Ordered:
        return u"= != < <= > >= in is"_s;
    case Shape::Choice:
        return u"= != in is"_s;
    case Shape::Set:
        return u"= != contains in is"_s;
    case Shape::Points:
    case Shape::Relation:
        return u"= != contains starts in is"_s;
    case Shape::WholeAddress:
        return u"contains is"_s;
    }
    return {};
}

Value referenceTo(const Catalog& catalog, const Field& field, const RecordId& record)
{
    // With several targets the id alone tells which record is meant.
    const Entity* target = field.targets.size() == 1 ? catalog.entity(field.targets.first()) : nullptr;
    return Reference{target ? target->id : EntityId(), record};
}

Value relationValue(const Catalog& catalog, const Field& field, const FilterWord& word, const QueryContext& context)
{
    if (!word.quoted) {
        if (word.text.compare(u"me", Qt::CaseInsensitive) == 0 && field.targets.contains(u"person"))
            return referenceTo(catalog, field, context.me);
        if (word.text.compare(u"my team", Qt::CaseInsensitive) == 0 && field.targets.contains(u"team"))
            return referenceTo(catalog, field, context.team);
        if (const auto id = RecordId::fromString(word.text))
            return referenceTo(catalog, field, *id);
    }
    return word.text;
}

Value tagValue(const FilterWord& word)
{
    const auto id = word.quoted ? std::nullopt : Id128::fromString(word.text);
    return id ? Value(IdSet{*id}) : Value(word.text);
}

Result<Value> componentValue(const FieldPath& path, const FilterWord& word, const QueryContext& context)
{
    auto text = readAddressComponent(path.component, word.text);
    if (!text)
        return withField(text.error(), path.field->label.in(context.language));
    return Value(std::move(text).value());
}

Result<Value> valueOf(const Catalog& catalog, const FieldPath& path, Comparison comparison, const FilterWord& word,
                      const QueryContext& context)
{
    const auto shape = shapeOf(path);
    if (isPart(comparison) && shape != Shape::Set)
        return Value(word.text);
    if (path.field->type == FieldType::Tags)
        return tagValue(word);
    if (shape == Shape::Relation)
        return relationValue(catalog, *path.field, word, context);
    if (!path.component.isEmpty())
        return componentValue(path, word, context);
    return readValue(*path.field, word.text, conventionsOf(context));
}

bool isNothing(const Value& value)
{
    const auto* text = std::get_if<QString>(&value);
    return isEmpty(value) || (text && text->isEmpty());
}

// A moment, or all of a day: `today`, `-30d` and a date without a time mean the day where the person is.
struct Span
{
    Instant begin;
    std::optional<Instant> end; // nothing: `begin` itself
};

bool tellsTime(QStringView text)
{
    return text.contains(u':') || text.contains(QChar(0xff1a)) || text.contains(u'时') || text.contains(u'点') ||
           text.endsWith(u'Z', Qt::CaseInsensitive) || text.endsWith(u'M', Qt::CaseInsensitive);
}

Result<Span> spanOf(const FieldPath& path, const FilterWord& word, const QueryContext& context)
{
    const auto today = context.now.toUtc().toTimeZone(context.zone).date();
    auto day = relativeDate(word.text, today);
    if (!day && !tellsTime(word.text)) {
        const auto written = parseDate(word.text);
        if (written)
            day = *written;
    }
    if (day)
        return Span{Instant::fromDateTime(day->startOfDay(context.zone)),
                    Instant::fromDateTime(day->addDays(1).startOfDay(context.zone))};
    KITH_TRY(const auto moment, readValue(*path.field, word.text, conventionsOf(context)));
    if (isEmpty(moment))
        return filterSyntax(word.position, QCoreApplication::translate("kith::FilterText", "a value"));
    return Span{std::get<Instant>(moment), std::nullopt};
}

FilterPtr withinDay(const FieldPath& path, Comparison comparison, const Span& day)
{
    switch (comparison) {
    case Comparison::NotEqual:
        return combined(Filter::Kind::Or, {compare(path, Comparison::Less, {day.begin}),
                                           compare(path, Comparison::GreaterOrEqual, {*day.end})});
    case Comparison::Less:
    case Comparison::GreaterOrEqual:
        return compare(path, comparison, {day.begin});
    case Comparison::LessOrEqual:
        return compare(path, Comparison::Less, {*day.end});
    case Comparison::Greater:
        return compare(path, Comparison::GreaterOrEqual, {*day.end});
    default:
        return combined(Filter::Kind::And, {compare(path, Comparison::GreaterOrEqual, {day.begin}),
                                            compare(path, Comparison::Less, {*day.end})});
    }
}

Result<FilterPtr> instantTerm(const FieldPath& path, Comparison comparison, const std::vector<FilterWord>& words,
                              const QueryContext& context)
{
    std::vector<FilterPtr> days;
    std::vector<Value> moments;
    for (const auto& word : words) {
        KITH_TRY(const auto span, spanOf(path, word, context));
        if (span.end)
            days.push_back(withinDay(path, comparison, span));
        else
            moments.emplace_back(span.begin);
    }
    if (!moments.empty())
        days.push_back(compare(path, comparison, std::move(moments)));
    return combined(Filter::Kind::Or, std::move(days));
}

}

FilterPtr combined(Filter::Kind kind, std::vector<FilterPtr> parts)
{
    if (parts.size() == 1)
        return std::move(parts.front());
    Filter filter;
    filter.kind = kind;
    for (auto& part : parts) {
        if (part->kind == kind)
            filter.children.insert(filter.children.end(), part->children.begin(), part->children.end());
        else
            filter.children.push_back(std::move(part));
    }
    return std::make_shared<const Filter>(std::move(filter));
}

FilterPtr negated(FilterPtr part)
{
    Filter filter;
    filter.kind = Filter::Kind::Not;
    filter.children.push_back(std::move(part));
    return std::make_shared<const Filter>(std::move(filter));
}

Result<FilterPtr> filterTerm(const Catalog& catalog, const FieldPath& path, Comparison comparison,
                             const std::vector<FilterWord>& words, const QueryContext& context, qsizetype place)
{
    if (isState(comparison))
        return compare(path, comparison, {});
    if (path.leadsHere)
        return filterSyntax(place, u"is"_s);
    const auto shape = shapeOf(path);
    if (!allows(shape, comparison))
        return filterSyntax(place, allowedSigns(shape));
    const bool isEquality = comparison == Comparison::Equal || comparison == Comparison::NotEqual;
    if (isEquality && words.front().text.trimmed().isEmpty())
        return compare(path, comparison == Comparison::Equal ? Comparison::IsEmpty : Comparison::IsNotEmpty, {});
    if (path.field->type == FieldType::Instant)
        return instantTerm(path, comparison, words, context);
    std::vector<Value> values;
    for (const auto& word : words) {
        KITH_TRY(auto value, valueOf(catalog, path, comparison, word, context));
        if (isNothing(value))
            return filterSyntax(word.position, QCoreApplication::translate("kith::FilterText", "a value"));
        values.push_back(std::move(value));
    }
    return compare(path, comparison, std::move(values));
}

bool canBeInvalid(const FieldPath& path)
{
    return !path.leadsHere && shapeOf(path) == Shape::Points;
}

Error filterSyntax(qsizetype position, const QString& expected)
{
    return Error{ErrorCode::QuerySyntax, {QString::number(position + 1), expected}};
}

}

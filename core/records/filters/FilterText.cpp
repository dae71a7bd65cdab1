#include "core/records/QueryText.h"
#include "core/records/ValueText.h"

#include <algorithm>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

QString sign(Comparison comparison)
{
    switch (comparison) {
    case Comparison::Equal:
        return u"="_s;
    case Comparison::NotEqual:
        return u"!="_s;
    case Comparison::Less:
        return u"<"_s;
    case Comparison::LessOrEqual:
        return u"<="_s;
    case Comparison::Greater:
        return u">"_s;
    case Comparison::GreaterOrEqual:
        return u">="_s;
    case Comparison::Contains:
        return u"contains"_s;
    case Comparison::Starts:
        return u"starts"_s;
    case Comparison::In:
        return u"in"_s;
    case Comparison::IsEmpty:
        return u"is empty"_s;
    case Comparison::IsNotEmpty:
        return u"is not empty"_s;
    case Comparison::IsInvalid:
        return u"is invalid"_s;
    case Comparison::IsNotInvalid:
        return u"is not invalid"_s;
    }
    return {};
}

QString quoted(QString text)
{
    return u'"' + text.replace(u'"', u"\"\""_s).replace(QChar(0xff02), u"\uff02\uff02"_s) + u'"';
}

bool isPlainWord(QStringView text)
{
    static constexpr QStringView keywords[] = {u"and", u"or", u"not", u"my", u"in", u"is"};
    const auto isKeyword = [&](QStringView word) { return text.compare(word, Qt::CaseInsensitive) == 0; };
    return !text.isEmpty() && std::none_of(std::begin(keywords), std::end(keywords), isKeyword) &&
           std::all_of(text.begin(), text.end(), [](QChar c) {
               return c.isLetterOrNumber() || c == u'_' || c == u'-' || c == u'.' || c == u':' || c == u'+';
           });
}

QString referenceText(const Field& field, const Reference& reference)
{
    if (!reference.record.isNull())
        return reference.record.toString();
    return field.targets.contains(u"person"_s) ? u"me"_s : u"my team"_s;
}

// Ids stand bare, for in quotes they would be titles.
QString valueText(const FieldPath& path, const Value& value)
{
    if (const auto* reference = std::get_if<Reference>(&value))
        return referenceText(*path.field, *reference);
    if (path.field->type == FieldType::Tags && std::holds_alternative<IdSet>(value))
        return exactText(*path.field, value);
    const auto text = exactText(*path.field, value);
    const bool wordsAreTexts = path.field->type != FieldType::Relation && path.field->type != FieldType::Tags;
    return wordsAreTexts && isPlainWord(text) ? text : quoted(text);
}

QString compareText(const Filter& filter)
{
    auto text = filter.path.text() + u' ' + sign(filter.comparison);
    if (filter.values.empty())
        return text;
    QStringList values;
    for (const auto& value : filter.values)
        values += valueText(filter.path, value);
    return text + (filter.comparison == Comparison::In ? u" ("_s + values.join(u", ") + u')' : u' ' + values.first());
}

QString bracketed(const Filter& part, bool needed)
{
    return needed ? u'(' + filterText(part) + u')' : filterText(part);
}

}

QString filterText(const Filter& filter)
{
    using Kind = Filter::Kind;
    QStringList parts;
    switch (filter.kind) {
    case Kind::All:
        return {};
    case Kind::Compare:
        return compareText(filter);
    case Kind::Not:
        return u"not "_s + bracketed(*filter.children.front(), filter.children.front()->kind == Kind::And ||
                                                                   filter.children.front()->kind == Kind::Or);
    case Kind::And:
        for (const auto& child : filter.children)
            parts += bracketed(*child, child->kind == Kind::Or);
        return parts.join(u" and ");
    case Kind::Or:
        for (const auto& child : filter.children)
            parts += bracketed(*child, false);
        return parts.join(u" or ");
    }
    return {};
}

}

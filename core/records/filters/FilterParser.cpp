#include "core/records/filters/FilterLexer.h"
#include "core/records/filters/FilterTerm.h"

#include <QCoreApplication>

namespace kith {

namespace {

using Kind = FilterToken::Kind;

constexpr qsizetype longestFilter = 100'000; // UTF-16 units
constexpr int greatestDepth = 100;           // brackets and `not` within each other: recursion ends there

QString aField()
{
    return QCoreApplication::translate("kith::FilterText", "a field");
}
QString aComparison()
{
    return QCoreApplication::translate("kith::FilterText", "a comparison such as = or contains");
}
QString aValue()
{
    return QCoreApplication::translate("kith::FilterText", "a value");
}
QString aClosingQuote()
{
    return QCoreApplication::translate("kith::FilterText", "a closing quote");
}
QString word(const char16_t* text)
{
    return QStringLiteral("“%1”").arg(QStringView(text));
}

QString anyOf(const char16_t* one, const char16_t* other)
{
    return QCoreApplication::translate("kith::FilterText", "%1 or %2").arg(word(one), word(other));
}

class FilterParser
{
public:
    FilterParser(const Catalog& catalog, const Entity& entity, QStringView text, const QueryContext& context)
        : m_catalog(catalog)
        , m_entity(entity)
        , m_context(context)
        , m_lexer(text)
    {
    }

    Result<FilterPtr> whole();

private:
    Result<FilterPtr> either();
    Result<FilterPtr> both();
    Result<FilterPtr> single();
    Result<FilterPtr> bracket();
    Result<FilterPtr> term();
    Result<FieldPath> subject() const;
    Result<FilterPtr> state(const FieldPath& path);
    Result<std::vector<FilterWord>> list();
    Result<FilterWord> value();
    std::optional<Comparison> comparison();
    Status enter();
    Result<FilterPtr> bounded(Result<FilterPtr> term) const;
    Error tooDeep() const;

    const FilterToken& token() const { return m_lexer.token(); }
    bool skip(QStringView wanted);
    bool skip(Kind wanted);
    Error expected(const QString& what) const;

    const Catalog& m_catalog;
    const Entity& m_entity;
    const QueryContext& m_context;
    FilterLexer m_lexer;
    int m_depth = 0;
};

Result<FilterPtr> FilterParser::whole()
{
    if (token().kind == Kind::End)
        return FilterPtr();
    KITH_TRY(auto filter, either());
    if (token().kind != Kind::End)
        return expected(QCoreApplication::translate("kith::FilterText", "“and”, “or” or the end"));
    return filter;
}

Result<FilterPtr> FilterParser::either()
{
    std::vector<FilterPtr> parts;
    do {
        KITH_TRY(auto part, both());
        parts.push_back(std::move(part));
    } while (skip(u"or"));
    return combined(Filter::Kind::Or, std::move(parts));
}

Result<FilterPtr> FilterParser::both()
{
    std::vector<FilterPtr> parts;
    do {
        KITH_TRY(auto part, single());
        parts.push_back(std::move(part));
    } while (skip(u"and"));
    return combined(Filter::Kind::And, std::move(parts));
}

Result<FilterPtr> FilterParser::single()
{
    if (token().kind == Kind::Open)
        return bracket();
    if (!token().isWord(u"not"))
        return term();
    KITH_TRY(enter());
    m_lexer.take();
    KITH_TRY(auto part, single());
    --m_depth;
    return negated(std::move(part));
}

Result<FilterPtr> FilterParser::bracket()
{
    KITH_TRY(enter());
    m_lexer.take();
    KITH_TRY(auto inner, either());
    if (!skip(Kind::Close))
        return expected(word(u")"));
    --m_depth;
    return inner;
}

Status FilterParser::enter()
{
    if (++m_depth <= greatestDepth)
        return {};
    return tooDeep();
}

Error FilterParser::tooDeep() const
{
    return expected(QCoreApplication::translate("kith::FilterText", "fewer brackets within each other"));
}

Result<FilterPtr> FilterParser::term()
{
    if (token().kind != Kind::Word)
        return expected(aField());
    KITH_TRY(const auto path, subject());
    m_lexer.take();
    const auto place = token().position;
    if (skip(u"is"))
        return state(path);
    if (skip(u"in")) {
        KITH_TRY(const auto words, list());
        return bounded(filterTerm(m_catalog, path, Comparison::In, words, m_context, place));
    }
    const auto sign = comparison();
    if (!sign)
        return expected(aComparison());
    KITH_TRY(auto one, value());
    return bounded(filterTerm(m_catalog, path, *sign, {std::move(one)}, m_context, place));
}

// A day stands for two comparisons, which filterText() puts in brackets.
Result<FilterPtr> FilterParser::bounded(Result<FilterPtr> term) const
{
    if (term && (*term)->kind != Filter::Kind::Compare && m_depth == greatestDepth)
        return tooDeep();
    return term;
}

// An own field goes before another kind of record that is called like it.
Result<FieldPath> FilterParser::subject() const
{
    auto own = parsePath(m_catalog, m_entity, token().text);
    if (own)
        return own;
    if (const auto far = pathFromFarEnd(m_catalog, m_entity, token().text))
        return *far;
    return own;
}

Result<FilterPtr> FilterParser::state(const FieldPath& path)
{
    const auto place = token().position;
    const bool negative = skip(u"not");
    auto asked = negative ? Comparison::IsNotEmpty : Comparison::IsEmpty;
    if (canBeInvalid(path) && skip(u"invalid"))
        asked = negative ? Comparison::IsNotInvalid : Comparison::IsInvalid;
    else if (!skip(u"empty"))
        return expected(canBeInvalid(path) ? anyOf(u"empty", u"invalid") : word(u"empty"));
    return filterTerm(m_catalog, path, asked, {}, m_context, place);
}

std::optional<Comparison> FilterParser::comparison()
{
    if (token().kind == Kind::Comparison)
        return m_lexer.take().comparison;
    if (skip(u"contains"))
        return Comparison::Contains;
    if (skip(u"starts"))
        return Comparison::Starts;
    return std::nullopt;
}

Result<std::vector<FilterWord>> FilterParser::list()
{
    if (!skip(Kind::Open))
        return expected(word(u"("));
    std::vector<FilterWord> words;
    do {
        KITH_TRY(auto one, value());
        words.push_back(std::move(one));
    } while (skip(Kind::Comma));
    if (!skip(Kind::Close))
        return expected(word(u")"));
    return words;
}

Result<FilterWord> FilterParser::value()
{
    if (token().kind != Kind::Word && token().kind != Kind::Quoted)
        return expected(aValue());
    auto first = m_lexer.take();
    FilterWord one{std::move(first.text), first.kind == Kind::Quoted, first.position};
    if (!one.quoted && one.text.compare(u"my", Qt::CaseInsensitive) == 0 && skip(u"team"))
        one.text = QStringLiteral("my team");
    return one;
}

bool FilterParser::skip(QStringView wanted)
{
    if (!token().isWord(wanted))
        return false;
    m_lexer.take();
    return true;
}

bool FilterParser::skip(Kind wanted)
{
    if (token().kind != wanted)
        return false;
    m_lexer.take();
    return true;
}

Error FilterParser::expected(const QString& what) const
{
    return filterSyntax(token().position, token().kind == Kind::Unclosed ? aClosingQuote() : what);
}

}

Result<FilterPtr> parseFilter(const Catalog& catalog, const Entity& entity, QStringView text,
                              const QueryContext& context)
{
    if (text.size() > longestFilter)
        return filterSyntax(longestFilter, QCoreApplication::translate("kith::FilterText", "the end"));
    return FilterParser(catalog, entity, text, context).whole();
}

}

#include "core/store/NumberSeries.h"

#include "core/database/Connection.h"

#include <algorithm>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostDigits = 18; // of a number that 64 bits hold whatever the digits are

// What a pattern is made of: texts, the date, and the number itself ("Q-{YYYY}-{00000}").
enum class Piece { Text, Year, ShortYear, Month, Number };

struct Token
{
    Piece piece = Piece::Text;
    QStringView text;     // without braces
    qsizetype length = 0; // in the pattern
};

Token tokenAtStart(QStringView pattern)
{
    const auto close = pattern.startsWith(u'{') ? pattern.indexOf(u'}') : -1;
    if (close < 0) {
        const auto open = pattern.indexOf(u'{', 1);
        const auto text = open < 0 ? pattern : pattern.first(open);
        return {Piece::Text, text, text.size()};
    }
    const auto inside = pattern.sliced(1, close - 1);
    if (inside == u"YYYY")
        return {Piece::Year, inside, close + 1};
    if (inside == u"YY")
        return {Piece::ShortYear, inside, close + 1};
    if (inside == u"MM")
        return {Piece::Month, inside, close + 1};
    if (inside.startsWith(u'0'))
        return {Piece::Number, inside, close + 1};
    return {Piece::Text, pattern.first(close + 1), close + 1};
}

// A pattern without a place for the number has it at its end.
std::vector<Token> tokensOf(QStringView pattern)
{
    std::vector<Token> tokens;
    for (auto rest = pattern; !rest.isEmpty(); rest = rest.sliced(tokens.back().length))
        tokens.push_back(tokenAtStart(rest));
    if (std::none_of(tokens.begin(), tokens.end(), [](const Token& one) { return one.piece == Piece::Number; }))
        tokens.push_back({Piece::Number, {}, 0});
    return tokens;
}

QString formatted(const QString& pattern, std::int64_t number, QDate today)
{
    QString text;
    for (const auto& token : tokensOf(pattern)) {
        switch (token.piece) {
        case Piece::Text:
            text += token.text;
            break;
        case Piece::Year:
            text += today.toString(u"yyyy");
            break;
        case Piece::ShortYear:
            text += today.toString(u"yy");
            break;
        case Piece::Month:
            text += today.toString(u"MM");
            break;
        case Piece::Number:
            text += QString::number(number).rightJustified(token.text.size(), u'0');
        }
    }
    return text;
}

// A series with the year or month in it starts again with it.
QString periodOf(const QString& pattern, QDate day)
{
    if (pattern.contains(u"{MM}"_s))
        return day.toString(u"yyyyMM");
    return pattern.contains(u"{YY"_s) ? day.toString(u"yyyy") : QString();
}

// The digits that a text begins with, at most so many.
QStringView digitsOf(QStringView text, qsizetype most)
{
    const auto end = std::find_if(text.begin(), text.begin() + std::min(most, text.size()),
                                  [](QChar c) { return c < u'0' || c > u'9'; });
    return text.first(end - text.begin());
}

struct Given
{
    QDate day; // some day of its period
    std::int64_t number = 0;
};

// Takes a number apart as its pattern put it together. Nothing: it has another shape.
std::optional<Given> partsOf(const QString& pattern, QStringView text, QDate today)
{
    int year = today.year();
    int month = today.month();
    std::optional<std::int64_t> number;
    for (const auto& token : tokensOf(pattern)) {
        if (token.piece == Piece::Text) {
            if (!text.startsWith(token.text, Qt::CaseInsensitive))
                return std::nullopt;
            text = text.sliced(token.text.size());
            continue;
        }
        const bool isDate = token.piece != Piece::Number;
        const auto digits = digitsOf(text, isDate ? token.text.size() : mostDigits);
        if (digits.isEmpty() || (isDate && digits.size() < token.text.size()))
            return std::nullopt;
        text = text.sliced(digits.size());
        if (token.piece == Piece::Year)
            year = digits.toInt();
        else if (token.piece == Piece::ShortYear)
            year = today.year() / 100 * 100 + digits.toInt();
        else if (token.piece == Piece::Month)
            month = digits.toInt();
        else
            number = digits.toLongLong();
    }
    const QDate day(year, month, 1);
    return number && day.isValid() && text.isEmpty() ? std::optional(Given{day, *number}) : std::nullopt;
}

}

Result<std::int64_t*> NumberSeries::next(const FieldId& field, const QString& period)
{
    const auto known = m_next.find({field, period});
    if (known != m_next.end())
        return &known->second;
    auto statement = m_connection.kept("SELECT next FROM series WHERE field = ?1 AND period = ?2");
    statement.bindAll(field, period);
    KITH_TRY(const bool found, statement.step());
    return &m_next.emplace(Key(field, period), found ? statement.integer(0) : 1).first->second;
}

Status NumberSeries::assign(const Entity& entity, FieldValues& values)
{
    for (const auto& field : entity.fields) {
        if (field.type != FieldType::Number)
            continue;
        if (const auto given = values.find(field.id); given != values.end()) {
            KITH_TRY(passBy(field, given->second));
            continue;
        }
        KITH_TRY(std::int64_t * number, next(field.id, periodOf(field.numberPattern, m_today)));
        values[field.id] = formatted(field.numberPattern, (*number)++, m_today);
    }
    return {};
}

Status NumberSeries::passBy(const Entity& entity, const FieldValues& values)
{
    for (const auto& field : entity.fields) {
        const auto given = field.type == FieldType::Number ? values.find(field.id) : values.end();
        if (given != values.end())
            KITH_TRY(passBy(field, given->second));
    }
    return {};
}

Status NumberSeries::passBy(const Field& field, const Value& value)
{
    const auto* text = std::get_if<QString>(&value);
    const auto given = text ? partsOf(field.numberPattern, *text, m_today) : std::nullopt;
    if (!given)
        return {};
    KITH_TRY(std::int64_t * number, next(field.id, periodOf(field.numberPattern, given->day)));
    *number = std::max(*number, given->number + 1);
    return {};
}

Status NumberSeries::save()
{
    for (const auto& [key, next] : m_next) {
        auto statement = m_connection.kept("INSERT INTO series(field, period, next) VALUES(?1, ?2, ?3) "
                                           "ON CONFLICT(field, period) DO UPDATE SET next = excluded.next");
        KITH_TRY(statement.bindAll(key.first, key.second, next).run());
    }
    return {};
}

}

// A filter's text taken apart and put together as text, so that what is relative in it stays so.

#include "core/records/QueryText.h"
#include "core/records/filters/FilterLexer.h"

namespace kith {

using namespace Qt::StringLiterals;

namespace {

using Kind = FilterToken::Kind;

// Where words stand outside brackets.
struct Joints
{
    std::vector<qsizetype> ands;
    bool hasOr = false;
    bool isBracketed = false; // the first bracket is closed by the last token
};

Joints jointsIn(const QString& text)
{
    Joints joints;
    FilterLexer lexer(text);
    int depth = 0;
    bool closed = false;    // the bracket that the text begins with
    bool isOperand = false; // a value may be called like a word
    joints.isBracketed = lexer.token().kind == Kind::Open;
    while (lexer.token().kind != Kind::End && lexer.token().kind != Kind::Unclosed) {
        const auto token = lexer.take();
        joints.isBracketed = joints.isBracketed && !closed;
        if (token.kind == Kind::Open)
            ++depth;
        else if (token.kind == Kind::Close)
            closed = --depth == 0 || closed;
        else if (depth == 0 && !isOperand && token.isWord(u"or"))
            joints.hasOr = true;
        else if (depth == 0 && !isOperand && token.isWord(u"and"))
            joints.ands.push_back(token.position);
        isOperand =
            token.kind == Kind::Comparison || (!isOperand && (token.isWord(u"contains") || token.isWord(u"starts")));
    }
    joints.isBracketed = joints.isBracketed && closed;
    return joints;
}

QString withoutBrackets(QString text)
{
    while (jointsIn(text).isBracketed)
        text = text.sliced(1, text.size() - 2).trimmed();
    return text;
}

}

QStringList filterConditions(const QString& filter)
{
    const QString text = filter.trimmed();
    if (text.isEmpty())
        return {};
    const auto joints = jointsIn(text);
    if (joints.hasOr)
        return {text};
    constexpr qsizetype word = 3; // "and"
    QStringList conditions;
    qsizetype from = 0;
    for (const auto to : joints.ands) {
        conditions += withoutBrackets(text.sliced(from, to - from).trimmed());
        from = to + word;
    }
    conditions += withoutBrackets(text.sliced(from).trimmed());
    return conditions;
}

QString allConditions(const QStringList& conditions)
{
    QStringList parts;
    for (const auto& condition : conditions) {
        const QString text = condition.trimmed();
        if (text.isEmpty())
            continue;
        const auto joints = jointsIn(text);
        parts += joints.hasOr || !joints.ands.empty() ? u'(' + text + u')' : text;
    }
    return parts.join(u" and "_s);
}

QString sortText(const std::vector<SortKey>& sort)
{
    QStringList keys;
    for (const auto& key : sort)
        keys += (key.descending ? u"-"_s : QString()) + key.path.text();
    return keys.join(u',');
}

}

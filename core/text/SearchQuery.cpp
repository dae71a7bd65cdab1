#include "core/text/Fold.h"
#include "core/text/SearchTokens.h"
#include "core/text/han/Han.h"

#include <algorithm>
#include <iterator>

namespace kith {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestQuery = 500;
constexpr qsizetype leastPhoneDigits = 7;
constexpr qsizetype mostPhoneDigits = 15;
constexpr qsizetype leastAnywhere = 3; // digits that are found anywhere in a number; fewer only begin it

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

// Only digits and what people put between the groups of a telephone number.
bool isNumeric(QStringView piece)
{
    const auto fits = [](QChar c) { return isDigit(c) || u"+-.()"_s.contains(c); };
    return std::all_of(piece.begin(), piece.end(), fits) && std::any_of(piece.begin(), piece.end(), isDigit);
}

QString digitsOf(QStringView piece)
{
    QString digits;
    std::copy_if(piece.begin(), piece.end(), std::back_inserter(digits), isDigit);
    return digits;
}

enum class RunKind { None, Word, Unspaced };

RunKind kindOf(char32_t c)
{
    if (han::isUnspaced(c))
        return RunKind::Unspaced;
    return QChar::isLetterOrNumber(c) || QChar::isMark(c) || c == U'\'' || c == 0x2019 ? RunKind::Word : RunKind::None;
}

struct Run
{
    RunKind kind;
    QString text;
};

bool hasTokens(const QString& text)
{
    return tokenize(text.toStdString(), TokenMode::Query, [](std::string_view, int, int, bool) { return 1; }) != 0;
}

std::vector<Run> runsOf(QStringView piece)
{
    std::vector<Run> runs;
    auto last = RunKind::None;
    for (const auto c : piece.toUcs4()) {
        const auto kind = kindOf(c);
        if (kind != RunKind::None) {
            if (kind != last)
                runs.push_back({kind, {}});
            runs.back().text += QChar::fromUcs4(c);
        }
        last = kind;
    }
    std::erase_if(runs, [](const Run& run) { return !hasTokens(run.text); });
    return runs;
}

bool mayGoOn(const Run& run)
{
    const bool number = std::all_of(run.text.begin(), run.text.end(), isDigit);
    return run.kind == RunKind::Word && (!number || run.text.size() < leastAnywhere);
}

// A piece without blanks. Several runs are a phrase only where a document has them at the same distances: not beside
// digits, which take more places in a document.
void addPiece(const QString& piece, std::vector<SearchTerm>& terms)
{
    const auto runs = runsOf(piece);
    if (runs.size() > 1 && std::none_of(piece.begin(), piece.end(), isDigit)) {
        terms.push_back({piece, mayGoOn(runs.back())});
        return;
    }
    for (const auto& run : runs)
        terms.push_back({run.text, mayGoOn(run)});
}

// As many pieces from the first on as are one telephone number; none if they are too short or too long for one.
qsizetype phonePieces(const QStringList& pieces, qsizetype first)
{
    auto end = first;
    qsizetype digits = 0;
    while (end < pieces.size() && isNumeric(pieces[end]))
        digits += digitsOf(pieces[end++]).size();
    return digits >= leastPhoneDigits && digits <= mostPhoneDigits ? end - first : 0;
}

QString withoutScheme(QString text)
{
    for (const auto start : {"https://"_L1, "http://"_L1, "mailto:"_L1, "www."_L1}) {
        if (text.startsWith(start))
            text.remove(0, start.size());
    }
    return text;
}

}

std::vector<SearchTerm> searchTerms(QStringView typed)
{
    auto text = withoutScheme(fold(typed.first(std::min(typed.size(), longestQuery)), FoldHan::Simplify));
    const auto pieces = text.split(u' ', Qt::SkipEmptyParts);
    std::vector<SearchTerm> terms;
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        if (const auto count = phonePieces(pieces, i); count > 0) {
            terms.push_back({digitsOf(pieces.mid(i, count).join(QString())), false});
            i += count - 1;
        } else {
            addPiece(pieces[i], terms);
        }
    }
    return terms;
}

QString matchExpression(QStringView typed)
{
    QString expression;
    for (const auto& term : searchTerms(typed)) {
        if (!expression.isEmpty())
            expression += u' ';
        expression += u'"' + QString(term.text).replace(u'"', u' ') + u'"';
        if (term.prefix)
            expression += " *"_L1;
    }
    return expression;
}

}

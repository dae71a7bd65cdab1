#include "core/text/Fold.h"
#include "core/text/SearchTokens.h"
#include "core/text/Utf8.h"
#include "core/text/han/Han.h"
#include "core/text/han/Pinyin.h"

#include <QList>

#include <algorithm>
#include <iterator>
#include <span>
#include <string>

namespace kith {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestQuery = 500;
constexpr qsizetype leastPhoneDigits = 7;
constexpr qsizetype mostPhoneDigits = 15;
constexpr std::size_t mostPhrases = 400; // that one part of what was typed may stand for

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

// Runs that touch: pinyin and characters of one name have nothing between them.
bool isUnbroken(QStringView piece)
{
    const auto characters = piece.toUcs4();
    return std::all_of(characters.begin(), characters.end(), [](char32_t c) { return kindOf(c) != RunKind::None; });
}

struct Run
{
    RunKind kind;
    QString text;
    qsizetype at; // in the piece
};

std::vector<std::string> tokensOf(const QString& text)
{
    std::vector<std::string> tokens;
    (void)tokenize(text.toStdString(), TokenMode::Query, [&](std::string_view token, int, int, bool) {
        tokens.emplace_back(token);
        return 0;
    });
    return tokens;
}

std::vector<Run> runsOf(QStringView piece)
{
    std::vector<Run> runs;
    auto last = RunKind::None;
    qsizetype at = 0;
    for (const auto c : piece.toUcs4()) {
        const auto kind = kindOf(c);
        if (kind != RunKind::None) {
            if (kind != last)
                runs.push_back({kind, {}, at});
            runs.back().text += QChar::fromUcs4(c);
        }
        last = kind;
        at += QChar::requiresSurrogates(c) ? 2 : 1;
    }
    std::erase_if(runs, [](const Run& run) { return tokensOf(run.text).empty(); });
    return runs;
}

QString marked(std::string_view token)
{
    return QChar(tokenMark) + QString::fromUtf8(token.data(), qsizetype(token.size()));
}

QString beginningOf(const std::string& word)
{
    return QChar(beginningMark) + QString::fromStdString(word) + u' ';
}

// What precedes in the piece and the word at its end, which may go on. How short words begin is in the index.
SearchPhrase goingOn(const QString& before, const QString& word)
{
    const auto tokens = tokensOf(word);
    if (tokens.size() != 1)
        return {before + word, true};
    const auto& token = tokens.front();
    if (token.front() == '<' || token.front() == '#') // digits
        return {before + word, false};
    if (QString::fromStdString(token).toUcs4().size() > beginningCharacters)
        return {before + word, true};
    return {before + beginningOf(token), false};
}

bool areLetters(const Run& run)
{
    return run.kind == RunKind::Word && std::all_of(run.text.begin(), run.text.end(), [](QChar c) {
               return (c >= u'a' && c <= u'z') || c == u'\'' || c == u'\u2019';
           });
}

// Behind an initial, "zh" is another: as elsewhere, the h may be typed or left out.
bool isInitial(std::string_view letters)
{
    return letters.size() == 1 || letters == "zh" || letters == "ch" || letters == "sh";
}

// One way to read letters as pinyin, as the tokens of consecutive characters. Where more characters are to follow, each
// syllable has a token at its own place, and nothing is cut off but what is a single letter.
void addReading(const han::PinyinReading& reading, bool followed, const QString& before,
                std::vector<SearchPhrase>& phrases)
{
    using Kind = han::PinyinPart::Kind;
    QString text = before;
    for (std::size_t i = 0; i + 1 < reading.size(); ++i) {
        const auto& part = reading[i];
        const auto& next = reading[i + 1];
        if (part.kind == Kind::Initial) {
            text += marked('^' + part.letters + next.letters.front()) + u' ';
            if (i + 2 == reading.size() && isInitial(next.letters) && !followed) {
                phrases.push_back({text.chopped(1), false});
                return;
            }
        } else if (next.kind == Kind::Syllable) {
            text += marked('&' + part.letters + '&' + next.letters) + u' ';
        } else if (next.kind == Kind::Initial) {
            text += marked('%' + part.letters + '&' + next.letters) + u' ';
        } else if (!followed && next.letters.size() == 1) {
            phrases.push_back({text + marked('%' + part.letters + '&' + next.letters), false});
            return;
        } else if (!followed) {
            // Each by its name: to gather all that begin so, FTS5 would read every one of them to its end.
            for (const auto syllable : han::syllablesBeginningWith(next.letters))
                phrases.push_back({text + marked('&' + part.letters + '&' + syllable.data()), false});
            return;
        } else {
            text += marked('~' + part.letters) + u' ';
        }
    }
    const auto& last = reading.back().letters;
    for (const auto syllable : han::syllablesBeginningWith(last)) {
        const bool fits = !followed || syllable == QLatin1StringView(last) || (reading.size() == 1 && last.size() == 1);
        if (fits)
            phrases.push_back({text + marked("~" + std::string(syllable.data())), false});
    }
}

// Characters and letters in turn, each stretch of letters read as pinyin.
void addMixed(std::span<const Run> runs, const QString& before, std::vector<SearchPhrase>& phrases)
{
    if (runs.empty()) {
        phrases.push_back({before, false});
        return;
    }
    const auto& run = runs.front();
    const auto rest = runs.subspan(1);
    if (run.kind == RunKind::Unspaced)
        return addMixed(rest, before + run.text, phrases);
    std::vector<SearchPhrase> own;
    const auto letters = QString(run.text).replace(u'\u2019', u'\'').toStdString();
    for (const auto& reading : han::pinyinReadings(letters))
        addReading(reading, !rest.empty(), before, own);
    for (auto& phrase : own) {
        if (phrases.size() >= mostPhrases)
            return;
        if (rest.empty())
            phrases.push_back(std::move(phrase));
        else
            addMixed(rest, phrase.text + u' ', phrases);
    }
}

SearchTerm plainTerm(const SearchPhrase& phrase)
{
    return {{{QChar(titleMark) + phrase.text, phrase.prefix}}, phrase};
}

// A piece without blanks. Several runs are a phrase only where a document has them at the same distances: not beside
// digits, which take more places in a document.
void addPiece(const QString& piece, std::vector<SearchTerm>& terms)
{
    const auto runs = runsOf(piece);
    if (runs.empty())
        return;
    if (runs.size() > 1 && std::any_of(piece.begin(), piece.end(), isDigit)) {
        for (const auto& run : runs)
            addPiece(run.text, terms);
        return;
    }
    const auto& last = runs.back();
    auto term =
        plainTerm(last.kind == RunKind::Word ? goingOn(piece.first(last.at), last.text) : SearchPhrase{piece, false});
    const bool pinyin = std::all_of(runs.begin(), runs.end(),
                                    [](const Run& run) { return run.kind == RunKind::Unspaced || areLetters(run); });
    if (pinyin && std::any_of(runs.begin(), runs.end(), areLetters) && isUnbroken(piece))
        addMixed(runs, QString(QChar(titleMark)), term.inTitle);
    terms.push_back(std::move(term));
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
    for (const auto mark : {titleMark, tokenMark, beginningMark})
        text.remove(QChar(mark));
    const auto pieces = text.split(u' ', Qt::SkipEmptyParts);
    std::vector<SearchTerm> terms;
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        if (const auto count = phonePieces(pieces, i); count > 0) {
            terms.push_back(plainTerm({digitsOf(pieces.mid(i, count).join(QString())), false}));
            i += count - 1;
        } else {
            addPiece(pieces[i], terms);
        }
    }
    return terms;
}

namespace {

QString quoted(const SearchPhrase& phrase)
{
    return u'"' + QString(phrase.text).replace(u'"', u' ') + (phrase.prefix ? u"\" *"_s : u"\""_s);
}

bool beginsUnspaced(std::string_view text)
{
    std::size_t end = 0;
    return han::isUnspaced(decodeUtf8(text, end));
}

// What a title that begins with this phrase begins with, as the tokenizer says it.
std::string startOf(const std::vector<std::string>& tokens)
{
    const std::string_view token = tokens.empty() ? std::string_view() : std::string_view(tokens.front());
    if (token.size() < 2)
        return {};
    const auto rest = token.substr(1);
    if (std::string_view("~&%^").find(token.front()) != std::string_view::npos)
        return '|' + std::string(token);
    if (rest.front() == '<')
        return '|' + std::string(rest);
    if (rest.front() == '#')
        return "|<" + std::string(rest.substr(1, beginningDigits));
    if (beginsUnspaced(rest))
        return '|' + std::string(rest);
    std::size_t end = 0;
    for (qsizetype characters = 0; characters < beginningCharacters && end < rest.size(); ++characters)
        (void)decodeUtf8(rest, end);
    return "|<" + std::string(rest.substr(0, end));
}

// Whether a title that begins with the token of startOf() begins with the phrase's first token.
bool isSaidByStart(const std::vector<std::string>& tokens)
{
    if (tokens.empty())
        return false;
    const auto rest = std::string_view(tokens.front()).substr(1);
    return tokens.front().front() != '!' || rest.front() == '<' || beginsUnspaced(rest);
}

QString inTitle(const SearchTerm& term)
{
    QStringList any;
    for (const auto& phrase : term.inTitle)
        any += quoted(phrase);
    return any.join(u" OR "_s);
}

// The token of the start takes the place of the first: few titles begin with what many hold. Of a word only the
// beginning has one.
QString atStart(const SearchTerm& term)
{
    QStringList any;
    for (const auto& phrase : term.inTitle) {
        const auto tokens = tokensOf(phrase.text);
        QString text = marked(startOf(tokens));
        if (!isSaidByStart(tokens)) {
            any += u"(\""_s + text + u"\" AND ^ "_s + quoted(phrase) + u')';
            continue;
        }
        for (std::size_t i = 1; i < tokens.size(); ++i)
            text += u' ' + marked(tokens[i]);
        any += quoted({text, phrase.prefix});
    }
    any.removeDuplicates();
    return any.join(u" OR "_s);
}

}

QString matchExpression(const std::vector<SearchTerm>& terms, SearchIn where)
{
    QStringList all;
    for (const auto& term : terms) {
        if (where == SearchIn::Title)
            all += u'(' + inTitle(term) + u')';
        else if (where == SearchIn::TitleStart && all.isEmpty())
            all += u'(' + atStart(term) + u')';
        else
            all += terms.size() == 1 && where == SearchIn::Elsewhere
                       ? quoted(term.elsewhere)
                       : u'(' + inTitle(term) + u" OR "_s + quoted(term.elsewhere) + u')';
    }
    return all.join(u" AND "_s);
}

}

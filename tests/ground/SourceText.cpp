#include "tests/ground/SourceText.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace kith::ground {

QString withoutComments(const QString& text)
{
    // In order of trial at each place: a raw string, a string, a character (not a digit separator), a comment.
    static const QRegularExpression token(uR"X(R"([^(\s]*)\((?:.|\n)*?\)\1"|"(?:\\.|[^"\\\n])*")X"
                                          uR"X(|(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+'|//[^\n]*|/\*(?:.|\n)*?\*/)X"_s);
    QString code = text;
    for (auto found = token.globalMatch(text); found.hasNext();) {
        const auto match = found.next();
        if (!match.capturedView().startsWith(u'/'))
            continue;
        for (auto at = match.capturedStart(); at < match.capturedEnd(); ++at) {
            if (code.at(at) != u'\n')
                code[at] = u' ';
        }
    }
    return code;
}

std::vector<Include> includesOf(const SourceFile& file)
{
    static const QRegularExpression directive(uR"(^\s*#\s*include\s*(["<])([^">]+)[">])"_s);
    std::vector<Include> includes;
    int line = 0;
    for (const auto& text : withoutComments(file.text).split(u'\n')) {
        ++line;
        if (const auto match = directive.match(text); match.hasMatch())
            includes.push_back({line, match.captured(2), match.capturedView(1) == u"\""});
    }
    return includes;
}

}

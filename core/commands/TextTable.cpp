#include "core/commands/TextTable.h"

#include <algorithm>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr int widestCell = 44;

// East Asian wide and full-width blocks (Unicode Standard Annex 11), as far as text in terminals has them.
int widthOf(QChar c)
{
    const auto u = c.unicode();
    if (c.isLowSurrogate() || c.category() == QChar::Mark_NonSpacing)
        return 0;
    const bool wide = (u >= 0x1100 && u <= 0x115f) || (u >= 0x2e80 && u <= 0xa4cf && u != 0x303f) ||
                      (u >= 0xac00 && u <= 0xd7a3) || (u >= 0xf900 && u <= 0xfaff) || (u >= 0xfe30 && u <= 0xfe6f) ||
                      (u >= 0xff00 && u <= 0xff60) || (u >= 0xffe0 && u <= 0xffe6) || c.isHighSurrogate();
    return wide ? 2 : 1;
}

int widthOf(const QString& text)
{
    int width = 0;
    for (const auto c : text)
        width += widthOf(c);
    return width;
}

QString fitted(QString text, int most)
{
    text.replace(u'\n', u' ');
    if (widthOf(text) <= most)
        return text;
    QString shortened;
    int width = 1;
    for (const auto c : text) {
        width += widthOf(c);
        if (width > most)
            break;
        shortened += c;
    }
    return shortened + u'…';
}

QString padded(const QString& text, int width)
{
    return text + QString(std::max(0, width - widthOf(text)), u' ');
}

}

QString textTable(const QStringList& header, const std::vector<QStringList>& rows)
{
    if (rows.empty())
        return {};
    std::vector<QStringList> cells{header};
    cells.insert(cells.end(), rows.begin(), rows.end());
    std::vector<int> widths(std::size_t(header.size()), 0);
    for (auto& row : cells) {
        for (qsizetype i = 0; i < header.size(); ++i) {
            row[i] = fitted(row.value(i), widestCell);
            widths[std::size_t(i)] = std::max(widths[std::size_t(i)], widthOf(row[i]));
        }
    }
    QStringList lines;
    for (const auto& row : cells) {
        QString line;
        for (qsizetype i = 0; i < header.size(); ++i)
            line += i + 1 < header.size() ? padded(row[i], widths[std::size_t(i)] + 2) : row[i];
        while (line.endsWith(u' '))
            line.chop(1);
        lines += line;
    }
    return lines.join(u'\n');
}

QString textPairs(const std::vector<std::pair<QString, QString>>& pairs)
{
    int width = 0;
    for (const auto& [name, value] : pairs)
        width = std::max(width, widthOf(name));
    QStringList lines;
    for (const auto& [name, value] : pairs)
        lines += padded(name, width + 2) + value;
    return lines.join(u'\n');
}

}

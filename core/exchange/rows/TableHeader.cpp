#include "core/exchange/rows/TableHeader.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

bool isYear(QStringView text)
{
    bool ok = false;
    const int year = text.toInt(&ok);
    return ok && year >= 1900 && year <= 2100;
}

bool isNumeric(QStringView text)
{
    static const QRegularExpression number(u"^[-+]?[0-9][0-9.,' ]*%?$"_s);
    return number.match(text).hasMatch();
}

bool isSurelyValue(QStringView text)
{
    static const QRegularExpression value(
        u"^([^\\s@]+@[^\\s@]+\\.[^\\s@]+|https?://\\S+|[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}.*|"
        "\\+?[0-9][-0-9 ()]{9,}|[0-9a-fA-F]{8}-[0-9a-fA-F-]{27})$"_s);
    return value.match(text).hasMatch();
}

}

bool looksLikeHeader(const QStringList& first, const std::vector<QStringList>& rows)
{
    QSet<QString> seen;
    int filled = 0;
    int overNumbers = 0;
    int repeated = 0;
    for (qsizetype column = 0; column < first.size(); ++column) {
        const auto cell = first[column].trimmed();
        if (cell.isEmpty())
            continue;
        ++filled;
        if (isSurelyValue(cell))
            return false;
        const auto any = [&](auto matches) {
            return std::any_of(rows.begin(), rows.end(), [&](const QStringList& row) {
                return column < row.size() && matches(row[column].trimmed());
            });
        };
        overNumbers += isNumeric(cell) && !isYear(cell) && any([](const QString& below) { return isNumeric(below); });
        repeated += any([&](const QString& below) { return below == cell; });
    }
    return filled > 0 && overNumbers == 0 && repeated * 2 <= filled;
}

QStringList columnNames(const QStringList& header)
{
    QStringList names;
    QSet<QString> taken;
    for (const auto& cell : header) {
        auto name = cell.simplified();
        if (name.isEmpty())
            name = QCoreApplication::translate("CsvLook", "Column %1").arg(names.size() + 1);
        const auto base = name;
        for (int again = 2; taken.contains(name); ++again)
            name = u"%1 (%2)"_s.arg(base).arg(again);
        taken.insert(name);
        names += name;
    }
    return names;
}

}

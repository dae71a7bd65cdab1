#include "core/exchange/mapping/ColumnValues.h"

#include "core/base/Id.h"
#include "core/text/figures/Currency.h"
#include "core/text/figures/DateText.h"
#include "core/text/figures/Number.h"
#include "core/text/formats/Country.h"
#include "core/text/formats/Link.h"
#include "core/text/formats/Mail.h"

#include <QRegularExpression>
#include <QSet>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr int lookedAt = 300;
constexpr int differentKept = 200;
constexpr int samplesKept = 5;

bool isMail(const QString& text)
{
    return text.contains(u'@') && MailAddress::parse(text).ok();
}

// "Acme.com" alone could be a name; a link says so by its scheme, its www. or its ending.
bool isLink(const QString& text)
{
    static const QRegularExpression host(u"^(https?://|www\\.)|^[\\w-]+(\\.[\\w-]+)*\\.[a-z]{2,}(/\\S*)?$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return !text.contains(u'@') && !text.contains(u' ') && host.match(text).hasMatch() && WebLink::parse(text).ok();
}

// Digits as people group them: a lone number is a phone only if it is long enough and begins as one.
bool isPhone(const QString& text)
{
    static const QRegularExpression grouped(u"^\\+?[0-9(][-0-9 ()./]{5,}([ ]?(ext\\.?|x|转|-)[ ]?[0-9]{1,6})?$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression bare(u"^(\\+[0-9]{8,15}|1[3-9][0-9]{9}|0[0-9]{8,11})$"_s);
    const auto digits = std::count_if(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
    if (digits < 7 || digits > 20)
        return false;
    if (bare.match(text).hasMatch())
        return true;
    static const QRegularExpression plain(u"^[-0-9][0-9.]*$"_s);
    return grouped.match(text).hasMatch() && !plain.match(text).hasMatch() && !parseDate(text, {.dropTime = true}).ok();
}

bool isDate(const QString& text)
{
    static const QRegularExpression lone(u"^[0-9]{1,7}$"_s);
    return !lone.match(text).hasMatch() && parseDate(text, {.dropTime = true}).ok();
}

bool isCountry(const QString& text)
{
    const auto match = countryFromText(text);
    return match.ok() && !match->guessed;
}

}

ColumnValues lookAtValues(const std::vector<QStringList>& rows, qsizetype column)
{
    ColumnValues values;
    QSet<QString> seen;
    for (const auto& row : rows) {
        if (values.filled == lookedAt)
            break;
        const auto text = column < row.size() ? row[column].trimmed() : QString();
        if (text.isEmpty())
            continue;
        ++values.filled;
        if (values.samples.size() < samplesKept)
            values.samples += row[column];
        if (!seen.contains(text)) {
            seen.insert(text);
            if (values.different.size() < differentKept)
                values.different += text;
        }
        values.mails += isMail(text);
        values.links += isLink(text);
        values.phones += isPhone(text);
        values.dates += isDate(text);
        values.numbers += parseNumber(text).ok();
        values.ids += text.size() >= 32 && Id128::fromString(text).has_value();
    }
    if (values.filled == 0)
        return values;
    for (double* share : {&values.mails, &values.links, &values.phones, &values.dates, &values.numbers, &values.ids})
        *share /= values.filled;
    for (const auto& text : values.different) {
        values.countries += isCountry(text);
        values.currencies += currencyFromText(text).ok();
    }
    values.countries /= double(values.different.size());
    values.currencies /= double(values.different.size());
    values.distinct = double(seen.size()) / values.filled;
    return values;
}

QString dateOrderOf(const std::vector<QStringList>& rows, qsizetype column)
{
    DateOrderSniffer sniffer;
    for (const auto& row : rows) {
        if (column < row.size())
            sniffer.see(row[column]);
    }
    if (const auto order = sniffer.decide())
        return *order == DateOrder::MonthDayYear ? u"mdy"_s : u"dmy"_s;
    return sniffer.sawAmbiguous() || sniffer.contradicts() ? QString() : u"ymd"_s;
}

QChar decimalMarkOf(const std::vector<QStringList>& rows, qsizetype column)
{
    DecimalMarkSniffer sniffer;
    for (const auto& row : rows) {
        if (column < row.size())
            sniffer.see(row[column]);
    }
    switch (sniffer.decide()) {
    case DecimalMark::Point:
        return u'.';
    case DecimalMark::Comma:
        return u',';
    case DecimalMark::Guess:
        break;
    }
    return {};
}

}

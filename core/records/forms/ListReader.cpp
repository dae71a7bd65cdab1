#include "core/records/forms/ListReader.h"

#include "core/records/forms/JsonLists.h"
#include "core/text/formats/Link.h"
#include "core/text/formats/Mail.h"
#include "core/text/formats/Phone.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace kith {

namespace {

bool isLineBreak(QChar c)
{
    return c == u'\n' || c == u'\r' || c == QChar(0x2028) || c == QChar(0x2029);
}

bool isSemicolon(QChar c)
{
    return c == u';' || c == QChar(0xff1b);
}

bool isComma(QChar c)
{
    return c == u',' || c == QChar(0xff0c) || c == QChar(0x3001);
}

bool isColon(QChar c)
{
    return c == u':' || c == QChar(0xff1a);
}

// Words before a colon that belong to what follows it.
bool isScheme(QStringView word)
{
    static constexpr std::array<QStringView, 8> schemes{u"http", u"https", u"ftp",        u"mailto",
                                                        u"tel",  u"file",  u"javascript", u"data"};
    return std::any_of(schemes.begin(), schemes.end(),
                       [&](QStringView scheme) { return word.compare(scheme, Qt::CaseInsensitive) == 0; });
}

bool canBeLabel(QStringView word)
{
    if (word.isEmpty() || word.size() > longestPointLabel || !word.front().isLetter() || isScheme(word))
        return false;
    return std::all_of(word.begin(), word.end(), [](QChar c) {
        return c.isLetterOrNumber() || c.isSurrogate() || c.isMark() || c == u' ' || c == u'-' || c == u'_';
    });
}

// A link has colons of its own: there a label's colon is followed by a blank or a scheme.
bool colonEndsLabel(FieldType type, QStringView rest)
{
    if (type != FieldType::Link || rest.startsWith(u' '))
        return true;
    return rest.startsWith(u"http", Qt::CaseInsensitive) || rest.startsWith(u"www.", Qt::CaseInsensitive);
}

ListEntry cutLabel(FieldType type, QStringView entry)
{
    const auto colon = std::find_if(entry.begin(), entry.end(), isColon);
    if (colon == entry.end())
        return {{}, entry};
    const auto at = colon - entry.begin();
    const auto label = entry.first(at).trimmed();
    const auto rest = entry.sliced(at + 1);
    if (rest.trimmed().isEmpty() || !colonEndsLabel(type, rest) || !canBeLabel(label))
        return {{}, entry};
    if (type == FieldType::Address && !isUsualLabel(label)) // "Building 5: second floor"
        return {{}, entry};
    return {label, rest.trimmed()};
}

// RFC 3966 writes an extension behind a semicolon, which begins no new entry.
bool beginsExtension(QStringView rest)
{
    return rest.startsWith(u"ext=");
}

// Several in one entry, apart by commas: only where each of them is understood, for "12, High Street" is one thing.
std::vector<QStringView> commaParts(QStringView text)
{
    std::vector<QStringView> parts;
    qsizetype start = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i < text.size() && !isComma(text[i]))
            continue;
        if (const auto part = text.sliced(start, i - start).trimmed(); !part.isEmpty())
            parts.push_back(part);
        start = i + 1;
    }
    return parts;
}

QString understood(FieldType type, QStringView text, const TextConventions& conventions)
{
    switch (type) {
    case FieldType::Phone: {
        static const auto china = CountryCode::fromIso(u"CN");
        const auto home = CountryCode::fromIso(conventions.region);
        const auto phone = PhoneNumber::parse(text, home ? *home : *china);
        return !phone ? QString() : phone->extension().isEmpty() ? phone->e164() : phone->toString();
    }
    case FieldType::Mail: {
        const auto mail = MailAddress::parse(text);
        return mail ? mail->key() : QString();
    }
    default: {
        const auto link = WebLink::parse(text);
        return link ? link->url() : QString();
    }
    }
}

void noticeKept(FieldType type, QStringView text, QStringList* notices)
{
    if (!notices)
        return;
    const auto sentence =
        type == FieldType::Phone
            ? QCoreApplication::translate("kith::ValueText",
                                          "“%1” is not understood as a phone number and is kept as it is.")
        : type == FieldType::Mail
            ? QCoreApplication::translate("kith::ValueText",
                                          "“%1” is not understood as a mail address and is kept as it is.")
            : QCoreApplication::translate("kith::ValueText", "“%1” is not understood as a link and is kept as it is.");
    notices->append(sentence.arg(text));
}

// Points of one entry: usually one.
void appendPoints(Points& points, FieldType type, const ListEntry& entry, const TextConventions& conventions,
                  QStringList* notices)
{
    Point point = readPoint(type, entry.text, conventions, nullptr);
    const auto label = entry.label.isEmpty() ? QString() : pointLabel(entry.label);
    if (point.value.isEmpty() && std::any_of(entry.text.begin(), entry.text.end(), isComma)) {
        Points several;
        for (const auto part : commaParts(entry.text))
            several.push_back(readPoint(type, part, conventions, nullptr));
        const auto isUnderstood = [](const Point& one) { return !one.value.isEmpty(); };
        if (!several.empty() && std::all_of(several.begin(), several.end(), isUnderstood)) {
            for (auto& one : several) {
                one.label = label;
                points.push_back(std::move(one));
            }
            return;
        }
    }
    if (point.value.isEmpty())
        noticeKept(type, entry.text, notices);
    point.label = label;
    points.push_back(std::move(point));
}

Error tooMany(qsizetype count)
{
    return Error{ErrorCode::ValueInvalid,
                 {QString(), QString::number(count),
                  QCoreApplication::translate("kith::ValueText", "A list holds at most %1 entries.").arg(mostEntries)}};
}

Status checkLength(QStringView text)
{
    if (text.size() <= longestEntry)
        return {};
    return Error{ErrorCode::TextTooLong, {QString(), QString::number(longestEntry)}};
}

QString onOneLine(QStringView text)
{
    if (std::none_of(text.begin(), text.end(), isLineBreak))
        return text.toString();
    QString line;
    for (const auto& part : text.toString().split(u'\n')) {
        const auto trimmed = QStringView(part).trimmed();
        if (trimmed.isEmpty())
            continue;
        if (!line.isEmpty())
            line += u", ";
        line += trimmed;
    }
    line.replace(u'\r', u' ').replace(QChar(0x2028), u' ').replace(QChar(0x2029), u' ');
    return line;
}

}

std::vector<ListEntry> splitEntries(FieldType type, QStringView text)
{
    std::vector<ListEntry> entries;
    qsizetype start = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i < text.size()) {
            // The lines of an address are one address.
            const bool ends = isSemicolon(text[i]) ? !beginsExtension(text.sliced(i + 1))
                                                   : type != FieldType::Address && isLineBreak(text[i]);
            if (!ends)
                continue;
        }
        if (const auto entry = text.sliced(start, i - start).trimmed(); !entry.isEmpty())
            entries.push_back(cutLabel(type, entry));
        start = i + 1;
    }
    return entries;
}

Point readPoint(FieldType type, QStringView text, const TextConventions& conventions, QStringList* notices)
{
    Point point;
    point.value = understood(type, text, conventions);
    if (point.value != text)
        point.typed = text.toString();
    if (point.value.isEmpty())
        noticeKept(type, text, notices);
    return point;
}

Result<Value> readPoints(FieldType type, QStringView text, const TextConventions& conventions, QStringList* notices)
{
    if (const auto json = jsonArrayIn(text))
        return pointsFromJson(type, *json, conventions, notices);
    const auto entries = splitEntries(type, text);
    if (qsizetype(entries.size()) > mostEntries)
        return tooMany(qsizetype(entries.size()));
    Points points;
    points.reserve(entries.size());
    for (const auto& entry : entries) {
        KITH_TRY(checkLength(entry.text));
        appendPoints(points, type, entry, conventions, notices);
    }
    return canonical(Value(std::move(points)));
}

Result<Value> readAddresses(QStringView text, QStringList* notices)
{
    if (const auto json = jsonArrayIn(text))
        return addressesFromJson(*json, notices);
    const auto entries = splitEntries(FieldType::Address, text);
    if (qsizetype(entries.size()) > mostEntries)
        return tooMany(qsizetype(entries.size()));
    Addresses addresses;
    for (const auto& entry : entries) {
        KITH_TRY(checkLength(entry.text));
        Address address;
        address.street = onOneLine(entry.text);
        address.label = entry.label.isEmpty() ? QString() : pointLabel(entry.label);
        addresses.push_back(std::move(address));
    }
    return canonical(Value(std::move(addresses)));
}

}

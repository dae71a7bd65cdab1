// What the properties of a card say, as the cells of a row.

#include "core/exchange/vcard/VcardCard.h"
#include "core/records/NameList.h"
#include "core/records/ValueText.h"
#include "core/text/figures/DateText.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Vcard)
};

// What has a column of another name, or is said in another one.
constexpr std::array<std::string_view, 28> known{"N",
                                                 "FN",
                                                 "ORG",
                                                 "TITLE",
                                                 "ROLE",
                                                 "TEL",
                                                 "EMAIL",
                                                 "URL",
                                                 "ADR",
                                                 "LABEL",
                                                 "BDAY",
                                                 "GENDER",
                                                 "NOTE",
                                                 "NICKNAME",
                                                 "CATEGORIES",
                                                 "UID",
                                                 "IMPP",
                                                 "KIND",
                                                 "X-GENDER",
                                                 "X-ABLABEL",
                                                 "X-ABSHOWAS",
                                                 "X-QQ",
                                                 "X-TENCENT-QQ",
                                                 "X-WECHAT",
                                                 "X-WEIXIN",
                                                 "X-SOCIALPROFILE",
                                                 "X-MS-TEL",
                                                 "X-APPLE-SUBLOCALITY"};

bool isHan(const QString& text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(),
                                          [](QChar c) { return c.script() == QChar::Script_Han || c.isSurrogate(); });
}

QString withoutBlanks(QString text)
{
    return text.removeIf([](QChar c) { return c.isSpace(); });
}

QString joinedFilled(QStringList texts, const QString& between)
{
    texts.removeAll(QString());
    return texts.join(between);
}

// The text behind `scheme:`, if it begins so.
QString withoutScheme(const QString& text, QLatin1StringView scheme)
{
    const bool has = text.startsWith(scheme, Qt::CaseInsensitive) && text.mid(scheme.size(), 1) == u":";
    return has ? QString::fromUtf8(QByteArray::fromPercentEncoding(text.mid(scheme.size() + 1).toUtf8())) : text;
}

int preference(const VcardProperty& property)
{
    const auto stated = property.parameter("PREF");
    if (stated.empty())
        return property.isType("pref") ? 1 : 101;
    return QByteArray(stated.data(), qsizetype(stated.size())).toInt();
}

// A card on its way to a row.
class CardRow
{
public:
    CardRow(const VcardCard& card, VcardText& text, const QString& entity);

    VcardRow read();

private:
    using Found = std::vector<const VcardProperty*>;
    const Found& all(std::string_view name) const;
    QString text(const VcardProperty& property) const { return m_text.text(property, m_card.version); }
    QString first(std::string_view name) const;
    QStringList parts(std::string_view name, QChar separator) const;
    QString joined(std::string_view name, const QString& between) const;
    QString beside(const VcardProperty& property, std::string_view name) const;
    QString label(const VcardProperty& property) const;
    bool isCompany() const;
    void put(const QString& column, const QString& cell);

    void readNames();
    QString fullName(const QString& family, const QString& given) const;
    QString nameOfNameless() const;
    void readOrganisation();
    void readPoints();
    Points points(std::initializer_list<std::string_view> names, QLatin1StringView scheme) const;
    void putPoints(const QString& column, FieldType type, Points points);
    void readMessengers();
    void readAddresses();
    void readBirthday();
    void readUid();
    void readOthers();
    void noteLeftOut();

    const VcardCard& m_card;
    VcardText& m_text;
    const QString& m_entity;
    std::map<std::string_view, Found> m_found; // by name, in the order of preference, else as they stand
    std::map<std::pair<std::string_view, std::string_view>, const VcardProperty*> m_grouped; // the first by group, name
    VcardRow m_row;
};

CardRow::CardRow(const VcardCard& card, VcardText& text, const QString& entity)
    : m_card(card)
    , m_text(text)
    , m_entity(entity)
{
    for (const auto& property : m_card.properties) {
        m_found[property.name].push_back(&property);
        if (!property.group.empty())
            m_grouped.emplace(std::pair<std::string_view, std::string_view>(property.group, property.name), &property);
    }
    for (auto& [name, found] : m_found) {
        std::stable_sort(found.begin(), found.end(), [](const VcardProperty* a, const VcardProperty* b) {
            return preference(*a) < preference(*b);
        });
    }
}

VcardRow CardRow::read()
{
    readUid();
    readNames();
    readOrganisation();
    readPoints();
    readMessengers();
    readAddresses();
    readBirthday();
    readOthers();
    noteLeftOut();
    return std::move(m_row);
}

const CardRow::Found& CardRow::all(std::string_view name) const
{
    static const Found none;
    const auto found = m_found.find(name);
    return found == m_found.end() ? none : found->second;
}

QString CardRow::first(std::string_view name) const
{
    const auto& found = all(name);
    return found.empty() ? QString() : text(*found.front());
}

QStringList CardRow::parts(std::string_view name, QChar separator) const
{
    const auto& found = all(name);
    return found.empty() ? QStringList() : m_text.parts(*found.front(), m_card.version, separator);
}

QString CardRow::joined(std::string_view name, const QString& between) const
{
    QStringList texts;
    for (const auto* property : all(name))
        texts += text(*property);
    return joinedFilled(texts, between);
}

void CardRow::put(const QString& column, const QString& cell)
{
    if (!cell.isEmpty())
        m_row.cells[column] = cell;
}

bool CardRow::isCompany() const
{
    const auto kind = first("KIND").toLower();
    return kind == "org"_L1 || kind == "organization"_L1 ||
           first("X-ABSHOWAS").compare("company"_L1, Qt::CaseInsensitive) == 0;
}

void CardRow::readNames()
{
    auto name = parts("N", u';');
    name.resize(5);
    const auto family = name[0];
    const auto given = joinedFilled({name[1], name[2]}, u" "_s);
    const auto full = fullName(family, given);
    put(u"FN"_s, full.isEmpty() ? nameOfNameless() : full);
    // One part that holds the whole name tells nothing of its parts.
    if (family != full && given != full) {
        put(u"FAMILY-NAME"_s, family);
        put(u"GIVEN-NAME"_s, given);
    }
    put(u"HONORIFIC-PREFIX"_s, name[3]);
    put(u"HONORIFIC-SUFFIX"_s, name[4]);
    put(u"NICKNAME"_s, joinedFilled(parts("NICKNAME", u','), u", "_s));
}

// Many programs put a Chinese name together the wrong way round, or with a blank.
QString CardRow::fullName(const QString& family, const QString& given) const
{
    const auto stated = first("FN");
    if (isHan(family) && isHan(given)) {
        const auto plain = withoutBlanks(stated);
        if (plain.isEmpty() || plain == family + given || plain == given + family)
            return family + given;
    }
    return stated.isEmpty() ? joinedFilled({given, family}, u" "_s) : stated;
}

QString CardRow::nameOfNameless() const
{
    for (const auto& name : {parts("ORG", u';').value(0), first("NICKNAME"), first("EMAIL")}) {
        if (!name.isEmpty())
            return name;
    }
    return {};
}

void CardRow::readOrganisation()
{
    const auto organisation = parts("ORG", u';');
    put(u"ORG"_s, organisation.isEmpty() && isCompany() ? first("FN") : organisation.value(0));
    put(u"DEPARTMENT"_s, joinedFilled(organisation.mid(1), u" / "_s));
    const auto title = first("TITLE");
    const auto role = first("ROLE");
    put(u"TITLE"_s, title.isEmpty() ? role : title);
    if (!title.isEmpty() && role != title)
        put(u"OCCUPATION"_s, role);
}

// What another property of the same group says: item1.TEL and item1.X-ABLabel.
QString CardRow::beside(const VcardProperty& property, std::string_view name) const
{
    if (property.group.empty())
        return {};
    const auto found = m_grouped.find({property.group, name});
    return found == m_grouped.end() ? QString() : text(*found->second);
}

// Apple writes a person's own word for a phone beside it.
QString CardRow::label(const VcardProperty& property) const
{
    if (auto word = beside(property, "X-ABLABEL"); !word.isEmpty()) {
        if (word.startsWith("_$!<"_L1) && word.endsWith(">!$_"_L1))
            word = word.sliced(4, word.size() - 8);
        return pointLabel(word);
    }
    static constexpr std::array<std::pair<std::string_view, QLatin1StringView>, 10> words{{{"fax", "fax"_L1},
                                                                                           {"cell", "mobile"_L1},
                                                                                           {"iphone", "mobile"_L1},
                                                                                           {"mobile", "mobile"_L1},
                                                                                           {"main", "main"_L1},
                                                                                           {"pager", "pager"_L1},
                                                                                           {"car", "car"_L1},
                                                                                           {"work", "work"_L1},
                                                                                           {"home", "home"_L1},
                                                                                           {"other", "other"_L1}}};
    for (const auto& [word, shown] : words) {
        if (property.isType(word))
            return QString(shown);
    }
    return {};
}

Points CardRow::points(std::initializer_list<std::string_view> names, QLatin1StringView scheme) const
{
    Points points;
    for (const auto name : names) {
        for (const auto* property : all(name)) {
            const auto typed = withoutScheme(text(*property), scheme);
            if (!typed.isEmpty())
                points.push_back({{}, typed, label(*property)});
        }
    }
    return points;
}

void CardRow::putPoints(const QString& column, FieldType type, Points points)
{
    Field field;
    field.type = type;
    put(column, exactText(field, canonical(Value(std::move(points)))));
}

void CardRow::readPoints()
{
    auto phones = points({"TEL", "X-MS-TEL"}, "tel"_L1);
    const auto faxes =
        std::stable_partition(phones.begin(), phones.end(), [](const Point& point) { return point.label != "fax"_L1; });
    putPoints(u"FAX"_s, FieldType::Phone, {faxes, phones.end()});
    phones.erase(faxes, phones.end());
    putPoints(u"TEL"_s, FieldType::Phone, std::move(phones));
    putPoints(u"EMAIL"_s, FieldType::Mail, points({"EMAIL"}, "mailto"_L1));
    auto links = points({"URL"}, {});
    for (const auto& profile : points({"X-SOCIALPROFILE"}, {})) {
        if (profile.typed.startsWith("http"_L1, Qt::CaseInsensitive))
            links.push_back({{}, profile.typed, {}});
    }
    putPoints(u"URL"_s, FieldType::Link, std::move(links));
}

void CardRow::readMessengers()
{
    QStringList wechat{first("X-WECHAT"), first("X-WEIXIN")};
    QStringList qq{first("X-QQ"), first("X-TENCENT-QQ")};
    QStringList others;
    for (const auto* property : all("IMPP")) {
        const auto whole = text(*property);
        const auto colon = whole.indexOf(u':');
        const auto service = property->parameter("X-SERVICE-TYPE");
        const auto kind =
            (service.empty() ? whole.left(colon) : QString::fromUtf8(service.data(), qsizetype(service.size())))
                .toLower();
        const auto account = whole.mid(colon + 1);
        if (kind == "qq"_L1)
            qq += account;
        else if (kind == "wechat"_L1 || kind == "weixin"_L1)
            wechat += account;
        else
            others += whole;
    }
    put(u"WECHAT"_s, joinedFilled(wechat, u", "_s));
    put(u"QQ"_s, joinedFilled(qq, u", "_s));
    put(u"IMPP"_s, joinedFilled(others, u"; "_s));
}

void CardRow::readAddresses()
{
    Addresses addresses;
    for (const auto* property : all("ADR")) {
        auto parts = m_text.parts(*property, m_card.version, u';');
        parts.resize(7);
        Address address;
        address.street = joinedFilled({parts[0], parts[1], parts[2]}, u", "_s);
        address.district = beside(*property, "X-APPLE-SUBLOCALITY");
        address.city = parts[3];
        address.region = parts[4];
        address.postcode = parts[5];
        address.country = parts[6];
        address.label = label(*property);
        if (!address.isEmpty())
            addresses.push_back(std::move(address));
    }
    if (addresses.empty()) { // as it would stand on an envelope
        for (const auto* property : all("LABEL")) {
            Address address;
            address.street = text(*property).simplified();
            address.label = label(*property);
            addresses.push_back(std::move(address));
        }
    }
    Field field;
    field.type = FieldType::Address;
    put(u"ADR"_s, exactText(field, canonical(Value(std::move(addresses)))));
}

void CardRow::readBirthday()
{
    const auto& found = all("BDAY");
    if (found.empty())
        return;
    const auto stated = text(*found.front());
    const auto omitted = found.front()->parameter("X-APPLE-OMIT-YEAR");
    const bool hasNoYear =
        stated.startsWith("--"_L1) ||
        (!omitted.empty() && stated.startsWith(QLatin1StringView(omitted.data(), qsizetype(omitted.size()))));
    if (hasNoYear) {
        m_row.notices += Tr::tr("The birthday “%1” has no year and was left out.").arg(stated);
        return;
    }
    static const QRegularExpression clock(u"[T ][0-9].*$"_s);
    if (const auto date = parseDate(QString(stated).remove(clock)))
        put(u"BDAY"_s, toIso(*date));
    else
        m_row.notices += Tr::tr("The birthday “%1” is not understood and was left out.").arg(stated);
}

void CardRow::readUid()
{
    const auto uid = first("UID");
    static const QRegularExpression own(u"^kith-([a-z_]+)-([0-9a-f-]{36})$"_s,
                                        QRegularExpression::CaseInsensitiveOption);
    const auto match = own.match(uid);
    if (!match.hasMatch())
        put(u"UID"_s, uid);
    else if (m_entity.isEmpty() || match.captured(1).compare(m_entity, Qt::CaseInsensitive) == 0)
        put(u"id"_s, match.captured(2));
}

void CardRow::readOthers()
{
    const auto gender = (parts("GENDER", u';') + QStringList{first("X-GENDER")}).value(0);
    if (gender != "N"_L1 && gender != "U"_L1)
        put(u"GENDER"_s, gender);
    put(u"NOTE"_s, joined("NOTE", u"\n"_s));
    QStringList categories;
    for (const auto* property : all("CATEGORIES"))
        categories += m_text.parts(*property, m_card.version, u',');
    categories.removeAll(QString());
    put(u"CATEGORIES"_s, joinedNames(categories));
    for (const auto& [name, found] : m_found) {
        const bool isKnown = std::find(known.begin(), known.end(), name) != known.end();
        const bool isText =
            !std::all_of(found.begin(), found.end(), [](auto* property) { return property->isBase64(); });
        const auto column = QString::fromLatin1(name.data(), qsizetype(name.size()));
        if (!isKnown && isText && !m_row.cells.contains(column))
            put(column, joined(name, u"; "_s));
    }
}

void CardRow::noteLeftOut()
{
    if (m_card.pictures > 0)
        m_row.notices += Tr::tr("The picture of a card was left out: records hold no pictures yet.");
    if (m_card.leftOut > 0)
        m_row.notices += Tr::tr("Something of a card was left out because it is too large.");
}

}

VcardRow rowOf(const VcardCard& card, VcardText& text, const QString& entity)
{
    return CardRow(card, text, entity).read();
}

}

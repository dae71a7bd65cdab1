// Contacts, customers and leads as cards: what cards have a property for.

#include "core/exchange/export/RecordWriter.h"
#include "core/exchange/vcard/VcardCard.h"
#include "core/exchange/vcard/VcardWriter.h"
#include "core/text/formats/Country.h"

#include <QLocale>

#include <array>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<QStringView, 21> cardFields{
    u"name",      u"family_name", u"given_name", u"salutation", u"customer", u"company",     u"kind",
    u"job_title", u"department",  u"phones",     u"fax",        u"mails",    u"links",       u"wechat",
    u"qq",        u"address",     u"birthday",   u"gender",     u"tags",     u"description", u"short_name"};

struct TypeOfLabel
{
    QLatin1StringView label;
    QLatin1StringView type;
};
constexpr std::array<TypeOfLabel, 7> phoneTypes{{{"mobile"_L1, "cell"_L1},
                                                 {"work"_L1, "work"_L1},
                                                 {"home"_L1, "home"_L1},
                                                 {"fax"_L1, "fax"_L1},
                                                 {"main"_L1, "main"_L1},
                                                 {"pager"_L1, "pager"_L1},
                                                 {"car"_L1, "car"_L1}}};
constexpr std::array<TypeOfLabel, 2> placeTypes{{{"work"_L1, "work"_L1}, {"home"_L1, "home"_L1}}};

class VcardRecords final : public RecordWriter
{
public:
    VcardRecords(VcardWriter writer, ExportTable table) : m_writer(std::move(writer)), m_table(std::move(table)) {}

    Status write(const Row& row) override;
    Status commit() override { return m_writer.commit(); }

private:
    bool isVersion4() const { return m_table.style.cards == CardStyle::Version4; }
    const Value& value(QStringView key) const;
    QString text(QStringView key) const;
    QString optionLabel(QStringView key) const;
    QString optionKey(QStringView key) const;
    bool isOrganisation() const;

    Status put(const QString& name, const QString& value);
    Status putText(const QString& name, const QString& text);
    // A property that a card may have several times: its place among them and its label are in its name.
    template <std::size_t Types>
    QString labelled(const QString& name, const QString& label, const std::array<TypeOfLabel, Types>& types,
                     bool isPreferred);
    Status putLabel(const QString& label);
    Status putNames();
    Status putPhones(QStringView key, const QString& usualLabel);
    Status putPoints(const QString& name, QStringView key, bool isLink);
    Status putAddresses();
    Status putPersonal();

    VcardWriter m_writer;
    ExportTable m_table;
    const Row* m_row = nullptr; // the one that is written
    int m_groups = 0;
    bool m_isGrouped = false;
};

Status VcardRecords::write(const Row& row)
{
    m_row = &row;
    m_groups = 0;
    KITH_TRY(put(u"BEGIN"_s, u"VCARD"_s));
    KITH_TRY(put(u"VERSION"_s, isVersion4() ? u"4.0"_s : u"3.0"_s));
    KITH_TRY(put(u"PRODID"_s, u"-//Kith//EN"_s));
    const auto uid = vcardUid(m_table.entity.key, row.id.toString());
    KITH_TRY(put(isVersion4() ? u"UID;VALUE=text"_s : u"UID"_s, uid));
    KITH_TRY(putNames());
    KITH_TRY(putPhones(u"phones", {}));
    KITH_TRY(putPhones(u"fax", u"fax"_s));
    KITH_TRY(putPoints(u"EMAIL"_s, u"mails", false));
    KITH_TRY(putPoints(u"URL"_s, u"links", true));
    KITH_TRY(putAddresses());
    KITH_TRY(putPersonal());
    return put(u"END"_s, u"VCARD"_s);
}

const Value& VcardRecords::value(QStringView key) const
{
    static const Value none;
    for (std::size_t i = 0; i < m_table.columns.size(); ++i) {
        if (m_table.columns[i].field->key == key)
            return m_row->values[i];
    }
    return none;
}

QString VcardRecords::text(QStringView key) const
{
    for (std::size_t i = 0; i < m_table.columns.size(); ++i) {
        const auto& field = *m_table.columns[i].field;
        if (field.key == key)
            return field.type == FieldType::Relation ? m_row->titles[i] : exportedText(m_table, *m_row, i);
    }
    return {};
}

QString VcardRecords::optionLabel(QStringView key) const
{
    const Field* field = m_table.entity.field(key);
    return field ? displayText(*field, value(key), m_table.conventions) : QString();
}

QString VcardRecords::optionKey(QStringView key) const
{
    const Field* field = m_table.entity.field(key);
    return field ? exactText(*field, value(key)) : QString();
}

// A customer is an organisation unless it says that it is a person; other entities are of people.
bool VcardRecords::isOrganisation() const
{
    return m_table.entity.field(u"kind") && optionKey(u"kind") != "person"_L1;
}

Status VcardRecords::put(const QString& name, const QString& value)
{
    return m_writer.write(name, value);
}

Status VcardRecords::putText(const QString& name, const QString& text)
{
    return text.isEmpty() ? Status() : put(name, vcardText(text));
}

template <std::size_t Types>
QString VcardRecords::labelled(const QString& name, const QString& label, const std::array<TypeOfLabel, Types>& types,
                               bool isPreferred)
{
    const auto found =
        std::find_if(types.begin(), types.end(), [&](const TypeOfLabel& one) { return one.label == label; });
    m_isGrouped = !label.isEmpty() && found == types.end();
    QString whole = m_isGrouped ? u"item%1."_s.arg(++m_groups) + name : name;
    if (found != types.end())
        whole += u";TYPE="_s + found->type;
    if (isPreferred)
        whole += isVersion4() ? u";PREF=1"_s : u";TYPE=pref"_s;
    return whole;
}

// A label that vCard has no word for, as Apple writes it.
Status VcardRecords::putLabel(const QString& label)
{
    return m_isGrouped ? put(u"item%1.X-ABLabel"_s.arg(m_groups), vcardText(label)) : Status();
}

Status VcardRecords::putNames()
{
    const auto name = m_row->title;
    const auto family = text(u"family_name");
    const auto given = text(u"given_name");
    const bool isWhole = family.isEmpty() && given.isEmpty() && !isOrganisation();
    KITH_TRY(put(u"FN"_s, vcardText(name)));
    KITH_TRY(put(u"N"_s, vcardParts({isWhole ? name : family, given, {}, optionLabel(u"salutation"), {}}, u';')));
    if (isOrganisation()) {
        if (isVersion4())
            KITH_TRY(put(u"KIND"_s, u"org"_s));
        KITH_TRY(put(u"X-ABShowAs"_s, u"COMPANY"_s));
    }
    KITH_TRY(putText(u"NICKNAME"_s, text(u"short_name")));
    auto organisation = text(u"customer") + text(u"company");
    if (isOrganisation())
        organisation = name;
    QStringList parts{organisation, text(u"department")};
    if (parts.back().isEmpty())
        parts.removeLast();
    if (!parts.join(QString()).isEmpty())
        KITH_TRY(put(u"ORG"_s, vcardParts(parts, u';')));
    return putText(u"TITLE"_s, text(u"job_title"));
}

// In the form that is dialled from everywhere, where the number is understood.
Status VcardRecords::putPhones(QStringView key, const QString& usualLabel)
{
    const auto* points = std::get_if<Points>(&value(key));
    if (!points)
        return {};
    for (const auto& point : *points) {
        const auto& label = point.label.isEmpty() ? usualLabel : point.label;
        const bool isPreferred = points->size() > 1 && &point == &points->front();
        KITH_TRY(put(labelled(u"TEL"_s, label, phoneTypes, isPreferred),
                     vcardText(point.value.isEmpty() ? point.typed : point.value)));
        KITH_TRY(putLabel(label));
    }
    return {};
}

Status VcardRecords::putPoints(const QString& name, QStringView key, bool isLink)
{
    const auto* points = std::get_if<Points>(&value(key));
    if (!points)
        return {};
    for (const auto& point : *points) {
        const bool isPreferred = points->size() > 1 && &point == &points->front();
        const bool isUri = isLink && !point.value.isEmpty(); // a URI is no text, and nothing in it is escaped
        KITH_TRY(
            put(labelled(name, point.label, placeTypes, isPreferred), isUri ? point.value : vcardText(point.shown())));
        KITH_TRY(putLabel(point.label));
    }
    return {};
}

Status VcardRecords::putAddresses()
{
    const auto* addresses = std::get_if<Addresses>(&value(u"address"));
    if (!addresses)
        return {};
    for (const auto& address : *addresses) {
        const auto country = CountryCode::fromIso(address.country);
        const auto countryText =
            country ? countryName(*country, QLocale(m_table.conventions.language)) : address.country;
        auto name = labelled(u"ADR"_s, address.label, placeTypes, false);
        if (!address.district.isEmpty() && !m_isGrouped)
            name = u"item%1."_s.arg(++m_groups) + name;
        KITH_TRY(
            put(name, vcardParts({{}, {}, address.street, address.city, address.region, address.postcode, countryText},
                                 u';')));
        // vCard has no place for it; Apple's address books have.
        if (!address.district.isEmpty())
            KITH_TRY(put(u"item%1.X-APPLE-SUBLOCALITY"_s.arg(m_groups), vcardText(address.district)));
        KITH_TRY(putLabel(address.label));
    }
    return {};
}

Status VcardRecords::putPersonal()
{
    if (const auto* day = std::get_if<QDate>(&value(u"birthday")))
        KITH_TRY(put(u"BDAY"_s, day->toString(isVersion4() ? u"yyyyMMdd"_s : u"yyyy-MM-dd"_s)));
    const auto gender = optionKey(u"gender").left(1).toUpper();
    KITH_TRY(putText(isVersion4() ? u"GENDER"_s : u"X-GENDER"_s, gender));
    KITH_TRY(putText(u"X-WECHAT"_s, text(u"wechat")));
    KITH_TRY(putText(u"X-QQ"_s, text(u"qq")));
    const Field* tags = m_table.entity.field(u"tags");
    const auto names = tags ? tagNames(m_table, *tags, value(u"tags")) : QStringList();
    if (!names.isEmpty())
        KITH_TRY(put(u"CATEGORIES"_s, vcardParts(names, u',')));
    return putText(u"NOTE"_s, text(u"description"));
}

}

std::vector<FieldPath> cardColumns(const Entity& entity)
{
    std::vector<FieldPath> columns;
    for (const auto& key : cardFields) {
        if (const Field* field = entity.field(key))
            columns.push_back({nullptr, &entity, field, {}});
    }
    return columns;
}

bool holdsCards(const Entity& entity)
{
    return entity.field(u"phones") && entity.field(u"mails");
}

Result<std::unique_ptr<RecordWriter>> vcardRecords(ExportTable table)
{
    if (!holdsCards(table.entity))
        return Error{ErrorCode::NoCards, {table.entity.plural.in(table.conventions.language)}};
    KITH_TRY(auto writer, VcardWriter::create(table.path));
    return std::unique_ptr<RecordWriter>(std::make_unique<VcardRecords>(std::move(writer), std::move(table)));
}

}

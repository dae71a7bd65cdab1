#include "core/catalog/CatalogReader.h"

#include <QJsonArray>

namespace kith::catalogReader {

using namespace Qt::StringLiterals;

namespace {

Error invalid(const QString& path, const QString& why)
{
    return Error{ErrorCode::CatalogInvalid, {path, why}};
}

Status onlyKeys(const QJsonObject& json, const QString& path, std::initializer_list<QLatin1StringView> allowed)
{
    for (auto it = json.begin(); it != json.end(); ++it) {
        if (std::find(allowed.begin(), allowed.end(), it.key()) == allowed.end())
            return invalid(path, u"unknown key "_s + it.key());
    }
    return {};
}

Label label(const QJsonValue& json)
{
    QMap<QString, QString> texts;
    if (json.isString())
        texts.insert(u"en"_s, json.toString());
    const auto object = json.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        texts.insert(it.key(), it.value().toString());
    return Label(texts);
}

QStringList strings(const QJsonValue& json)
{
    QStringList list;
    for (const auto& item : json.toArray())
        list += item.toString();
    return list;
}

template <typename IdType>
Result<IdType> readId(const QJsonValue& json, const QString& path)
{
    const auto id = catalogIdFromText(json.isDouble() ? QString::number(json.toInteger()) : json.toString());
    if (!id)
        return invalid(path, u"id is neither a number nor a UUID"_s);
    return IdType::from(*id);
}

Result<Facet> facet(const QString& key, const QString& path)
{
    if (key.isEmpty() || key == "core"_L1)
        return Facet::Core;
    if (key == "finance"_L1)
        return Facet::Finance;
    if (key == "private"_L1)
        return Facet::Private;
    if (key == "service"_L1)
        return Facet::Service;
    return invalid(path, u"unknown facet "_s + key);
}

Result<Derivation> derivation(const QJsonObject& json, const QString& path)
{
    KITH_TRY(onlyKeys(json, path, {"entity"_L1, "through"_L1, "aggregate"_L1, "field"_L1, "where"_L1}));
    Derivation derived;
    derived.entity = json["entity"_L1].toString();
    derived.through = json["through"_L1].toString();
    derived.field = json["field"_L1].toString();
    const auto aggregate = json["aggregate"_L1].toString(u"count"_s);
    if (aggregate == "sum"_L1)
        derived.aggregate = Aggregate::Sum;
    else if (aggregate == "max"_L1)
        derived.aggregate = Aggregate::Max;
    else if (aggregate == "min"_L1)
        derived.aggregate = Aggregate::Min;
    else if (aggregate != "count"_L1)
        return invalid(path, u"unknown aggregate "_s + aggregate);
    if (derived.through.isEmpty() || (derived.aggregate != Aggregate::Count && derived.field.isEmpty()))
        return invalid(path, u"a derived field needs `through` and, but for a count, `field`"_s);
    for (const auto& item : json["where"_L1].toArray()) {
        const auto where = item.toObject();
        derived.where.push_back({where["field"_L1].toString(), strings(where["is"_L1])});
    }
    return derived;
}

Status readOptions(const QJsonArray& json, Field& field, const QString& path)
{
    for (const auto& item : json) {
        KITH_TRY(auto read, option(item.toObject(), path));
        field.options.push_back(std::move(read));
    }
    return {};
}

Status readFlags(const QJsonObject& json, Field& field, const QString& path)
{
    field.required = json["required"_L1].toBool();
    field.unique = json["unique"_L1].toBool();
    field.readOnly = json["readOnly"_L1].toBool();
    field.sortable = json["sortable"_L1].toBool();
    field.filtered = json["filtered"_L1].toBool();
    field.hidden = json["hidden"_L1].toBool();
    field.ungrouped = json["ungrouped"_L1].toBool();
    field.searchWeight = json["search"_L1].toInt();
    field.scale = json["scale"_L1].toInt(2);
    field.maximumLength = json["length"_L1].toInt();
    KITH_TRY(field.facet, facet(json["facet"_L1].toString(), path));
    if (field.searchWeight < 0 || field.searchWeight > 10)
        return invalid(path, u"search weight must be 0 to 10"_s);
    if (field.scale < 0 || field.scale > 6)
        return invalid(path, u"scale must be 0 to 6"_s);
    return {};
}

// `with:relation` or a single word.
Status readAccess(const QString& text, Entity& entity)
{
    if (text.startsWith("with:"_L1)) {
        entity.access = AccessKind::With;
        entity.accessThrough = text.sliced(5);
    } else if (text == "everyone"_L1) {
        entity.access = AccessKind::Everyone;
    } else if (text != "own"_L1) {
        return invalid(entity.key, u"unknown access "_s + text);
    }
    return {};
}

Status readPlace(const QString& text, Entity& entity)
{
    if (text == "part"_L1)
        entity.place = Place::Part;
    else if (text == "setting"_L1)
        entity.place = Place::Setting;
    else if (text != "page"_L1)
        return invalid(entity.key, u"unknown place "_s + text);
    return {};
}

void readShape(const QJsonObject& json, Entity& entity)
{
    const auto list = json["list"_L1].toObject();
    entity.list = {strings(list["columns"_L1]), list["sort"_L1].toString()};
    for (const auto& item : json["layout"_L1].toArray())
        entity.layout.push_back({label(item.toObject()["label"_L1]), strings(item.toObject()["fields"_L1])});
    for (const auto& item : json["views"_L1].toArray()) {
        const auto view = item.toObject();
        entity.views.push_back({view["key"_L1].toString(), label(view["label"_L1]), view["filter"_L1].toString(),
                                view["sort"_L1].toString()});
    }
}

Result<QualityCheck> qualityCheck(const QJsonObject& json, const QString& path)
{
    const auto at = path + u".quality."_s + json["key"_L1].toString();
    KITH_TRY(onlyKeys(json, at, {"key"_L1, "label"_L1, "hint"_L1, "filter"_L1, "field"_L1}));
    QualityCheck check{json["key"_L1].toString(), label(json["label"_L1]), label(json["hint"_L1]),
                       json["filter"_L1].toString(), json["field"_L1].toString()};
    if (check.key.isEmpty() || check.label.isEmpty() || check.hint.isEmpty() || check.filter.isEmpty())
        return invalid(at, u"a check needs a key, a label, a hint and a filter"_s);
    return check;
}

Field systemFieldNamed(int number, const char16_t* key, Label name, FieldType type)
{
    Field field;
    field.id = shippedId<FieldId>(number);
    field.key = QString::fromUtf16(key);
    field.label = std::move(name);
    field.type = type;
    field.system = true;
    field.readOnly = true;
    return field;
}

QStringList words(QStringView semicolonSeparated)
{
    return semicolonSeparated.toString().split(u';');
}

Label two(const char16_t* english, const char16_t* chinese)
{
    return Label({{u"en"_s, QString::fromUtf16(english)}, {u"zh"_s, QString::fromUtf16(chinese)}});
}

}

Result<Option> option(const QJsonObject& json, const QString& path)
{
    const auto at = path + u'.' + json["key"_L1].toString();
    KITH_TRY(onlyKeys(json, at, {"id"_L1, "key"_L1, "label"_L1, "synonyms"_L1, "colour"_L1, "closed"_L1, "hidden"_L1}));
    Option read;
    KITH_TRY(read.id, readId<OptionId>(json["id"_L1], at));
    read.key = json["key"_L1].toString();
    read.label = label(json["label"_L1]);
    read.synonyms = strings(json["synonyms"_L1]);
    read.colour = json["colour"_L1].toString();
    read.closed = json["closed"_L1].toBool();
    read.hidden = json["hidden"_L1].toBool();
    if (read.key.isEmpty() || read.label.isEmpty())
        return invalid(at, u"an option needs a key and a label"_s);
    return read;
}

Result<Field> field(const QJsonObject& json, const QString& path)
{
    const auto at = path + u'.' + json["key"_L1].toString();
    KITH_TRY(onlyKeys(json, at, {"id"_L1,        "key"_L1,      "type"_L1,     "label"_L1,
                                 "hint"_L1,      "required"_L1, "unique"_L1,   "readOnly"_L1,
                                 "hidden"_L1,    "facet"_L1,    "search"_L1,   "sortable"_L1,
                                 "filtered"_L1,  "default"_L1,  "synonyms"_L1, "componentSynonyms"_L1,
                                 "scale"_L1,     "length"_L1,   "options"_L1,  "to"_L1,
                                 "inverse"_L1,   "pattern"_L1,  "fill"_L1,     "compose"_L1,
                                 "ungrouped"_L1, "derived"_L1}));
    Field read;
    KITH_TRY(read.id, readId<FieldId>(json["id"_L1], at));
    read.key = json["key"_L1].toString();
    read.label = label(json["label"_L1]);
    read.hint = label(json["hint"_L1]);
    const auto type = fieldTypeFromKey(json["type"_L1].toString());
    if (!type || read.key.isEmpty() || read.label.isEmpty())
        return invalid(at, u"a field needs a key, a label and a known type"_s);
    read.type = *type;
    KITH_TRY(readFlags(json, read, at));
    read.defaultText = json["default"_L1].toString();
    read.synonyms = strings(json["synonyms"_L1]);
    const auto components = json["componentSynonyms"_L1].toObject();
    for (auto it = components.begin(); it != components.end(); ++it)
        read.componentSynonyms.insert(it.key(), strings(it.value()));
    KITH_TRY(readOptions(json["options"_L1].toArray(), read, at));
    read.targets = strings(json["to"_L1]);
    read.inverse = label(json["inverse"_L1]);
    read.numberPattern = json["pattern"_L1].toString();
    read.composedOf = strings(json["compose"_L1]);
    if (json.contains("fill"_L1)) {
        const auto fill = json["fill"_L1].toObject();
        read.fill = Fill{fill["from"_L1].toString(), fill["field"_L1].toString()};
    }
    if (json.contains("derived"_L1)) {
        KITH_TRY(auto derived, derivation(json["derived"_L1].toObject(), at));
        read.derivation = std::move(derived);
        read.readOnly = true;
    }
    if (read.type == FieldType::Tags)
        read.targets = QStringList{u"tag"_s};
    return read;
}

Result<Entity> entity(const QJsonObject& json)
{
    Entity read;
    read.key = json["key"_L1].toString();
    KITH_TRY(onlyKeys(json, read.key,
                      {"id"_L1, "key"_L1, "label"_L1, "plural"_L1, "icon"_L1, "place"_L1, "access"_L1, "title"_L1,
                       "link"_L1, "order"_L1, "appendOnly"_L1, "synonyms"_L1, "fields"_L1, "list"_L1, "layout"_L1,
                       "views"_L1, "quality"_L1}));
    KITH_TRY(read.id, readId<EntityId>(json["id"_L1], read.key));
    read.label = label(json["label"_L1]);
    read.plural = label(json["plural"_L1]);
    read.icon = json["icon"_L1].toString();
    KITH_TRY(readPlace(json["place"_L1].toString(u"page"_s), read));
    KITH_TRY(readAccess(json["access"_L1].toString(u"own"_s), read));
    read.title = strings(json["title"_L1]);
    read.link = strings(json["link"_L1]);
    read.orderBy = json["order"_L1].toString();
    read.synonyms = strings(json["synonyms"_L1]);
    read.appendOnly = json["appendOnly"_L1].toBool();
    readShape(json, read);
    for (const auto& item : json["quality"_L1].toArray()) {
        KITH_TRY(auto check, qualityCheck(item.toObject(), read.key));
        read.quality.push_back(std::move(check));
    }
    for (const auto& item : json["fields"_L1].toArray()) {
        KITH_TRY(auto one, field(item.toObject(), read.key));
        read.fields.push_back(std::move(one));
    }
    for (auto& one : systemFields(read))
        read.fields.push_back(std::move(one));
    return read;
}

Result<std::vector<Seed>> seeds(const QJsonArray& json)
{
    std::vector<Seed> read;
    for (const auto& item : json) {
        const auto object = item.toObject();
        Seed seed;
        seed.entity = object["entity"_L1].toString();
        KITH_TRY(seed.id, readId<RecordId>(object["id"_L1], u"seeds"_s));
        const auto fields = object["fields"_L1].toObject();
        for (auto it = fields.begin(); it != fields.end(); ++it) {
            const auto& value = it.value();
            seed.fields.insert(it.key(), value.isBool()     ? label(value.toBool() ? u"true"_s : u"false"_s)
                                         : value.isDouble() ? label(QString::number(value.toInteger()))
                                                            : label(value));
        }
        read.push_back(std::move(seed));
    }
    return read;
}

std::vector<Field> systemFields(const Entity& entity)
{
    std::vector<Field> fields;
    fields.push_back(systemFieldNamed(1, systemField::Created, two(u"Created", u"创建时间"), FieldType::Instant));
    fields.push_back(systemFieldNamed(2, systemField::CreatedBy, two(u"Created by", u"创建人"), FieldType::Relation));
    fields.push_back(systemFieldNamed(3, systemField::Changed, two(u"Changed", u"更新时间"), FieldType::Instant));
    fields.push_back(systemFieldNamed(4, systemField::ChangedBy, two(u"Changed by", u"更新人"), FieldType::Relation));
    fields[0].synonyms = words(
        u"create date;created date;created at;created on;date created;创建日期;录入时间;录入日期;添加时间;登记日期");
    fields[1].synonyms = words(u"录入人;创建者");
    fields[2].synonyms =
        words(u"last modified date;last modified;modified on;updated at;修改时间;最后修改时间;更新日期");
    if (entity.access == AccessKind::Own) {
        fields.push_back(systemFieldNamed(5, systemField::Owner, two(u"Owner", u"负责人"), FieldType::Relation));
        fields.back().defaultText = u"me"_s;
        fields.back().synonyms = words(
            u"sales agent;sales rep;rep;salesperson;assigned to;assigned user;owner id;account owner;owner name;agent;"
            "company owner;contact owner;deal owner;opportunity owner;lead owner;ticket owner;case owner;业务员;销售;"
            "销售人员;跟进人;归属人;客户经理;所有人;处理人;销售代表;销售负责人;销售经理;所属销售;跟进销售;商机负责人;"
            "客户负责人;所属人;拥有者;执行人");
        fields.push_back(systemFieldNamed(6, systemField::Team, two(u"Team", u"团队"), FieldType::Relation));
        fields.back().synonyms = words(u"sales team;owning team;部门;所属部门;小组;所属团队;销售团队");
    }
    for (auto& field : fields) {
        if (field.type != FieldType::Relation)
            continue;
        const bool isTeam = field.key == QStringView(systemField::Team);
        field.targets = QStringList{isTeam ? u"team"_s : u"person"_s};
        field.readOnly =
            field.key == QStringView(systemField::CreatedBy) || field.key == QStringView(systemField::ChangedBy);
    }
    for (auto& field : fields) {
        field.filtered = field.key == QStringView(systemField::Owner) && entity.place == Place::Page;
        field.sortable = field.key == QStringView(systemField::Changed) ||
                         (field.key == QStringView(systemField::Created) && entity.place == Place::Page);
    }
    fields.push_back(
        systemFieldNamed(7, systemField::MergedInto, two(u"Merged into", u"已合并到"), FieldType::Relation));
    fields.back().targets = QStringList{entity.key};
    fields.back().hidden = true;
    return fields;
}

}

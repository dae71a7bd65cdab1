#include "core/exchange/mapping/PlanText.h"

#include "core/exchange/csv/RejectsWriter.h"
#include "core/exchange/mapping/HeaderNames.h"
#include "core/text/Fold.h"
#include "core/work/likeness/ComparedFields.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(ImportMap)
};

struct ChoiceName
{
    DuplicateChoice choice;
    QLatin1StringView name;
};
constexpr std::array choiceNames{ChoiceName{DuplicateChoice::Skip, "skip"_L1},
                                 ChoiceName{DuplicateChoice::Update, "update"_L1},
                                 ChoiceName{DuplicateChoice::Create, "create"_L1}};

QString choiceText(DuplicateChoice choice)
{
    const auto found = std::find_if(choiceNames.begin(), choiceNames.end(),
                                    [&](const ChoiceName& one) { return one.choice == choice; });
    return QString(found->name);
}

std::optional<DuplicateChoice> choiceFrom(const QString& text)
{
    for (const auto& one : choiceNames) {
        if (text == one.name)
            return one.choice;
    }
    return std::nullopt;
}

// One ASCII character that can stand between cells, or the word tab.
std::optional<char> delimiterFrom(const QString& text)
{
    const auto name = text == "tab"_L1 ? u"\t"_s : text;
    if (name.size() != 1 || name.front().unicode() >= 0x80 || u"\" \r\n"_s.contains(name.front()))
        return std::nullopt;
    return name.front().toLatin1();
}

bool isDateOrder(const QString& text)
{
    return text == "ymd"_L1 || text == "dmy"_L1 || text == "mdy"_L1;
}

QJsonObject columnJson(const ColumnMapping& column)
{
    QJsonObject json{{u"header"_s, column.header}, {u"field"_s, column.field}};
    if (column.make)
        json[u"make"_s] = true;
    if (!column.dateOrder.isEmpty())
        json[u"dateOrder"_s] = column.dateOrder;
    if (!column.decimalMark.isNull())
        json[u"decimalMark"_s] = QString(column.decimalMark);
    return json;
}

ColumnMapping columnFrom(const QJsonObject& json)
{
    ColumnMapping column;
    column.header = json["header"_L1].toString();
    column.field = json["field"_L1].toString();
    column.make = json["make"_L1].toBool();
    column.dateOrder = json["dateOrder"_L1].toString();
    const auto mark = json["decimalMark"_L1].toString();
    column.decimalMark = mark.isEmpty() ? QChar() : mark.front();
    return column;
}

QStringList textsOf(const QJsonArray& array)
{
    QStringList texts;
    for (const auto& one : array)
        texts += one.toString();
    return texts;
}

Result<QJsonObject> objectOf(const QByteArray& json)
{
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson(json, &problem);
    if (document.isObject())
        return document.object();
    const auto why = problem.error == QJsonParseError::NoError
                         ? Tr::tr("it is not a JSON object")
                         : Tr::tr("it is not valid JSON: %1 at byte %2").arg(problem.errorString()).arg(problem.offset);
    return Error{ErrorCode::MapInvalid, {QString(), why}};
}

}

bool isImportPath(const Catalog& catalog, const Entity& entity, const QString& path)
{
    const HeaderNames names(catalog, entity);
    return std::any_of(names.targets().begin(), names.targets().end(),
                       [&](const MappingTarget& target) { return target.importable && target.path == path; });
}

Result<ImportMap> ImportMap::parse(const QByteArray& json, const QString& path)
{
    ImportMap map;
    map.m_path = path;
    const auto object = objectOf(json);
    if (!object)
        return map.invalid(object.error().detail.last());
    if ((*object)["columns"_L1].isObject()) {
        KITH_TRY(map.readOptions(*object));
        KITH_TRY(map.readColumns((*object)["columns"_L1].toObject()));
    } else {
        KITH_TRY(map.readColumns(*object));
    }
    return map;
}

Status ImportMap::readColumns(const QJsonObject& json)
{
    for (auto it = json.begin(); it != json.end(); ++it) {
        auto column = columnFor(it.key(), it.value());
        if (!column)
            return invalid(column.error().detail.last());
        m_columns.push_back(std::move(column).value());
    }
    return {};
}

Result<ImportMap::Column> ImportMap::columnFor(const QString& header, const QJsonValue& value)
{
    const auto wrong = [](const QString& why) { return Error{ErrorCode::MapInvalid, {QString(), why}}; };
    Column column;
    column.header = header;
    if (value.isString()) {
        column.field = value.toString();
        return column;
    }
    if (value.isNull() || value == QJsonValue(false))
        return column;
    if (!value.isObject())
        return wrong(Tr::tr("the column %1 needs the name of a field, or null to leave it out").arg(header));
    const auto object = value.toObject();
    for (const auto& key : object.keys()) {
        if (!QStringList{u"field"_s, u"make"_s, u"dateOrder"_s, u"decimalMark"_s}.contains(key))
            return wrong(Tr::tr("the column %1 has an unknown setting %2").arg(header, key));
    }
    column.field = object["field"_L1].toString();
    column.make = object["make"_L1].toBool();
    column.dateOrder = object["dateOrder"_L1].toString();
    const auto mark = object["decimalMark"_L1].toString();
    if (!column.dateOrder.isEmpty() && !isDateOrder(column.dateOrder))
        return wrong(Tr::tr("dateOrder must be ymd, dmy or mdy, not %1").arg(column.dateOrder));
    if (!mark.isEmpty() && mark != "."_L1 && mark != ","_L1)
        return wrong(Tr::tr("decimalMark must be a point or a comma, not %1").arg(mark));
    column.decimalMark = mark.isEmpty() ? QChar() : mark.front();
    return column;
}

Status ImportMap::readOptions(const QJsonObject& json)
{
    for (auto it = json.begin(); it != json.end(); ++it) {
        if (it.key() != "columns"_L1)
            KITH_TRY(readOption(it.key(), it.value()));
    }
    return {};
}

Status ImportMap::readOption(const QString& key, const QJsonValue& value)
{
    const auto text = value.toString();
    if (key == "entity"_L1) {
        m_entity = text;
    } else if (key == "encoding"_L1) {
        m_given.encoding = Encoding::named(text);
        if (!m_given.encoding)
            return invalid(Tr::tr("the encoding %1 is not known").arg(text));
    } else if (key == "delimiter"_L1) {
        m_given.delimiter = delimiterFrom(text);
        if (!m_given.delimiter)
            return invalid(Tr::tr("the delimiter must be one character such as , ; | or tab"));
    } else if (key == "header"_L1) {
        if (!value.isBool())
            return invalid(Tr::tr("header must be true or false"));
        m_given.hasHeader = value.toBool();
    } else if (key == "sheet"_L1) {
        m_given.sheet = text;
    } else if (key == "dateOrder"_L1) {
        if (!isDateOrder(text))
            return invalid(Tr::tr("dateOrder must be ymd, dmy or mdy, not %1").arg(text));
        m_dateOrder = text;
    } else if (key == "match"_L1) {
        m_match = value.isArray() ? textsOf(value.toArray()) : text.split(u',', Qt::SkipEmptyParts);
    } else if (key == "onDuplicate"_L1) {
        m_onDuplicate = choiceFrom(text);
        if (!m_onDuplicate)
            return invalid(Tr::tr("onDuplicate must be skip, update or create, not %1").arg(text));
    } else {
        return invalid(Tr::tr("the option %1 is not known").arg(key));
    }
    return {};
}

Status ImportMap::applyTo(ImportPlan& plan, const Catalog& catalog) const
{
    KITH_TRY(const Entity* entity, catalog.requireEntity(plan.entity));
    if (!m_dateOrder.isEmpty()) {
        plan.dateOrder = m_dateOrder;
        for (auto& column : plan.columns)
            column.dateOrder.clear();
    }
    for (const auto& given : m_columns)
        KITH_TRY(place(given, catalog, *entity, plan));
    for (const auto& key : m_match.value_or(QStringList())) {
        if (!(key == matchLikeness && ComparedFields::of(*entity)) && !isImportPath(catalog, *entity, key))
            return invalid(Tr::tr("records cannot be matched by %1: there is no such field").arg(key));
    }
    plan.match = m_match.value_or(plan.match);
    plan.onDuplicate = m_onDuplicate.value_or(plan.onDuplicate);
    return {};
}

Status ImportMap::place(const Column& given, const Catalog& catalog, const Entity& entity, ImportPlan& plan) const
{
    auto found = std::find_if(plan.columns.begin(), plan.columns.end(),
                              [&](const ColumnMapping& one) { return one.header == given.header; });
    if (found == plan.columns.end())
        found = std::find_if(plan.columns.begin(), plan.columns.end(),
                             [&](const ColumnMapping& one) { return fold(one.header) == fold(given.header); });
    if (found == plan.columns.end())
        return invalid(Tr::tr("the file has no column %1").arg(given.header));
    if (!given.field.isEmpty() && !isImportPath(catalog, entity, given.field))
        return invalid(Tr::tr("the column %1 cannot go to %2: there is no such field to import into")
                           .arg(given.header, given.field));
    // What was guessed for another column gives way; what was said for another does not.
    const Field* field = entity.field(given.field);
    for (auto& other : plan.columns) {
        if (&other == &*found || given.field.isEmpty() || other.field != given.field || (field && field->isList()))
            continue;
        if (other.reason == "chosen"_L1)
            return invalid(
                Tr::tr("the columns %1 and %2 cannot both go to %3").arg(other.header, given.header, given.field));
        other.field.clear();
        other.reason.clear();
        other.certainty = 0;
    }
    found->field = given.field;
    found->make = given.make;
    found->certainty = 1;
    found->reason = u"chosen"_s;
    if (!given.dateOrder.isEmpty())
        found->dateOrder = given.dateOrder;
    if (!given.decimalMark.isNull())
        found->decimalMark = given.decimalMark;
    return {};
}

QByteArray planToJson(const ImportPlan& plan)
{
    QJsonArray columns;
    for (const auto& column : plan.columns)
        columns += columnJson(column);
    const QJsonObject json{{u"entity"_s, plan.entity},
                           {u"path"_s, plan.path},
                           {u"format"_s, formatName(plan.format)},
                           {u"sheet"_s, plan.sheet},
                           {u"encoding"_s, plan.encoding},
                           {u"delimiter"_s, QString(plan.delimiter)},
                           {u"header"_s, plan.hasHeader},
                           {u"dateOrder"_s, plan.dateOrder},
                           {u"columns"_s, columns},
                           {u"match"_s, QJsonArray::fromStringList(plan.match)},
                           {u"onDuplicate"_s, choiceText(plan.onDuplicate)},
                           {u"dryRun"_s, plan.dryRun},
                           {u"rejects"_s, plan.rejectsPath},
                           {u"keepRejects"_s, plan.keepRejects}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<ImportPlan> planFromJson(const QByteArray& text)
{
    KITH_TRY(const auto json, objectOf(text));
    const auto delimiter = json["delimiter"_L1].toString();
    const auto choice = choiceFrom(json["onDuplicate"_L1].toString());
    const auto format = formatNamed(json["format"_L1].toString(formatName(FileFormat::Csv)));
    if (delimiter.size() != 1 || !choice || !format || !json["columns"_L1].isArray())
        return Error{ErrorCode::MapInvalid, {QString(), Tr::tr("it is not the plan of an import")}};
    ImportPlan plan;
    plan.entity = json["entity"_L1].toString();
    plan.path = json["path"_L1].toString();
    plan.format = *format;
    plan.sheet = json["sheet"_L1].toString();
    plan.encoding = json["encoding"_L1].toString();
    plan.delimiter = delimiter.front();
    plan.hasHeader = json["header"_L1].toBool();
    plan.dateOrder = json["dateOrder"_L1].toString();
    for (const auto& column : json["columns"_L1].toArray())
        plan.columns.push_back(columnFrom(column.toObject()));
    plan.match = textsOf(json["match"_L1].toArray());
    plan.onDuplicate = *choice;
    plan.dryRun = json["dryRun"_L1].toBool();
    plan.rejectsPath = json["rejects"_L1].toString();
    plan.keepRejects = json["keepRejects"_L1].toBool();
    return plan;
}

QString rememberedKey(const QString& entity, const QStringList& header)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(entity.toUtf8());
    for (const auto& name : header) {
        if (rejects::isColumn(name))
            continue;
        hash.addData(QByteArrayView("\0", 1));
        hash.addData(fold(name).toUtf8());
    }
    return QString::fromLatin1(hash.result().toHex().left(32));
}

QByteArray rememberedMapping(const ImportPlan& plan)
{
    QJsonArray columns;
    for (const auto& column : plan.columns) {
        if (column.reason != "rejected"_L1)
            columns += columnJson(column);
    }
    const QJsonObject json{{u"columns"_s, columns},
                           {u"dateOrder"_s, plan.dateOrder},
                           {u"match"_s, QJsonArray::fromStringList(plan.match)},
                           {u"onDuplicate"_s, choiceText(plan.onDuplicate)}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Status applyRemembered(const QByteArray& text, const Catalog& catalog, ImportPlan& plan)
{
    KITH_TRY(const auto json, objectOf(text));
    KITH_TRY(const Entity* entity, catalog.requireEntity(plan.entity));
    const auto choice = choiceFrom(json["onDuplicate"_L1].toString());
    if (!choice || !json["columns"_L1].isArray())
        return Error{ErrorCode::MapInvalid, {QString(), Tr::tr("it is not a remembered mapping")}};
    const auto columns = json["columns"_L1].toArray();
    for (const auto& one : columns) {
        const auto remembered = columnFrom(one.toObject());
        const bool leads = remembered.field.isEmpty() || isImportPath(catalog, *entity, remembered.field);
        for (auto& column : plan.columns) {
            if (!leads || fold(column.header) != fold(remembered.header) || column.reason == "computed"_L1)
                continue;
            const auto samples = column.samples;
            const auto header = column.header;
            column = remembered;
            column.header = header;
            column.samples = samples;
            column.certainty = 1;
            column.reason = u"remembered"_s;
        }
    }
    plan.dateOrder = json["dateOrder"_L1].toString();
    plan.match = textsOf(json["match"_L1].toArray());
    plan.onDuplicate = *choice;
    return {};
}

}

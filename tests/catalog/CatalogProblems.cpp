#include "tests/catalog/CatalogProblems.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>

namespace kith::testing {

using namespace Qt::StringLiterals;

namespace {

QString pathOf(const Entity& entity, const Field& field)
{
    return entity.key + u'.' + field.key;
}

bool lacksLanguage(const Label& label)
{
    return !label.texts().contains(u"en"_s) || !label.texts().contains(u"zh"_s);
}

// The field at the end of `city`, `address.city` or `customer.name`; null if there is none.
const Field* fieldAt(const Catalog& catalog, const Entity& entity, const QString& path)
{
    const auto steps = path.split(u'.');
    const Field* field = entity.field(steps.first());
    if (!field || steps.size() == 1)
        return field;
    static const QStringList components{u"country"_s,  u"region"_s, u"city"_s,
                                        u"district"_s, u"street"_s, u"postcode"_s};
    if (field->type == FieldType::Address)
        return components.contains(steps.at(1)) ? field : nullptr;
    const Entity* target = field->targets.size() == 1 ? catalog.entity(field->targets.first()) : nullptr;
    return target ? target->field(steps.at(1)) : nullptr;
}

void checkSort(const Entity& entity, const QString& sort, const QString& where, QStringList& problems)
{
    if (sort.isEmpty())
        return;
    const Field* field = entity.field(sort.startsWith(u'-') ? sort.sliced(1) : sort);
    if (!field || !field->sortable)
        problems += u"%1 %2 sorts by %3"_s.arg(entity.key, where, sort);
}

void checkLayout(const Entity& entity, QStringList& problems)
{
    QStringList laid;
    for (const auto& section : entity.layout)
        laid += section.fields;
    for (const auto& key : laid) {
        if (!entity.field(key) || laid.count(key) > 1)
            problems += u"%1 lays out %2, which is no field or laid out twice"_s.arg(entity.key, key);
    }
    for (const auto& field : entity.fields) {
        if (!field.system && !field.hidden && !laid.contains(field.key))
            problems += pathOf(entity, field) + u" is in no section"_s;
    }
}

QStringList headerWords(const Field& field)
{
    return QStringList{field.key} + field.label.texts().values() + field.synonyms;
}

// Notes `words` as meaning `meaning`, and each that already means something else.
void claim(const QStringList& words, const QString& meaning, QMap<QString, QString>& meanings, const QString& where,
           QStringList& problems)
{
    for (const auto& word : words) {
        const auto known = meanings.value(comparedWord(word), meaning);
        if (known != meaning)
            problems += u"%1: %2 means %3 and %4"_s.arg(where, word, known, meaning);
        meanings.insert(comparedWord(word), meaning);
    }
}

void checkFill(const Catalog& catalog, const Entity& entity, const Field& field, QStringList& problems)
{
    const Field* from = entity.field(field.fill->from);
    bool answered = false;
    for (const auto& target : from ? from->targets : QStringList()) {
        const Entity* far = catalog.entity(target);
        const Field* source = far ? far->field(field.fill->field) : nullptr;
        if (field.targets.contains(target))
            answered = true;
        else if (source && (source->type != field.type || source->isDerived()))
            problems += u"%1 is filled from %2.%3 of another kind"_s.arg(pathOf(entity, field), target, source->key);
        else if (source)
            answered = true;
    }
    if (!answered)
        problems += pathOf(entity, field) + u" is filled from nothing"_s;
}

void checkDerivation(const Catalog& catalog, const Entity& entity, const Field& field, QStringList& problems)
{
    const auto& derived = *field.derivation;
    const Entity* source = catalog.entity(derived.entity);
    const Field* value = source ? source->field(derived.field) : nullptr;
    if (source && derived.aggregate == Aggregate::Count && field.type != FieldType::Integer)
        problems += pathOf(entity, field) + u" counts, but is no integer"_s;
    if (value && derived.aggregate != Aggregate::Count && value->type != field.type)
        problems += pathOf(entity, field) + u" has another type than what it is made of"_s;
    static const QStringList words{u"true"_s, u"false"_s, u"past"_s, u"future"_s};
    for (const auto& condition : derived.where) {
        const Field* asked = source ? source->field(condition.field) : nullptr;
        for (const auto& key : condition.anyOf) {
            if (!asked || (!words.contains(key) && !asked->optionByKey(key)))
                problems += u"%1 asks for %2 = %3"_s.arg(pathOf(entity, field), condition.field, key);
        }
    }
}

void checkSeedValue(const Catalog& catalog, const Seed& seed, const Field& field, const Label& value,
                    QStringList& problems)
{
    const auto text = value.in(u"en"_s);
    if (field.type == FieldType::Option || field.type == FieldType::Options) {
        for (const auto& key : text.split(u';')) {
            if (!field.optionByKey(key))
                problems += u"seed %1 has no option %2"_s.arg(seed.entity, key);
        }
    } else if (field.type == FieldType::Relation) {
        const auto pointsAt = [&](const Seed& other) {
            return text == u'#' + catalogIdText(other.id) && field.targets.contains(other.entity);
        };
        if (std::none_of(catalog.seeds().begin(), catalog.seeds().end(), pointsAt))
            problems += u"seed %1 points at %2"_s.arg(seed.entity, text);
    }
}

}

QMap<QString, QJsonObject> shippedFiles()
{
    QMap<QString, QJsonObject> files;
    const QDir folder(u":/catalog"_s);
    for (const auto& name : folder.entryList({u"*.json"_s}, QDir::Files)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            files.insert(name.chopped(5), QJsonDocument::fromJson(file.readAll()).object());
    }
    return files;
}

QString comparedWord(const QString& word)
{
    static const QRegularExpression unheard(u"[^\\p{L}\\p{N}]"_s, QRegularExpression::UseUnicodePropertiesOption);
    return word.normalized(QString::NormalizationForm_KC).toLower().remove(unheard);
}

QStringList wrongNumbers(const Catalog& catalog)
{
    QStringList problems;
    for (const auto& entity : catalog.entities()) {
        const auto number = shippedNumber(entity.id).value_or(0);
        if (number < 10 || number > 99)
            problems += entity.key;
        for (const auto& field : entity.fields) {
            if (field.system)
                continue;
            const auto fieldNumber = shippedNumber(field.id).value_or(0);
            if (fieldNumber / 100 != number || fieldNumber % 100 == 0)
                problems += pathOf(entity, field);
            for (const auto& option : field.options) {
                const auto optionNumber = shippedNumber(option.id).value_or(0);
                if (!field.isDerived() && (optionNumber / 100 != fieldNumber || optionNumber % 100 == 0))
                    problems += pathOf(entity, field) + u'.' + option.key;
            }
        }
    }
    return problems;
}

QStringList missingLabels(const Catalog& catalog)
{
    QStringList problems;
    for (const auto& entity : catalog.entities()) {
        if (lacksLanguage(entity.label) || lacksLanguage(entity.plural))
            problems += entity.key;
        for (const auto& field : entity.fields) {
            const bool pointsHere = field.type == FieldType::Relation && !field.system;
            if (lacksLanguage(field.label) || (pointsHere && lacksLanguage(field.inverse)) ||
                (!field.hint.isEmpty() && lacksLanguage(field.hint)))
                problems += pathOf(entity, field);
            for (const auto& option : field.options) {
                if (lacksLanguage(option.label))
                    problems += pathOf(entity, field) + u'.' + option.key;
            }
        }
        for (const auto& section : entity.layout) {
            if (lacksLanguage(section.label))
                problems += entity.key + u" section"_s;
        }
        for (const auto& view : entity.views) {
            if (lacksLanguage(view.label))
                problems += entity.key + u" view "_s + view.key;
        }
        for (const auto& check : entity.quality) {
            if (lacksLanguage(check.label) || lacksLanguage(check.hint))
                problems += entity.key + u" check "_s + check.key;
        }
    }
    return problems;
}

QStringList wrongShapes(const Catalog& catalog)
{
    QStringList problems;
    for (const auto& entity : catalog.entities()) {
        const auto sortable = std::count_if(entity.fields.begin(), entity.fields.end(),
                                            [](const Field& field) { return field.sortable; });
        if (sortable > 8)
            problems += entity.key + u" has more than eight sorted fields"_s;
        if (entity.list.columns.isEmpty())
            problems += entity.key + u" has no columns"_s;
        for (const auto& column : entity.list.columns) {
            if (!fieldAt(catalog, entity, column))
                problems += u"%1 shows %2"_s.arg(entity.key, column);
        }
        checkSort(entity, entity.list.sort, u"list"_s, problems);
        checkSort(entity, entity.orderBy, u"order"_s, problems);
        for (const auto& view : entity.views)
            checkSort(entity, view.sort, view.key, problems);
        if (entity.place == Place::Page && entity.views.size() < 3)
            problems += entity.key + u" has too few views"_s;
        checkLayout(entity, problems);
    }
    return problems;
}

QStringList wrongTokens(const Catalog& catalog)
{
    static const QStringList colours{u""_s,      u"gray"_s, u"red"_s,  u"orange"_s, u"amber"_s,
                                     u"green"_s, u"teal"_s, u"blue"_s, u"violet"_s, u"pink"_s};
    QStringList problems;
    for (const auto& entity : catalog.entities()) {
        if (!QFile::exists(u":/icons/%1.svg"_s.arg(entity.icon)))
            problems += entity.key + u" icon "_s + entity.icon;
        for (const auto& field : entity.fields) {
            if (field.type == FieldType::Option && !field.defaultText.isEmpty() &&
                !field.optionByKey(field.defaultText))
                problems += pathOf(entity, field) + u" default "_s + field.defaultText;
            for (const auto& option : field.options) {
                if (!colours.contains(option.colour))
                    problems += pathOf(entity, field) + u'.' + option.key + u" colour "_s + option.colour;
            }
        }
    }
    return problems;
}

QStringList ambiguousWords(const Catalog& catalog)
{
    QStringList problems;
    for (const auto& entity : catalog.entities()) {
        QMap<QString, QString> headers;
        for (const auto& field : entity.fields) {
            if (field.system)
                continue;
            claim(headerWords(field), field.key, headers, entity.key, problems);
            for (auto it = field.componentSynonyms.begin(); it != field.componentSynonyms.end(); ++it)
                claim(it.value(), field.key + u'.' + it.key(), headers, entity.key, problems);
            QMap<QString, QString> cells;
            for (const auto& option : field.options)
                claim(QStringList{option.key} + option.label.texts().values() + option.synonyms, option.key, cells,
                      pathOf(entity, field), problems);
        }
    }
    return problems;
}

QStringList wrongSources(const Catalog& catalog)
{
    QStringList problems;
    for (const auto& entity : catalog.entities()) {
        for (const auto& field : entity.fields) {
            if (field.fill)
                checkFill(catalog, entity, field, problems);
            if (field.isDerived())
                checkDerivation(catalog, entity, field, problems);
            for (const auto& component : field.componentSynonyms.keys()) {
                if (!fieldAt(catalog, entity, field.key + u'.' + component))
                    problems += pathOf(entity, field) + u" has no part "_s + component;
            }
        }
    }
    return problems;
}

QStringList wrongSeeds(const Catalog& catalog)
{
    QStringList problems;
    QSet<QString> numbers;
    for (const auto& seed : catalog.seeds()) {
        const auto number = catalogIdText(seed.id);
        if (numbers.contains(number) || number.toInt() < 1000)
            problems += u"seed number "_s + number;
        numbers.insert(number);
        const Entity* entity = catalog.entity(seed.entity);
        for (auto it = seed.fields.begin(); it != seed.fields.end(); ++it) {
            const Field* field = entity ? entity->field(it.key()) : nullptr;
            if (!field || field->isDerived())
                problems += u"seed %1 has no field %2"_s.arg(seed.entity, it.key());
            else
                checkSeedValue(catalog, seed, *field, it.value(), problems);
        }
    }
    return problems;
}

QString fieldForHeader(const Entity& entity, const QString& header)
{
    const auto asked = comparedWord(header);
    const auto among = [&](const QStringList& words) {
        return std::any_of(words.begin(), words.end(),
                           [&](const QString& word) { return comparedWord(word) == asked; });
    };
    for (const auto& field : entity.fields) {
        if (among(headerWords(field)))
            return field.key;
        for (auto it = field.componentSynonyms.begin(); it != field.componentSynonyms.end(); ++it) {
            if (among(it.value()))
                return field.key + u'.' + it.key();
        }
    }
    return {};
}

}

#include "core/commands/book/CatalogAdditions.h"

#include "core/commands/Arguments.h"
#include "core/commands/CommandContext.h"
#include "core/commands/records/RecordText.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QJsonObject labelOf(const Arguments& arguments, const QString& key)
{
    QJsonObject label;
    if (arguments.has(u"label-en"_s))
        label[u"en"_s] = arguments.value(u"label-en"_s);
    if (arguments.has(u"label-zh"_s))
        label[u"zh"_s] = arguments.value(u"label-zh"_s);
    if (label.isEmpty())
        label[u"en"_s] = key;
    return label;
}

Status checkWords(const Arguments& arguments)
{
    if (arguments.words().size() == 4)
        return {};
    return wrongUsage(Tr::tr("Something is missing: kith-cli catalog add-field ENTITY KEY TYPE, or catalog add-option "
                             "ENTITY FIELD KEY."));
}

}

Result<Answer> addCatalogField(CommandContext& context, const Arguments& arguments)
{
    KITH_TRY(checkWords(arguments));
    const auto key = arguments.word(2);
    KITH_TRY(const Entity* entity, context.desk().catalog()->requireEntity(arguments.word(1)));
    if (entity->field(key))
        return Error{ErrorCode::CatalogInvalid, {entity->key + u'.' + key, Tr::tr("there is such a field already")}};
    QJsonObject field{{u"key"_s, key}, {u"type"_s, arguments.word(3)}, {u"label"_s, labelOf(arguments, key)}};
    if (arguments.has(u"to"_s))
        field[u"to"_s] = QJsonArray::fromStringList(arguments.list(u"to"_s));
    if (arguments.has(u"required"_s))
        field[u"required"_s] = true;
    if (arguments.has(u"search"_s)) {
        KITH_TRY(const auto weight, arguments.number(u"search"_s, 0));
        field[u"search"_s] = qint64(weight);
    }
    if (arguments.has(u"synonyms"_s))
        field[u"synonyms"_s] = QJsonArray::fromStringList(arguments.list(u"synonyms"_s));
    const auto outcome = await(context.desk().addField(entity->key, field));
    KITH_TRY(accepted(outcome));
    return savedAnswer(*outcome, Tr::tr("The field %1 is there.").arg(key));
}

Result<Answer> addCatalogOption(CommandContext& context, const Arguments& arguments)
{
    KITH_TRY(checkWords(arguments));
    const auto key = arguments.word(3);
    KITH_TRY(const Entity* entity, context.desk().catalog()->requireEntity(arguments.word(1)));
    KITH_TRY(const Field* field, Catalog::requireField(*entity, arguments.word(2)));
    if (field->optionByKey(key))
        return Error{ErrorCode::CatalogInvalid,
                     {entity->key + u'.' + field->key + u'.' + key, Tr::tr("there is such an option already")}};
    QJsonObject option{{u"key"_s, key}, {u"label"_s, labelOf(arguments, key)}};
    if (arguments.has(u"synonyms"_s))
        option[u"synonyms"_s] = QJsonArray::fromStringList(arguments.list(u"synonyms"_s));
    const auto outcome = await(context.desk().addOption(entity->key, field->key, option));
    KITH_TRY(accepted(outcome));
    return savedAnswer(*outcome, Tr::tr("The option %1 is there.").arg(key));
}

std::vector<CommandOption> catalogAdditionOptions()
{
    return {{u"label-en"_s, u"TEXT"_s, Tr::tr("what the new field or option is called in English")},
            {u"label-zh"_s, u"TEXT"_s, Tr::tr("what the new field or option is called in Chinese")},
            {u"synonyms"_s, u"A,B"_s, Tr::tr("other names for it in files")},
            {u"to"_s, u"ENTITY,.."_s, Tr::tr("where a new relation may lead")},
            {u"required"_s, {}, Tr::tr("the new field may not be empty")},
            {u"search"_s, u"N"_s, Tr::tr("the new field is searched, with this weight from 1 to 10")}};
}

}

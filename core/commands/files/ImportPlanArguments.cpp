#include "core/commands/files/ImportPlanArguments.h"

#include "core/commands/Arguments.h"
#include "core/exchange/mapping/PlanGuess.h"
#include "core/exchange/mapping/PlanText.h"
#include "core/services/DuplicateDesk.h"
#include "core/services/ImportDesk.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

Result<ImportPlan> mappedPlan(CommandContext& context, const Entity& entity, const QString& path,
                              const QString& mapPath, const QString& sheet)
{
    QFile file(mapPath);
    if (!file.exists())
        return Error{ErrorCode::FileMissing, {mapPath}};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileUnreadable, {mapPath, file.errorString()}};
    KITH_TRY(const auto map, ImportMap::parse(file.readAll(), mapPath));
    const auto catalog = context.desk().catalog();
    auto given = map.given();
    if (!sheet.isEmpty())
        given.sheet = sheet;
    KITH_TRY(auto guess, guessPlan(catalog, path, entity.key, given));
    KITH_TRY(map.applyTo(guess.plan, *catalog));
    return std::move(guess.plan);
}

// --make FIELD,..|all: which columns may make the records they name.
Status allowMaking(const Catalog& catalog, const QStringList& fields, ImportPlan& plan)
{
    const Entity& entity = *catalog.entity(plan.entity);
    const bool all = fields == QStringList{u"all"_s};
    QStringList found;
    for (auto& column : plan.columns) {
        const auto key = column.field.section(u'.', 0, 0);
        const Field* field = key.isEmpty() ? nullptr : entity.field(key);
        if (!field || field->type != FieldType::Relation || (!all && !fields.contains(key)))
            continue;
        column.make = true;
        found += key;
    }
    for (const auto& key : all ? QStringList() : fields) {
        KITH_TRY(const Field* field, Catalog::requireField(entity, key));
        if (!found.contains(field->key))
            return wrongUsage(Tr::tr("--make %1: no column of the file leads to that link.").arg(key));
    }
    return {};
}

Result<DuplicateChoice> duplicateChoice(const QString& text)
{
    if (text == "skip"_L1)
        return DuplicateChoice::Skip;
    if (text == "update"_L1)
        return DuplicateChoice::Update;
    if (text == "create"_L1)
        return DuplicateChoice::Create;
    return wrongUsage(Tr::tr("--on-duplicate is skip, update or create, not “%1”.").arg(text));
}

}

Result<ImportPlan> importPlan(CommandContext& context, const Arguments& arguments)
{
    const auto catalog = context.desk().catalog();
    KITH_TRY(const Entity* entity, catalog->requireEntity(arguments.word(0)));
    // Absolute: an interrupted import goes on from another folder too.
    const auto path = QFileInfo(arguments.word(1)).absoluteFilePath();
    if (!QFile::exists(path))
        return Error{ErrorCode::FileMissing, {arguments.word(1)}};
    const auto sheet = arguments.value(u"sheet"_s);
    ImportPlan plan;
    if (arguments.has(u"map"_s)) {
        KITH_TRY(plan, mappedPlan(context, *entity, path, arguments.value(u"map"_s), sheet));
    } else {
        FileGiven given;
        given.sheet = sheet;
        KITH_TRY(auto preview, await(context.session().imports().inspect(path, entity->key, given)));
        plan = std::move(preview.plan);
    }
    if (arguments.has(u"match"_s)) {
        plan.match = arguments.list(u"match"_s);
        for (const auto& key : plan.match) {
            if (key == matchLikeness && !DuplicateDesk::compares(*entity))
                return Error{ErrorCode::NotCompared, {entity->plural.in(context.options().language)}};
            if (key != "id"_L1 && key != matchLikeness)
                KITH_TRY(Catalog::requireField(*entity, key));
        }
    }
    if (arguments.has(u"on-duplicate"_s)) {
        KITH_TRY(plan.onDuplicate, duplicateChoice(arguments.value(u"on-duplicate"_s)));
    }
    if (arguments.has(u"make"_s))
        KITH_TRY(allowMaking(*catalog, arguments.list(u"make"_s), plan));
    plan.dryRun = arguments.has(u"dry-run"_s);
    if (arguments.has(u"rejects"_s))
        plan.rejectsPath = QFileInfo(arguments.value(u"rejects"_s)).absoluteFilePath();
    return plan;
}

}

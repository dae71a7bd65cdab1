#include "core/commands/records/ListQuery.h"

#include "core/commands/Arguments.h"
#include "core/commands/records/RecordText.h"

#include <QCoreApplication>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

}

Result<Query> listQuery(CommandContext& context, const Arguments& arguments, DefaultColumns columns)
{
    Query query;
    query.catalog = context.desk().catalog();
    KITH_TRY(query.entity, entityNamed(query.catalog, arguments.word(0)));
    const auto conventions = context.desk().conventions();
    auto words = context.desk().queryContext();
    words.region = conventions.region;
    words.language = conventions.language;
    KITH_TRY(query.filter, parseFilter(*query.catalog, *query.entity, arguments.value(u"where"_s), words));
    const auto sort = arguments.has(u"sort"_s) || columns == DefaultColumns::None ? arguments.value(u"sort"_s)
                                                                                  : query.entity->list.sort;
    KITH_TRY(query.sort, parseSort(*query.catalog, *query.entity, sort));
    auto keys = arguments.list(u"columns"_s);
    if (keys.isEmpty() && columns == DefaultColumns::List)
        keys = query.entity->list.columns;
    if (keys.isEmpty() && columns == DefaultColumns::List)
        keys = query.entity->title;
    for (const auto& key : keys) {
        KITH_TRY(auto path, parsePath(*query.catalog, *query.entity, key));
        query.columns.push_back(std::move(path));
    }
    query.trash = arguments.has(u"trash"_s) ? TrashView::Only : TrashView::Exclude;
    return query;
}

std::vector<CommandOption> listOptions()
{
    return {{u"where"_s, u"EXPR"_s, Tr::tr("only records for which this holds: \"customer.city = 'Berlin'\"")},
            {u"sort"_s, u"FIELD,.."_s, Tr::tr("in this order; -FIELD: backwards")},
            {u"columns"_s, u"FIELD,.."_s, Tr::tr("these fields")},
            {u"trash"_s, {}, Tr::tr("deleted records instead of living ones")}};
}

}

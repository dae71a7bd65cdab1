#include "core/store/LinkRules.h"

#include "core/store/Columns.h"
#include "core/store/Tables.h"

namespace kith {

namespace {

constexpr int deepestTree = 200;

}

Result<bool> closesCircle(const RecordId& record, const RecordId& parent, const ParentOf& parentOf)
{
    std::optional<RecordId> next = parent;
    for (int depth = 0; next && depth < deepestTree; ++depth) {
        if (*next == record)
            return true;
        KITH_TRY(next, parentOf(*next));
    }
    return false;
}

ParentOf parentsIn(Tables& tables, const Entity& entity, const Field& relation)
{
    const QByteArray sql = "SELECT " + columnName(relation) + " FROM " + tableName(entity) + " WHERE id = ?1";
    return [&tables, sql](const RecordId& id) -> Result<std::optional<RecordId>> {
        auto statement = tables.connection().kept(sql);
        statement.bind(1, id);
        KITH_TRY(const bool found, statement.step());
        return found && !statement.isNull(0) ? std::optional(statement.id<RecordId>(0)) : std::nullopt;
    };
}

}

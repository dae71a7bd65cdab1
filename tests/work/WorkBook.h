#pragma once

#include "core/work/duplicates/DuplicateScan.h"
#include "core/work/duplicates/TraitFollower.h"
#include "core/work/likeness/Likeness.h"
#include "tests/support/StoreBook.h"

#include <set>

namespace kith::testing {

inline std::pair<QString, QString> inCity(const QString& city)
{
    return {QStringLiteral("address"), QStringLiteral("[{\"city\": \"%1\"}]").arg(city)};
}

// A book in which duplicates are looked for.
class WorkBook : public StoreBook
{
public:
    using Pair = std::set<RecordId>;
    using Pairs = std::set<Pair>;

    ComparedFields compared(QStringView entity);
    Likeness likeness(QStringView entity, const Typed& one, const Typed& other);

    TraitFollower::Outcome follow();
    // By a scan of the whole book, with the store's own threads.
    ScanReport scan(QStringView entity);
    // Likely duplicates that nobody has told apart, as the list has them.
    Pairs pairs(QStringView entity);
    std::int64_t traitRows();

    std::int64_t merge(QStringView entity, const RecordId& keep, const RecordId& other);
    std::int64_t tellApart(QStringView entity, const RecordId& one, const RecordId& other);
    void purge(QStringView entity, const RecordId& id);
};

}

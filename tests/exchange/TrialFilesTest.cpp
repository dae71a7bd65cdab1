// The real files, where KITH_TRIAL_DATA names their folder.

#include "core/exchange/mapping/PlanGuess.h"
#include "tests/support/Skip.h"
#include "tests/support/Test.h"

#include <QDir>

using namespace kith;
using namespace Qt::StringLiterals;

TEST_CASE("the real files are understood without help")
{
    const auto folder = qEnvironmentVariable("KITH_TRIAL_DATA");
    if (folder.isEmpty())
        KITH_SKIP("KITH_TRIAL_DATA does not name the folder of the trial files");
    const auto catalog = std::make_shared<const Catalog>(Catalog::shipped().value());
    const auto check = [&](const QString& file, const QString& entity, const QStringList& fields, int rows) {
        CAPTURE(file);
        const auto guess = guessPlan(catalog, QDir(folder).filePath(file), {});
        REQUIRE_OK(guess);
        CHECK(guess->plan.entity == entity);
        CHECK(guess->plan.encoding == u"UTF-8");
        CHECK(guess->plan.delimiter == u',');
        CHECK(guess->plan.hasHeader);
        QStringList mapped;
        for (const auto& column : guess->plan.columns) {
            mapped += column.field;
            CHECK(column.certainty >= 0.85);
        }
        CHECK(mapped == fields);
        auto reader = openRows(guess->plan);
        REQUIRE_OK(reader);
        SourceRow row;
        int count = 0;
        while (*(*reader)->next(row)) {
            ++count;
            CHECK(row.problem == RowProblem::None);
        }
        CHECK(count == rows);
    };
    check(u"accounts.csv"_s, u"customer"_s,
          {u"name"_s, u"industry"_s, u"founded"_s, u"revenue"_s, u"employees"_s, u"address.country"_s, u"parent"_s},
          85);
    check(u"products.csv"_s, u"product"_s, {u"name"_s, u"series"_s, u"price"_s}, 7);
    check(u"sales_teams.csv"_s, u"person"_s, {u"name"_s, u"manager"_s, u"team.parent"_s}, 35);
    check(u"sales_pipeline.csv"_s, u"opportunity"_s,
          {u"code"_s, u"owner"_s, u"product"_s, u"customer"_s, u"stage"_s, u"engaged"_s, u"closed"_s, u"amount"_s},
          8800);
}

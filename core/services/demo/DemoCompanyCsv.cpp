#include "core/exchange/csv/CsvWriter.h"
#include "core/services/demo/DemoCompany.h"
#include "core/services/demo/DemoCompanyCustomers.h"

#include <array>

namespace kith {

using namespace Qt::StringLiterals;

Result<std::int64_t> demoCustomersCsv(const QString& path, std::int64_t rows, std::uint64_t seed)
{
    CsvStyle style;
    style.mark = ByteOrderMark::Omit;
    KITH_TRY(auto file, CsvWriter::create(path, style));
    static const std::array<QString, 15> header{u"name"_s,      u"kind"_s,    u"industry"_s,   u"phone"_s,
                                                u"mail"_s,      u"website"_s, u"country"_s,    u"province"_s,
                                                u"city"_s,      u"street"_s,  u"tax id"_s,     u"founded"_s,
                                                u"employees"_s, u"revenue"_s, u"description"_s};
    KITH_TRY(file.write(header));
    DemoCustomers customers(seed);
    const auto number = [](std::int64_t value) { return value > 0 ? QString::number(value) : QString(); };
    for (std::int64_t row = 0; row < rows; ++row) {
        const auto one = customers.next();
        const std::array<QString, 15> cells{one.name,
                                            one.person ? u"person"_s : u"organisation"_s,
                                            one.industry.toString(),
                                            one.phoneTyped,
                                            one.mail,
                                            one.website,
                                            one.city->country.toString(),
                                            one.city->region.toString(),
                                            one.city->name.toString(),
                                            one.street,
                                            one.taxId,
                                            number(one.founded),
                                            number(one.employees),
                                            number(one.revenue),
                                            one.description};
        KITH_TRY(file.write(cells));
    }
    KITH_TRY(file.commit());
    return rows;
}

}

// Any bytes as a file of separated values: guessing, decoding, scanning, going on from a row. Whatever they are, cells
// are UTF-8 within their limits, places run forward, and neither how the bytes arrive nor where reading starts again
// makes a difference.

#include "core/exchange/csv/CsvLook.h"
#include "core/exchange/csv/CsvReader.h"
#include "tests/support/Fuzzing.h"
#include "tests/support/SlowSource.h"

#include <array>

using namespace kith;
using namespace kith::testing;

namespace {

struct Place
{
    std::int64_t offset;
    std::int64_t line;
    RowProblem problem;
    QStringList cells;
    bool operator==(const Place&) const = default;
};

std::vector<Place> readAll(CsvReader& reader, const CsvLimits& limits, std::size_t most)
{
    std::vector<Place> places;
    SourceRow row;
    while (places.size() < most) {
        const auto more = reader.next(row);
        require(more.ok());
        if (!*more)
            break;
        require(!row.cells.empty() || row.problem != RowProblem::None);
        require(row.cells.size() <= limits.columns);
        for (const auto cell : row.cells) {
            require(isCleanUtf8(cell));
            require(cell.size() <= limits.cellBytes * 3); // a wrong byte becomes three
        }
        require(places.empty() || (row.offset > places.back().offset && row.line > places.back().line));
        require(row.offset <= reader.offset() && reader.offset() <= reader.size());
        places.push_back({row.offset, row.line, row.problem, row.texts()});
    }
    return places;
}

}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 3)
        return 0;
    const QByteArray file(reinterpret_cast<const char*>(data) + 3, qsizetype(size - 3));
    const auto limits = data[0] & 1 ? CsvLimits{} : CsvLimits{16, 5, 64};
    const char delimiter = std::array{',', ';', '\t', '|'}[(data[0] >> 1) % 4];
    const auto offered = Encoding::offered();
    const auto encoding = *Encoding::named(offered[data[1] % offered.size()]);

    if (data[0] & 0x40) { // apart, because it takes ten times as long
        static_cast<void>(lookAtCsv(std::make_unique<MemorySource>(file), {}, {}, 20));
        return 0;
    }
    auto reader = *CsvReader::open(std::make_unique<MemorySource>(file), encoding, delimiter, limits);
    const auto places = readAll(reader, limits, size);
    auto slow = *CsvReader::open(std::make_unique<SlowSource>(file, 1 + data[2] % 7), encoding, delimiter, limits);
    require(readAll(slow, limits, size) == places);
    require(slow.offset() == reader.offset() && slow.line() == reader.line());
    require(slow.emptyRows() == reader.emptyRows() && slow.wrongBytes() == reader.wrongBytes());
    if (places.empty())
        return 0;
    const auto from = std::ptrdiff_t(data[2] % places.size());
    require(reader.resumeAt(places[std::size_t(from)].offset, places[std::size_t(from)].line).ok());
    require(readAll(reader, limits, size) == std::vector<Place>(places.begin() + from, places.end()));
    return 0;
}

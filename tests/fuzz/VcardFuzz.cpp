// Any bytes as a file of cards. Whatever they are, cells are texts within their limits, places run forward, and neither
// how the bytes arrive nor where reading starts again makes a difference.

#include "core/exchange/vcard/VcardReader.h"
#include "tests/support/Fuzzing.h"
#include "tests/support/SlowSource.h"

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

namespace {

struct Place
{
    std::int64_t offset;
    std::int64_t line;
    QStringList cells;
    QStringList notices;
    bool operator==(const Place&) const = default;
};

const QStringList& columns()
{
    static const auto names = inUsualOrder({u"id"_s, u"UID"_s, u"FN"_s, u"FAMILY-NAME"_s, u"GIVEN-NAME"_s, u"ORG"_s,
                                            u"DEPARTMENT"_s, u"TEL"_s, u"FAX"_s, u"EMAIL"_s, u"URL"_s, u"ADR"_s,
                                            u"BDAY"_s, u"CATEGORIES"_s, u"NOTE"_s, u"X-A"_s});
    return names;
}

std::vector<Place> readAll(VcardReader& reader)
{
    std::vector<Place> places;
    SourceRow row;
    while (true) {
        const auto more = reader.next(row);
        require(more.ok());
        if (!*more)
            return places;
        require(row.cells.size() == std::size_t(columns().size()));
        for (const auto cell : row.cells)
            require(isCleanUtf8(cell));
        require(places.empty() || (row.offset > places.back().offset && row.line > places.back().line));
        require(row.offset <= reader.offset() && reader.offset() <= reader.size());
        places.push_back({row.offset, row.line, row.texts(), row.notices});
    }
}

std::unique_ptr<VcardReader> readerOf(std::unique_ptr<ByteSource> source, const Encoding& encoding)
{
    auto reader = VcardReader::open(std::move(source), encoding);
    require(reader.ok());
    (*reader)->expectColumns(columns(), u"contact"_s);
    return std::move(reader).value();
}

}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 2)
        return 0;
    const QByteArray file(reinterpret_cast<const char*>(data) + 2, qsizetype(size - 2));
    const auto offered = Encoding::offered();
    const auto encoding = *Encoding::named(offered[data[0] % offered.size()]);
    const auto reader = readerOf(std::make_unique<MemorySource>(file), encoding);
    const auto places = readAll(*reader);
    const auto slow = readerOf(std::make_unique<SlowSource>(file, 1 + data[1] % 7), encoding);
    require(readAll(*slow) == places);
    if (places.empty())
        return 0;
    const auto from = std::ptrdiff_t(data[1] % places.size());
    require(reader->resumeAt(places[std::size_t(from)].offset, places[std::size_t(from)].line).ok());
    require(readAll(*reader) == std::vector<Place>(places.begin() + from, places.end()));
    return 0;
}

// Any bytes as a workbook. The first byte says how: bit 0: the rest is the whole file; else the rest is what stands in
// one part of a sound workbook (bits 1 and 2: which), as an archive's checksums would else keep the fuzzer out.
// Whatever it is, it is read or refused; rows run forward, cells are texts within their limits, and reading goes on at
// any row.

#include "core/exchange/bytes/TextDecoder.h"
#include "core/exchange/xlsx/XlsxReader.h"
#include "tests/support/Fuzzing.h"
#include "tests/support/Packages.h"

#include <QBuffer>

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

namespace {

XlsxLimits smallLimits()
{
    XlsxLimits limits;
    limits.zip.partBytes = 4 * 1024 * 1024;
    limits.zip.looseBytes = 64 * 1024;
    limits.sheet.columns = 8;
    limits.sheet.cells = 10'000;
    limits.sheet.cellBytes = 64;
    return limits;
}

QByteArray workbookOf(int part, const QByteArray& bytes)
{
    WorkbookBuilder book;
    book.formats({u"yyyy-mm-dd hh:mm"_s, u"[$CNY] 0.00"_s, u"0000"_s});
    book.texts({"<t>shared</t>", "<r><t>rich</t></r>"});
    book.sheet(u"S"_s,
               R"(<row><c t="s"><v>0</v></c><c s="1"><v>42000.5</v></c></row><row><c s="2"><v>1</v></c></row>)");
    static const QStringList names{u"xl/worksheets/sheet1.xml"_s, u"xl/sharedStrings.xml"_s, u"xl/styles.xml"_s,
                                   u"xl/workbook.xml"_s};
    return book.part(names[part], bytes).bytes();
}

struct Place
{
    std::int64_t line;
    RowProblem problem;
    QStringList cells;
    bool operator==(const Place&) const = default;
};

// Nothing where the rows end in an error.
std::optional<std::vector<Place>> readAll(XlsxReader& reader, const XlsxLimits& limits)
{
    std::vector<Place> places;
    SourceRow row;
    while (true) {
        const auto more = reader.next(row);
        if (!more)
            return std::nullopt;
        if (!*more)
            return places;
        require(row.cells.size() <= limits.sheet.columns && row.forms.size() == row.cells.size());
        for (const auto cell : row.cells)
            require(isCleanUtf8(cell) && cell.size() <= limits.sheet.cellBytes);
        require(places.empty() || row.line > places.back().line);
        places.push_back({row.line, row.problem, row.texts()});
    }
}

}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 2)
        return 0;
    const QByteArray rest(reinterpret_cast<const char*>(data) + 1, qsizetype(size - 1));
    const auto file = (data[0] & 1) != 0 ? rest : workbookOf((data[0] >> 1) % 4, rest);
    const auto limits = smallLimits();
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(file);
    auto reader = XlsxReader::open(std::move(buffer), u"book.xlsx"_s, {}, limits);
    if (!reader)
        return 0;
    const auto places = readAll(**reader, limits);
    if (!places || places->empty())
        return 0;
    const auto from = std::ptrdiff_t(data[0] % places->size());
    require((*reader)->resumeAt(0, (*places)[std::size_t(from)].line).ok());
    require(readAll(**reader, limits) == std::vector<Place>(places->begin() + from, places->end()));
    return 0;
}

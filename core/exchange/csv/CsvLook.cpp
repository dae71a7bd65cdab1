#include "core/exchange/csv/CsvLook.h"

#include "core/exchange/ImportPlan.h"
#include "core/exchange/csv/CsvReader.h"

#include <algorithm>
#include <map>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t delimiterRows = 200;
constexpr std::size_t delimiterBytes = 64 * 1024;

// How well a delimiter fits: the share of rows with the usual number of cells, if the first row has it too and it is
// more than one; more cells are better.
double delimiterFit(char delimiter, std::string_view text, bool whole)
{
    CsvScanner scanner(delimiter, {});
    std::map<std::size_t, std::size_t> counts;
    std::size_t rows = 0;
    std::size_t first = 0;
    const char* at = text.data();
    const char* end = at + text.size();
    while (at != end && rows < delimiterRows) {
        const auto outcome = scanner.scan(at, end, whole);
        if (outcome == CsvScanner::Outcome::NeedsMore)
            break;
        at = scanner.next();
        if (outcome == CsvScanner::Outcome::EmptyRow || scanner.problem() != RowProblem::None)
            continue;
        ++counts[scanner.cellCount()];
        if (rows++ == 0)
            first = scanner.cellCount();
    }
    std::size_t usual = 1;
    std::size_t times = 0;
    for (const auto& [cells, count] : counts) {
        if (count >= times) {
            usual = cells;
            times = count;
        }
    }
    if (usual < 2)
        return 0;
    const double share = double(times) / double(rows);
    return share * (1 - 1 / double(usual)) * (first == usual ? 1 : 0.5);
}

Result<std::string> readStart(ByteSource& source, const Encoding& encoding, bool& whole)
{
    // The decoder needs a source of its own; what it reads is little.
    QByteArray head(qsizetype(std::min<std::int64_t>(source.size(), 256 * 1024)), Qt::Uninitialized);
    KITH_TRY(source.seek(0));
    KITH_TRY(const auto got, source.fill(head.data(), std::size_t(head.size())));
    head.truncate(qsizetype(got));
    whole = head.size() == source.size();
    KITH_TRY(auto decoder, TextDecoder::open(std::make_unique<MemorySource>(head), encoding));
    std::string text(delimiterBytes, '\0');
    std::size_t length = 0;
    while (length + 64 < delimiterBytes) {
        KITH_TRY(const auto more, decoder.read(text.data() + length, delimiterBytes - length));
        if (more == 0)
            break;
        length += more;
    }
    whole = whole && length + 64 < delimiterBytes;
    text.resize(length);
    return text;
}

}

char guessDelimiter(std::string_view text, bool whole)
{
    // The scanner needs a line break behind the text.
    std::string copy(text.substr(0, delimiterBytes));
    whole = whole && copy.size() == text.size();
    const auto length = copy.size();
    copy += '\n';
    char best = ',';
    double bestFit = 0;
    for (const char delimiter : {',', ';', '\t', '|'}) {
        const double fit = delimiterFit(delimiter, {copy.data(), length}, whole);
        if (fit > bestFit) {
            best = delimiter;
            bestFit = fit;
        }
    }
    return best;
}

Result<FileLook> lookAtCsv(std::unique_ptr<ByteSource> source, const QString& path, const FileGiven& given,
                           int sampleRows)
{
    FileLook look;
    look.bytes = source->size();
    KITH_TRY(look.encoding, guessEncoding(*source));
    if (given.encoding)
        look.encoding = {*given.encoding, 1, look.encoding.marked && look.encoding.encoding == *given.encoding};
    bool whole = false;
    KITH_TRY(const auto text, readStart(*source, look.encoding.encoding, whole));
    const auto separator = separatorLine(text);
    look.delimiter = given.delimiter       ? *given.delimiter
                     : separator.bytes > 0 ? separator.delimiter
                                           : guessDelimiter(text, whole);
    KITH_TRY(auto reader, CsvReader::open(std::move(source), look.encoding.encoding, look.delimiter));
    SourceRow row;
    while (int(look.rows.size()) <= sampleRows) {
        KITH_TRY(const bool more, reader.next(row));
        if (!more)
            break;
        look.rows.push_back(row.texts());
        look.lines.push_back(row.line);
    }
    if (look.rows.empty())
        return Error{ErrorCode::FileEmpty, {path}};
    partHeader(look, given.hasHeader);
    return look;
}

Result<std::unique_ptr<RowSource>> openCsv(const ImportPlan& plan)
{
    const auto encoding = plan.encoding.isEmpty() ? Encoding::utf8() : Encoding::named(plan.encoding);
    if (!encoding)
        return Error{ErrorCode::EncodingUnknown, {plan.path}};
    KITH_TRY(auto source, FileSource::open(plan.path));
    KITH_TRY(auto reader, CsvReader::open(std::move(source), *encoding, plan.delimiter.toLatin1()));
    if (plan.hasHeader) {
        SourceRow header;
        KITH_TRY(const bool any, reader.next(header));
        if (!any)
            return Error{ErrorCode::FileEmpty, {plan.path}};
    }
    reader.expectColumns(plan.columns.size());
    return std::unique_ptr<RowSource>(std::make_unique<CsvReader>(std::move(reader)));
}

}

#include "core/exchange/csv/CsvLook.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>
#include <map>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t delimiterRows = 200;
constexpr std::size_t delimiterBytes = 64 * 1024;

bool isPlainlyOther(const std::string_view head)
{
    constexpr std::array<std::string_view, 6> starts{"PK\x03\x04", "%PDF-",           "\xD0\xCF\x11\xE0",
                                                     "\x1F\x8B",   "SQLite format 3", "\x89PNG"};
    return std::any_of(starts.begin(), starts.end(), [&](std::string_view start) { return head.starts_with(start); });
}

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

bool isYear(QStringView text)
{
    bool ok = false;
    const int year = text.toInt(&ok);
    return ok && year >= 1900 && year <= 2100;
}

bool isNumeric(QStringView text)
{
    static const QRegularExpression number(u"^[-+]?[0-9][0-9.,' ]*%?$"_s);
    return number.match(text).hasMatch();
}

bool isSurelyValue(QStringView text)
{
    static const QRegularExpression value(
        u"^([^\\s@]+@[^\\s@]+\\.[^\\s@]+|https?://\\S+|[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}.*|"
        "\\+?[0-9][-0-9 ()]{9,}|[0-9a-fA-F]{8}-[0-9a-fA-F-]{27})$"_s);
    return value.match(text).hasMatch();
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

bool looksLikeHeader(const QStringList& first, const std::vector<QStringList>& rows)
{
    QSet<QString> seen;
    int filled = 0;
    int overNumbers = 0;
    int repeated = 0;
    for (qsizetype column = 0; column < first.size(); ++column) {
        const auto cell = first[column].trimmed();
        if (cell.isEmpty())
            continue;
        ++filled;
        if (isSurelyValue(cell))
            return false;
        const auto any = [&](auto matches) {
            return std::any_of(rows.begin(), rows.end(), [&](const QStringList& row) {
                return column < row.size() && matches(row[column].trimmed());
            });
        };
        overNumbers += isNumeric(cell) && !isYear(cell) && any([](const QString& below) { return isNumeric(below); });
        repeated += any([&](const QString& below) { return below == cell; });
    }
    return filled > 0 && overNumbers == 0 && repeated * 2 <= filled;
}

QStringList columnNames(const QStringList& header)
{
    QStringList names;
    QSet<QString> taken;
    for (const auto& cell : header) {
        auto name = cell.simplified();
        if (name.isEmpty())
            name = QCoreApplication::translate("CsvLook", "Column %1").arg(names.size() + 1);
        const auto base = name;
        for (int again = 2; taken.contains(name); ++again)
            name = u"%1 (%2)"_s.arg(base).arg(again);
        taken.insert(name);
        names += name;
    }
    return names;
}

Result<CsvLook> lookAtCsv(const QString& path, const CsvGiven& given, int sampleRows)
{
    KITH_TRY(auto source, FileSource::open(path));
    return lookAtCsv(std::move(source), path, given, sampleRows);
}

Result<CsvLook> lookAtCsv(std::unique_ptr<ByteSource> source, const QString& path, const CsvGiven& given,
                          int sampleRows)
{
    CsvLook look;
    look.bytes = source->size();
    std::array<char, 16> start{};
    KITH_TRY(const auto got, source->fill(start.data(), start.size()));
    if (got == 0)
        return Error{ErrorCode::FileEmpty, {path}};
    if (isPlainlyOther({start.data(), got}))
        return Error{ErrorCode::FormatUnknown, {path}};
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
    CsvRow row;
    while (int(look.rows.size()) <= sampleRows) {
        KITH_TRY(const bool more, reader.next(row));
        if (!more)
            break;
        look.rows.push_back(row.texts());
        look.lines.push_back(row.line);
    }
    if (look.rows.empty())
        return Error{ErrorCode::FileEmpty, {path}};
    const auto first = look.rows.front();
    const std::vector<QStringList> below(look.rows.begin() + 1, look.rows.end());
    look.hasHeader = given.hasHeader.value_or(looksLikeHeader(first, below));
    if (look.hasHeader) {
        look.rows = below;
        look.lines.erase(look.lines.begin());
        look.header = columnNames(first);
    } else {
        look.header = columnNames(QStringList(first.size()));
    }
    return look;
}

Result<CsvReader> openRows(const ImportPlan& plan)
{
    const auto encoding = plan.encoding.isEmpty() ? Encoding::utf8() : Encoding::named(plan.encoding);
    if (!encoding)
        return Error{ErrorCode::EncodingUnknown, {plan.path}};
    KITH_TRY(auto source, FileSource::open(plan.path));
    KITH_TRY(auto reader, CsvReader::open(std::move(source), *encoding, plan.delimiter.toLatin1()));
    if (plan.hasHeader) {
        CsvRow header;
        KITH_TRY(const bool any, reader.next(header));
        if (!any)
            return Error{ErrorCode::FileEmpty, {plan.path}};
    }
    reader.expectColumns(plan.columns.size());
    return reader;
}

}

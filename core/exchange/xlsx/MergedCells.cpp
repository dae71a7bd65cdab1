#include "core/exchange/xlsx/MergedCells.h"

#include <QCoreApplication>

#include <algorithm>

namespace kith {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Workbook)
};

constexpr std::size_t mostMerges = 1'000'000;
constexpr std::size_t pieceBytes = 256 * 1024;
constexpr std::size_t longestTag = 256;

// Whether an element of this name begins before `at`, perhaps with a prefix: texts hold no '<'.
bool isElement(std::string_view xml, std::size_t at)
{
    const auto from = at - std::min(at, longestTag);
    const auto before = xml.substr(from, at - from);
    const auto tag = before.rfind('<');
    if (tag == std::string_view::npos)
        return false;
    const auto prefix = before.substr(tag + 1);
    return prefix.empty() || (prefix.back() == ':' && prefix.find_first_of(" />\"'=") == std::string_view::npos);
}

}

Status MergedCells::find(ZipPackage& package, const QString& part, const SheetLimits& limits)
{
    constexpr std::string_view name = "mergeCell ";
    KITH_TRY(package.begin(part));
    std::string piece;
    while (true) {
        const auto kept = piece.size();
        piece.resize(kept + pieceBytes);
        KITH_TRY(const auto got, package.read(piece.data() + kept, pieceBytes));
        piece.resize(kept + got);
        const std::string_view xml = piece;
        auto done = xml.size() > 2 * longestTag ? xml.size() - 2 * longestTag : 0;
        for (auto at = xml.find(name); at != std::string_view::npos; at = xml.find(name, at + 1)) {
            const auto tag = xml.substr(at, longestTag);
            const auto end = tag.find('>');
            if (end == std::string_view::npos && tag.size() < longestTag && got > 0)
                break; // the rest comes with the next piece
            if (isElement(xml, at))
                add(tag.substr(0, end), limits);
            done = std::max(done, at + 1);
        }
        if (m_merges.size() > mostMerges)
            return package.tooLarge(Tr::tr("A sheet has more than %1 merged cells.").arg(mostMerges));
        if (got == 0)
            break;
        piece.erase(0, std::min(done, piece.size()));
    }
    std::stable_sort(m_merges.begin(), m_merges.end(),
                     [](const Merge& a, const Merge& b) { return a.firstRow < b.firstRow; });
    return {};
}

void MergedCells::add(std::string_view tag, const SheetLimits& limits)
{
    const auto start = tag.find("ref=");
    if (start == std::string_view::npos || start + 5 >= tag.size())
        return;
    auto reference = tag.substr(start + 5);
    reference = reference.substr(0, reference.find(tag[start + 4]));
    const auto colon = reference.find(':');
    if (colon == std::string_view::npos)
        return;
    const auto from = cellPlace(reference.substr(0, colon));
    const auto to = cellPlace(reference.substr(colon + 1));
    if (from && to && to->row > from->row && from->column <= limits.columns)
        m_merges.push_back({from->row, to->row, from->column});
}

void MergedCells::leaveUpTo(std::int64_t row)
{
    const auto first =
        std::find_if(m_merges.begin(), m_merges.end(), [&](const Merge& merge) { return merge.firstRow > row; });
    m_merges.erase(m_merges.begin(), first);
    begin();
}

void MergedCells::begin()
{
    m_next = 0;
    m_spread.clear();
}

// Those that begin here first: the cells that are filled refer to what was kept.
void MergedCells::fill(std::int64_t row, std::vector<SheetRows::Cell>& cells)
{
    for (; m_next < m_merges.size() && m_merges[m_next].firstRow <= row; ++m_next) {
        const auto& merge = m_merges[m_next];
        if (m_spread.size() < merge.column)
            m_spread.resize(merge.column);
        auto& spread = m_spread[merge.column - 1];
        spread = {merge.lastRow, {}, {}};
        if (merge.firstRow == row && merge.column <= cells.size()) {
            spread.text = cells[merge.column - 1].text;
            spread.form = cells[merge.column - 1].form;
        }
    }
    for (std::size_t i = 0; i < m_spread.size(); ++i) {
        const auto& spread = m_spread[i];
        if (spread.text.empty() || row > spread.lastRow)
            continue;
        if (cells.size() <= i)
            cells.resize(i + 1);
        if (cells[i].text.empty())
            cells[i] = {spread.text, spread.form, false};
    }
}

}

#include "core/exchange/rows/SourceRow.h"

namespace kith {

QStringList SourceRow::texts() const
{
    QStringList texts;
    texts.reserve(qsizetype(cells.size()));
    for (const auto cell : cells)
        texts += cellText(cell);
    return texts;
}

QString cellText(std::string_view cell)
{
    // Qt drops a byte order mark before a text; within a file it is a character.
    auto text = QString::fromUtf8(cell.data(), qsizetype(cell.size()));
    return cell.starts_with("\xEF\xBB\xBF") ? QChar(u'\uFEFF') + text : text;
}

Error SourceRow::error() const
{
    const auto number = [](auto value) { return QString::number(value); };
    switch (problem) {
    case RowProblem::None:
        break;
    case RowProblem::TooFewCells:
        return {ErrorCode::RowTooFewCells, {number(cellCount), number(columns)}};
    case RowProblem::TooManyCells:
        return {ErrorCode::RowTooManyCells, {number(cellCount), number(columns)}};
    case RowProblem::CellTooLarge:
        return {ErrorCode::CellTooLarge, {number(line), number(problemColumn)}};
    case RowProblem::QuoteNotClosed:
        return {ErrorCode::QuoteNotClosed, {number(line), number(problemColumn)}};
    }
    return {};
}

}

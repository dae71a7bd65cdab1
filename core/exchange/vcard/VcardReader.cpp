#include "core/exchange/vcard/VcardReader.h"

#include <algorithm>

namespace kith {

namespace {

bool isBorder(const VcardProperty& property, std::string_view name)
{
    const auto value = QByteArrayView(property.value.data(), qsizetype(property.value.size())).trimmed();
    return property.name == name && value.compare("VCARD", Qt::CaseInsensitive) == 0;
}

}

VcardReader::VcardReader(VcardLines lines, const Encoding& encoding)
    : m_lines(std::move(lines))
    , m_text(encoding)
    , m_next{m_lines.offset(), m_lines.line()}
{
}

Result<std::unique_ptr<VcardReader>> VcardReader::open(std::unique_ptr<ByteSource> source, const Encoding& encoding)
{
    KITH_TRY(auto lines, VcardLines::open(std::move(source), encoding));
    return std::unique_ptr<VcardReader>(new VcardReader(std::move(lines), encoding));
}

Status VcardReader::resumeAt(std::int64_t offset, std::int64_t line)
{
    KITH_TRY(m_lines.seek(offset, line));
    m_next = {offset, line};
    m_begun = false;
    return {};
}

// A card that is the value of a property of another one, perhaps with such a card in it.
Status VcardReader::passAgent()
{
    VcardProperty property;
    for (int depth = 1; depth > 0;) {
        KITH_TRY(const bool more, m_lines.next(property));
        if (!more)
            break;
        depth += isBorder(property, "BEGIN") ? 1 : isBorder(property, "END") ? -1 : 0;
    }
    return {};
}

Result<bool> VcardReader::nextCard(VcardCard& card)
{
    card = {};
    bool inside = std::exchange(m_begun, false);
    m_start = m_next;
    VcardProperty property;
    while (true) {
        KITH_TRY(const bool more, m_lines.next(property));
        if (!more) {
            m_next = {m_lines.offset(), m_lines.line()};
            return !card.isEmpty();
        }
        if (isBorder(property, "BEGIN")) {
            const Place here{m_lines.startOffset(), m_lines.startLine()};
            if (inside && card.isAgent) {
                KITH_TRY(passAgent());
                continue;
            }
            if (inside && !card.isEmpty()) {
                m_next = here;
                m_begun = true;
                return true;
            }
            card = {};
            m_start = here;
            inside = true;
        } else if (isBorder(property, "END")) {
            inside = false;
            m_next = {m_lines.offset(), m_lines.line()};
            if (!card.isEmpty())
                return true;
        } else if (inside) {
            card.add(std::move(property));
        }
    }
}

void VcardReader::expectColumns(const QStringList& columns, const QString& entity)
{
    m_columns = columns;
    m_entity = entity;
}

Result<bool> VcardReader::next(SourceRow& row)
{
    VcardCard card;
    KITH_TRY(const bool more, nextCard(card));
    if (!more)
        return false;
    m_text.clearRepaired();
    auto read = rowOf(card, m_text, m_entity);
    m_utf8.clear();
    m_cells.clear();
    for (const auto& column : m_columns) {
        const auto cell = read.cells.find(column);
        m_utf8.push_back(cell == read.cells.end() ? std::string() : cell->second.toStdString());
    }
    m_cells.assign(m_utf8.begin(), m_utf8.end());
    row = {};
    row.cells = m_cells;
    row.line = m_start.line;
    row.offset = m_start.offset;
    row.cellCount = m_cells.size();
    row.columns = m_cells.size();
    row.repaired = m_text.repaired();
    row.notices = read.notices;
    return true;
}

}

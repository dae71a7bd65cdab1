#include "core/exchange/vcard/VcardLines.h"

#include <algorithm>

namespace kith {

namespace {

constexpr std::size_t mostParameters = 100;

char capital(char c)
{
    return c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c;
}

std::string inCapitals(std::string_view text)
{
    std::string capitals(text);
    std::transform(capitals.begin(), capitals.end(), capitals.begin(), capital);
    return capitals;
}

bool sameWord(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return capital(x) == capital(y); });
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// A card's end is never part of a value, whatever its writer forgot.
bool isBorder(std::string_view line)
{
    return sameWord(trimmed(line), "END:VCARD") || sameWord(trimmed(line), "BEGIN:VCARD");
}

// Where the sign stands outside quotes.
std::size_t findOutside(std::string_view text, std::string_view signs, std::size_t from)
{
    bool quoted = false;
    for (auto at = from; at < text.size(); ++at) {
        if (text[at] == '"')
            quoted = !quoted;
        else if (!quoted && signs.find(text[at]) != std::string_view::npos)
            return at;
    }
    return std::string_view::npos;
}

bool isName(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (capital(c) >= 'A' && capital(c) <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    });
}

VcardProperty::Parameter parameterOf(std::string_view text)
{
    const auto equals = text.find('=');
    if (equals == std::string_view::npos)
        return {"TYPE", std::string(trimmed(text))};
    auto value = trimmed(text.substr(equals + 1));
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
        value = value.substr(1, value.size() - 2);
    return {inCapitals(trimmed(text.substr(0, equals))), std::string(value)};
}

}

std::string_view VcardProperty::parameter(std::string_view wanted) const
{
    const auto found =
        std::find_if(parameters.begin(), parameters.end(), [&](const Parameter& one) { return one.name == wanted; });
    return found == parameters.end() ? std::string_view() : std::string_view(found->value);
}

bool VcardProperty::isType(std::string_view word) const
{
    return std::any_of(parameters.begin(), parameters.end(), [&](const Parameter& one) {
        if (one.name != "TYPE")
            return false;
        std::string_view rest = one.value;
        while (true) {
            const auto comma = rest.find(',');
            if (sameWord(trimmed(rest.substr(0, comma)), word))
                return true;
            if (comma == std::string_view::npos)
                return false;
            rest = rest.substr(comma + 1);
        }
    });
}

bool VcardProperty::isQuotedPrintable() const
{
    return sameWord(parameter("ENCODING"), "quoted-printable") || isType("quoted-printable");
}

bool VcardProperty::isBase64() const
{
    const auto encoding = parameter("ENCODING");
    return sameWord(encoding, "b") || sameWord(encoding, "base64") || isType("base64") || isType("b");
}

std::optional<VcardProperty> propertyOf(std::string_view line)
{
    auto colon = findOutside(line, ":", 0);
    if (colon == std::string_view::npos)
        colon = line.find(':'); // a quote that is not closed is a character
    if (colon == std::string_view::npos)
        return std::nullopt;
    const auto head = line.substr(0, colon);
    auto end = findOutside(head, ";", 0);
    auto name = trimmed(head.substr(0, end));
    if (!isName(name))
        return std::nullopt;
    VcardProperty property;
    if (const auto dot = name.rfind('.'); dot != std::string_view::npos) {
        property.group = inCapitals(name.substr(0, dot));
        name = name.substr(dot + 1);
    }
    property.name = inCapitals(name);
    while (end != std::string_view::npos && property.parameters.size() < mostParameters) {
        const auto from = end + 1;
        end = findOutside(head, ";", from);
        const auto text = head.substr(from, end == std::string_view::npos ? end : end - from);
        if (!trimmed(text).empty())
            property.parameters.push_back(parameterOf(text));
    }
    property.value = line.substr(colon + 1);
    return property;
}

Result<VcardLines> VcardLines::open(std::unique_ptr<ByteSource> source, const Encoding& encoding)
{
    const auto whole = encoding.unitBytes() > 1 ? encoding : Encoding::utf8();
    KITH_TRY(auto decoder, TextDecoder::open(std::move(source), whole));
    VcardLines lines(std::move(decoder));
    lines.m_readOffset = lines.m_decoder.offsetOf(0);
    KITH_TRY(lines.readLine());
    return lines;
}

Status VcardLines::seek(std::int64_t offset, std::int64_t line)
{
    KITH_TRY(m_decoder.seek(offset));
    m_begin = m_end = 0;
    m_piecePosition = 0;
    m_ended = false;
    m_readOffset = offset;
    m_readLine = line;
    return readLine();
}

Status VcardLines::readPiece()
{
    m_piecePosition += std::int64_t(m_end);
    m_begin = 0;
    KITH_TRY(m_end, m_decoder.read(m_piece.data(), m_piece.size()));
    m_ended = m_end == 0;
    return {};
}

// The next line without its end: CR, LF or both.
Status VcardLines::readLine()
{
    m_lineOffset = m_readOffset;
    m_line = m_readLine;
    m_next.reset();
    std::string line;
    bool any = false;
    bool ended = false;
    while (!ended) {
        if (m_begin == m_end)
            KITH_TRY(readPiece());
        if (m_ended)
            break;
        any = true;
        const char* from = m_piece.data() + m_begin;
        const char* to = m_piece.data() + m_end;
        const char* found = std::find_if(from, to, [](char c) { return c == '\n' || c == '\r'; });
        if (line.size() <= valueBytes)
            line.append(from, found);
        m_begin = std::size_t(found - m_piece.data());
        ended = found != to;
    }
    if (ended) {
        const bool isReturn = m_piece[m_begin++] == '\r';
        if (isReturn && m_begin == m_end)
            KITH_TRY(readPiece());
        if (isReturn && m_begin < m_end && m_piece[m_begin] == '\n')
            ++m_begin;
        ++m_readLine;
    }
    m_readOffset = m_decoder.offsetOf(m_piecePosition + std::int64_t(m_begin));
    if (any)
        m_next = std::move(line);
    return {};
}

void VcardLines::append(std::string_view more)
{
    const auto room = valueBytes > m_whole.size() ? valueBytes - m_whole.size() : 0;
    m_isCut = m_isCut || more.size() > room;
    m_whole += more.substr(0, room);
}

// Lines that begin with a blank go on the one before. In quoted-printable a line goes on that ends with `=`, and what
// old programs wrote in base64 goes on to an empty line.
Status VcardLines::joinLines(const VcardProperty& property)
{
    const bool quoted = property.isQuotedPrintable();
    const bool base64 = property.isBase64();
    while (m_next) {
        const std::string_view line = *m_next;
        if (isBorder(line))
            return {};
        if (quoted && m_whole.ends_with('=')) {
            m_whole.pop_back();
            append(line);
        } else if (line.starts_with(' ') || line.starts_with('\t')) {
            append(line.substr(1));
        } else if (base64 && !line.empty() && line.find(':') == std::string_view::npos) {
            append(line);
        } else {
            return {};
        }
        KITH_TRY(readLine());
    }
    return {};
}

Result<bool> VcardLines::next(VcardProperty& property)
{
    while (m_next) {
        m_startOffset = m_lineOffset;
        m_startLine = m_line;
        m_whole.clear();
        m_isCut = false;
        append(*m_next);
        KITH_TRY(readLine());
        // Folded within its parameters it is no property yet.
        auto begun = propertyOf(m_whole);
        KITH_TRY(joinLines(begun.value_or(VcardProperty{})));
        if (auto whole = propertyOf(m_whole)) {
            property = std::move(*whole);
            property.isCut = m_isCut;
            return true;
        }
    }
    return false;
}

}

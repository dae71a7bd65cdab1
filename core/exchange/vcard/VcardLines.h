#pragma once

#include "core/exchange/bytes/TextDecoder.h"

#include <optional>
#include <string>
#include <vector>

namespace kith {

// One property of a card as it stands in the file, its lines put together: `item1.TEL;TYPE=WORK,VOICE:+86 10 1234`.
struct VcardProperty
{
    struct Parameter
    {
        std::string name; // in capitals; TYPE for one that stands without a name, as in vCard 2.1
        std::string value;
    };
    std::string group; // "item1"
    std::string name;  // in capitals: "TEL"
    std::vector<Parameter> parameters;
    std::string value; // bytes as in the file; without the soft breaks of quoted-printable
    bool isCut = false;

    // The first parameter of this name, or an empty text.
    std::string_view parameter(std::string_view wanted) const;
    // Whether a TYPE is this word (given in small letters).
    bool isType(std::string_view word) const;
    bool isQuotedPrintable() const;
    bool isBase64() const;
};

// The properties of a file of cards, one after another, whatever cards they belong to. Joins folded lines before
// characters are decoded, because some programs fold within a character. Memory holds one property; what is longer than
// the greatest value is cut.
class VcardLines
{
public:
    static constexpr std::size_t valueBytes = std::size_t(1) << 20;

    // The encoding of the file as a whole: UTF-16, or UTF-8 for bytes as they are.
    static Result<VcardLines> open(std::unique_ptr<ByteSource> source, const Encoding& encoding);

    // False at the end of the file. Lines that are no property are passed.
    Result<bool> next(VcardProperty& property);
    // The next property is that of this place: the start of a line.
    Status seek(std::int64_t offset, std::int64_t line);

    // Of the property that was read last.
    std::int64_t startOffset() const { return m_startOffset; }
    std::int64_t startLine() const { return m_startLine; }
    // Behind it.
    std::int64_t offset() const { return m_lineOffset; }
    std::int64_t line() const { return m_line; }
    std::int64_t size() const { return m_decoder.size(); }

private:
    explicit VcardLines(TextDecoder decoder) : m_decoder(std::move(decoder)), m_piece(pieceBytes) {}
    static constexpr std::size_t pieceBytes = 64 * 1024;

    Status readPiece();
    Status readLine();
    Status joinLines(const VcardProperty& property);
    void append(std::string_view more);

    TextDecoder m_decoder;
    std::vector<char> m_piece;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    std::int64_t m_piecePosition = 0; // of m_piece's first byte in the decoder's text
    bool m_ended = false;
    // The line that was read and belongs to no property yet; none at the end.
    std::optional<std::string> m_next;
    std::int64_t m_lineOffset = 0; // where it begins
    std::int64_t m_line = 0;
    std::int64_t m_readOffset = 0; // where the one behind it begins
    std::int64_t m_readLine = 1;
    std::string m_whole;
    bool m_isCut = false;
    std::int64_t m_startOffset = 0;
    std::int64_t m_startLine = 0;
};

// The name, group and parameters of a whole line, and its value; nothing if it is no property.
std::optional<VcardProperty> propertyOf(std::string_view line);

}

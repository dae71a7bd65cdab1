#pragma once

#include <cstddef>
#include <string_view>

namespace kith {

// Looks over XML before a parser sees it, for what costs a parser more than its size: one tag with very many
// attributes, a text or a tag that does not end, a document type with its entities. It reads bytes, not XML: what it
// lets pass may still be malformed.
class XmlGuard
{
public:
    static constexpr std::size_t tagBytes = 64 * 1024;
    static constexpr std::size_t textBytes = 4 * 1024 * 1024; // between two tags
    static constexpr std::size_t attributes = 256;

    enum class Finding { None, DocumentType, TooLong };
    // The next bytes.
    Finding look(std::string_view bytes);

private:
    enum class Place { Text, Tag, Quoted, Other };
    const char* lookAtText(const char* at, const char* end);
    const char* lookAtTag(const char* at, const char* end);

    Place m_place = Place::Text;
    char m_quote = 0;
    std::size_t m_length = 0; // of the text or tag so far
    std::size_t m_signs = 0;  // '=' in the tag
    Finding m_finding = Finding::None;
};

}

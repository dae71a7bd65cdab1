#include "core/exchange/package/XmlGuard.h"

#include <cstring>

namespace kith {

XmlGuard::Finding XmlGuard::look(std::string_view bytes)
{
    const char* at = bytes.data();
    const char* end = at + bytes.size();
    while (at != end && m_finding == Finding::None)
        at = m_place == Place::Text ? lookAtText(at, end) : lookAtTag(at, end);
    return m_finding;
}

const char* XmlGuard::lookAtText(const char* at, const char* end)
{
    const auto* tag = static_cast<const char*>(std::memchr(at, '<', std::size_t(end - at)));
    m_length += std::size_t((tag ? tag : end) - at);
    if (m_length > textBytes)
        m_finding = Finding::TooLong;
    if (!tag)
        return end;
    m_place = Place::Tag;
    m_length = 0;
    m_signs = 0;
    return tag + 1;
}

const char* XmlGuard::lookAtTag(const char* at, const char* end)
{
    for (; at != end; ++at) {
        const char c = *at;
        if (++m_length > tagBytes) {
            m_finding = Finding::TooLong;
            return end;
        }
        if (m_place == Place::Quoted) {
            if (c == m_quote)
                m_place = Place::Tag;
            continue;
        }
        if (c == '>') {
            m_place = Place::Text;
            m_length = 0;
            return at + 1;
        }
        if (m_place == Place::Other) { // a comment may hold a lone quote
            if (m_length == 2 && (c == 'D' || c == 'd')) {
                m_finding = Finding::DocumentType;
                return end;
            }
            continue;
        }
        if (m_length == 1 && (c == '!' || c == '?')) {
            m_place = Place::Other;
        } else if (c == '"' || c == '\'') {
            m_place = Place::Quoted;
            m_quote = c;
        } else if (c == '=' && ++m_signs > attributes) {
            m_finding = Finding::TooLong;
            return end;
        }
    }
    return end;
}

}

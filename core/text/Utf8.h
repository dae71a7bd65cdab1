#pragma once

#include <QChar>

#include <array>
#include <cstdint>
#include <string_view>

namespace kith {

// Writes up to four bytes and tells how many.
inline int encodeUtf8(char32_t c, char* to)
{
    if (c < 0x80) {
        to[0] = char(c);
        return 1;
    }
    if (c < 0x800) {
        to[0] = char(0xc0 | (c >> 6));
        to[1] = char(0x80 | (c & 0x3f));
        return 2;
    }
    if (c < 0x10000) {
        to[0] = char(0xe0 | (c >> 12));
        to[1] = char(0x80 | ((c >> 6) & 0x3f));
        to[2] = char(0x80 | (c & 0x3f));
        return 3;
    }
    to[0] = char(0xf0 | (c >> 18));
    to[1] = char(0x80 | ((c >> 12) & 0x3f));
    to[2] = char(0x80 | ((c >> 6) & 0x3f));
    to[3] = char(0x80 | (c & 0x3f));
    return 4;
}

// The character that begins at `at`, which moves behind it; U+FFFD for a byte that begins none.
inline char32_t decodeUtf8(std::string_view utf8, std::size_t& at)
{
    const auto byte = [&](std::size_t i) { return std::uint8_t(utf8[i]); };
    const auto lead = byte(at++);
    const int more = lead >= 0xf0 && lead < 0xf5 ? 3 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xc2 && lead < 0xe0;
    if (more == 0 || at + std::size_t(more) > utf8.size())
        return 0xfffd;
    char32_t c = lead & (0x3fU >> more);
    for (int i = 0; i < more; ++i) {
        const auto next = byte(at + std::size_t(i));
        if ((next & 0xc0) != 0x80)
            return 0xfffd;
        c = (c << 6) | (next & 0x3fU);
    }
    constexpr std::array<char32_t, 4> least{0, 0x80, 0x800, 0x10000};
    if (c < least[std::size_t(more)] || c > 0x10ffff || QChar::isSurrogate(c))
        return 0xfffd;
    at += std::size_t(more);
    return c;
}

}

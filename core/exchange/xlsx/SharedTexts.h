#pragma once

#include "core/exchange/package/XmlTokens.h"

#include <memory>
#include <string_view>
#include <vector>

namespace kith {

// The texts of a workbook that its cells refer to by number, all in memory.
class SharedTexts
{
public:
    static constexpr std::size_t mostBytes = std::size_t(256) << 20;
    static constexpr std::size_t mostTexts = 16'000'000;

    // Reads a part; FileTooLarge beyond the bounds. A text of more than `most` characters is cut as readText() does.
    Status read(XmlTokens& xml, const ZipPackage& package, const QString& part, qsizetype most);

    std::size_t count() const { return m_places.size(); }
    // Valid as long as this object.
    std::string_view text(std::size_t index) const;

private:
    // Each text lies within a block, behind its length.
    static constexpr std::size_t blockBytes = std::size_t(32) << 20;
    bool add(std::string_view text);

    std::vector<std::unique_ptr<char[]>> m_blocks;
    std::size_t m_used = blockBytes; // of the last block
    std::vector<std::uint32_t> m_places;
};

// Adds the texts of the element that starts here (`si`, `is`) up to its end, without its phonetic hints, as readText().
Status readRichText(XmlTokens& xml, QString& text, qsizetype most);
// Adds the text of the element that starts here up to its end. Of a text of more than `most` characters one more is
// kept, which tells that there were others.
Status readText(XmlTokens& xml, QString& text, qsizetype most);
// What cannot stand in XML is written as _x0001_, and what looks so as _x005F_x0001_.
QString unescaped(const QString& text);
QString escaped(const QString& text);

}

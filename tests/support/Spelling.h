#pragma once

#include "core/text/han/Han.h"
#include "core/text/han/Pinyin.h"

#include <QString>

#include <string_view>

namespace kith::testing {

// Reading a name letter by letter, without any index: whole syllables, then initials, the last part cut off anywhere.
inline bool spells(const QString& name, qsizetype at, std::string_view typed, bool syllablesMayFollow)
{
    if (typed.empty())
        return true;
    if (at == name.size())
        return false;
    for (const auto latin : han::syllablesOf(name[at].unicode())) {
        const std::string_view syllable(latin.data(), std::size_t(latin.size()));
        if (syllable.starts_with(typed))
            return true;
        if (syllablesMayFollow && typed.starts_with(syllable) &&
            spells(name, at + 1, typed.substr(syllable.size()), true))
            return true;
        if (typed.front() != syllable.front())
            continue;
        if (spells(name, at + 1, typed.substr(1), false))
            return true;
        const bool mayEnd = typed.size() > 2 || !syllablesMayFollow; // "zh" alone is the beginning of a syllable
        const bool isPair = mayEnd && typed.size() > 1 && typed[1] == 'h' &&
                            std::string_view("zcs").find(typed[0]) != std::string_view::npos;
        if (isPair && spells(name, at + 1, typed.substr(2), false))
            return true;
    }
    return false;
}

// Whether letters typed are read somewhere in the name.
inline bool isSpelledIn(const QString& name, std::string_view typed)
{
    for (qsizetype at = 0; at < name.size(); ++at) {
        if (spells(name, at, typed, true))
            return true;
    }
    return false;
}

}

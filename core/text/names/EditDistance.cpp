#include "core/text/names/EditDistance.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace kith {

int editDistance(QStringView a, QStringView b, int most)
{
    if (a.size() > longestCompared || b.size() > longestCompared || std::abs(a.size() - b.size()) > most)
        return most + 1;
    std::array<std::array<int, longestCompared + 1>, 3> rows;
    auto* before = &rows[0];
    auto* last = &rows[1];
    auto* row = &rows[2];
    for (qsizetype j = 0; j <= b.size(); ++j)
        (*last)[std::size_t(j)] = int(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        (*row)[0] = int(i);
        int least = int(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto at = std::size_t(j);
            int slips = std::min({(*last)[at] + 1, (*row)[at - 1] + 1, (*last)[at - 1] + (a[i - 1] != b[j - 1])});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                slips = std::min(slips, (*before)[at - 2] + 1);
            (*row)[at] = slips;
            least = std::min(least, slips);
        }
        if (least > most)
            return most + 1;
        std::swap(before, last);
        std::swap(last, row);
    }
    return std::min((*last)[std::size_t(b.size())], most + 1);
}

}

#include "core/work/duplicates/DuplicateFinder.h"

#include <algorithm>
#include <set>

namespace kith {

DuplicateFinder::DuplicateFinder(Tables& tables, const ComparedFields& compared)
    : m_reader(tables, compared)
    , m_table(tables.connection(), *compared.entity)
{
}

bool DuplicateFinder::isWorthComparing(const Traits& one, TraitHash hash, std::size_t sharing)
{
    if (sharing < std::size_t(commonTrait))
        return true;
    const bool isName =
        std::none_of(one.shared.begin(), one.shared.end(), [&](const Trait& trait) { return trait.hash == hash; });
    return isName && sharing <= std::size_t(mostSharing);
}

Result<std::vector<LikelyDuplicate>> DuplicateFinder::find(const Traits& traits, int least, int most)
{
    std::set<RecordKey> candidates;
    for (const auto hash : traits.hashes()) {
        KITH_TRY(const auto holders, m_table.holders(hash, mostSharing + 1));
        if (isWorthComparing(traits, hash, holders.size()))
            candidates.insert(holders.begin(), holders.end());
    }
    candidates.erase(traits.key);
    const int itself = traits.key == 0 ? 1 : 0;
    const SharedBy sharedBy = [&](TraitHash hash) -> Result<int> {
        KITH_TRY(const int holders, m_table.sharedBy(hash, commonTrait));
        return holders + itself;
    };
    std::vector<LikelyDuplicate> found;
    for (const auto key : candidates) {
        KITH_TRY(const auto other, m_reader.traits(key));
        if (!other)
            continue;
        KITH_TRY(auto likeness, compareTraits(traits, *other, sharedBy));
        if (likeness.score >= least)
            found.push_back({key, std::move(likeness)});
    }
    std::stable_sort(found.begin(), found.end(), [](const LikelyDuplicate& a, const LikelyDuplicate& b) {
        return a.likeness.score > b.likeness.score;
    });
    if (found.size() > std::size_t(most))
        found.resize(std::size_t(most));
    return found;
}

}

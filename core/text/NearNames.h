#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace kith {

// Which names count as the same: companies are compared without their legal form.
enum class NameKind { Plain, Company };

enum class NearCertainty {
    None,      // nothing that a careful person would take for it
    Same,      // equal but for case, width, accents, spacing, punctuation, traditional characters, legal form
    Near,      // one candidate that is a slip of the fingers away: a guess that must be reported
    Ambiguous, // several candidates as good as each other
};

struct NearMatch
{
    NearCertainty certainty = NearCertainty::None;
    std::vector<int> candidates; // positions in the list: one for Same and Near, two or more for Ambiguous

    bool operator==(const NearMatch&) const = default;
};

// How many slips (a letter left out, put in, changed, or two swapped) lie between two names, if so few that the names
// are probably meant to be the same; -1 otherwise. 0: sameName() or sameCompany(). Cautious on purpose: digits must be
// equal, words may not come or go, short names and Chinese characters allow no slip, a changed letter needs a name of
// nine letters, a second slip one of eleven.
int slipsBetween(QStringView a, QStringView b, NameKind kind = NameKind::Plain);

// The same for two different keys as nameKey() or companyKey() makes them, of names with as many words.
int slipsBetweenKeys(QStringView a, QStringView b);

// Finds a typed name among some thousands of candidates. Immutable, so safe from any thread; find() takes about 0.1 us
// for a name that is there and some 10 us among 5,000 for one that is not.
class NearNames
{
public:
    NearNames(const QStringList& names, NameKind kind);

    NearMatch find(QStringView typed) const;

private:
    struct Candidate
    {
        QString key;
        std::uint64_t letters = 0;
        int words = 0;
        int position = 0;
    };

    NameKind m_kind;
    QHash<QString, std::vector<int>> m_same;
    std::vector<Candidate> m_candidates; // by length of the key
};

}

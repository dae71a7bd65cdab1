#pragma once

#include "core/work/likeness/Traits.h"

#include <functional>

namespace kith {

// One thing that speaks for or against two records being the same.
struct Reason
{
    enum class Kind : std::uint8_t {
        // for
        Phone,
        Mail,
        Domain,
        TaxId,
        Code,
        Account,
        Name,
        NameReordered,
        NameWithoutPlace,
        NameSlip,
        NameSound,
        NameOneCharacter,
        NameShort,
        Employer,
        Street,
        Birthday,
        // against
        OtherName,
        OtherPlace,
        OtherTaxId,
        OtherCity,
        OtherDomain,
        OtherPhone,
        OtherMail,
        OtherBirthday
    };
    Kind kind = Kind::Phone;
    int points = 0; // below 0: against
    QString detail; // the phone, the mail, ... that they share

    bool isFor() const { return points > 0; }
    bool operator==(const Reason&) const = default;
};

// How sure it is that two records stand for the same: 0 to 100.
struct Likeness
{
    // From here on they are told to a person as likely duplicates. While somebody types, less is worth a hint.
    static constexpr int likely = 60;
    static constexpr int hint = 40;

    int score = 0;
    std::vector<Reason> reasons; // what weighs most comes first

    bool operator==(const Likeness&) const = default;
};

// How many records have a trait, these two among them. What many have tells nothing: a switchboard, a made-up number.
using SharedBy = std::function<Result<int>(TraitHash)>;
inline constexpr int commonTrait = 12; // from so many on it counts for nothing; nobody need count further
// Whether a trait that so many have may count less than before there was one more.
inline bool countsLess(int holders)
{
    return holders >= 3;
}

// Points of agreements less those of contradictions. Symmetric. Asks `sharedBy` only where it can matter.
Result<Likeness> compareTraits(const Traits& a, const Traits& b, const SharedBy& sharedBy);

// "Same phone +86 138 1234 5678", in the language of the installed translator.
QString reasonText(const Reason& reason);
// The reasons for it as one line, what weighs most first.
QString reasonsText(const Likeness& likeness);

}

#pragma once

#include "core/records/Record.h"
#include "core/text/formats/TaxId.h"
#include "core/text/names/CompanyName.h"
#include "core/text/names/PersonName.h"
#include "core/work/likeness/ComparedFields.h"

#include <QDate>

namespace kith {

// Bumped whenever a record gets other traits or two records another score: what is stored is then made anew.
inline constexpr int traitsVersion = 1;

// What a trait is a number of. The number goes into its hash: values are never given another meaning.
enum class TraitKind : std::uint8_t {
    Phone = 1,
    Mail = 2,
    Domain = 3, // of mail and web, where it is the company's own
    TaxId = 4,
    Code = 5,
    Account = 6,
    Name = 7,     // how it sounds, without the place
    Colleague = 8 // the same for a person, together with where they work
};

// The hash of a trait: 36 bits, the same on every computer. Two traits have the same one so seldom that it costs a
// comparison in vain, no more.
using TraitHash = std::uint64_t;
inline constexpr int traitHashBits = 36;
TraitHash traitHash(TraitKind kind, QStringView text);

struct Trait
{
    TraitKind kind = TraitKind::Phone;
    TraitHash hash = 0;
    QString text; // as it is compared
};

// What of one record is compared with others.
struct Traits
{
    RecordKey key = 0;
    bool isPerson = false;
    CompanyName company; // of a company; of a lead, where the person works
    QString shortName;   // core of the short name
    PersonName person;
    std::vector<Trait> shared; // phones, mails, domains, tax id, codes, accounts; by hash
    TaxIdCheck taxIdCheck = TaxIdCheck::NotChecked;
    RecordId employer;
    QString city;   // as in a company's name; folded elsewhere
    QString street; // with its city, folded; empty: unknown
    QDate birthday;

    // By which it is found: the shared ones and those of the name.
    std::vector<TraitHash> hashes() const;
    bool has(TraitKind kind) const;
};

Traits traitsOf(const ComparedFields& compared, const FieldValues& values);

}

#include "core/work/likeness/Likeness.h"

#include <algorithm>
#include <array>

namespace kith {

namespace {

using Kind = Reason::Kind;

// Measured by `kith-cli bench duplicates`: what a change of these does to precision and recall is seen there.
struct Weights
{
    int phone;
    int mail;
    int domain;
    int account;
    int name;
    int nameWithoutPlace;
    int nameSlip;
    int nameSound;
    int nameOneCharacter;
    int nameShort;
    int otherName;
    int otherPlace;
    int otherPhone;
    int otherMail;
};
constexpr Weights companyWeights{40, 45, 25, 40, 60, 45, 45, 35, 25, 25, -30, -40, 0, 0};
constexpr Weights personWeights{45, 50, 0, 50, 30, 30, 22, 20, 15, 15, -50, -50, -15, -10};

constexpr int sameTaxId = 90;
constexpr int otherTaxId = -80;
constexpr int sameCode = 50;
constexpr int sameEmployer = 35;
constexpr int sameStreet = 20;
constexpr int sameBirthday = 20;
constexpr int otherBirthday = -40;
constexpr int otherCity = -15;
constexpr int otherDomain = -10;
constexpr int oneMore = 10; // a second phone that is the same

int weightOf(TraitKind kind, const Weights& weights)
{
    switch (kind) {
    case TraitKind::Phone:
        return weights.phone;
    case TraitKind::Mail:
        return weights.mail;
    case TraitKind::Domain:
        return weights.domain;
    case TraitKind::TaxId:
        return sameTaxId;
    case TraitKind::Code:
        return sameCode;
    case TraitKind::Account:
        return weights.account;
    default:
        return 0;
    }
}

Kind reasonOf(TraitKind kind)
{
    switch (kind) {
    case TraitKind::Mail:
        return Kind::Mail;
    case TraitKind::Domain:
        return Kind::Domain;
    case TraitKind::TaxId:
        return Kind::TaxId;
    case TraitKind::Code:
        return Kind::Code;
    case TraitKind::Account:
        return Kind::Account;
    default:
        return Kind::Phone;
    }
}

// What several have counts less, what many have nothing.
int discounted(int points, int shared)
{
    if (shared >= commonTrait)
        return 0;
    return shared <= 3 ? points : shared <= 6 ? points * 2 / 3 : points / 3;
}

// A comparison in the making.
class Comparison
{
public:
    Comparison(const Traits& a, const Traits& b)
        : m_a(a)
        , m_b(b)
        , m_person(a.isPerson && b.isPerson)
        , m_weights(m_person ? personWeights : companyWeights)
    {
    }

    void compare()
    {
        compareShared();
        compareNames();
        if (m_person)
            comparePeople();
        comparePlaces();
    }
    int points() const
    {
        int sum = 0;
        for (const auto& reason : m_reasons)
            sum += reason.points;
        return sum;
    }
    // Takes off what traits are worth less because others have them too.
    Status discount(const SharedBy& sharedBy);
    Likeness likeness();

private:
    void add(Kind kind, int points, const QString& detail = {})
    {
        if (points != 0)
            m_reasons.push_back({kind, points, detail});
    }
    void compareShared();
    void dropToldDomains();
    void compareTaxIds(bool shareOne);
    void compareNames();
    NameAgreement names() const;
    NameAgreement withPlaceOfAddress(NameAgreement agreement) const;
    void comparePeople();
    void comparePlaces();

    const Traits& m_a;
    const Traits& m_b;
    bool m_person;
    const Weights& m_weights;
    std::vector<Reason> m_reasons;
    struct Shared
    {
        std::size_t reason;
        TraitHash hash;
    };
    std::vector<Shared> m_shared;
    bool m_sameWithPlace = false;
};

void Comparison::compareShared()
{
    std::array<int, 16> found{};
    auto one = m_a.shared.begin();
    auto other = m_b.shared.begin();
    while (one != m_a.shared.end() && other != m_b.shared.end()) {
        if (one->hash != other->hash) {
            ++(one->hash < other->hash ? one : other);
            continue;
        }
        const bool isMore = ++found[std::size_t(one->kind)] > 1;
        m_shared.push_back({m_reasons.size(), one->hash});
        m_reasons.push_back({reasonOf(one->kind), isMore ? oneMore : weightOf(one->kind, m_weights), one->text});
        ++one;
        ++other;
    }
    dropToldDomains();
    const auto differ = [&](TraitKind kind) { return found[std::size_t(kind)] == 0 && m_a.has(kind) && m_b.has(kind); };
    compareTaxIds(found[std::size_t(TraitKind::TaxId)] > 0);
    if (differ(TraitKind::Phone))
        add(Kind::OtherPhone, m_weights.otherPhone);
    if (differ(TraitKind::Mail))
        add(Kind::OtherMail, m_weights.otherMail);
    if (differ(TraitKind::Domain) && !m_person)
        add(Kind::OtherDomain, otherDomain);
}

// Who has the same mail has the same domain: that is no second reason.
void Comparison::dropToldDomains()
{
    for (auto& reason : m_reasons) {
        const bool isTold = std::any_of(m_reasons.begin(), m_reasons.end(), [&](const Reason& other) {
            return other.kind == Kind::Mail && other.detail.endsWith(u'@' + reason.detail);
        });
        if (reason.kind == Kind::Domain && isTold)
            reason.points = 0;
    }
}

// Two numbers that are both right are of two companies; a wrong one is a slip.
void Comparison::compareTaxIds(bool shareOne)
{
    const bool both = m_a.has(TraitKind::TaxId) && m_b.has(TraitKind::TaxId);
    const bool sure = m_a.taxIdCheck != TaxIdCheck::Wrong && m_b.taxIdCheck != TaxIdCheck::Wrong;
    if (both && !shareOne && sure)
        add(Kind::OtherTaxId, otherTaxId);
}

NameAgreement Comparison::names() const
{
    if (m_a.isPerson != m_b.isPerson)
        return NameAgreement::Different;
    if (m_person)
        return comparePersons(m_a.person, m_b.person);
    const auto agreement = compareCompanies(m_a.company, m_b.company);
    if (agreement != NameAgreement::Different)
        return withPlaceOfAddress(agreement);
    const auto isShortFor = [](const Traits& brief, const Traits& full) {
        return !brief.company.core.isEmpty() && brief.company.core == full.shortName;
    };
    return isShortFor(m_a, m_b) || isShortFor(m_b, m_a) ? NameAgreement::Short : agreement;
}

// 晨光文具 in 北京 is 北京晨光文具.
NameAgreement Comparison::withPlaceOfAddress(NameAgreement agreement) const
{
    if (agreement != NameAgreement::WithoutPlace)
        return agreement;
    const auto& placed = m_a.company.place.isEmpty() ? m_b : m_a;
    const auto& other = m_a.company.place.isEmpty() ? m_a : m_b;
    if (other.city.isEmpty())
        return agreement;
    return other.city == placed.company.place ? NameAgreement::Same : agreement;
}

void Comparison::compareNames()
{
    const auto agreement = names();
    const bool isPlaced = !m_a.company.place.isEmpty() || !m_b.company.place.isEmpty();
    m_sameWithPlace = agreement == NameAgreement::Same && isPlaced && !m_person;
    switch (agreement) {
    case NameAgreement::Unknown:
        return;
    case NameAgreement::Different:
        return add(Kind::OtherName, m_weights.otherName);
    case NameAgreement::OtherPlace:
        return add(Kind::OtherPlace, m_weights.otherPlace);
    case NameAgreement::Short:
        return add(Kind::NameShort, m_weights.nameShort);
    case NameAgreement::OneCharacter:
        return add(Kind::NameOneCharacter, m_weights.nameOneCharacter);
    case NameAgreement::SoundsAlike:
        return add(Kind::NameSound, m_weights.nameSound);
    case NameAgreement::Slip:
        return add(Kind::NameSlip, m_weights.nameSlip);
    case NameAgreement::WithoutPlace:
        return add(Kind::NameWithoutPlace, m_weights.nameWithoutPlace);
    case NameAgreement::Reordered:
        return add(Kind::NameReordered, m_weights.name);
    case NameAgreement::Same:
        return add(Kind::Name, m_weights.name);
    }
}

void Comparison::comparePeople()
{
    const bool sameCustomer = !m_a.employer.isNull() && m_a.employer == m_b.employer;
    const auto companies = compareCompanies(m_a.company, m_b.company);
    if (sameCustomer || companies == NameAgreement::Same || companies == NameAgreement::WithoutPlace)
        add(Kind::Employer, sameEmployer);
    if (m_a.birthday.isValid() && m_b.birthday.isValid())
        add(m_a.birthday == m_b.birthday ? Kind::Birthday : Kind::OtherBirthday,
            m_a.birthday == m_b.birthday ? sameBirthday : otherBirthday);
}

void Comparison::comparePlaces()
{
    if (!m_a.street.isEmpty() && m_a.street == m_b.street)
        add(Kind::Street, sameStreet);
    const bool known = !m_a.city.isEmpty() && !m_b.city.isEmpty();
    // A name with its place is registered once; where its papers go to matters less.
    if (known && m_a.city != m_b.city && !m_person && !m_sameWithPlace)
        add(Kind::OtherCity, otherCity);
}

Status Comparison::discount(const SharedBy& sharedBy)
{
    for (const auto& shared : m_shared) {
        auto& reason = m_reasons[shared.reason];
        KITH_TRY(const int holders, sharedBy(shared.hash));
        reason.points = discounted(reason.points, holders);
    }
    return {};
}

Likeness Comparison::likeness()
{
    Likeness likeness;
    likeness.score = std::clamp(points(), 0, 100);
    std::erase_if(m_reasons, [](const Reason& reason) { return reason.points == 0; });
    std::stable_sort(m_reasons.begin(), m_reasons.end(),
                     [](const Reason& a, const Reason& b) { return a.points > b.points; });
    likeness.reasons = std::move(m_reasons);
    return likeness;
}

}

Result<Likeness> compareTraits(const Traits& a, const Traits& b, const SharedBy& sharedBy)
{
    Comparison comparison(a, b);
    comparison.compare();
    // Nobody is asked about two that are not alike however rare their traits are.
    if (comparison.points() >= Likeness::hint)
        KITH_TRY(comparison.discount(sharedBy));
    return comparison.likeness();
}

}

#include "core/work/likeness/Traits.h"

#include "core/text/Fold.h"
#include "core/text/names/Places.h"
#include "core/text/names/SoundKey.h"

#include <QSet>

#include <algorithm>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

// Where people have addresses and shops have pages of their own: such a domain says nothing of who somebody is.
bool isPublic(const QString& domain)
{
    static const QSet<QString> known{
        u"qq.com"_s,        u"163.com"_s,     u"126.com"_s,        u"139.com"_s,        u"189.cn"_s,
        u"yeah.net"_s,      u"sina.com"_s,    u"sina.cn"_s,        u"sohu.com"_s,       u"foxmail.com"_s,
        u"aliyun.com"_s,    u"21cn.com"_s,    u"gmail.com"_s,      u"googlemail.com"_s, u"outlook.com"_s,
        u"hotmail.com"_s,   u"live.com"_s,    u"live.cn"_s,        u"msn.com"_s,        u"yahoo.com"_s,
        u"yahoo.co.uk"_s,   u"yahoo.co.jp"_s, u"ymail.com"_s,      u"icloud.com"_s,     u"me.com"_s,
        u"aol.com"_s,       u"gmx.de"_s,      u"gmx.net"_s,        u"web.de"_s,         u"t-online.de"_s,
        u"orange.fr"_s,     u"free.fr"_s,     u"laposte.net"_s,    u"libero.it"_s,      u"mail.ru"_s,
        u"yandex.ru"_s,     u"proton.me"_s,   u"protonmail.com"_s, u"mail.com"_s,       u"zoho.com"_s,
        u"weixin.qq.com"_s, u"weibo.com"_s,   u"taobao.com"_s,     u"tmall.com"_s,      u"1688.com"_s,
        u"jd.com"_s,        u"alibaba.com"_s, u"amazon.com"_s,     u"facebook.com"_s,   u"linkedin.com"_s,
        u"instagram.com"_s, u"twitter.com"_s, u"x.com"_s,          u"youtube.com"_s,    u"xing.com"_s,
        u"github.com"_s,    u"google.com"_s,  u"baidu.com"_s,      u"douyin.com"_s,     u"xiaohongshu.com"_s,
        u"mail.example"_s};
    return known.contains(domain);
}

// "https://www.velodis.example/en" is velodis.example.
QString hostOf(const QString& link)
{
    auto start = link.indexOf("://"_L1);
    start = start < 0 ? 0 : start + 3;
    auto end = start;
    while (end < link.size() && link[end] != u'/' && link[end] != u':' && link[end] != u'?')
        ++end;
    auto host = link.sliced(start, end - start).toLower();
    return host.startsWith("www."_L1) ? host.sliced(4) : host;
}

template <typename Type>
const Type* valueIn(const FieldValues& values, const Field* field)
{
    const auto found = field ? values.find(field->id) : values.end();
    return found == values.end() ? nullptr : std::get_if<Type>(&found->second);
}

void add(Traits& traits, TraitKind kind, const QString& text)
{
    if (text.isEmpty())
        return;
    const auto hash = traitHash(kind, text);
    const bool known =
        std::any_of(traits.shared.begin(), traits.shared.end(), [&](const Trait& one) { return one.hash == hash; });
    if (!known)
        traits.shared.push_back({kind, hash, text});
}

void addPhones(const Points& phones, Traits& traits)
{
    for (const auto& phone : phones)
        add(traits, TraitKind::Phone, phone.value.section(u';', 0, 0)); // without the extension
}

void addMails(const Points& mails, Traits& traits)
{
    for (const auto& mail : mails) {
        const auto address = mail.value.toLower();
        add(traits, TraitKind::Mail, address);
        const auto domain = address.section(u'@', -1);
        if (!traits.isPerson && !isPublic(domain))
            add(traits, TraitKind::Domain, domain);
    }
}

void addLinks(const Points& links, Traits& traits)
{
    for (const auto& link : links) {
        const auto host = hostOf(link.value);
        if (!traits.isPerson && !isPublic(host))
            add(traits, TraitKind::Domain, host);
    }
}

void readAddress(const Addresses& addresses, Traits& traits)
{
    if (addresses.empty())
        return;
    const auto& first = addresses.front();
    const auto city = nameKey(first.city.isEmpty() ? first.region : first.city);
    const auto place = placePrefix(city).place;
    traits.city = place.isEmpty() ? city : place.toString();
    const auto street = nameKey(first.street);
    // A street without a number is no address.
    const bool isExact = std::any_of(street.begin(), street.end(), [](QChar c) { return c.isDigit(); });
    if (isExact && !traits.city.isEmpty())
        traits.street = traits.city + u' ' + nameKey(first.district) + street;
}

void addTaxId(const QString& typed, Traits& traits)
{
    const auto id = readTaxId(typed);
    traits.taxIdCheck = id.check;
    add(traits, TraitKind::TaxId, id.normalized);
}

void readName(const ComparedFields& compared, const FieldValues& values, Traits& traits)
{
    const auto* name = valueIn<QString>(values, compared.name);
    const auto* company = valueIn<QString>(values, compared.company);
    if (traits.isPerson && name)
        traits.person = PersonName::read(*name);
    if (company)
        traits.company = CompanyName::read(*company);
    if (!traits.isPerson && name)
        traits.company = CompanyName::read(*name);
    if (const auto* shortName = valueIn<QString>(values, compared.shortName))
        traits.shortName = CompanyName::read(*shortName).core;
    // A lead that only says where somebody works is that company.
    if (traits.person.isEmpty() && !traits.company.whole.isEmpty())
        traits.isPerson = false;
}

bool isPersonKind(const ComparedFields& compared, const FieldValues& values)
{
    const auto* kind = valueIn<OptionId>(values, compared.kind);
    const Option* option = kind ? compared.kind->option(*kind) : nullptr;
    return option && option->key == "person"_L1;
}

}

// FNV-1a, then the last step of MurmurHash3 to spread what it leaves in the low bits.
TraitHash traitHash(TraitKind kind, QStringView text)
{
    std::uint64_t hash = 0xcbf29ce484222325U;
    const auto take = [&](std::uint64_t byte) { hash = (hash ^ byte) * 0x100000001b3U; };
    take(std::uint64_t(kind));
    for (const QChar c : text) {
        take(c.unicode() & 0xff);
        take(c.unicode() >> 8);
    }
    hash ^= hash >> 33;
    hash *= 0xff51afd7ed558ccdU;
    hash ^= hash >> 33;
    hash *= 0xc4ceb9fe1a85ec53U;
    hash ^= hash >> 33;
    return hash & ((TraitHash(1) << traitHashBits) - 1);
}

std::vector<TraitHash> Traits::hashes() const
{
    std::vector<TraitHash> all;
    all.reserve(shared.size() + 1);
    for (const auto& trait : shared) {
        // Whoever has the mail has its domain.
        const bool isTold = trait.kind == TraitKind::Mail && !isPerson && !isPublic(trait.text.section(u'@', -1));
        if (!isTold)
            all.push_back(trait.hash);
    }
    if (!isPerson && !company.core.isEmpty()) {
        all.push_back(traitHash(TraitKind::Name, soundKey(company.core)));
    } else if (!person.isEmpty()) {
        const auto sound = soundKey(person.key());
        if (!employer.isNull())
            all.push_back(traitHash(TraitKind::Colleague, sound + employer.toString()));
        else if (!company.core.isEmpty())
            all.push_back(traitHash(TraitKind::Colleague, sound + company.core));
        else
            all.push_back(traitHash(TraitKind::Name, sound));
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

bool Traits::has(TraitKind kind) const
{
    return std::any_of(shared.begin(), shared.end(), [&](const Trait& trait) { return trait.kind == kind; });
}

Traits traitsOf(const ComparedFields& compared, const FieldValues& values)
{
    Traits traits;
    traits.isPerson = compared.persons || isPersonKind(compared, values);
    readName(compared, values, traits);
    for (const Field* field : compared.phones) {
        if (const auto* phones = valueIn<Points>(values, field))
            addPhones(*phones, traits);
    }
    for (const Field* field : compared.mails) {
        if (const auto* mails = valueIn<Points>(values, field))
            addMails(*mails, traits);
    }
    for (const Field* field : compared.links) {
        if (const auto* links = valueIn<Points>(values, field))
            addLinks(*links, traits);
    }
    if (const auto* taxId = valueIn<QString>(values, compared.taxId))
        addTaxId(*taxId, traits);
    for (const Field* field : compared.codes) {
        if (const auto* code = valueIn<QString>(values, field))
            add(traits, TraitKind::Code, field->key + u' ' + nameKey(*code));
    }
    for (const Field* field : compared.accounts) {
        if (const auto* account = valueIn<QString>(values, field))
            add(traits, TraitKind::Account, field->key + u' ' + fold(*account));
    }
    if (const auto* addresses = valueIn<Addresses>(values, compared.address))
        readAddress(*addresses, traits);
    if (const auto* employer = valueIn<Reference>(values, compared.employer))
        traits.employer = employer->record;
    if (const auto* birthday = valueIn<QDate>(values, compared.birthday))
        traits.birthday = *birthday;
    std::sort(traits.shared.begin(), traits.shared.end(),
              [](const Trait& a, const Trait& b) { return a.hash < b.hash; });
    return traits;
}

}

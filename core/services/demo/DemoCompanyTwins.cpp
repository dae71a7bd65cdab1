#include "core/services/demo/DemoCompanyTwins.h"

#include <array>
#include <utility>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

// A character of the words that names are made of, and another one in its place.
using Exchange = std::pair<char16_t, char16_t>;
constexpr std::array traditional{
    Exchange{u'电', u'電'}, Exchange{u'软', u'軟'}, Exchange{u'机', u'機'}, Exchange{u'医', u'醫'},
    Exchange{u'疗', u'療'}, Exchange{u'药', u'藥'}, Exchange{u'贸', u'貿'}, Exchange{u'进', u'進'},
    Exchange{u'传', u'傳'}, Exchange{u'资', u'資'}, Exchange{u'询', u'詢'}, Exchange{u'业', u'業'},
    Exchange{u'环', u'環'}, Exchange{u'设', u'設'}, Exchange{u'农', u'農'}, Exchange{u'务', u'務'},
    Exchange{u'车', u'車'}, Exchange{u'东', u'東'}, Exchange{u'广', u'廣'}, Exchange{u'宁', u'寧'},
    Exchange{u'岭', u'嶺'}, Exchange{u'澜', u'瀾'}, Exchange{u'鲲', u'鯤'}, Exchange{u'鹭', u'鷺'},
    Exchange{u'桥', u'橋'}, Exchange{u'湾', u'灣'}, Exchange{u'陈', u'陳'}, Exchange{u'张', u'張'},
    Exchange{u'刘', u'劉'}, Exchange{u'杨', u'楊'}, Exchange{u'黄', u'黃'}, Exchange{u'赵', u'趙'},
    Exchange{u'吴', u'吳'}, Exchange{u'国', u'國'}, Exchange{u'华', u'華'}};
constexpr std::array sounds{
    Exchange{u'青', u'清'}, Exchange{u'墨', u'默'}, Exchange{u'澄', u'诚'}, Exchange{u'霁', u'季'},
    Exchange{u'芷', u'止'}, Exchange{u'枫', u'丰'}, Exchange{u'岚', u'兰'}, Exchange{u'棠', u'唐'},
    Exchange{u'溪', u'西'}, Exchange{u'屿', u'宇'}, Exchange{u'禾', u'和'}, Exchange{u'舟', u'周'},
    Exchange{u'桥', u'乔'}, Exchange{u'渡', u'度'}, Exchange{u'湾', u'弯'}, Exchange{u'塘', u'堂'},
    Exchange{u'浦', u'普'}, Exchange{u'澜', u'蓝'}, Exchange{u'帆', u'凡'}, Exchange{u'羽', u'雨'},
    Exchange{u'雁', u'燕'}, Exchange{u'鹿', u'路'}, Exchange{u'谷', u'古'}, Exchange{u'野', u'也'},
    Exchange{u'伟', u'玮'}, Exchange{u'军', u'君'}, Exchange{u'明', u'鸣'}, Exchange{u'静', u'婧'},
    Exchange{u'丽', u'莉'}, Exchange{u'晓', u'小'}, Exchange{u'辉', u'晖'}, Exchange{u'杰', u'洁'},
    Exchange{u'飞', u'菲'}, Exchange{u'志', u'智'}, Exchange{u'建', u'健'}};

template <typename List>
bool exchangeAll(QString& text, const List& list)
{
    bool changed = false;
    for (const auto& [from, to] : list) {
        if (text.contains(QChar(from))) {
            text.replace(QChar(from), QChar(to));
            changed = true;
        }
    }
    return changed;
}

// Only one, and not the first of a person's name.
template <typename List>
bool exchangeOne(QString& text, const List& list, qsizetype from)
{
    for (qsizetype i = from; i < text.size(); ++i) {
        for (const auto& [one, other] : list) {
            if (text[i] == QChar(one)) {
                text[i] = QChar(other);
                return true;
            }
        }
    }
    return false;
}

// 北京霁溪软件有限公司 as 北京霁溪软件.
QString withoutForm(const DemoCustomer& customer)
{
    auto name = customer.name;
    for (const auto& form : {u"（集团）有限公司"_s, u"股份有限公司"_s, u"有限责任公司"_s, u"有限公司"_s}) {
        if (name.endsWith(form))
            return name.chopped(form.size());
    }
    return customer.chinese ? name : name.section(u' ', 0, 1);
}

// A letter of the first word swapped, doubled or left out; a Chinese character behind the place replaced.
QString slipped(const DemoCustomer& customer, DemoRandom& random)
{
    auto name = customer.name;
    if (customer.chinese) {
        const auto brand = customer.person ? 0 : name.indexOf(customer.shortName);
        const auto at = brand + (customer.person ? name.size() - 1 : customer.shortName.size() - 1);
        name[at] = name[at] == u'川' ? u'山' : u'川';
        return name;
    }
    const auto word = name.indexOf(u' ') > 4 ? name.indexOf(u' ') : name.size();
    const auto at = 2 + random.below(word - 4);
    switch (random.below(3)) {
    case 0:
        std::swap(name[at], name[at + 1]);
        return name[at] == name[at + 1] ? name.remove(at, 1) : name;
    case 1:
        return name.insert(at, name[at]);
    default:
        return name.remove(at, 1);
    }
}

QString wide(const QString& text, DemoRandom& random)
{
    if (random.chance(50))
        return text.toUpper();
    QString written;
    for (const QChar c : text)
        written += c > u' ' && c < QChar(0x7f) ? QChar(char16_t(c.unicode() + 0xfee0)) : c;
    return written;
}

void forget(DemoCustomer& twin, bool phone, bool mail, bool taxId)
{
    if (phone)
        twin.phone = twin.phoneTyped = QString();
    if (mail)
        twin.mail = twin.website = QString();
    if (taxId)
        twin.taxId.clear();
}

bool canBe(DemoTwinKind kind, const DemoCustomer& original)
{
    // Abroad so few numbers are kept for stories that many share one.
    const bool hasPhone = !original.phone.isEmpty() && original.chinese;
    const bool hasMail = !original.mail.isEmpty();
    const bool company = !original.person;
    const bool placed = company && original.chinese && original.name.startsWith(shortName(*original.city));
    QString tried = original.name;
    switch (kind) {
    case DemoTwinKind::OtherForm:
        return company;
    case DemoTwinKind::Traditional:
        return original.chinese && (company || hasPhone) && exchangeAll(tried, traditional);
    case DemoTwinKind::Wide:
        return !original.chinese && (company || hasPhone || hasMail);
    case DemoTwinKind::PlaceMoved:
    case DemoTwinKind::PlaceLeftOut:
        return placed;
    case DemoTwinKind::Slip:
        return original.chinese ? hasPhone && (company || original.name.size() > 2) : company && hasMail;
    case DemoTwinKind::Sound:
        return original.chinese && hasPhone && exchangeOne(tried, sounds, 1);
    case DemoTwinKind::ShortName:
        return company && hasPhone;
    case DemoTwinKind::SecondPhone:
        return hasPhone;
    case DemoTwinKind::Renamed:
        return !original.taxId.isEmpty();
    case DemoTwinKind::Sparse:
        return company;
    case DemoTwinKind::OnlyMail:
        return hasMail;
    case DemoTwinKind::Reordered:
        return !original.chinese && !company && (hasPhone || hasMail);
    case DemoTwinKind::Title:
        return !company && (hasPhone || hasMail);
    }
    return false;
}

void change(DemoTwin& twin, const DemoCustomer& original, DemoRandom& random)
{
    auto& facts = twin.facts;
    switch (twin.kind) {
    case DemoTwinKind::OtherForm:
        facts.name = random.chance(50) ? withoutForm(original)
                                       : withoutForm(original) + (facts.chinese ? u"有限责任公司"_s : u" Limited"_s);
        return forget(facts, random.chance(40), random.chance(50), true);
    case DemoTwinKind::Traditional:
        exchangeAll(facts.name, traditional);
        return forget(facts, !facts.person && random.chance(50), true, true);
    case DemoTwinKind::Wide:
        facts.name = wide(facts.name, random);
        return forget(facts, !facts.person && random.chance(50), false, true);
    case DemoTwinKind::PlaceMoved:
        facts.name = withoutForm(original).sliced(shortName(*original.city).size()) + u'（' +
                     shortName(*original.city) + u"）有限公司"_s;
        return forget(facts, true, true, true);
    case DemoTwinKind::PlaceLeftOut:
        facts.name = facts.name.sliced(shortName(*original.city).size());
        return forget(facts, random.chance(50), true, true);
    case DemoTwinKind::Slip:
        facts.name = slipped(original, random);
        return forget(facts, false, facts.chinese, true);
    case DemoTwinKind::Sound:
        exchangeOne(facts.name, sounds, 1);
        return forget(facts, false, true, true);
    case DemoTwinKind::ShortName:
        facts.name = original.shortName;
        facts.shortName.clear();
        return forget(facts, false, random.chance(50), true);
    case DemoTwinKind::SecondPhone:
        facts.secondPhone = original.phone;
        facts.phone = DemoCustomers::mobile(4'000'000 + original.number);
        facts.phoneTyped = facts.phone.sliced(3);
        return forget(facts, false, true, true);
    case DemoTwinKind::Renamed:
        facts.name = facts.name.replace(original.shortName, u"新启辰"_s);
        facts.shortName = u"新启辰"_s;
        return forget(facts, true, true, false);
    case DemoTwinKind::Sparse:
        facts.street.clear();
        facts.postcode.clear();
        return forget(facts, true, true, true);
    case DemoTwinKind::OnlyMail:
        return forget(facts, true, false, true);
    case DemoTwinKind::Reordered:
        facts.name = original.who.family + u", "_s + original.who.given;
        return;
    case DemoTwinKind::Title:
        facts.name = facts.chinese ? facts.name + (facts.who.woman ? u"女士"_s : u"先生"_s) : u"Dr. "_s + facts.name;
        return;
    }
}

}

QString demoTwinKey(DemoTwinKind kind)
{
    static const QStringList keys{u"other_form"_s,     u"traditional"_s, u"wide"_s,   u"place_moved"_s,
                                  u"place_left_out"_s, u"slip"_s,        u"sound"_s,  u"short_name"_s,
                                  u"second_phone"_s,   u"renamed"_s,     u"sparse"_s, u"only_mail"_s,
                                  u"reordered"_s,      u"title"_s};
    return keys[int(kind)];
}

std::optional<DemoTwin> demoTwinOf(const DemoCustomer& original, DemoRandom& random)
{
    std::vector<DemoTwinKind> kinds;
    for (int kind = 0; kind <= int(DemoTwinKind::Title); ++kind) {
        if (canBe(DemoTwinKind(kind), original))
            kinds.push_back(DemoTwinKind(kind));
    }
    if (kinds.empty())
        return std::nullopt;
    DemoTwin twin{random.pick(kinds), original};
    change(twin, original, random);
    return twin;
}

}

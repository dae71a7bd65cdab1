#include "core/exchange/mapping/HeaderNames.h"

#include "core/records/Value.h"
#include "core/text/Fold.h"

#include <QRegularExpression>

#include <algorithm>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr double pathCertainty = 0.99;
constexpr double labelCertainty = 0.97;
constexpr double synonymCertainty = 0.95;
constexpr double componentCertainty = 0.93;
constexpr double titleCertainty = 0.9;
constexpr double shortenedFactor = 0.93;
constexpr double numberedFactor = 0.9;
constexpr double nearFactor = 0.8;
constexpr double computedFactor = 0.9; // a value that can be imported is meant rather than one that cannot

// The one kind of value beyond a relation that an import can place: a parent in the same tree.
bool isTreeParent(const Catalog& catalog, const Field& relation, const QString& component)
{
    if (relation.targets.size() != 1)
        return false;
    const Entity* target = catalog.entity(relation.targets.first());
    const Field* parent = target ? target->field(component) : nullptr;
    return parent && parent->type == FieldType::Relation && parent->targets.contains(target->key);
}

}

HeaderNames::HeaderNames(const Catalog& catalog, const Entity& entity)
{
    addTarget({u"id"_s, nullptr, {}, true});
    for (const auto& field : entity.fields)
        addField(catalog, field);
    addTitleNames(entity);
}

void HeaderNames::addTarget(MappingTarget target)
{
    m_targets.push_back(std::move(target));
    addName(m_targets.back().path, pathCertainty);
}

void HeaderNames::addName(const QString& name, double certainty)
{
    const Match match{m_targets.size() - 1, m_targets.back().importable ? certainty : certainty * computedFactor};
    const auto key = nameKey(name);
    if (key.isEmpty())
        return;
    m_byKey[key].push_back(match);
    m_names += name;
    m_matchOfName.push_back(match);
}

void HeaderNames::addField(const Catalog& catalog, const Field& field)
{
    const bool importable = !field.isDerived() && !field.readOnly && !field.hidden;
    addTarget({field.key, &field, {}, importable});
    for (const auto& label : field.label.texts())
        addName(label, labelCertainty);
    for (const auto& synonym : field.synonyms)
        addName(synonym, synonymCertainty);
    QStringList components;
    if (field.type == FieldType::Address)
        components = addressComponents();
    else if (field.type == FieldType::Money)
        components = QStringList{u"currency"_s};
    else if (field.type == FieldType::Phone)
        components = QStringList{u"region"_s};
    else if (field.type == FieldType::Relation)
        components = QStringList{u"id"_s};
    for (auto it = field.componentSynonyms.begin(); it != field.componentSynonyms.end(); ++it) {
        if (field.type == FieldType::Relation && isTreeParent(catalog, field, it.key()))
            components += it.key();
    }
    for (const auto& component : components) {
        m_targets.push_back({field.key + u'.' + component, &field, component, importable});
        // "customer id" is some other program's number; only "customer.id" is ours.
        if (field.type != FieldType::Relation || component != u"id")
            addName(m_targets.back().path, pathCertainty);
        for (const auto& synonym : field.componentSynonyms.value(component))
            addName(synonym, componentCertainty);
    }
}

// "product" in a file of products is its name.
void HeaderNames::addTitleNames(const Entity& entity)
{
    QStringList names = entity.synonyms + entity.label.texts().values() + entity.plural.texts().values();
    names += entity.key;
    const auto title = entity.title.isEmpty() ? QString() : entity.title.first();
    const auto target =
        std::find_if(m_targets.begin(), m_targets.end(), [&](const MappingTarget& one) { return one.path == title; });
    for (const auto& name : names) {
        const auto key = nameKey(name);
        if (key.isEmpty() || m_entityKeys.contains(key))
            continue;
        m_entityKeys += key;
        if (target != m_targets.end())
            m_byKey[key].push_back({std::size_t(target - m_targets.begin()), titleCertainty});
    }
}

void HeaderNames::findKey(const QString& key, double factor, std::vector<Match>& matches) const
{
    const auto found = m_byKey.constFind(key);
    if (found == m_byKey.constEnd())
        return;
    for (const auto& match : *found)
        matches.push_back({match.target, match.certainty * factor});
}

// "Customer.id", "地址.city": a component after any name of its field.
void HeaderNames::findDotted(const QString& header, std::vector<Match>& matches) const
{
    const auto dot = header.lastIndexOf(u'.');
    if (dot <= 0)
        return;
    std::vector<Match> fields;
    findKey(nameKey(header.left(dot)), 1, fields);
    const auto component = header.mid(dot + 1).trimmed();
    for (const auto& match : fields) {
        const Field* field = m_targets[match.target].field;
        for (std::size_t i = 0; i < m_targets.size(); ++i) {
            if (field && m_targets[i].field == field && m_targets[i].component == component)
                matches.push_back({i, match.certainty});
        }
    }
}

// "Amount (USD)", "Customer phone" in a file of customers, "Phone 3".
void HeaderNames::findShortened(const QString& header, std::vector<Match>& matches) const
{
    static const QRegularExpression brackets(u"[(（\\[【].*[)）\\]】]"_s);
    static const QRegularExpression number(u"[\\s_]*[0-9]+$"_s);
    auto bare = header;
    bare.remove(brackets);
    if (bare != header)
        findKey(nameKey(bare), shortenedFactor, matches);
    auto unnumbered = bare;
    unnumbered.remove(number);
    if (unnumbered != bare)
        findKey(nameKey(unnumbered), numberedFactor, matches);
    const auto key = nameKey(bare);
    for (const auto& entity : m_entityKeys) {
        if (key.size() > entity.size() && key.startsWith(entity))
            findKey(key.mid(entity.size()), shortenedFactor, matches);
    }
}

void HeaderNames::findNear(const QString& header, std::vector<Match>& matches) const
{
    if (!m_near)
        m_near = std::make_unique<NearNames>(m_names, NameKind::Plain);
    for (const int position : m_near->find(header).candidates) {
        const auto& match = m_matchOfName[std::size_t(position)];
        matches.push_back({match.target, match.certainty * nearFactor});
    }
}

std::vector<HeaderNames::Match> HeaderNames::find(const QString& header) const
{
    std::vector<Match> matches;
    const auto own = std::find_if(m_targets.begin(), m_targets.end(),
                                  [&](const MappingTarget& target) { return target.path == header; });
    if (own != m_targets.end())
        matches.push_back({std::size_t(own - m_targets.begin()), 1});
    findKey(nameKey(header), 1, matches);
    findDotted(header, matches);
    findShortened(header, matches);
    if (matches.empty())
        findNear(header, matches);
    std::stable_sort(matches.begin(), matches.end(),
                     [](const Match& a, const Match& b) { return a.certainty > b.certainty; });
    std::vector<Match> best;
    for (const auto& match : matches) {
        if (std::none_of(best.begin(), best.end(), [&](const Match& one) { return one.target == match.target; }))
            best.push_back(match);
    }
    return best;
}

}

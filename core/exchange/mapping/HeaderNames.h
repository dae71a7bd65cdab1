#pragma once

#include "core/catalog/Catalog.h"
#include "core/text/NearNames.h"

#include <QHash>

#include <memory>

namespace kith {

// Where a column can go.
struct MappingTarget
{
    QString path; // "name", "address.city", "team.parent", "customer.id", "amount.currency", "phones.region", "id"
    const Field* field = nullptr; // null: the record's id
    QString component;
    bool importable = true; // false: computed by the engine; recognised so that it goes nowhere else
};

// The names that the columns of one entity have in files: its fields' keys, labels and synonyms in every language.
// The catalog must outlive it. Any thread.
class HeaderNames
{
public:
    HeaderNames(const Catalog& catalog, const Entity& entity);

    struct Match
    {
        std::size_t target;
        double
            certainty; // 1: our own header; 0.9 and more: one of its names; less: after taking something off, or near
    };
    // Best first, each target once.
    std::vector<Match> find(const QString& header) const;
    const std::vector<MappingTarget>& targets() const { return m_targets; }

private:
    void addField(const Catalog& catalog, const Field& field);
    void addTarget(MappingTarget target);
    void addName(const QString& name, double certainty);
    void addTitleNames(const Entity& entity);
    void findKey(const QString& key, double factor, std::vector<Match>& matches) const;
    void findDotted(const QString& header, std::vector<Match>& matches) const;
    void findShortened(const QString& header, std::vector<Match>& matches) const;
    void findNear(const QString& header, std::vector<Match>& matches) const;

    std::vector<MappingTarget> m_targets;
    QHash<QString, std::vector<Match>> m_byKey; // by nameKey()
    QStringList m_names;
    std::vector<Match> m_matchOfName;
    QStringList m_entityKeys; // what the entity itself is called
    mutable std::unique_ptr<NearNames> m_near;
};

}

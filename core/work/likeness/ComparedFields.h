#pragma once

#include "core/base/Result.h"
#include "core/catalog/Catalog.h"

#include <optional>
#include <vector>

namespace kith {

// Which fields of an entity tell that two of its records stand for the same. Points into its catalog.
struct ComparedFields
{
    const Entity* entity = nullptr;
    bool persons = false;             // contacts and leads; a customer says by its kind what it is
    const Field* name = nullptr;      // of the person or the company
    const Field* shortName = nullptr; // these may be null
    const Field* company = nullptr;   // what a lead's company is called
    const Field* employer = nullptr;  // the customer of a contact
    const Field* kind = nullptr;
    const Field* taxId = nullptr;
    const Field* address = nullptr;
    const Field* birthday = nullptr;
    std::vector<const Field*> codes;    // numbers of the company's own
    std::vector<const Field*> accounts; // wechat, qq
    std::vector<const Field*> phones;
    std::vector<const Field*> mails;
    std::vector<const Field*> links;

    // Nothing for an entity whose records are not compared: only pages of people and companies are.
    static std::optional<ComparedFields> of(const Entity& entity);
    // NotCompared, with the key of the entity.
    static Result<ComparedFields> of(const Catalog& catalog, const EntityId& entity);
    std::vector<const Field*> all() const;
};

std::vector<const Entity*> comparedEntities(const Catalog& catalog);

}

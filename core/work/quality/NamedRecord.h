#pragma once

#include "core/store/Links.h"

#include <optional>

namespace kith {

// Finds the record that a relation's text tells of, where just one fits: the customer of "Acme – 100 licences", of a
// contact whose mail is at Acme's own domain. Cautious: where two fit as well as each other, none does. For one read;
// the tables must outlive it.
class NamedRecord
{
public:
    // A relation to one kind of records.
    NamedRecord(Tables& tables, const Field& relation);

    // What a text begins with, holds between its dashes and brackets, or is: the longest name first.
    Result<std::optional<Reference>> in(const QString& text);
    // At whose own domain one of this record's mails is. Nothing where one of the kinds has no such.
    Result<std::optional<Reference>> byDomain(const Entity& entity, const FieldValues& values);

private:
    struct Fit
    {
        std::optional<Reference> reference;
        bool isAmbiguous = false;
    };
    Result<Fit> called(const QString& name);
    Result<Fit> among(const QString& typed, const std::function<bool(const Record& record)>& fits);

    Tables& m_tables;
    const Field& m_relation;
    const Entity& m_target;
    Links m_links;
};

}

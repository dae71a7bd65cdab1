#pragma once

#include "core/records/Outcome.h"
#include "core/records/ValueText.h"

namespace kith {

// What must hold of a record whatever the way it comes: form, command, import, later sync. These need no book; what
// needs one (links, fills, numbers) is the Drafter's and ActWriter's. Pure and thread-safe.
namespace recordRules {

// Makes values canonical, refuses what does not fit its field, is read-only or too long. `language` is that of the
// labels in problems.
std::vector<FieldProblem> check(const Entity& entity, FieldValues& values, const QString& language);

// What the catalog proposes for a new record's fields, links by name left out: those need the book.
FieldValues defaultsOf(const Entity& entity, const TextConventions& conventions, const RecordId& me);
// Fills fields that are made of others, such as a name of its parts, where they have no value.
void composeMissing(const Entity& entity, FieldValues& values);

// The id of an N:M record, the same on every device: from its ends and its role.
RecordId linkId(const Entity& entity, const FieldValues& values);

}

}

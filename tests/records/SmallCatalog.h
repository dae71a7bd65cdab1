#pragma once

#include "core/records/QueryText.h"
#include "core/records/ValueText.h"

namespace kith::testing {

// A catalog with one field of every type, and just enough around it for relations.
const Catalog& smallCatalog();
const Entity& customer();
const Field& fieldOf(const Entity& entity, QStringView key);
const Field& field(QStringView key); // of the customer

// 2026-03-04 05:06:07.008 UTC, a Wednesday, which is past one in the afternoon in Shanghai.
Instant noon();
TextConventions shanghai();
QueryContext ada();
RecordId adaId();
RecordId teamId();

Filter parsed(QStringView text);    // fails the test where it cannot be read
Error parseError(QStringView text); // fails the test where it can

}

#pragma once

#include "core/records/ValueText.h"

// What becomes of phones, mails and links that were kept as they were typed. Pure; any thread. Those that were
// understood stay as they are. Nothing where nothing would change.
namespace kith {

// Phones read again under these conventions; what was typed is kept beside the number. Several in one, apart by signs,
// become several, and words around a number are passed over: "13812345678/13912345678", "138 1234 5678 (Ada)".
std::optional<Value> phonesReadAgain(const Value& phones, const TextConventions& conventions);

// Mails with evident slips put right (core/text/formats/MailSlips.h); what is put right takes the place of what was
// typed. Several in one become several.
std::optional<Value> mailsPutRight(const Value& mails);

// Without those that were not understood; empty where none was.
std::optional<Value> pointsUnderstood(const Value& points);

}

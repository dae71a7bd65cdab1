#pragma once

#include "core/commands/CommandContext.h"
#include "core/records/Outcome.h"

#include <QJsonObject>

namespace kith {

QString actKindKey(ActKind kind);   // "import"
QString actKindLabel(ActKind kind); // for people

// {act, kind, at, entity, records, subject, undone, undoes}
QJsonObject actJson(const Catalog& catalog, const ActSummary& act);

// What undo and redo answer: {undone, act, records, kept}.
Answer undoAnswer(CommandContext& context, const UndoOutcome& outcome, const QString& text);

}

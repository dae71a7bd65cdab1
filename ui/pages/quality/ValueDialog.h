#pragma once

#include "core/records/Value.h"

#include <QString>

#include <functional>

class QWidget;

namespace kith {

struct Field;
struct EditorContext;

// Asks for one value that many records get. Never an empty one.
void askValue(QWidget* parent, const Field& field, const EditorContext& context, const QString& act,
              std::function<void(const Value& value)> take);

}

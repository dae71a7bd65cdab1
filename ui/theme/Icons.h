#pragma once

#include <QIcon>
#include <QString>

namespace kith {

struct Tokens;

// What an icon's colour says. Looked up when it is drawn, so that icons follow the theme.
enum class Tone { Text, Secondary, Tertiary, Accent, OnAccent, Danger, Warning, Success };

QColor toneColour(const Tokens& tokens, Tone tone);

// A Lucide icon of :/icons by name, drawn at whatever size and scale is asked for. Nothing for an unknown name.
QIcon icon(const QString& name, Tone tone = Tone::Secondary);

// The same drawn at once in one colour: for delegates and widgets that paint themselves.
QPixmap iconPixmap(const QString& name, const QColor& colour, int size, qreal scale);

}

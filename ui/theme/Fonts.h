#pragma once

#include <QFont>

namespace kith {

// The type scale. Sizes follow the system's interface font, 13 px at least.
enum class TextSize {
    Caption, // 11/13
    Small,   // 12/13
    Body,
    Large,   // 15/13
    Heading, // 18/13
    Title,   // 24/13
    Figure,  // 28/13
};

// The system's interface font at that size, with tabular figures where Qt can ask for them.
QFont interfaceFont(TextSize size = TextSize::Body, QFont::Weight weight = QFont::Normal);

// For codes, file names, the filter language.
QFont fixedFont(TextSize size = TextSize::Body);

}

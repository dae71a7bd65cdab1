#pragma once

#include <string>
#include <string_view>

// A spreadsheet runs a cell that begins with = + - @, their full-width forms, a tab or a carriage return. An apostrophe
// before it makes it text. Texts are UTF-8; any thread.
namespace kith {

// Whether protected text differs: it begins with such a sign and is not only digits, blanks and +-.() (a number or a
// phone runs nothing); or it begins with apostrophes and such a sign, as protected text does.
bool needsFormulaGuard(std::string_view text);

// Appends the text, behind one apostrophe if it needs it.
void appendGuarded(std::string_view text, std::string& out);

// The text as it was: unguarded(guarded(t)) == t for every t. What is guarded loses its first apostrophe.
std::string_view unguarded(std::string_view text);

}

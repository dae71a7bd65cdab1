#pragma once

namespace kith {

// Whether a character is among the some hundred that make up most of simplified or traditional Chinese text, names and
// addresses. Any thread.
bool isCommonHan(char32_t character);
// ，。、（） and full-width letters: in every Chinese encoding, so that they tell nothing.
bool isChinesePunctuation(char32_t character);

}

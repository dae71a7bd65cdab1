#pragma once

#include <QString>

// How companies' names say what kind of company it is: 有限公司, Ltd, GmbH. All texts are folded and simplified.
namespace kith {

// Sure: only what hardly means anything else. Wide: also forms that are words as well (S.p.A., S.L.), for comparing
// where other things must agree too.
enum class LegalForms { Sure, Wide };

// Only letters, digits, + and #.
QString nameLetters(QStringView folded);

// Without "Co., Ltd." and the like at the end, as long as a name is left before it. Points and apostrophes must be out
// of the text already.
QStringView withoutLatinForm(QStringView text, LegalForms forms);

// How many units at the end of nameLetters() are a Chinese, Japanese or Korean form; 0 for a branch (分公司), whose
// name is more than its company's.
qsizetype easternFormLength(QStringView letters, LegalForms forms);
bool isBranch(QStringView letters);

}

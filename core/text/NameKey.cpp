#include "core/text/Fold.h"
#include "core/text/names/LegalForm.h"

namespace kith {

using namespace Qt::StringLiterals;

QString nameKey(QStringView name)
{
    const auto folded = fold(name, FoldHan::Simplify);
    const auto key = nameLetters(folded);
    return key.isEmpty() ? folded : key;
}

QString companyKey(QStringView name)
{
    const auto folded = fold(name, FoldHan::Simplify);
    auto pointless = folded;
    pointless.remove(u'.').remove(u'\'').replace("a/s"_L1, "as"_L1);
    QStringView text = withoutLatinForm(pointless, LegalForms::Sure);
    if (text.startsWith("the "_L1) && text.size() > 6)
        text = text.sliced(4);
    auto key = nameLetters(text);
    key.chop(easternFormLength(key, LegalForms::Sure));
    return key.isEmpty() ? nameKey(name) : key;
}

bool sameName(QStringView a, QStringView b)
{
    return nameKey(a) == nameKey(b);
}

bool sameCompany(QStringView a, QStringView b)
{
    return companyKey(a) == companyKey(b);
}

}

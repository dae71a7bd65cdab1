#include "ui/theme/Fonts.h"

#include <QFontDatabase>
#include <QFontInfo>

#include <algorithm>

namespace kith {

namespace {

double scaleOf(TextSize size)
{
    switch (size) {
    case TextSize::Caption:
        return 11.0 / 13;
    case TextSize::Small:
        return 12.0 / 13;
    case TextSize::Body:
        break;
    case TextSize::Large:
        return 15.0 / 13;
    case TextSize::Heading:
        return 18.0 / 13;
    case TextSize::Title:
        return 24.0 / 13;
    case TextSize::Figure:
        return 28.0 / 13;
    }
    return 1;
}

QFont sized(QFont font, TextSize size, QFont::Weight weight)
{
    static const int base = std::max(13, QFontInfo(QFontDatabase::systemFont(QFontDatabase::GeneralFont)).pixelSize());
    font.setPixelSize(qRound(base * scaleOf(size)));
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferVerticalHinting);
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    font.setFeature("tnum", 1);
#endif
    return font;
}

}

QFont interfaceFont(TextSize size, QFont::Weight weight)
{
    return sized(QFontDatabase::systemFont(QFontDatabase::GeneralFont), size, weight);
}

QFont fixedFont(TextSize size)
{
    return sized(QFontDatabase::systemFont(QFontDatabase::FixedFont), size, QFont::Normal);
}

}

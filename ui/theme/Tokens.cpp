#include "ui/theme/Tokens.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

QColor rgb(unsigned value)
{
    return QColor::fromRgb(value);
}

struct AccentColours
{
    const char16_t* name;
    unsigned fill;
    unsigned hover;
    unsigned pressed;
    unsigned softLight;
    unsigned textLight;
    unsigned softDark;
    unsigned textDark;
};

constexpr std::array<AccentColours, 7> accents{{
    {u"indigo", 0x5056d6, 0x474dc8, 0x3e43b4, 0xeeeffc, 0x444ac4, 0x2b2d4f, 0xaeb2ff},
    {u"blue", 0x2563d9, 0x1f58c6, 0x1b4db0, 0xe8f0fd, 0x1d55bf, 0x1e3152, 0x93bbff},
    {u"teal", 0x0f766e, 0x0d6a63, 0x0b5d57, 0xe2f4f1, 0x0c655e, 0x163a38, 0x6fd6c9},
    {u"green", 0x2a7a3b, 0x246c34, 0x1f5f2d, 0xe6f4e8, 0x236832, 0x1d3a25, 0x86d596},
    {u"orange", 0xb9480f, 0xa7400d, 0x94390b, 0xfdefe6, 0x9d3d0c, 0x452a1a, 0xffb38a},
    {u"pink", 0xbe2a6b, 0xac2560, 0x992155, 0xfcebf2, 0xa6245d, 0x46213a, 0xff9ec4},
    {u"graphite", 0x4b4d57, 0x41434c, 0x373941, 0xeeeef1, 0x3f414a, 0x34363d, 0xc9cbd3},
}};

struct HueColours
{
    const char16_t* name;
    unsigned softLight;
    unsigned textLight;
    unsigned solidLight;
    unsigned softDark;
    unsigned textDark;
    unsigned solidDark;
};

constexpr std::array<HueColours, 11> hues{{
    {u"gray", 0xeeeef1, 0x52545e, 0x8d8f99, 0x2f3137, 0xbbbdc6, 0x868893},
    {u"red", 0xfdebea, 0xa92a22, 0xdd4b41, 0x462322, 0xff9d94, 0xe5605a},
    {u"orange", 0xfdefe3, 0x994008, 0xe6792b, 0x452a1a, 0xffb37f, 0xea8240},
    {u"yellow", 0xfcf4d6, 0x785600, 0xdcae1d, 0x3d3318, 0xf0ce6a, 0xdcb03a},
    {u"green", 0xe5f5e8, 0x226b33, 0x3fa356, 0x1d3a25, 0x84d596, 0x4fb266},
    {u"teal", 0xe0f4f2, 0x0d625c, 0x26a198, 0x173937, 0x6fd5ca, 0x35aea4},
    {u"blue", 0xe7f0fd, 0x1f55b5, 0x4285ec, 0x1e3152, 0x97bdff, 0x5791f0},
    {u"indigo", 0xecedfd, 0x4549bd, 0x7277ea, 0x2b2d4f, 0xb0b4ff, 0x8085f2},
    {u"purple", 0xf4ebfc, 0x7635aa, 0xa763dc, 0x3a2850, 0xd6abfa, 0xb076e2},
    {u"pink", 0xfceaf3, 0xa3265f, 0xe0609d, 0x46213a, 0xff9fc8, 0xe56fa8},
    {u"brown", 0xf5eee8, 0x74492b, 0xa87a58, 0x3a2d25, 0xdcb498, 0xb48766},
}};

// Other names that catalogs use for the same colours.
QString canonicalHue(const QString& token)
{
    if (token == "amber"_L1 || token == "gold"_L1)
        return u"yellow"_s;
    if (token == "violet"_L1)
        return u"purple"_s;
    if (token == "grey"_L1)
        return u"gray"_s;
    if (token == "cyan"_L1)
        return u"teal"_s;
    if (token == "lime"_L1)
        return u"green"_s;
    return token;
}

const AccentColours& accentByName(const QString& name)
{
    const auto found = std::find_if(accents.begin(), accents.end(),
                                    [&](const AccentColours& a) { return name == QStringView(a.name); });
    return found == accents.end() ? accents.front() : *found;
}

double luminance(const QColor& colour)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(double(colour.redF())) + 0.7152 * linear(double(colour.greenF())) +
           0.0722 * linear(double(colour.blueF()));
}

}

Tokens Tokens::light(const QString& accentName)
{
    const AccentColours& a = accentByName(accentName);
    Tokens t;
    t.window = rgb(0xf6f6f8);
    t.surface = rgb(0xffffff);
    t.raised = rgb(0xffffff);
    t.field = rgb(0xffffff);
    t.hover = rgb(0xf1f1f4);
    t.pressed = rgb(0xe7e7eb);
    t.selected = rgb(a.softLight);
    t.border = rgb(0xe8e8ec);
    t.borderStrong = rgb(0xd3d4da);
    t.text = rgb(0x1a1b20);
    t.textSecondary = rgb(0x52545e);
    t.textTertiary = rgb(0x666873);
    t.textDisabled = rgb(0xa2a4ad);
    t.accent = rgb(a.fill);
    t.accentHover = rgb(a.hover);
    t.accentPressed = rgb(a.pressed);
    t.accentInk = rgb(0xffffff);
    t.accentSoft = rgb(a.softLight);
    t.accentText = rgb(a.textLight);
    t.mark = rgb(0xfdeeb0);
    t.danger = t.hue(u"red"_s);
    t.warning = t.hue(u"yellow"_s);
    t.success = t.hue(u"green"_s);
    t.info = t.hue(u"blue"_s);
    t.dangerFill = rgb(0xc5362c);
    t.shadow = QColor(20, 20, 30, 40);
    return t;
}

Tokens Tokens::darkOnes(const QString& accentName)
{
    const AccentColours& a = accentByName(accentName);
    Tokens t;
    t.dark = true;
    t.window = rgb(0x151619);
    t.surface = rgb(0x1b1c20);
    t.raised = rgb(0x232429);
    t.field = rgb(0x202126);
    t.hover = rgb(0x26272d);
    t.pressed = rgb(0x2e2f36);
    t.selected = rgb(a.softDark);
    t.border = rgb(0x2b2c33);
    t.borderStrong = rgb(0x3d3f48);
    t.text = rgb(0xecedf0);
    t.textSecondary = rgb(0xb4b6c0);
    t.textTertiary = rgb(0x9fa1ac);
    t.textDisabled = rgb(0x62646e);
    t.accent = rgb(a.fill);
    t.accentHover = rgb(a.hover).lighter(108);
    t.accentPressed = rgb(a.pressed);
    t.accentInk = rgb(0xffffff);
    t.accentSoft = rgb(a.softDark);
    t.accentText = rgb(a.textDark);
    t.mark = rgb(0x5b4a12);
    t.danger = t.hue(u"red"_s);
    t.warning = t.hue(u"yellow"_s);
    t.success = t.hue(u"green"_s);
    t.info = t.hue(u"blue"_s);
    t.dangerFill = rgb(0xc5362c);
    t.shadow = QColor(0, 0, 0, 120);
    return t;
}

Hue Tokens::hue(const QString& token) const
{
    const QString name = canonicalHue(token);
    const auto found =
        std::find_if(hues.begin(), hues.end(), [&](const HueColours& h) { return name == QStringView(h.name); });
    const HueColours& h = found == hues.end() ? hues.front() : *found;
    return dark ? Hue{rgb(h.softDark), rgb(h.textDark), rgb(h.solidDark)}
                : Hue{rgb(h.softLight), rgb(h.textLight), rgb(h.solidLight)};
}

QStringList accentNames()
{
    QStringList names;
    for (const AccentColours& accent : accents)
        names += QStringView(accent.name).toString();
    return names;
}

QStringList hueNames()
{
    QStringList names;
    for (const HueColours& hue : hues)
        names += QStringView(hue.name).toString();
    return names;
}

double contrast(const QColor& a, const QColor& b)
{
    const double one = luminance(a);
    const double other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

}

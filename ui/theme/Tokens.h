#pragma once

#include <QColor>
#include <QString>
#include <QStringList>

#include <vector>

namespace kith {

// A colour that means a kind of thing: an option's, a tag's, an avatar's. Text on `soft` reads at 4.5:1 or better.
struct Hue
{
    QColor soft;  // behind text
    QColor text;  // on soft, and on any surface
    QColor solid; // a dot, a bar
};

// Every colour of the interface, for one of light and dark and one accent. The only place where colours are chosen.
struct Tokens
{
    bool dark = false;

    QColor window;  // navigation, frame
    QColor surface; // pages
    QColor raised;  // menus, cards, dialogs
    QColor field;   // where one types
    QColor hover;
    QColor pressed;
    QColor selected;
    QColor border;
    QColor borderStrong;

    QColor text;
    QColor textSecondary;
    QColor textTertiary;
    QColor textDisabled; // the one text below 4.5:1: what cannot be used

    QColor accent; // filled controls
    QColor accentHover;
    QColor accentPressed;
    QColor accentInk;  // on accent
    QColor accentSoft; // a tint behind accentText
    QColor accentText; // links, the chosen one, on any surface
    QColor mark;       // behind the part of a text that matched

    Hue danger;
    Hue warning;
    Hue success;
    Hue info;
    QColor dangerFill;
    QColor shadow;

    // `accent`: one of accentNames(); any other is the first.
    static Tokens light(const QString& accent);
    static Tokens darkOnes(const QString& accent);

    // By the token in the catalog ("blue"); any other is gray.
    Hue hue(const QString& token) const;
};

QStringList accentNames();
QStringList hueNames();

// WCAG 2.1 contrast of two opaque colours, 1-21.
double contrast(const QColor& a, const QColor& b);

// Spaces on a grid of 4 px, in device-independent pixels.
namespace space {
inline constexpr int xs = 4;
inline constexpr int s = 8;
inline constexpr int m = 12;
inline constexpr int l = 16;
inline constexpr int xl = 24;
inline constexpr int xxl = 32;
inline constexpr int huge = 48;
}

namespace radius {
inline constexpr int small = 4;
inline constexpr int control = 6;
inline constexpr int card = 10;
}

namespace size {
inline constexpr int control = 32; // height of buttons and fields
inline constexpr int compact = 28; // in dense places
inline constexpr int row = 36;     // of a list
inline constexpr int header = 32;  // of a list
inline constexpr int icon = 16;
inline constexpr int navigation = 216;
}

inline constexpr int motionMs = 120;

}

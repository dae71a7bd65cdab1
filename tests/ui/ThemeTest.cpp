#include "ui/theme/Theme.h"
#include "tests/support/Test.h"
#include "ui/theme/Icons.h"

#include <QApplication>

using namespace Qt::StringLiterals;
using namespace kith;

namespace {

constexpr double readable = 4.5;

std::vector<Tokens> everyTheme()
{
    std::vector<Tokens> all;
    for (const QString& accent : accentNames()) {
        all.push_back(Tokens::light(accent));
        all.push_back(Tokens::darkOnes(accent));
    }
    return all;
}

}

TEST_CASE("every text can be read on everything it stands on, in light and dark and every accent")
{
    for (const Tokens& t : everyTheme()) {
        for (const QColor& ground : {t.window, t.surface, t.raised, t.field, t.hover, t.selected}) {
            INFO((t.dark ? "dark " : "light ")
                 << ground.name().toStdString() << " accent " << t.accent.name().toStdString());
            CHECK(contrast(t.text, ground) >= readable);
            CHECK(contrast(t.textSecondary, ground) >= readable);
            CHECK(contrast(t.textTertiary, ground) >= readable);
            CHECK(contrast(t.accentText, ground) >= readable);
            CHECK(contrast(t.danger.text, ground) >= readable);
        }
        CHECK(contrast(t.text, t.pressed) >= readable);
        CHECK(contrast(t.textSecondary, t.pressed) >= readable);
        CHECK(contrast(t.text, t.mark) >= readable);
        for (const QColor& fill : {t.accent, t.accentHover, t.accentPressed})
            CHECK(contrast(t.accentInk, fill) >= readable);
        CHECK(contrast(t.accentInk, t.dangerFill) >= readable);
        CHECK(contrast(t.accentText, t.accentSoft) >= readable);
    }
}

TEST_CASE("the word on every pill can be read")
{
    for (const Tokens& t : {Tokens::light({}), Tokens::darkOnes({})})
        for (const QString& name : hueNames()) {
            const Hue hue = t.hue(name);
            INFO(name.toStdString());
            CHECK(contrast(hue.text, hue.soft) >= readable);
            CHECK(contrast(hue.text, t.surface) >= readable);
        }
}

TEST_CASE("the measure of contrast is WCAG's")
{
    CHECK(contrast(Qt::black, Qt::white) == Approx(21));
    CHECK(contrast(Qt::white, Qt::white) == Approx(1));
    CHECK(contrast(QColor(0x76, 0x76, 0x76), Qt::white) == Approx(4.54).margin(0.01));
}

TEST_CASE("an icon is drawn in the colour it is asked for, and an unknown one is none")
{
    const QImage red = iconPixmap(u"search"_s, Qt::red, 32, 1).toImage();
    bool found = false;
    for (int y = 0; y < red.height(); ++y)
        for (int x = 0; x < red.width(); ++x) {
            const QColor pixel = red.pixelColor(x, y);
            found = found || (pixel.alpha() > 200 && pixel.red() > 200 && pixel.blue() < 60);
        }
    CHECK(found);
    CHECK(icon(u"no-such-icon"_s).isNull());
    CHECK_FALSE(icon(u"search"_s).isNull());
}

#pragma once

#include <QString>

#include <rapidcheck.h>

#include <vector>

namespace kith::testing {

// Text of the kinds that meet in customers' data, with rare and hostile characters among them.
inline rc::Gen<QString> anyText()
{
    const auto character = rc::gen::weightedOneOf<char32_t>({
        {8, rc::gen::inRange<char32_t>(0x20, 0x7f)},
        {4, rc::gen::inRange<char32_t>(0x4e00, 0x9fff)},
        {2, rc::gen::inRange<char32_t>(0xa0, 0x250)},
        {1, rc::gen::inRange<char32_t>(0x300, 0x370)},
        {1, rc::gen::inRange<char32_t>(0x370, 0x530)},
        {1, rc::gen::inRange<char32_t>(0x1100, 0x1200)},
        {1, rc::gen::inRange<char32_t>(0x3040, 0x3100)},
        {1, rc::gen::inRange<char32_t>(0xac00, 0xd7a4)},
        {2, rc::gen::inRange<char32_t>(0xff00, 0xffef)},
        {1, rc::gen::inRange<char32_t>(0x10000, 0x110000)},
        {1, rc::gen::inRange<char32_t>(0, 0xd800)},
    });
    return rc::gen::map(rc::gen::container<std::vector<char32_t>>(character), [](const std::vector<char32_t>& text) {
        return QString::fromUcs4(text.data(), qsizetype(text.size()));
    });
}

}

// How a property that does not hold shows the text that broke it.
namespace rc {
inline void showValue(const QString& text, std::ostream& out)
{
    out << '"' << text.toStdString() << '"';
}
}

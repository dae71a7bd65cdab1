#pragma once

#include "core/services/demo/DemoCompanyCustomers.h"

#include <optional>
#include <vector>

namespace kith {

// In which way a customer was entered a second time.
enum class DemoTwinKind {
    OtherForm,   // another legal form or none, the phone written otherwise
    Traditional, // in traditional characters
    Wide,        // in capitals or full-width letters
    PlaceMoved,  // 北京晨光有限公司, 晨光（北京）有限公司
    PlaceLeftOut,
    Slip,  // a letter or character changed, left out or swapped
    Sound, // another character of the same sound
    ShortName,
    SecondPhone, // another phone stands before the one that is shared
    Renamed,     // another name for the same tax number
    Sparse,      // only name and city
    OnlyMail,    // no phone, no tax number
    Reordered,   // family name first
    Title,       // 先生, Dr.
};
QString demoTwinKey(DemoTwinKind kind);

struct DemoTwin
{
    DemoTwinKind kind = DemoTwinKind::OtherForm;
    DemoCustomer facts;
};

// The same customer as somebody else might enter it who did not look; nothing for one that no two people would
// recognise (a person without phone and mail).
std::optional<DemoTwin> demoTwinOf(const DemoCustomer& original, DemoRandom& random);

}

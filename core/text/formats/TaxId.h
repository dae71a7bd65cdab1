#pragma once

#include "core/text/formats/Country.h"

#include <QString>

#include <optional>

namespace kith {

enum class TaxIdForm {
    Other,        // of no form known here
    ChinaUnified, // 统一社会信用代码, GB 32100-2015, 18 characters with a check character
    ChinaOld,     // 15-digit taxpayer number, before 2015
    EuropeanVat,  // country prefix and the member state's shape
    UnitedStatesEin,
};
enum class TaxIdCheck { NotChecked, Right, Wrong };

// A tax number, as it is compared: no blanks or hyphens, one width, upper case.
struct TaxId
{
    QString normalized;
    TaxIdForm form = TaxIdForm::Other;
    TaxIdCheck check = TaxIdCheck::NotChecked; // Wrong only where the form has a check character that disagrees

    bool operator==(const TaxId&) const = default;
};

// Never refuses: whether a wrong check character is an error is the caller's to say (TaxIdInvalid). The country helps
// to tell forms apart; without it the text must speak for itself. Any thread.
TaxId readTaxId(QStringView typed, std::optional<CountryCode> country = std::nullopt);
QString shownTaxId(const TaxId& id); // EIN as 12-3456789, others as normalized

}

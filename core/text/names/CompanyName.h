#pragma once

#include <QString>

namespace kith {

// A company's name in its parts, for comparing: 北京晨光文具集团有限公司 has the core 晨光文具 and the place 北京.
struct CompanyName
{
    QString whole;       // folded and simplified, letters and digits only
    QString core;        // without legal form, place and 集团; never empty unless the whole is
    QString place;       // 北京, also of 北京市, (北京) and "Beijing"; empty: none
    bool branch = false; // 分公司: another one than its company

    static CompanyName read(QStringView name); // any thread, some microseconds
    bool operator==(const CompanyName&) const = default;
};

// How two names agree, from not at all to wholly.
enum class NameAgreement : std::uint8_t {
    Unknown, // one of them is empty
    Different,
    OtherPlace,   // the same but for the place, or a branch: two companies
    Short,        // one says only the beginning of the other, or its first name by a letter
    OneCharacter, // one Chinese character changed, left out or put in
    SoundsAlike,  // Chinese characters of the same sound
    Slip,         // a slip of the fingers, or two in a long name
    WithoutPlace, // the same, where one of them has no place
    Reordered,    // the same words in another order
    Same,
};

// Whether digits, also Chinese ones (第一, 第二), are the same: they tell things apart.
bool sameDigits(QStringView a, QStringView b);

NameAgreement compareCompanies(const CompanyName& a, const CompanyName& b);

}

#pragma once

#include "core/text/formats/Country.h"

#include <QString>

#include <optional>

// How PhoneNumber::parse() works inside, apart so that a test can compare the two ways.
namespace kith {

struct PhoneReading
{
    QString e164;
    QString extension;

    bool operator==(const PhoneReading&) const = default;
};

// Only forms whose reading is plain from their digits: Chinese mobile, landline and 400 numbers, North American ones,
// and complete numbers with + of some plain countries. Nothing for all others.
std::optional<PhoneReading> readPlainPhone(QStringView typed, CountryCode home);

// By libphonenumber. Nothing where it finds no number, or one of an impossible length.
std::optional<PhoneReading> readPhoneByLibrary(QStringView typed, CountryCode home);

}

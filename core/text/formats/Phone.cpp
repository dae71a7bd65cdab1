#include "core/text/formats/Phone.h"

#include "core/text/formats/PhoneReading.h"

#include <phonenumbers/phonenumberutil.h>

#include <string>

namespace kith {

namespace {

using namespace Qt::StringLiterals;
using Library = i18n::phonenumbers::PhoneNumberUtil;
using LibraryNumber = i18n::phonenumbers::PhoneNumber;

constexpr qsizetype longestPhone = 100;

// Chinese words for an extension, as the library understands one.
QString withKnownExtension(QStringView typed)
{
    auto text = typed.toString();
    for (const auto& word : {u"分机"_s, u"分機"_s, u"转"_s, u"轉"_s})
        text.replace(word, " ext. "_L1);
    return text;
}

// Nothing but zeros at the front may look like a number and yet be read as another one the next time.
bool isStable(const std::string& e164)
{
    LibraryNumber again;
    std::string text;
    if (Library::GetInstance()->Parse(e164, "ZZ", &again) == Library::NO_PARSING_ERROR)
        Library::GetInstance()->Format(again, Library::E164, &text);
    return text == e164;
}

}

std::optional<PhoneReading> readPhoneByLibrary(QStringView typed, CountryCode home)
{
    const auto* library = Library::GetInstance();
    LibraryNumber number;
    const auto parsed = library->Parse(withKnownExtension(typed).toStdString(), home.toString().toStdString(), &number);
    if (parsed != Library::NO_PARSING_ERROR || library->IsPossibleNumberWithReason(number) != Library::IS_POSSIBLE)
        return std::nullopt;
    std::string e164;
    library->Format(number, Library::E164, &e164);
    if (number.italian_leading_zero() && !isStable(e164))
        return std::nullopt;
    return PhoneReading{QString::fromStdString(e164), QString::fromStdString(number.extension())};
}

Result<PhoneNumber> PhoneNumber::parse(QStringView typed, CountryCode home)
{
    auto reading = readPlainPhone(typed, home);
    if (!reading && typed.size() <= longestPhone)
        reading = readPhoneByLibrary(typed, home);
    if (!reading)
        return Error{ErrorCode::PhoneInvalid, {QString(), typed.toString()}};
    return PhoneNumber(std::move(reading->e164), std::move(reading->extension));
}

QString PhoneNumber::toString() const
{
    return m_extension.isEmpty() ? m_e164 : m_e164 + ";ext="_L1 + m_extension;
}

QString PhoneNumber::international() const
{
    const auto* library = Library::GetInstance();
    LibraryNumber number;
    if (library->Parse(toString().toStdString(), "ZZ", &number) != Library::NO_PARSING_ERROR)
        return toString();
    std::string text;
    library->Format(number, Library::INTERNATIONAL, &text);
    return QString::fromStdString(text);
}

std::optional<CountryCode> callingCountry(const QString& e164)
{
    const auto* library = Library::GetInstance();
    LibraryNumber number;
    if (library->Parse(e164.toStdString(), "ZZ", &number) != Library::NO_PARSING_ERROR)
        return std::nullopt;
    std::string region;
    library->GetRegionCodeForCountryCode(number.country_code(), &region);
    return CountryCode::fromIso(QString::fromStdString(region));
}

}

#pragma once

#include "core/base/Result.h"
#include "core/text/formats/Country.h"

#include <QString>

namespace kith {

// A telephone number with its country, as far as its digits tell. What the person typed is the caller's to keep.
class PhoneNumber
{
public:
    // Fails with PhoneInvalid{"", typed} where libphonenumber finds no number or one of an impossible length. Common
    // Chinese and North American forms and +E.164 are read without it (0.1 us instead of 20 us), never differently.
    // Also takes what toString() gives, and 转 or 分机 before an extension. Any thread.
    static Result<PhoneNumber> parse(QStringView typed, CountryCode home);

    const QString& e164() const { return m_e164; }           // +8613812345678
    const QString& extension() const { return m_extension; } // digits, often empty
    QString toString() const;                                // +8613812345678;ext=12, as RFC 3966 writes it
    QString international() const;                           // +86 138 1234 5678, and the extension

    bool operator==(const PhoneNumber&) const = default;

private:
    PhoneNumber(QString e164, QString extension) : m_e164(std::move(e164)), m_extension(std::move(extension)) {}

    QString m_e164;
    QString m_extension;
};

// The country, or the largest of those, whose calling code an E.164 number begins with.
std::optional<CountryCode> callingCountry(const QString& e164);

}

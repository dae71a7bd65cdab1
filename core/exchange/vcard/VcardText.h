#pragma once

#include "core/exchange/bytes/Encoding.h"
#include "core/exchange/vcard/VcardLines.h"

#include <QStringList>

namespace kith {

// Which version a card says it is; it decides what a backslash means.
enum class VcardVersion { Two, Three, Four };

// How the characters of values become text.
class VcardText
{
public:
    // `fallback`: for bytes that are not UTF-8 and of which the card says nothing that fits.
    explicit VcardText(const Encoding& fallback) : m_fallback(fallback) {}

    // The whole value, escapes resolved.
    QString text(const VcardProperty& property, VcardVersion version);
    // Its parts apart by ';' (N, ORG, ADR) or ',' (CATEGORIES), escapes resolved.
    QStringList parts(const VcardProperty& property, VcardVersion version, QChar separator);

    // Whether bytes met so far meant nothing and became U+FFFD.
    bool repaired() const { return m_repaired; }
    void clearRepaired() { m_repaired = false; }

private:
    QString decoded(const VcardProperty& property);

    Encoding m_fallback;
    bool m_repaired = false;
};

// The bytes of a value, its quoted-printable or base64 undone; a separator that stood in quoted-printable is one no
// more.
std::string plainBytes(const VcardProperty& property);

}

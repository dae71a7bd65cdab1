#pragma once

#include "core/base/Id.h"
#include "core/base/Result.h"

#include <QString>

#include <ostream>

// How a failing check shows our values. Found by argument-dependent look-up.
inline std::ostream& operator<<(std::ostream& out, const QString& text)
{
    return out << '"' << text.toStdString() << '"';
}
inline std::ostream& operator<<(std::ostream& out, const QByteArray& bytes)
{
    return out << '"' << bytes.toStdString() << '"';
}

namespace kith {

inline std::ostream& operator<<(std::ostream& out, const Id128& id)
{
    return out << id.toString().toStdString();
}
inline std::ostream& operator<<(std::ostream& out, ErrorCode code)
{
    return out << "ErrorCode(" << int(code) << ')';
}
inline std::ostream& operator<<(std::ostream& out, const Error& error)
{
    return out << error.code << ' ' << error.detail.join(QStringLiteral(" | ")).toStdString();
}

}

// REQUIRE that a Result holds a value, showing the error if not.
#define REQUIRE_OK(result)                                                                                             \
    do {                                                                                                               \
        const auto& kithChecked = (result);                                                                            \
        if (!kithChecked.ok()) {                                                                                       \
            FAIL("expected a value, got " << kithChecked.error());                                                     \
        }                                                                                                              \
    } while (false)

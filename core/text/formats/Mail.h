#pragma once

#include "core/base/Result.h"

#include <QString>

namespace kith {

// A mail address, as RFC 5321 and 6531 let people have one (no quoted local parts, no address literals).
class MailAddress
{
public:
    // Takes also "Ada <ada@example.com>", "mailto:", full-width signs and blanks around. Fails with
    // MailInvalid{"", typed}. Any thread.
    static Result<MailAddress> parse(QStringView typed);

    const QString& address() const { return m_address; } // local part as typed, domain in lower case
    QString domain() const { return m_address.mid(m_address.lastIndexOf(u'@') + 1); }
    QString key() const; // for comparing: all lower case

    bool operator==(const MailAddress&) const = default;

private:
    explicit MailAddress(QString address) : m_address(std::move(address)) {}

    QString m_address;
};

}

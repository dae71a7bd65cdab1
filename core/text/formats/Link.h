#pragma once

#include "core/base/Result.h"

#include <QString>

namespace kith {

// A web address that is safe to open: http, https or ftp, with a host.
class WebLink
{
public:
    // "example.com/a" gets https://; other schemes (javascript:, file:) are refused. Fails with LinkInvalid{"", typed}.
    // Any thread.
    static Result<WebLink> parse(QStringView typed);

    const QString& url() const { return m_url; } // scheme and host in lower case, no lone slash at the end
    QString host() const;                        // without www.
    QString shown() const;                       // without https:// and www.
    QString key() const;                         // for comparing: shown(), case folded, so http and https are the same

    bool operator==(const WebLink&) const = default;

private:
    explicit WebLink(QString url) : m_url(std::move(url)) {}

    QString m_url;
};

}

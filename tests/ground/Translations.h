#pragma once

#include <QString>
#include <QStringList>

#include <set>
#include <vector>

namespace kith::ground {

// One string of a .ts file.
struct Message
{
    QString context;
    QString source;
    QString comment;
    QStringList translations; // one a plural form
    bool finished = false;

    QString key() const { return context + u'|' + source + u'|' + comment; }
};

// The strings of a .ts file; none of a text that is not one.
std::vector<Message> messagesOf(const QString& ts);

// The strings that a person would see in English, or with a value missing: unfinished, empty, or without a place (%1,
// %n) that the source has, or with one that it has not. An English form for exactly one may leave %n out.
enum class Counted { Always, NotForOne };
std::vector<QString> faultsOf(const std::vector<Message>& messages, Counted counted);

// The keys of the first that the second lacks.
std::vector<QString> missingFrom(const std::vector<Message>& wanted, const std::vector<Message>& present);

}

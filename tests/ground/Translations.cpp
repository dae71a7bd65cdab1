#include "tests/ground/Translations.h"

#include <QRegularExpression>
#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kith::ground {

namespace {

QStringList placesOf(const QString& text)
{
    static const QRegularExpression place(u"%(L?\\d{1,2}|n)"_s);
    QStringList places;
    for (auto found = place.globalMatch(text); found.hasNext();)
        places.append(found.next().captured());
    places.sort();
    places.removeDuplicates();
    return places;
}

bool saysTheSame(const Message& message, Counted counted)
{
    for (const auto& translation : message.translations) {
        auto wanted = placesOf(message.source);
        if (counted == Counted::NotForOne && !translation.contains(u"%n"))
            wanted.removeAll(u"%n"_s);
        if (translation.trimmed().isEmpty() || placesOf(translation) != wanted)
            return false;
    }
    return !message.translations.isEmpty();
}

Message readMessage(QXmlStreamReader& xml, const QString& context)
{
    Message message;
    message.context = context;
    while (xml.readNextStartElement()) {
        if (xml.name() == u"source") {
            message.source = xml.readElementText();
        } else if (xml.name() == u"comment") {
            message.comment = xml.readElementText();
        } else if (xml.name() == u"translation") {
            message.finished = !xml.attributes().hasAttribute(u"type"_s);
            QString text;
            while (!xml.atEnd() && xml.readNext() != QXmlStreamReader::EndElement) {
                if (xml.isStartElement())
                    message.translations.append(xml.readElementText());
                else
                    text += xml.text();
            }
            if (message.translations.isEmpty())
                message.translations.append(text);
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

}

std::vector<Message> messagesOf(const QString& ts)
{
    std::vector<Message> messages;
    QXmlStreamReader xml(ts);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name")
            context = xml.readElementText();
        else if (xml.name() == u"message")
            messages.push_back(readMessage(xml, context));
    }
    return messages;
}

std::vector<QString> faultsOf(const std::vector<Message>& messages, Counted counted)
{
    std::vector<QString> faults;
    for (const auto& message : messages) {
        if (!message.finished || !saysTheSame(message, counted))
            faults.push_back(message.key());
    }
    return faults;
}

std::vector<QString> missingFrom(const std::vector<Message>& wanted, const std::vector<Message>& present)
{
    std::set<QString> keys;
    for (const auto& message : present)
        keys.insert(message.key());
    std::vector<QString> missing;
    for (const auto& message : wanted) {
        if (!keys.contains(message.key()))
            missing.push_back(message.key());
    }
    return missing;
}

}

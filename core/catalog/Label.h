#pragma once

#include <QMap>
#include <QString>

namespace kith {

// What an element is called, by language tag ("en", "zh"). A company's own elements may have one language only.
class Label
{
public:
    Label() = default;
    explicit Label(QMap<QString, QString> texts) : m_texts(std::move(texts)) {}

    // The text in `language` ("zh_CN" finds "zh"), else English, else any; empty only for an empty label.
    QString in(const QString& language) const;
    const QMap<QString, QString>& texts() const { return m_texts; }
    bool isEmpty() const { return m_texts.isEmpty(); }
    bool operator==(const Label&) const = default;

private:
    QMap<QString, QString> m_texts;
};

}

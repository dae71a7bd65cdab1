#pragma once

#include "core/text/names/CompanyName.h"

#include <QStringList>

namespace kith {

// A person's name for comparing: Chinese as one word, others as words in the order of the alphabet, without titles.
struct PersonName
{
    QString whole; // the words as they came, joined; 王小明, oliviapemberton
    QStringList words;

    static PersonName read(QStringView name); // "Pemberton, Olivia", "Dr. O. Pemberton", 王小明先生. Any thread.
    bool isEmpty() const { return words.isEmpty(); }
    QString key() const { return words.join(u' '); }
    bool operator==(const PersonName&) const = default;
};

NameAgreement comparePersons(const PersonName& a, const PersonName& b);

}

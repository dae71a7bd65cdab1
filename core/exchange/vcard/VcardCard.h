#pragma once

#include "core/exchange/vcard/VcardText.h"

#include <map>

namespace kith {

// The properties of one card, between its BEGIN and END.
struct VcardCard
{
    static constexpr std::size_t mostProperties = 2'000;
    static constexpr std::size_t mostBytes = std::size_t(16) << 20;

    VcardVersion version = VcardVersion::Three;
    std::vector<VcardProperty> properties;
    std::size_t bytes = 0;
    int pictures = 0;     // counted, not kept
    int leftOut = 0;      // what was too large or too much to keep
    bool isAgent = false; // the last property was one whose value is a card of its own

    void add(VcardProperty property);
    bool isEmpty() const { return properties.empty(); }
};

// A card as a row: texts by the names of their columns, empty ones left out. The columns are called as the properties
// (TEL, EMAIL, ORG), and FAMILY-NAME and the like for the parts of N, DEPARTMENT for what follows the organisation,
// WECHAT and QQ for what is said in many ways. What a card has several times is one text as fields read it: "mobile:
// 138 0013 8000; work: 010 8888 0000"; addresses are as exactText() has them.
struct VcardRow
{
    std::map<QString, QString> cells;
    QStringList notices; // what was left out
};

// `entity`: what the cards become; a card that Kith wrote for another kind of record has no `id`. Empty: any.
VcardRow rowOf(const VcardCard& card, VcardText& text, const QString& entity);

// The columns of these names in the order in which people look for them.
QStringList inUsualOrder(QStringList columns);

// By what the card of a record is known again, whatever a phone does to it: "kith-contact-0190...".
QString vcardUid(const QString& entity, const QString& id);

}

#pragma once

#include <QStringView>

namespace kith {

// A place with which Chinese companies' names begin (北京, 江苏, 昆山), as it is written without 省, 市, 区 or 县.
struct PlacePrefix
{
    QStringView place; // empty: none
    int units = 0;     // UTF-16 units at the beginning of the text that say it, with 省 or 市
};

// The place at the beginning of a folded, simplified text; of several (江苏省昆山市) the last, which is the narrowest.
// Any thread; the views live as long as the program or as the text.
PlacePrefix placePrefix(QStringView text);

// The same for one word in Latin letters without tones: "shanghai" is 上海. Only names of five letters or more.
QStringView placeOfLatin(QStringView word);

bool isPlace(QStringView text); // all of it

}

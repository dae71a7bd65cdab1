#pragma once

#include <QString>

#include <random>
#include <vector>

namespace kith::bench {

inline constexpr int searchesMixed = 200;

// What of a record is looked for.
struct QuerySample
{
    QString name;
    QString phone;
    QString mail;
};

// As people search: a quarter one character (surnames by their real frequency), parts of names in characters and in
// pinyin whole or by initials, ends of numbers, mail addresses. Each is to be typed key by key.
std::vector<QString> mixedQueries(const std::vector<QuerySample>& samples, std::mt19937& random);

}

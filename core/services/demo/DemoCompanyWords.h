#pragma once

#include "core/services/demo/DemoCompanyRandom.h"

#include <QString>

// The words that the demo company and its customers are made of. Names of companies are put together from parts that no
// real one is known to have; mail and web addresses end in `.example` (RFC 2606).
namespace kith::demoWords {

struct PersonName
{
    QString family;
    QString given;
    QString full;
    QString latin; // lower-case letters for a mail address
    bool woman = false;
};

// Surnames by their share of the population (household register, 2020).
PersonName chinesePerson(DemoRandom& random);
// By the country's usual names; another country's are English ones.
PersonName foreignPerson(DemoRandom& random, QStringView country);

struct City
{
    QStringView country; // ISO 3166
    QStringView region;
    QStringView name;
    // China: area code, and digits of a number there. Elsewhere: what telephone numbers begin with that the country's
    // authority keeps for stories, and how many digits follow; empty where it keeps none.
    QStringView dial;
    int digits;
    QStringView postcode; // how it begins
    int weight;
};
QString shortName(const City& city); // as a company's name has it, without its 市
const City& chineseCity(DemoRandom& random);
const City& foreignCity(DemoRandom& random);
QString chineseDistrict(DemoRandom& random);
QString chineseStreet(DemoRandom& random);
QString foreignStreet(DemoRandom& random, QStringView country);

struct Trade
{
    QStringView industry; // option of `customer.industry`
    QStringView chinese;  // in a company's name: 精密机械
    QStringView english;  // Precision
    int weight;
};
const Trade& trade(DemoRandom& random);

struct CompanyName
{
    QString full;
    QString brand;
    QString core;   // place, brand and trade, however the full name puts them
    QString domain; // without .example
};
// With so many syllables more than usual in the brand.
CompanyName chineseCompany(DemoRandom& random, const City& city, const Trade& trade, int moreSyllables);
CompanyName foreignCompany(DemoRandom& random, const City& city, const Trade& trade, int moreSyllables);

QString chineseNote(DemoRandom& random); // a sentence or some about a customer
QString englishNote(DemoRandom& random);

}

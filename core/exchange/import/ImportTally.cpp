#include "core/exchange/import/ImportTally.h"

#include <QJsonArray>

#include <algorithm>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t firstTexts = 100;
constexpr std::size_t firstGuesses = 1'000;

QJsonObject textsToJson(const std::map<QString, std::int64_t>& texts)
{
    QJsonObject json;
    for (const auto& [text, rows] : texts)
        json[text] = qint64(rows);
    return json;
}

std::map<QString, std::int64_t> textsFromJson(const QJsonObject& json)
{
    std::map<QString, std::int64_t> texts;
    for (auto it = json.begin(); it != json.end(); ++it)
        texts[it.key()] = it.value().toInteger();
    return texts;
}

std::vector<ImportReport::Reason> byFrequency(const std::map<QString, std::int64_t>& texts)
{
    std::vector<ImportReport::Reason> sorted;
    sorted.reserve(texts.size());
    for (const auto& [text, rows] : texts)
        sorted.push_back({text, rows});
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.rows > b.rows; });
    return sorted;
}

}

void ImportTally::count(Texts& texts, const QString& text)
{
    if (texts.size() < firstTexts || texts.contains(text))
        ++texts[text];
}

void ImportTally::add(const std::vector<LinkGuess>& guesses)
{
    for (const auto& guess : guesses) {
        const GuessKey key{guess.field, {guess.typed, guess.taken}};
        if (m_guesses.size() < firstGuesses || m_guesses.contains(key))
            ++m_guesses[key];
    }
}

void ImportTally::add(const QStringList& warnings)
{
    for (const auto& warning : warnings)
        warn(warning);
}

QJsonObject ImportTally::toJson() const
{
    QJsonArray guesses;
    for (const auto& [key, rows] : m_guesses)
        guesses.append(QJsonArray{key.first, key.second.first, key.second.second, qint64(rows)});
    return {{u"reasons"_s, textsToJson(m_reasons)}, {u"warnings"_s, textsToJson(m_warnings)}, {u"guesses"_s, guesses}};
}

ImportTally ImportTally::fromJson(const QJsonObject& json)
{
    ImportTally tally;
    tally.m_reasons = textsFromJson(json["reasons"_L1].toObject());
    tally.m_warnings = textsFromJson(json["warnings"_L1].toObject());
    for (const auto& entry : json["guesses"_L1].toArray()) {
        const auto guess = entry.toArray();
        tally.m_guesses[{guess[0].toString(), {guess[1].toString(), guess[2].toString()}}] = guess[3].toInteger();
    }
    return tally;
}

void ImportTally::fill(ImportReport& report) const
{
    report.guesses.clear();
    for (const auto& [key, rows] : m_guesses)
        report.guesses.push_back({key.first, key.second.first, key.second.second, rows});
    report.reasons = byFrequency(m_reasons);
    report.warnings = byFrequency(m_warnings);
}

}

#pragma once

#include "core/exchange/ImportPlan.h"
#include "core/store/Drafter.h"

#include <QJsonObject>

#include <map>

namespace kith {

// What an import has to say beside its counts. Keeps the first 100 different reasons and warnings and the first 1,000
// guesses, whatever the file's size, and how often each came.
class ImportTally
{
public:
    void reject(const QString& reason) { count(m_reasons, reason); }
    void warn(const QString& warning) { count(m_warnings, warning); }
    void add(const std::vector<LinkGuess>& guesses);
    void add(const QStringList& warnings);

    // For an import that may be cut off, and goes on.
    QJsonObject toJson() const;
    static ImportTally fromJson(const QJsonObject& json);

    // Most frequent first.
    void fill(ImportReport& report) const;

private:
    using Texts = std::map<QString, std::int64_t>;
    using GuessKey = std::pair<QString, std::pair<QString, QString>>;
    static void count(Texts& texts, const QString& text);

    Texts m_reasons;
    Texts m_warnings;
    std::map<GuessKey, std::int64_t> m_guesses;
};

}

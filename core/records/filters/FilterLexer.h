#pragma once

#include "core/records/Query.h"

#include <QStringView>

#include <optional>

namespace kith {

struct FilterToken
{
    enum class Kind { Word, Quoted, Comparison, Open, Close, Comma, Unclosed, End };
    Kind kind = Kind::End;
    QString text;                              // Word and Quoted, without its quotes
    Comparison comparison = Comparison::Equal; // Comparison: one of the signs
    qsizetype position = 0;                    // from 0

    bool isWord(QStringView word) const { return kind == Kind::Word && word.compare(text, Qt::CaseInsensitive) == 0; }
};

// Cuts a filter's text into tokens, one ahead. Full-width signs and quotes are taken as what they look like; inside
// quotes every character stands for itself, two quotes for one.
class FilterLexer
{
public:
    explicit FilterLexer(QStringView text) : m_text(text) { next(); }

    const FilterToken& token() const { return m_token; }
    FilterToken take();

private:
    void next();
    bool readSign();
    void readQuoted(QChar closing);
    void readWord();
    QChar at(qsizetype position) const;

    QStringView m_text;
    qsizetype m_position = 0;
    FilterToken m_token;
};

}

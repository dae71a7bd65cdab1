#pragma once

#include <QString>

#include <vector>

namespace kith::ground {

struct SourceFile
{
    QString path; // from the root, with slashes
    QString text;
};

struct Include
{
    int line = 0; // from 1
    QString file; // as written between the quotes or brackets
    bool quoted = false;
};

// The text with every comment blanked out, line breaks kept. Strings, raw strings too, stay as they are.
QString withoutComments(const QString& text);

// The includes that the compiler sees: not those in comments.
std::vector<Include> includesOf(const SourceFile& file);

}

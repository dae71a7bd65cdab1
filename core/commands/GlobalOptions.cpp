#include "core/commands/GlobalOptions.h"

#include "core/commands/Arguments.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QStandardPaths>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QString systemLanguage()
{
    return QLocale::system().language() == QLocale::Chinese ? u"zh_CN"_s : u"en"_s;
}

bool isLanguage(const QString& language)
{
    return language == "zh_CN"_L1 || language == "en"_L1;
}

// Where the option puts its value; null for one that is none of these.
QString* target(GlobalOptions& options, const QString& name)
{
    if (name == "book"_L1)
        return &options.book;
    if (name == "passphrase-file"_L1)
        return &options.passphraseFile;
    if (name == "recovery-file"_L1)
        return &options.recoveryFile;
    return name == "lang"_L1 ? &options.language : nullptr;
}

bool* switchOf(GlobalOptions& options, const QString& word)
{
    if (word == "--keychain"_L1)
        return &options.keychain;
    if (word == "--json"_L1)
        return &options.json;
    if (word == "--help"_L1 || word == "-h"_L1)
        return &options.help;
    return word == "--version"_L1 ? &options.version : nullptr;
}

}

Result<CommandLine> readCommandLine(const QStringList& words)
{
    CommandLine line;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const auto& word = words[i];
        if (word == "--"_L1) {
            line.words += words.sliced(i);
            break;
        }
        if (bool* on = switchOf(line.options, word)) {
            *on = true;
            continue;
        }
        const auto name = word.startsWith("--"_L1) ? word.section(u'=', 0, 0).sliced(2) : QString();
        QString* value = name.isEmpty() ? nullptr : target(line.options, name);
        if (!value) {
            if (line.words.isEmpty() && word.startsWith(u'-'))
                return wrongUsage(Tr::tr("There is no option %1; see kith-cli --help.").arg(word));
            line.words += word;
            continue;
        }
        if (!word.contains(u'=') && i + 1 == words.size())
            return wrongUsage(Tr::tr("The option --%1 needs a value.").arg(name));
        *value = word.contains(u'=') ? word.section(u'=', 1) : words[++i];
        if (value->isEmpty())
            return wrongUsage(Tr::tr("The option --%1 needs a value.").arg(name));
    }
    auto& options = line.options;
    if (!options.language.isEmpty() && !isLanguage(options.language))
        return wrongUsage(Tr::tr("The language “%1” is not known; give zh_CN or en.").arg(options.language));
    if (options.language.isEmpty())
        options.language = systemLanguage();
    options.book = options.book.isEmpty() ? defaultBookPath() : QFileInfo(options.book).absoluteFilePath();
    return line;
}

QString languageOf(const QStringList& words)
{
    for (qsizetype i = 0; i < words.size() && words[i] != "--"_L1; ++i) {
        const auto language = words[i] == "--lang"_L1             ? words.value(i + 1)
                              : words[i].startsWith("--lang="_L1) ? words[i].section(u'=', 1)
                                                                  : QString();
        if (isLanguage(language))
            return language;
    }
    return systemLanguage();
}

QString defaultBookPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/customers.kith"_s;
}

Result<QStringList> splitWords(const QString& line)
{
    QStringList words;
    QString word;
    bool begun = false;
    QChar quote;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        const bool escapes = c == u'\\' && quote != u'\'' && i + 1 < line.size();
        if (escapes) {
            word += line[++i];
            begun = true;
        } else if (!quote.isNull()) {
            if (c == quote)
                quote = QChar();
            else
                word += c;
        } else if (c == u'"' || c == u'\'') {
            quote = c;
            begun = true;
        } else if (c.isSpace()) {
            if (begun)
                words += std::exchange(word, {});
            begun = false;
        } else {
            word += c;
            begun = true;
        }
    }
    if (!quote.isNull())
        return wrongUsage(Tr::tr("A quotation mark %1 is not closed.").arg(quote));
    if (begun)
        words += word;
    return words;
}

}

#include "ui/shell/Commands.h"

#include "ui/models/CellText.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

HitLine command(const QString& name, const QString& text, const QString& icon, const QString& keys = {})
{
    HitLine line;
    line.kind = HitLine::Kind::Command;
    line.command = name;
    line.text = text;
    line.icon = icon;
    line.shortcut = keys;
    return line;
}

}

std::vector<HitLine> allCommands(const Catalog& catalog, const QString& language)
{
    std::vector<HitLine> lines;
    for (const Entity& entity : catalog.entities())
        if (entity.place == Place::Page)
            lines.push_back(command(u"new:"_s + entity.key,
                                    QCoreApplication::translate("kith::Commands", "New %1")
                                        .arg(inSentence(entity.label.in(language), language)),
                                    u"plus"_s));
    lines.push_back(command(u"home"_s, QCoreApplication::translate("kith::Commands", "Go home"), u"house"_s, u"G H"_s));
    for (const Entity& entity : catalog.entities()) {
        if (entity.place == Place::Part)
            continue;
        const QString keys = entity.key == "customer"_L1      ? u"G C"_s
                             : entity.key == "opportunity"_L1 ? u"G O"_s
                                                              : QString();
        lines.push_back(command(u"go:"_s + entity.key,
                                QCoreApplication::translate("kith::Commands", "Go to %1")
                                    .arg(inSentence(entity.plural.in(language), language)),
                                entity.icon, keys));
    }
    lines.push_back(
        command(u"import"_s, QCoreApplication::translate("kith::Commands", "Import from a file"), u"upload"_s));
    lines.push_back(
        command(u"duplicates"_s, QCoreApplication::translate("kith::Commands", "Find duplicates"), u"copy"_s));
    lines.push_back(
        command(u"quality"_s, QCoreApplication::translate("kith::Commands", "Check data quality"), u"list-checks"_s));
    lines.push_back(
        command(u"export"_s, QCoreApplication::translate("kith::Commands", "Export this list"), u"download"_s));
    lines.push_back(
        command(u"view"_s, QCoreApplication::translate("kith::Commands", "Keep this list as a view"), u"eye"_s));
    lines.push_back(
        command(u"columns"_s, QCoreApplication::translate("kith::Commands", "Choose columns"), u"columns-3"_s));
    lines.push_back(command(u"undo"_s, QCoreApplication::translate("kith::Commands", "Undo the last change"),
                            u"undo-2"_s, u"Ctrl Z"_s));
    lines.push_back(
        command(u"redo"_s, QCoreApplication::translate("kith::Commands", "Redo"), u"redo-2"_s, u"Ctrl Shift Z"_s));
    lines.push_back(
        command(u"settings"_s, QCoreApplication::translate("kith::Commands", "Open the settings"), u"settings"_s));
    lines.push_back(command(u"theme:light"_s, QCoreApplication::translate("kith::Commands", "Light theme"), u"sun"_s));
    lines.push_back(command(u"theme:dark"_s, QCoreApplication::translate("kith::Commands", "Dark theme"), u"moon"_s));
    lines.push_back(
        command(u"lock"_s, QCoreApplication::translate("kith::Commands", "Lock the book"), u"lock"_s, u"Ctrl L"_s));
    lines.push_back(
        command(u"help"_s, QCoreApplication::translate("kith::Commands", "Help"), u"circle-question-mark"_s, u"F1"_s));
    lines.push_back(command(u"shortcuts"_s, QCoreApplication::translate("kith::Commands", "Keyboard shortcuts"),
                            u"keyboard"_s, u"?"_s));
    return lines;
}

std::vector<HitLine> commandsMatching(const std::vector<HitLine>& commands, const QString& typed, std::size_t most)
{
    const QStringList words = typed.split(u' ', Qt::SkipEmptyParts);
    std::vector<HitLine> lines;
    for (const HitLine& one : commands) {
        const bool matches = std::all_of(words.begin(), words.end(), [&](const QString& word) {
            return one.text.contains(word, Qt::CaseInsensitive) || one.command.contains(word, Qt::CaseInsensitive);
        });
        if (matches && lines.size() < most)
            lines.push_back(one);
    }
    return lines;
}

}

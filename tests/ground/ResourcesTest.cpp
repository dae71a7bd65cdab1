#include "tests/ground/SourceTree.h"
#include "tests/support/Skip.h"
#include "tests/support/Test.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace kith::ground;

namespace {

// The icons that catalog files and code name and the program does not have, with the file that names each.
QStringList unknownIcons(const Files& files)
{
    static const QRegularExpression inCatalog(u"\"icon\"\\s*:\\s*\"([^\"]+)\""_s);
    static const QRegularExpression inCode(u"\\b[iI]con(?:Pixmap|Button)?\\(u\"([a-z0-9-]+)\""_s);
    QStringList unknown;
    for (const auto& file : files) {
        const auto isCatalog = file.path.startsWith(u"resources/catalog/") && file.path.endsWith(u".json");
        if (!isCatalog && !file.path.startsWith(u"ui/") && !file.path.startsWith(u"app/"))
            continue;
        for (auto found = (isCatalog ? inCatalog : inCode).globalMatch(file.text); found.hasNext();) {
            if (const auto name = found.next().captured(1); !QFile::exists(u":/icons/"_s + name + u".svg"_s))
                unknown.append(file.path + u": "_s + name);
        }
    }
    return unknown;
}

}

TEST_CASE("every icon that is listed is in the program, coloured by whoever draws it")
{
    const auto lines = textOf(u"resources/icons/icons.txt"_s).split(u'\n', Qt::SkipEmptyParts);
    REQUIRE(lines.size() > 50);
    for (const auto& name : lines) {
        if (name.startsWith(u'#'))
            continue;
        QFile icon(u":/icons/"_s + name + u".svg"_s);
        INFO(name.toStdString());
        REQUIRE(icon.open(QFile::ReadOnly));
        CHECK(icon.readAll().contains("stroke=\"currentColor\""));
    }
    CHECK_FALSE(QFile::exists(u":/icons/no-such-icon.svg"_s));
}

TEST_CASE("every icon that the catalog or the window names is in the program")
{
    CHECK(unknownIcons({{u"resources/catalog/a.json"_s, u"{ \"icon\": \"house\" }"_s},
                        {u"ui/pages/A.cpp"_s, u"auto a = icon(u\"house\"_s);"_s}})
              .isEmpty());
    CHECK(unknownIcons({{u"resources/catalog/a.json"_s, u"{ \"icon\": \"hause\" }"_s},
                        {u"ui/pages/A.cpp"_s, u"auto a = theme.icon(u\"hause\"_s); IconButton(u\"hause\"_s, this);"_s}})
              .size() == 3);
    if (!trackedFiles())
        KITH_SKIP("this is no checkout, or there is no git");
    CHECK(unknownIcons(*trackedFiles()).join(u'\n').toStdString() == "");
}

TEST_CASE("the program carries its translations and the terms of its parts")
{
    QTranslator translator;
    CHECK(translator.load(u":/i18n/kith_zh_CN.qm"_s));
    CHECK(translator.load(u":/i18n/kith_en.qm"_s));
    CHECK_FALSE(translator.load(u":/i18n/kith_none.qm"_s));
    CHECK(QDir(u":/licences"_s).entryList() == QStringList{u"kith"_s, u"lucide"_s});
}

#include "tests/support/Test.h"

#include <QDir>
#include <QFile>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace {

QString iconNames()
{
    QFile file(QStringLiteral(KITH_SOURCE_DIR) + u"/resources/icons/icons.txt"_s);
    return file.open(QFile::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

}

TEST_CASE("every icon that is listed is in the program, coloured by whoever draws it")
{
    const auto lines = iconNames().split(u'\n', Qt::SkipEmptyParts);
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

TEST_CASE("the program carries its translations and the terms of its parts")
{
    QTranslator translator;
    CHECK(translator.load(u":/i18n/kith_zh_CN.qm"_s));
    CHECK(translator.load(u":/i18n/kith_en.qm"_s));
    CHECK_FALSE(translator.load(u":/i18n/kith_none.qm"_s));
    CHECK(QDir(u":/licences"_s).entryList() == QStringList{u"kith"_s, u"lucide"_s});
}

#include "app/desktop/Options.h"

#include "core/keys/SecretFile.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

Error wrong(const QString& what)
{
    return Error{ErrorCode::WrongUsage, {what}};
}

// "customer", "customer/new", "customer/VIEW", "settings/keys", "home", ...
Location placeFrom(const QString& text)
{
    const QString name = text.section(u'/', 0, 0);
    const QString rest = text.section(u'/', 1);
    if (name.isEmpty() || name == "home"_L1)
        return {};
    if (name == "settings"_L1)
        return {Location::Kind::Settings, {}, {}, rest, {}};
    if (name == "import"_L1)
        return {Location::Kind::Import, {}, {}, rest.isEmpty() ? QString() : rest, {}};
    if (name == "duplicates"_L1)
        return {Location::Kind::Duplicates, rest, {}, {}, {}};
    if (name == "quality"_L1)
        return {Location::Kind::Quality, rest.section(u'/', 0, 0), {}, rest.section(u'/', 1), {}};
    if (name == "help"_L1)
        return {Location::Kind::Help, {}, {}, rest, {}};
    if (name == "welcome"_L1)
        return {Location::Kind::Welcome, {}, {}, {}, {}};
    if (name == "unlock"_L1)
        return {Location::Kind::Unlock, {}, {}, {}, {}};
    if (rest == "new"_L1)
        return {Location::Kind::New, name, {}, {}, {}};
    return {Location::Kind::List, name, {}, rest, {}};
}

Result<Location> recordFrom(const QString& text)
{
    const QString id = text.section(u'/', 1, 1);
    const QString rest = text.section(u'/', 2);
    const auto record = RecordId::fromString(id);
    if (!record)
        return wrong(u"--open wants ENTITY/ID"_s);
    const bool edit = rest == "edit"_L1;
    return Location{edit ? Location::Kind::Edit : Location::Kind::Record,
                    text.section(u'/', 0, 0),
                    *record,
                    edit ? QString() : rest,
                    {}};
}

Result<QSize> sizeFrom(const QString& text)
{
    const QSize size(text.section(u'x', 0, 0).toInt(), text.section(u'x', 1, 1).toInt());
    if (size.width() < 200 || size.height() < 200 || size.width() > 8000 || size.height() > 8000)
        return wrong(u"--size wants WIDTHxHEIGHT"_s);
    return size;
}

}

Result<Options> readOptions(const QCoreApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Customer management on your own computer."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    const auto add = [&](const QString& name, const QString& text, const QString& value = {}) {
        parser.addOption(QCommandLineOption(name, text, value));
    };
    add(u"book"_s, u"Open this book."_s, u"FILE"_s);
    add(u"passphrase-file"_s, u"Read the passphrase from this file's first line."_s, u"FILE"_s);
    add(u"keychain"_s, u"Open with the system keychain."_s);
    add(u"demo"_s, u"Look around in the demo company."_s);
    add(u"page"_s,
        u"Begin at home, settings, import, duplicates, quality, or the key of an entity (customer, customer/new)."_s,
        u"NAME"_s);
    add(u"open"_s, u"Begin at this record."_s, u"ENTITY/ID"_s);
    add(u"search"_s, u"Type this into the search field."_s, u"TEXT"_s);
    add(u"act"_s, u"Do this command of the page, as its key would."_s, u"NAME"_s);
    add(u"screenshot"_s, u"Draw the page into this file without asking anything, and leave."_s, u"OUT.png"_s);
    add(u"size"_s, u"Size of the window."_s, u"1440x900"_s);
    add(u"theme"_s, u"light or dark; else the system's."_s, u"THEME"_s);
    add(u"lang"_s, u"zh_CN or en; else the system's."_s, u"LANG"_s);
    add(u"print-timing"_s, u"Print the time from start to painted rows."_s);
    parser.process(application);

    Options options;
    options.book = parser.value(u"book"_s);
    options.demo = parser.isSet(u"demo"_s);
    options.search = parser.value(u"search"_s);
    options.act = parser.value(u"act"_s);
    options.screenshot = parser.value(u"screenshot"_s);
    options.theme = parser.value(u"theme"_s);
    options.language = parser.value(u"lang"_s);
    options.printTiming = parser.isSet(u"print-timing"_s);
    options.place = placeFrom(parser.value(u"page"_s));
    if (!options.theme.isEmpty() && options.theme != "light"_L1 && options.theme != "dark"_L1)
        return wrong(u"--theme wants light or dark"_s);
    if (parser.isSet(u"size"_s)) {
        KITH_TRY(options.size, sizeFrom(parser.value(u"size"_s)));
    }
    if (parser.isSet(u"open"_s)) {
        KITH_TRY(options.place, recordFrom(parser.value(u"open"_s)));
    }
    if (parser.isSet(u"keychain"_s))
        options.way = WayIn{WayIn::Kind::Keychain, {}};
    if (parser.isSet(u"passphrase-file"_s)) {
        KITH_TRY(auto passphrase, readSecretFile(parser.value(u"passphrase-file"_s)));
        options.way = WayIn{options.way ? WayIn::Kind::PassphraseAndKeychain : WayIn::Kind::Passphrase, passphrase};
    }
    return options;
}

}

#include "tests/ground/TreeRules.h"

#include <QCryptographicHash>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <optional>

using namespace Qt::StringLiterals;

namespace kith::ground {

namespace {

// Folders between the same two signs stand side by side.
const auto Floors = u"base < text, crypto < catalog < records < access, wire < database, keys < store < work < "
                    u"exchange, insight, automation < sync, hub < services < commands, ui < app"_s;
const auto UiFloors = u"theme < models < widgets < dialogs < pages < shell"_s;
const auto AppFloors = u"desktop, cli, hub"_s;

QHash<QString, int> ranks(const QString& floors)
{
    QHash<QString, int> ranks;
    const auto levels = floors.split(u'<');
    for (int rank = 0; rank < levels.size(); ++rank) {
        for (const auto& folder : levels.at(rank).split(u','))
            ranks.insert(folder.trimmed(), rank);
    }
    return ranks;
}

// Where a file stands: its floor in the house, and its floor within ui or app.
struct Place
{
    QString folder;
    int floor = 0;
    QString room;
    int roomFloor = 0;
};

std::optional<Place> placeOf(const QString& path)
{
    static const auto floors = ranks(Floors);
    static const auto uiFloors = ranks(UiFloors);
    static const auto appFloors = ranks(AppFloors);
    const auto parts = path.split(u'/');
    Place place;
    if (parts.first() == u"core" && parts.size() > 2) {
        place.folder = parts.at(1);
    } else if ((parts.first() == u"ui" || parts.first() == u"app") && parts.size() > 2) {
        const auto& rooms = parts.first() == u"ui" ? uiFloors : appFloors;
        place.folder = parts.first();
        place.room = parts.at(1);
        if (!rooms.contains(place.room))
            return std::nullopt;
        place.roomFloor = rooms.value(place.room);
    }
    if (!floors.contains(place.folder))
        return std::nullopt;
    place.floor = floors.value(place.folder);
    return place;
}

bool isProduct(const QString& path)
{
    return path.startsWith(u"app/") || path.startsWith(u"core/") || path.startsWith(u"ui/");
}

bool isCode(const QString& path)
{
    return path.endsWith(u".h") || path.endsWith(u".cpp");
}

bool isInside(const QString& path, const QStringList& folders)
{
    return std::any_of(folders.begin(), folders.end(), [&](const QString& folder) { return path.startsWith(folder); });
}

void checkInclude(const SourceFile& file, const Place& from, const Include& include, std::vector<Breach>& breaches)
{
    const auto ours = isProduct(include.file);
    if (!ours) {
        if (include.quoted && !include.file.endsWith(u".moc"))
            breaches.push_back({file.path, include.line, u"includes \"%1\", not from the root"_s.arg(include.file)});
        return;
    }
    const auto to = placeOf(include.file);
    if (!to) {
        breaches.push_back({file.path, include.line, u"includes %1, which has no floor"_s.arg(include.file)});
        return;
    }
    const bool inReach =
        from.folder == to->folder ? from.room == to->room || from.roomFloor > to->roomFloor : from.floor > to->floor;
    if (!inReach)
        breaches.push_back({file.path, include.line, u"includes %1, which is not below it"_s.arg(include.file)});
}

struct Part
{
    QString name;
    QRegularExpression include; // what is written in an #include
    QRegularExpression target;  // what a CMakeLists.txt says to link it
    QStringList homes;
};

const std::vector<Part>& parts()
{
    const auto pattern = [](const QString& text) { return QRegularExpression(text); };
    // Sockets on the same machine (QLocalServer: one window a book) are in Qt's network library, but are no network.
    static const std::vector<Part> parts{
        {u"Boost"_s, pattern(u"^boost/"_s), pattern(u"\\bBoost::"_s), {u"core/hub/"_s}},
        {u"Qt Network"_s,
         pattern(u"^(QtNetwork/(?!QLocal)|QNetwork|QTcp|QUdp|QSsl|QHost|QAbstractSocket|QDns)"_s),
         pattern(u"\\bQt6::Network\\b"_s),
         {u"core/sync/"_s, u"app/desktop/"_s}},
        {u"QtKeychain"_s, pattern(u"keychain/keychain\\.h$"_s), pattern(u"\\bQt6Keychain::"_s), {u"core/keys/"_s}},
        {u"SQLite's API"_s,
         pattern(u"^sqlite3(mc|ext)?.*\\.h$"_s),
         pattern(u"\\bsqlite3mc\\b"_s),
         {u"core/database/"_s}},
        {u"libsodium"_s, pattern(u"^sodium(\\.h$|/)"_s), pattern(u"(?i)\\b(lib)?sodium\\b"_s), {u"core/crypto/"_s}},
        {u"libphonenumber"_s, pattern(u"^phonenumbers/"_s), pattern(u"(?i)phonenumber"_s), {u"core/text/"_s}},
        {u"minizip"_s, pattern(u"^minizip/"_s), pattern(u"\\bminizip\\b"_s), {u"core/exchange/"_s}},
        {u"libxlsxwriter"_s, pattern(u"^xlsxwriter"_s), pattern(u"\\bxlsxwriter\\b"_s), {u"core/exchange/"_s}},
        {u"Qt Widgets and Charts"_s,
         pattern(u"^(QtWidgets|QtCharts|QtSvgWidgets|QtPrintSupport)/"
                 u"|^Q(Application|Label|Menu|\\w*(Widget|Dialog|Button|Layout|Delegate|Box|Edit|MainWindow|Chart"
                 u"|ListView|TableView|TreeView))$"_s),
         pattern(u"\\bQt6::(Widgets|Charts|SvgWidgets|PrintSupport)\\b"_s),
         {u"ui/"_s, u"app/desktop/"_s}},
    };
    return parts;
}

void findInLines(const SourceFile& file, const QString& text, const QRegularExpression& pattern, const QString& why,
                 std::vector<Breach>& breaches)
{
    for (auto found = pattern.globalMatch(text); found.hasNext();) {
        const auto start = found.next().capturedStart();
        breaches.push_back({file.path, int(text.left(start).count(u'\n')) + 1, why});
    }
}

struct Word
{
    QRegularExpression pattern;
    QString why;
    bool inTests; // whether tests must do without it too
};

const std::vector<Word>& words()
{
    using Option = QRegularExpression::PatternOption;
    static const std::vector<Word> words{
        {QRegularExpression(u"\\bSELECT\\s+(DISTINCT\\s+)?(\\w+\\.)?\\*"_s, Option::CaseInsensitiveOption),
         u"names no columns"_s, false},
        {QRegularExpression(u"\\bQEventLoop\\b"_s), u"waits in a nested event loop"_s, false},
        {QRegularExpression(u"\\bprocessEvents\\b"_s), u"runs other people's events in the middle"_s, false},
        {QRegularExpression(u"\\bsqlite3_backup"_s), u"sqlite3_backup leaves unreadable files: VACUUM INTO"_s, false},
        {QRegularExpression(u"\\b(QThread::[mu]?sleep|sleep_for|sleep_until|qSleep|usleep|nanosleep)\\b"_s),
         u"sleeps instead of waiting for what it waits for"_s, true},
    };
    return words;
}

}

std::vector<Breach> floorBreaches(const Files& files)
{
    std::vector<Breach> breaches;
    for (const auto& file : files) {
        if (!isCode(file.path) || !isProduct(file.path))
            continue;
        const auto place = placeOf(file.path);
        if (!place) {
            breaches.push_back({file.path, 0, u"stands on no floor"_s});
            continue;
        }
        for (const auto& include : includesOf(file))
            checkInclude(file, *place, include, breaches);
    }
    return breaches;
}

std::vector<Breach> partBreaches(const Files& files)
{
    static const QRegularExpression comment(u"#[^\n]*"_s);
    std::vector<Breach> breaches;
    for (const auto& file : files) {
        if (!isProduct(file.path))
            continue;
        for (const auto& part : parts()) {
            if (isInside(file.path, part.homes))
                continue;
            if (file.path.endsWith(u"CMakeLists.txt")) {
                auto text = file.text;
                findInLines(file, text.remove(comment), part.target, u"links "_s + part.name, breaches);
            } else if (isCode(file.path)) {
                for (const auto& include : includesOf(file)) {
                    if (part.include.match(include.file).hasMatch())
                        breaches.push_back({file.path, include.line, u"includes "_s + part.name});
                }
            }
        }
    }
    return breaches;
}

std::vector<Breach> wordBreaches(const Files& files)
{
    // Not written in one piece, so that this file has none of them.
    static const QRegularExpression unfinished(u"\\b(TO"
                                               u"DO|FIX"
                                               u"ME|X"
                                               u"XX)\\b"_s);
    std::vector<Breach> breaches;
    for (const auto& file : files) {
        findInLines(file, file.text, unfinished, u"is not finished"_s, breaches);
        if (!isCode(file.path) || file.path.startsWith(u"tests/ground/"))
            continue;
        const auto code = withoutComments(file.text);
        for (const auto& word : words()) {
            if (isProduct(file.path) || word.inTests)
                findInLines(file, code, word.pattern, word.why, breaches);
        }
    }
    return breaches;
}

std::vector<Breach> sizeBreaches(const Files& files)
{
    std::vector<Breach> breaches;
    for (const auto& file : files) {
        if (!isCode(file.path))
            continue;
        const auto most = file.path.endsWith(u".h") ? 200 : 600;
        if (const auto lines = file.text.count(u'\n'); lines > most)
            breaches.push_back({file.path, 0, u"has %1 lines, more than %2"_s.arg(lines).arg(most)});
    }
    return breaches;
}

std::vector<Breach> nameBreaches(const Files& files)
{
    static const QRegularExpression emptyName(
        u"(Manager|Helper|Util|Utils|Utility|Utilities|Common|Misc)(\\.\\w+)?$"_s);
    static const QRegularExpression type(u"\\b(?:class|struct|enum class)\\s+(\\w+)[^;\\w]"_s);
    std::vector<Breach> breaches;
    for (const auto& file : files) {
        if (!isCode(file.path) || file.path.startsWith(u"tests/ground/")) // which plants some
            continue;
        if (emptyName.match(file.path).hasMatch())
            breaches.push_back({file.path, 0, u"has a name that says nothing"_s});
        for (auto found = type.globalMatch(withoutComments(file.text)); found.hasNext();) {
            if (const auto name = found.next().captured(1); emptyName.match(name).hasMatch())
                breaches.push_back({file.path, 0, name + u" is a name that says nothing"_s});
        }
    }
    return breaches;
}

std::vector<Breach> licenceBreaches(const SourceFile& licence, const SourceFile& terms)
{
    static const auto gpl3 = "3972dc9744f6499f0f9b2dbf76696f2ae7ad8af9b23dde66d6af86c9dfb36986"_ba;
    std::vector<Breach> breaches;
    if (QCryptographicHash::hash(licence.text.toUtf8(), QCryptographicHash::Sha256).toHex() != gpl3)
        breaches.push_back({licence.path, 0, u"is not the text of the GPL, version 3"_s});
    if (!terms.text.contains(u"GPL-3.0-or-later"))
        breaches.push_back({terms.path, 0, u"does not name GPL-3.0-or-later"_s});
    return breaches;
}

std::vector<Breach> addressBreaches(const Files& files)
{
    static const QRegularExpression address(u"\\b(https?|ftp|git|ssh)://(?!\\w+\\.example\\b)|\\bgit@"_s);
    std::vector<Breach> breaches;
    for (const auto& file : files) {
        const auto name = file.path.section(u'/', -1);
        if (name == u"CMakeLists.txt" || name.endsWith(u".cmake") || file.path == u"CMakePresets.json" ||
            isInside(file.path, {u"installer/"_s, u".ci/"_s}))
            findInLines(file, file.text, address, u"holds an address"_s, breaches);
    }
    return breaches;
}

std::vector<Breach> lockBreaches(const SourceFile& lock)
{
    std::vector<Breach> breaches;
    const auto packages = QJsonDocument::fromJson(lock.text.toUtf8()).object()[u"packages"_s].toObject();
    if (packages.isEmpty())
        breaches.push_back({lock.path, 0, u"has no packages"_s});
    for (auto package = packages.begin(); package != packages.end(); ++package) {
        const auto entry = package.value().toObject();
        if (package.key().isEmpty())
            continue;
        if (entry[u"version"_s].toString().isEmpty() || entry[u"integrity"_s].toString().isEmpty())
            breaches.push_back({lock.path, 0, package.key() + u" is not pinned"_s});
        if (entry.contains(u"dependencies"_s) || entry.contains(u"hasInstallScript"_s))
            breaches.push_back({lock.path, 0, package.key() + u" brings more than its tarball"_s});
    }
    if (lock.text.contains(u"://"))
        breaches.push_back({lock.path, 0, u"holds an address"_s});
    return breaches;
}

std::vector<Breach> layoutBreaches(const QStringList& paths)
{
    static const QStringList allowed{
        u"CMakeLists.txt"_s, u"CMakePresets.json"_s, u"LICENSE"_s, u"README.md"_s,    u"app"_s, u"core"_s,
        u"installer"_s,      u"resources"_s,         u"tests"_s,   u"translations"_s, u"ui"_s};
    std::vector<Breach> breaches;
    QStringList seen;
    for (const auto& path : paths) {
        const auto top = path.section(u'/', 0, 0);
        if (seen.contains(top))
            continue;
        seen.append(top);
        if (!allowed.contains(top) && !top.startsWith(u'.'))
            breaches.push_back({top, 0, u"is not in the layout"_s});
    }
    return breaches;
}

}

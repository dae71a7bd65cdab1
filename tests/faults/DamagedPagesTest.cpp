#include "tests/faults/Ledger.h"
#include "tests/support/RecordingVfs.h"
#include "tests/support/TestBook.h"

#include <functional>
#include <random>

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype page = 4096;
constexpr int last = 40;

void put(const QString& path, const QByteArray& bytes)
{
    QFile out(path);
    REQUIRE(out.open(QIODevice::WriteOnly));
    REQUIRE(out.write(bytes) == bytes.size());
}

// A book of forty transactions with some unused pages, all in one file.
struct Sound
{
    Cipher cipher;
    QByteArray file;
    qint64 unusedPages = 0;

    explicit Sound(Cipher of) : cipher(of)
    {
        TestBook book;
        auto connection = Connection::open(options(book, OpenMode::Create));
        REQUIRE_OK(connection);
        REQUIRE_OK(Ledger::create(*connection));
        REQUIRE_OK(connection->execute("CREATE TABLE gone(a); INSERT INTO gone VALUES(zeroblob(30000))"));
        for (int number = 1; number <= last; ++number)
            REQUIRE_OK(Ledger::write(*connection, number));
        REQUIRE_OK(connection->execute("DROP TABLE gone"));
        unusedPages = connection->integer("PRAGMA freelist_count").value();
        REQUIRE_OK(connection->checkpoint(Checkpoint::Truncate));
        file = bytesOf(book.path());
        REQUIRE(file.size() % page == 0);
    }

    OpenOptions options(const TestBook& book, OpenMode mode) const
    {
        OpenOptions options = book.options(mode);
        options.cipher = cipher;
        if (cipher == Cipher::None)
            options.key = {};
        return options;
    }
};

enum class Seen { Right, Told, Wrong };

Seen look(const Sound& sound, const QByteArray& damaged, Integrity integrity = Integrity::Checked)
{
    const RecordingVfs vfs; // does no syncs, so it is quick
    TestBook book;
    put(book.path(), damaged);
    OpenOptions options = sound.options(book, OpenMode::ReadWrite);
    options.vfs = vfs.name();
    auto connection = Connection::open(options);
    const auto number =
        connection ? Ledger::read(*connection, integrity) : Result<std::optional<int>>(connection.error());
    if (number)
        return *number == last ? Seen::Right : Seen::Wrong;
    switch (number.error().code) {
    case ErrorCode::BookDamaged:
    case ErrorCode::BookKeyWrong:
    case ErrorCode::BookNotABook:
        return Seen::Told;
    default:
        FAIL("told as " << number.error());
        return Seen::Wrong;
    }
}

struct Outcome
{
    int told = 0;
    int wrong = 0;
    void add(Seen seen)
    {
        told += seen == Seen::Told ? 1 : 0;
        wrong += seen == Seen::Wrong ? 1 : 0;
    }
};

// One bit of each page, at a place of the page chosen by `placeOf`.
Outcome flipEveryPage(const Sound& sound, const std::function<qsizetype()>& placeOf,
                      Integrity integrity = Integrity::Checked)
{
    Outcome outcome;
    for (qsizetype start = 0; start < sound.file.size(); start += page) {
        QByteArray damaged = sound.file;
        const qsizetype place = start + placeOf();
        damaged[place] = char(damaged[place] ^ (1 << (place % 8)));
        outcome.add(look(sound, damaged, integrity));
    }
    return outcome;
}

}

TEST_CASE("one changed bit in any page in use is told and never read as data")
{
    const Sound sound(GENERATE(Cipher::Aegis256, Cipher::ChaCha20Poly1305));
    const qsizetype pages = sound.file.size() / page;
    std::mt19937 random(7);
    REQUIRE(pages > 20);
    REQUIRE(sound.unusedPages > 3);
    // The first 16 bytes of the file are random, 8 more hold the size of a page in clear: neither is data.
    const auto anywhere = [&] { return qsizetype(24 + random() % (page - 24)); };
    const auto atTheEnd = [] { return page - 1; }; // where the page's nonce and tag are
    for (const std::function<qsizetype()>& place : {std::function<qsizetype()>(anywhere), {anywhere}, {atTheEnd}}) {
        const Outcome outcome = flipEveryPage(sound, place);
        CHECK(outcome.wrong == 0);
        CHECK(outcome.told >= pages - sound.unusedPages);
    }
    for (qsizetype place = 0; place < 100; ++place) {
        QByteArray damaged = sound.file;
        damaged[place] = char(damaged[place] ^ 4);
        CHECK(look(sound, damaged) != Seen::Wrong);
    }
}

TEST_CASE("control: in a plain file the same changed bits pass as data")
{
    const Sound sound(Cipher::None);
    std::mt19937 random(7);
    int wrong = 0;
    for (int round = 0; round < 5; ++round)
        wrong += flipEveryPage(
                     sound, [&] { return qsizetype(24 + random() % (page - 24)); }, Integrity::Unchecked)
                     .wrong;
    CHECK(wrong > 0);
}

TEST_CASE("a file cut short anywhere is told")
{
    const Sound sound(Cipher::Aegis256);
    for (qsizetype size = 0; size < sound.file.size(); size += page / 4) {
        CAPTURE(size);
        CHECK(look(sound, sound.file.first(size)) == Seen::Told);
    }
}

TEST_CASE("pages exchanged with one another are told")
{
    const Sound sound(Cipher::Aegis256);
    for (qsizetype first = page; first + 2 * page <= sound.file.size(); first += page) {
        const QByteArray moved = sound.file.sliced(first, page);
        QByteArray damaged = sound.file;
        damaged.replace(first, page, sound.file.sliced(first + page, page));
        damaged.replace(first + page, page, moved);
        CHECK(look(sound, damaged) != Seen::Wrong);
    }
}

TEST_CASE("a damaged or shortened log gives whole transactions or an error, and leftovers of shared memory nothing")
{
    TestBook origin;
    Connection connection = origin.open(OpenMode::Create);
    REQUIRE_OK(Ledger::create(connection));
    REQUIRE_OK(connection.checkpoint(Checkpoint::Truncate));
    for (int number = 1; number <= 10; ++number)
        REQUIRE_OK(Ledger::write(connection, number));
    const QByteArray file = bytesOf(origin.path());
    const QByteArray log = bytesOf(origin.path() + u"-wal"_s);
    REQUIRE(log.size() > 10 * page);

    int all = 0;
    int fewer = 0;
    const auto tryLog = [&](const QByteArray& bytes) {
        const RecordingVfs vfs;
        TestBook book;
        put(book.path(), file);
        put(book.path() + u"-wal"_s, bytes);
        put(book.path() + u"-shm"_s, QByteArray(32768, '\x5a'));
        OpenOptions options = book.options(OpenMode::ReadWrite);
        options.vfs = vfs.name();
        auto opened = Connection::open(options);
        REQUIRE_OK(opened);
        const auto number = Ledger::read(*opened);
        REQUIRE_OK(number);
        REQUIRE(number->has_value());
        (**number == 10 ? all : fewer) += 1;
    };
    tryLog(log);
    CHECK(all == 1);
    for (qsizetype place = 0; place < log.size(); place += 777) {
        QByteArray flipped = log;
        flipped[place] = char(flipped[place] ^ 16);
        tryLog(flipped);
        tryLog(log.first(place));
    }
    CHECK(fewer > 50);
}

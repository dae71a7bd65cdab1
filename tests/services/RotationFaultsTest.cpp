// A rotation of the key that fails, or is killed, at each of its steps.
#include "core/services/KeyRotation.h"
#include "core/services/OpenBook.h"
#include "core/store/Verifier.h"
#include "tests/support/RecordingVfs.h"
#include "tests/support/SessionBook.h"
#include "tests/support/Skip.h"

#include <QDir>
#include <QFile>

#include <set>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

namespace {

const QStringList bookFiles{u"book.kith"_s, u"book.kith-keys"_s, u"book.kith-keys2"_s};

// The steps that write key files, of which one and all behind it can be made to fail or to kill the process.
class UncertainStorage final : public KeyStorage
{
public:
    enum class End { Fails, FailsBehind, Kills };
    void endAt(int step, End how)
    {
        m_left = step;
        m_how = how;
    }
    bool hasEnded() const { return m_ended; }

    Result<QByteArray> read(const QString& path, qint64 greatest) const override { return m_disk.read(path, greatest); }
    Status prepare(const QString& path, const QByteArray& bytes) override
    {
        return step(path, [&] { return m_disk.prepare(path, bytes); });
    }
    Status publish(const QString& path) override
    {
        return step(path, [&] { return m_disk.publish(path); });
    }
    void discard(const QString& path) override { m_disk.discard(path); }

private:
    Status step(const QString& path, const std::function<Status()>& act)
    {
        if (m_left < 0 || m_left-- > 0)
            return act();
        m_left = 0; // and all after it
        m_ended = true;
#ifdef Q_OS_UNIX
        if (m_how == End::Kills)
            std::raise(SIGKILL);
#endif
        if (m_how == End::FailsBehind)
            static_cast<void>(act());
        return Error{ErrorCode::DiskFull, {path}};
    }

    DiskKeyStorage m_disk;
    int m_left = -1;
    End m_how = End::Fails;
    bool m_ended = false;
};

Result<QString> contentsOf(OpenBook& book)
{
    auto checked = book.threads->write<QString>([](StoreWriter& writer) -> Result<QString> {
        KITH_TRY(const auto verified, verifyBook(writer));
        return verified.problems.isEmpty() ? verified.hash : verified.problems.join(u'\n');
    });
    checked.waitForFinished();
    return checked.result();
}

// A book with some customers, as files that each trial begins with.
struct Template
{
    SessionBook book;
    QString contents;

    Template()
    {
        for (int i = 0; i < 10; ++i)
            book.create(u"customer", {{u"name"_s, u"Customer %1"_s.arg(i)}});
        contents = book.contents();
        book.renew();
    }
};

// One trial's own copy of them.
struct Trial
{
    QTemporaryDir folder;
    Template& from;
    RecordingVfs vfs;
    std::shared_ptr<UncertainStorage> storage = std::make_shared<UncertainStorage>();

    explicit Trial(Template& start) : from(start) { putBack(bookFiles); }

    QString path() const { return folder.filePath(bookFiles.first()); }
    void putBack(const QStringList& names) const
    {
        for (const auto& name : names) {
            QFile::remove(folder.filePath(name));
            REQUIRE(QFile::copy(from.book.file(name), folder.filePath(name)));
        }
    }
    Result<std::shared_ptr<OpenBook>> open(bool withFaults) const
    {
        OpenRequest request;
        request.path = path();
        request.clock = &from.book.clock();
        request.keychain = &from.book.keychain();
        if (withFaults) {
            request.vfs = vfs.name();
            request.keyStorage = storage;
        }
        return openBook(request, SlotSecret::passphrase(Passphrase::typed(QStringView(SessionBook::passphrase))));
    }
    // Opened as after a new start: whole, with nothing pending and nothing left beside it.
    void checkWhole() const
    {
        const auto again = open(false);
        REQUIRE_OK(again);
        const auto found = contentsOf(**again);
        REQUIRE_OK(found);
        CHECK(*found == from.contents);
        CHECK_FALSE((*again)->keyFile->rotationPending());
        CHECK(QDir(folder.path()).entryList({u"*rotated*"_s}).isEmpty());
    }
};

struct Outcome
{
    int trials = 0;
    int refused = 0;
    int lost = 0; // could not be opened again at once
    std::set<ErrorCode> told;
};

// A rotation that something was planted for, and what the book is then: in use at once, and after a new start.
void rotateAndLook(Trial& trial, const std::function<void()>& plant, const std::function<void()>& heal,
                   Outcome& outcome)
{
    auto book = trial.open(true);
    REQUIRE_OK(book);
    bool lost = false;
    (*book)->lost = [&] { lost = true; };
    plant();
    const auto rotated = rotateKey(**book);
    heal();
    ++outcome.trials;
    if (!rotated) {
        ++outcome.refused;
        outcome.told.insert(rotated.error().code);
    }
    if (lost) {
        ++outcome.lost;
    } else {
        const auto found = contentsOf(**book);
        REQUIRE_OK(found);
        CHECK(*found == trial.from.contents);
    }
    book->reset();
    trial.checkWhole();
}

// The first calls and the last ones, where the steps are, in strides; of the many in between, a few.
qint64 callAfter(qint64 call, qint64 all, qint64 stride)
{
    constexpr qint64 first = 10;
    constexpr qint64 last = 150;
    const bool near = call < first || call >= all - last;
    return call + (near ? stride : std::max<qint64>(1, (all - first - last) / 15));
}

qint64 callsOfRotation(Template& start, Fault fault)
{
    Trial trial(start);
    auto book = trial.open(true);
    REQUIRE_OK(book);
    constexpr qint64 many = 1'000'000;
    trial.vfs.failAfter(many, fault, FaultLasts::Once);
    REQUIRE_OK(rotateKey(**book));
    return many - trial.vfs.callsLeft();
}

}

TEST_CASE("a rotation during which any call of the disk fails leaves a whole book, in use and after a new start")
{
    KITH_LONG_TEST();
    const auto fault = GENERATE(Fault::NoSpace, Fault::InputOutput);
    const auto lasts = GENERATE(FaultLasts::Once, FaultLasts::FromThenOn);
    INFO((fault == Fault::NoSpace ? "no space" : "input and output"));
    INFO((lasts == FaultLasts::Once ? "once" : "from then on"));
    Template start;
    const auto all = callsOfRotation(start, fault);
    const qint64 stride = fault == Fault::InputOutput && lasts == FaultLasts::Once ? 1 : 4;
    Outcome outcome;
    for (qint64 call = 0; call < all; call = callAfter(call, all, stride)) {
        INFO("call " << call << " of " << all);
        Trial trial(start);
        rotateAndLook(
            trial, [&] { trial.vfs.failAfter(call, fault, lasts); }, [&] { trial.vfs.heal(); }, outcome);
    }
    CHECK(outcome.refused > 20);
    if (fault == Fault::NoSpace)
        CHECK(outcome.told == std::set{ErrorCode::DiskFull});
    CHECK((outcome.told.count(ErrorCode::Internal) == 0 && outcome.told.count(ErrorCode::BookKeyWrong) == 0));
}

TEST_CASE("a rotation whose key file cannot be written leaves a whole book, whichever step it is")
{
    using End = UncertainStorage::End;
    const auto how = GENERATE(End::Fails, End::FailsBehind);
    Template start;
    Outcome outcome;
    for (int step = 0;; ++step) {
        INFO("step " << step);
        Trial trial(start);
        rotateAndLook(
            trial, [&] { trial.storage->endAt(step, how); }, [&] { trial.storage->endAt(-1, how); }, outcome);
        if (!trial.storage->hasEnded())
            break;
    }
    CHECK(outcome.trials == 9); // two files prepared and named, when it begins and when it ends; and one without fault
    CHECK(outcome.refused == 3);
    CHECK(outcome.told == std::set{ErrorCode::DiskFull});
}

#ifdef Q_OS_UNIX
namespace {

// Rotates in a process of its own, in which something was planted. True if it came to its end.
bool rotateInChild(Trial& trial, const std::function<void()>& plant)
{
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        const auto book = trial.open(true);
        if (!book)
            ::_exit(2);
        plant();
        ::_exit(rotateKey(**book) ? 0 : 1);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE((WIFSIGNALED(status) || WEXITSTATUS(status) == 0));
    return !WIFSIGNALED(status);
}

}

TEST_CASE("a rotation that is killed at any of its steps leaves a whole book")
{
    KITH_LONG_TEST();
    Template start;
    const auto all = callsOfRotation(start, Fault::Killed);
    int killed = 0;
    int wouldBeLost = 0;
    const auto trial = [&](const std::function<void(Trial&)>& plant) {
        Trial one(start);
        const bool ended = rotateInChild(one, [&] { plant(one); });
        killed += ended ? 0 : 1;
        one.checkWhole();
        // The control: with the key file of before, some of these books could not be opened any more.
        one.putBack({bookFiles[1], bookFiles[2]});
        const auto opened = one.open(false);
        wouldBeLost += opened ? 0 : 1;
        if (!opened)
            CHECK(opened.error().code == ErrorCode::BookKeyWrong);
        return !ended;
    };
    for (qint64 call = 0; call < all; call = callAfter(call, all, 2)) {
        INFO("call " << call << " of " << all);
        trial([&](Trial& one) { one.vfs.failAfter(call, Fault::Killed, FaultLasts::Once); });
    }
    for (int step = 0;; ++step) {
        INFO("step " << step << " of the key file");
        if (!trial([&](Trial& one) { one.storage->endAt(step, UncertainStorage::End::Kills); }))
            break;
    }
    CHECK(killed > 50);
    CHECK(wouldBeLost > 5);
}
#endif

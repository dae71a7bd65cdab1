#include "core/text/Sentences.h"
#include "tests/ui/Window.h"
#include "ui/dialogs/SecretLine.h"
#include "ui/pages/start/HomePage.h"
#include "ui/pages/start/UnlockPage.h"
#include "ui/widgets/Banner.h"

using namespace Qt::StringLiterals;
using namespace kith;
using namespace kith::testing;

namespace {

// The unlock screen of a closed book.
struct UnlockWindow : Window
{
    UnlockPage* screen;

    UnlockWindow() : Window(SessionBook::Begin::Closed)
    {
        shell.setBookPath(book.path());
        screen = page<UnlockPage>();
    }

    template <typename Kind>
    Kind* seen() const
    {
        for (auto* one : screen->findChildren<Kind*>())
            if (one->isVisible())
                return one;
        return nullptr;
    }
    SecretLine* line() const { return seen<SecretLine>(); }
    QString said() const { return seen<Banner>() ? seen<Banner>()->accessibleName() : QString(); }
    void waitFor(const QString& sentence) const
    {
        waitUntil([&] { return said() == sentence; });
    }
};

QString sentenceOf(ErrorCode code)
{
    return sentence(Error{code, {}});
}

}

TEST_CASE("a wrong passphrase is said beside it, and typing the right one over it opens the book")
{
    UnlockWindow window;
    QTest::keyClicks(window.line(), u"not this one"_s);
    QTest::keyClick(window.line(), Qt::Key_Return);
    window.waitFor(sentenceOf(ErrorCode::WrongPassphrase));
    CHECK(window.shell.page() == window.screen);
    CHECK(window.line()->selectedText().size() == 12);
    CHECK(window.line()->hasFocus());
    QTest::keyClicks(window.line(), QString::fromUtf16(SessionBook::passphrase));
    QTest::keyClick(window.line(), Qt::Key_Return);
    window.comes<HomePage>();
}

TEST_CASE("a keychain that does not open the book leads to the passphrase, and says why")
{
    const auto [answer, error] = GENERATE(std::pair(KeychainAnswer::Locked, ErrorCode::KeychainLocked),
                                          std::pair(KeychainAnswer::NotFound, ErrorCode::KeychainNotFound),
                                          std::pair(KeychainAnswer::Timeout, ErrorCode::KeychainTimeout));
    UnlockWindow window;
    need(window.book.session().open(window.book.path(), SessionBook::by()));
    need(window.book.session().care().addKeychain());
    window.comes<HomePage>();
    window.shell.lock();
    window.screen = window.comes<UnlockPage>();
    window.book.keychain().setAnswer(answer);
    click(window.screen, u"Open with the system keychain"_s);
    window.waitFor(sentenceOf(error));
    CHECK(window.line()->hasFocus());
    QTest::keyClicks(window.line(), QString::fromUtf16(SessionBook::passphrase));
    QTest::keyClick(window.line(), Qt::Key_Return);
    window.comes<HomePage>();
}

TEST_CASE("a keychain that is silent can be waited for no longer, and the passphrase typed meanwhile")
{
    UnlockWindow window;
    need(window.book.session().open(window.book.path(), SessionBook::by()));
    need(window.book.session().care().addKeychain());
    window.comes<HomePage>();
    window.shell.lock();
    window.screen = window.comes<UnlockPage>();
    window.book.keychain().setSilent(true);
    CHECK_FALSE(button(window.screen, u"Cancel"_s));
    window.screen->open({WayIn::Kind::Keychain, {}});
    waitUntil([&] { return window.said().contains(u"keychain"_s); });
    SECTION("cancelled")
    {
        click(window.screen, u"Cancel"_s);
        window.waitFor({});
        CHECK_FALSE(button(window.screen, u"Cancel"_s));
        CHECK(button(window.screen, u"Open with the system keychain"_s));
        CHECK(window.book.session().state() == SessionState::Locked);
    }
    QTest::keyClicks(window.line(), QString::fromUtf16(SessionBook::passphrase));
    QTest::keyClick(window.line(), Qt::Key_Return);
    window.comes<HomePage>();
}

TEST_CASE("one types a passphrase that opens the book only together with the keychain as any other")
{
    UnlockWindow window;
    need(window.book.session().open(window.book.path(), SessionBook::by()));
    auto* care = &window.book.session().care();
    need(care->addPassphraseAndKeychain(secret(u"only on this computer")));
    const bool alone = GENERATE(true, false); // whether there is a passphrase alone too
    if (!alone)
        need(care->removeSlot(care->keySlots().front().id));
    window.comes<HomePage>();
    window.shell.lock();
    window.screen = window.comes<UnlockPage>();
    CHECK_FALSE(button(window.screen, u"Open with the system keychain"_s));
    const auto type = [&](const QString& text) {
        window.line()->selectAll();
        QTest::keyClicks(window.line(), text);
        QTest::keyClick(window.line(), Qt::Key_Return);
    };
    type(u"not this one"_s);
    window.waitFor(sentenceOf(ErrorCode::WrongPassphrase));
    window.book.keychain().setAnswer(KeychainAnswer::Locked);
    type(u"only on this computer"_s);
    window.waitFor(sentenceOf(ErrorCode::KeychainLocked));
    window.book.keychain().setAnswer(KeychainAnswer::Ok);
    type(u"only on this computer"_s);
    window.comes<HomePage>();
}

TEST_CASE("the recovery code opens the book, and a slip in it is told from another book's code")
{
    UnlockWindow window;
    need(window.book.session().open(window.book.path(), SessionBook::by()));
    const auto code = need(window.book.session().care().addRecoveryCode());
    window.comes<HomePage>();
    window.shell.lock();
    window.screen = window.comes<UnlockPage>();
    click(window.screen, u"Use the recovery code"_s);
    waitUntil([&] { return window.line() && window.line()->hasFocus(); });
    const auto type = [&](const QString& text) {
        window.line()->selectAll();
        QTest::keyClicks(window.line(), text);
        QTest::keyClick(window.line(), Qt::Key_Return);
    };
    const auto right = code.view().toString();
    auto slip = right;
    slip[0] = slip[0] == u'7' ? u'8' : u'7';
    type(slip);
    window.waitFor(sentenceOf(ErrorCode::RecoveryCodeMistyped));
    type(RecoveryCode::random().text().view().toString());
    window.waitFor(sentenceOf(ErrorCode::WrongRecoveryCode));
    type(right.toLower());
    window.comes<HomePage>();
}

#include "core/crypto/SecretText.h"
#include "tests/support/Test.h"

#include <optional>
#include <type_traits>

#ifdef __linux__
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace kith;

TEST_CASE("a secret text is what was typed, and its copies are the same one")
{
    const auto secret = SecretText::copyOf(u"péché mortel 罪");
    CHECK(secret.view() == QStringView(u"péché mortel 罪"));
    const auto copy = secret;
    CHECK(copy.view().data() == secret.view().data());
    CHECK(copy == SecretText::copyOf(u"péché mortel 罪"));
    CHECK_FALSE(copy == SecretText::copyOf(u"péché mortel"));
    CHECK_FALSE(copy == SecretText());
    CHECK(SecretText() == SecretText::copyOf(u""));
    CHECK(SecretText().isEmpty());
    static_assert(!std::is_convertible_v<SecretText, QString> && !std::is_convertible_v<QString, SecretText>);
}

TEST_CASE("a text that is taken is empty afterwards")
{
    QString typed = QStringLiteral("a passphrase").repeated(2);
    const auto taken = SecretText::take(typed);
    CHECK(typed.isEmpty());
    CHECK(taken == SecretText::copyOf(u"a passphrasea passphrase"));
}

TEST_CASE("bytes become the text that QString would make of them")
{
    for (const QByteArray& bytes : {QByteArray("plain"), QByteArray("z\u00fcrich \u7f6a \U0001f511"), QByteArray(),
                                    QByteArray("broken \xff\xfe bytes"), QByteArray("cut \xe7\xbd")}) {
        INFO(bytes.toStdString());
        CHECK(SecretText::fromUtf8(bytesOf(bytes)).view() == QString::fromUtf8(bytes));
    }
}

TEST_CASE("wiping what is shared empties every copy that shares it")
{
    QString field = QStringLiteral("a passphrase").repeated(2);
    const QString shares = field;
    wipeShared(field);
    CHECK(field.isEmpty());
    CHECK(shares == QString(24, QChar(0)));
}

#ifdef __linux__
namespace {

// How a child ended that reads a secret when some of its copies are gone, as waitpid tells it.
int readWith(bool lastCopyThere)
{
    const auto child = fork();
    if (child == 0) {
        std::signal(SIGSEGV, SIG_DFL); // the test runner's handler would report instead of dying
        std::optional secret(SecretText::copyOf(u"a secret"));
        std::optional copy(*secret);
        const auto* place = secret->view().utf16();
        secret.reset();
        if (!lastCopyThere)
            copy.reset();
        const char16_t read = *static_cast<const volatile char16_t*>(place);
        _exit(read == u'a' ? 0 : 1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return status;
}

}

TEST_CASE("the memory of a secret text is there until its last copy goes, and then no more")
{
    CHECK(readWith(true) == 0);
    CHECK(readWith(false) != 0);
}
#endif

#include "core/commands/CommandContext.h"

#include "core/commands/Arguments.h"
#include "core/commands/Command.h"
#include "core/keys/SecretFile.h"

#include <QCoreApplication>
#include <QFile>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

Error nobodyToAsk()
{
    return wrongUsage(Tr::tr("There is no terminal to ask for the passphrase; give --passphrase-file FILE or "
                             "--keychain."));
}

}

CommandContext::CommandContext(Session& session, const Clock& clock, Terminal& terminal, const CommandList& commands,
                               GlobalOptions options)
    : m_session(session)
    , m_clock(clock)
    , m_terminal(terminal)
    , m_commands(commands)
    , m_options(std::move(options))
{
}

void CommandContext::onSession(const std::function<void()>& call)
{
    QMetaObject::invokeMethod(&m_session, call, Qt::BlockingQueuedConnection);
}

Result<WayIn> CommandContext::wayIn()
{
    WayIn way;
    if (!m_options.recoveryFile.isEmpty()) {
        way.kind = WayIn::Kind::RecoveryCode;
        KITH_TRY(way.secret, readSecretFile(m_options.recoveryFile));
        return way;
    }
    const bool hasFile = !m_options.passphraseFile.isEmpty();
    if (m_options.keychain)
        way.kind = hasFile ? WayIn::Kind::PassphraseAndKeychain : WayIn::Kind::Keychain;
    if (hasFile || !m_options.keychain) {
        KITH_TRY(way.secret, currentPassphrase());
    }
    return way;
}

Result<SecretText> CommandContext::currentPassphrase()
{
    if (!m_options.passphraseFile.isEmpty())
        return readSecretFile(m_options.passphraseFile);
    if (!m_terminal.canAsk())
        return nobodyToAsk();
    const auto typed = m_terminal.askSecret(Tr::tr("Passphrase:"));
    if (!typed)
        return Error{ErrorCode::Cancelled, {}};
    return *typed;
}

Result<SecretText> CommandContext::newPassphrase(const QString& file)
{
    if (!file.isEmpty())
        return readSecretFile(file);
    if (!m_terminal.canAsk())
        return nobodyToAsk();
    const auto typed = m_terminal.askSecret(Tr::tr("New passphrase:"));
    const auto again = typed ? m_terminal.askSecret(Tr::tr("The same again:")) : std::nullopt;
    if (!again)
        return Error{ErrorCode::Cancelled, {}};
    if (!(*typed == *again))
        return wrongUsage(Tr::tr("The two passphrases are not the same; nothing was changed."));
    return *typed;
}

Status CommandContext::openBook(BookUse use)
{
    if (!QFile::exists(m_options.book))
        return Error{ErrorCode::BookMissing, {m_options.book}};
    KITH_TRY(const auto way, wayIn());
    const auto openFor = [&](Session::Access access) {
        QFuture<Result<void>> opened;
        onSession([&] { opened = m_session.open(m_options.book, way, access); });
        return await(opened);
    };
    auto status = openFor(Session::Access::Write);
    if (!status && status.error().code == ErrorCode::BookInUse && use == BookUse::Read)
        status = openFor(Session::Access::ReadBeside);
    return status;
}

}

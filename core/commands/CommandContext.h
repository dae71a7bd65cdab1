#pragma once

#include "core/base/Clock.h"
#include "core/commands/Command.h"
#include "core/commands/GlobalOptions.h"
#include "core/commands/terminal/Terminal.h"
#include "core/services/Session.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

namespace kith {

class CommandList;

// What a command works with. Commands run on a thread of their own and wait there for what they ask; the session lives
// on another one, whose event loop answers the keychain.
class CommandContext
{
public:
    CommandContext(Session& session, const Clock& clock, Terminal& terminal, const CommandList& commands,
                   GlobalOptions options);

    Session& session() { return m_session; }
    RecordDesk& desk() { return m_session.desk(); }
    const Clock& clock() const { return m_clock; }
    Terminal& terminal() { return m_terminal; }
    const CommandList& commands() const { return m_commands; }
    const GlobalOptions& options() const { return m_options; }

    // Opens the book in the way the options say. When only reading, and another program holds it, beside that one.
    Status openBook(BookUse use);
    bool isOpen() const { return m_session.state() == SessionState::Open; }
    // The passphrase of --passphrase-file, or asked for.
    Result<SecretText> currentPassphrase();
    // A passphrase for something new: from its file, or asked for twice.
    Result<SecretText> newPassphrase(const QString& file);

    // Calls it on the session's thread and waits until it has returned.
    void onSession(const std::function<void()>& call);

private:
    Result<WayIn> wayIn();

    Session& m_session;
    const Clock& m_clock;
    Terminal& m_terminal;
    const CommandList& m_commands;
    GlobalOptions m_options;
};

// The answer of a service, or Cancelled where there is none.
template <typename Value>
Result<Value> await(QFuture<Result<Value>> future)
{
    future.waitForFinished();
    if (future.resultCount() == 0)
        return Error{ErrorCode::Cancelled, {}};
    return future.result();
}

// The same, calling `meanwhile` a few times a second until it is there.
template <typename Value>
Result<Value> await(QFuture<Result<Value>> future, const std::function<void()>& meanwhile)
{
    struct Bell
    {
        std::mutex mutex;
        std::condition_variable rung;
        bool over = false;
    };
    const auto bell = std::make_shared<Bell>();
    auto answered = future.then(QtFuture::Launch::Sync, [bell](const QFuture<Result<Value>>& done) {
        auto answer = await(done);
        const std::lock_guard lock(bell->mutex);
        bell->over = true;
        bell->rung.notify_all();
        return answer;
    });
    std::unique_lock lock(bell->mutex);
    while (!bell->rung.wait_for(lock, std::chrono::milliseconds(200), [&] { return bell->over; })) {
        lock.unlock();
        meanwhile();
        lock.lock();
    }
    lock.unlock();
    return await(answered);
}

}

#pragma once

#include "core/keys/keychain/Keychain.h"

#include <QCoreApplication>
#include <QMetaObject>
#include <QObject>

#include <map>
#include <optional>
#include <utility>

namespace kith::testing {

// A keychain in memory that can be put into every state. As the real one it answers from the event loop: let that run,
// or call settle(). Needs kith_keys.
class FakeKeychain final : public Keychain
{
public:
    // From here on every question gets this answer and changes nothing; Ok: an open keychain that does what is asked.
    void setAnswer(KeychainAnswer answer) { m_answer = answer; }
    // From here on no question is answered, only cancelled.
    void setSilent(bool silent) { m_silent = silent; }
    // The state changes when this many more questions have been answered.
    void setAnswerAfter(int questions, KeychainAnswer answer) { m_later = {questions, answer}; }

    // Runs the event loop until all questions have their answers, also those asked by an answer.
    static void settle()
    {
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents();
    }

    std::map<QString, SecureBytes>& entries() { return m_entries; }
    int reads() const { return m_reads; }
    int writes() const { return m_writes; }
    int removals() const { return m_removals; }

    std::unique_ptr<KeychainRequest> read(const QString& entry, Callback callback) override
    {
        ++m_reads;
        return ask(std::move(callback), [this, entry]() -> KeychainReply {
            const auto found = m_entries.find(entry);
            if (found == m_entries.end())
                return {KeychainAnswer::NotFound, {}, {}};
            return {KeychainAnswer::Ok, SecureBytes::copyOf(found->second.bytes()), {}};
        });
    }
    std::unique_ptr<KeychainRequest> write(const QString& entry, const SecureBytes& secret, Callback callback) override
    {
        ++m_writes;
        auto kept = std::make_shared<SecureBytes>(SecureBytes::copyOf(secret.bytes()));
        return ask(std::move(callback), [this, entry, kept]() -> KeychainReply {
            m_entries.insert_or_assign(entry, std::move(*kept));
            return {KeychainAnswer::Ok, {}, {}};
        });
    }
    std::unique_ptr<KeychainRequest> remove(const QString& entry, Callback callback) override
    {
        ++m_removals;
        return ask(std::move(callback), [this, entry]() -> KeychainReply {
            return {m_entries.erase(entry) == 0 ? KeychainAnswer::NotFound : KeychainAnswer::Ok, {}, {}};
        });
    }

private:
    class Request final : public KeychainRequest
    {
    public:
        explicit Request(Callback callback) : m_callback(std::move(callback)) {}
        void cancel() override
        {
            post([] { return KeychainReply{KeychainAnswer::Cancelled, {}, {}}; });
        }
        void post(std::function<KeychainReply()> reply)
        {
            QMetaObject::invokeMethod(
                &m_context,
                [this, reply = std::move(reply)] {
                    if (const auto callback = std::exchange(m_callback, nullptr))
                        callback(reply());
                },
                Qt::QueuedConnection);
        }

    private:
        QObject m_context;
        Callback m_callback;
    };

    std::unique_ptr<KeychainRequest> ask(Callback callback, std::function<KeychainReply()> act)
    {
        auto request = std::make_unique<Request>(std::move(callback));
        if (!m_silent)
            request->post([this, act = std::move(act)] { return reply(act); });
        return request;
    }

    KeychainReply reply(const std::function<KeychainReply()>& act)
    {
        if (m_later && m_later->first-- == 0) {
            m_answer = m_later->second;
            m_later.reset();
        }
        if (m_answer != KeychainAnswer::Ok)
            return {m_answer, {}, QStringLiteral("scripted")};
        return act();
    }

    std::map<QString, SecureBytes> m_entries;
    KeychainAnswer m_answer = KeychainAnswer::Ok;
    bool m_silent = false;
    std::optional<std::pair<int, KeychainAnswer>> m_later;
    int m_reads = 0;
    int m_writes = 0;
    int m_removals = 0;
};

}

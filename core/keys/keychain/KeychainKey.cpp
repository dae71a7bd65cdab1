#include "core/keys/keychain/KeychainKey.h"

namespace kith {

using namespace Qt::StringLiterals;

namespace {

Error errorOf(const KeychainReply& reply)
{
    switch (reply.answer) {
    case KeychainAnswer::NotFound:
        return {ErrorCode::KeychainNotFound, {}};
    case KeychainAnswer::Locked:
        return {ErrorCode::KeychainLocked, {}};
    case KeychainAnswer::Timeout:
        return {ErrorCode::KeychainTimeout, {}};
    case KeychainAnswer::Cancelled:
        return {ErrorCode::Cancelled, {}};
    case KeychainAnswer::Unavailable:
    case KeychainAnswer::Ok:
        break;
    }
    return {ErrorCode::KeychainUnavailable, {reply.text}};
}

// A question of several steps: holds the step under way. A step's callback must not outlive it, and does not: it is
// dropped with the step.
class Steps : public KeychainRequest
{
public:
    Steps(Keychain& keychain, KeychainKeyCallback callback) : m_keychain(keychain), m_callback(std::move(callback)) {}
    void cancel() override { m_step->cancel(); }

protected:
    // The last act: the callback may destroy this.
    void answer(Result<KeychainKey> result)
    {
        const auto callback = std::move(m_callback);
        callback(std::move(result));
    }
    Keychain& keychain() { return m_keychain; }
    void next(std::unique_ptr<KeychainRequest> step) { m_step = std::move(step); }

private:
    Keychain& m_keychain;
    KeychainKeyCallback m_callback;
    std::unique_ptr<KeychainRequest> m_step;
};

class Fetch final : public Steps
{
public:
    Fetch(Keychain& keychain, const KeyFile& file, SlotType type, KeychainKeyCallback callback)
        : Steps(keychain, std::move(callback))
        , m_book(file.book())
    {
        for (const auto& slot : file.slotList()) {
            if (slot.type == type)
                m_slots.push_back(slot.id);
        }
        // Without such a slot one question is asked all the same, so that the answer comes from the loop as always.
        if (m_slots.empty())
            m_slots.emplace_back();
        ask();
    }

private:
    void ask()
    {
        next(keychain().read(keychainEntry(m_book, m_slots[m_index]),
                             [this](KeychainReply reply) { take(std::move(reply)); }));
    }

    void take(KeychainReply reply)
    {
        if (reply.answer == KeychainAnswer::Ok) {
            auto key = WrappingKey::from(reply.secret.bytes());
            if (!key)
                return answer(Error{ErrorCode::KeychainKeyWrong, {}});
            return answer(KeychainKey{m_slots[m_index], std::move(*key)});
        }
        // Only an open keychain's "no" says that another slot may do better.
        if (reply.answer == KeychainAnswer::NotFound && m_index + 1 < m_slots.size()) {
            ++m_index;
            return ask();
        }
        answer(errorOf(reply));
    }

    BookId m_book;
    std::vector<SlotId> m_slots;
    std::size_t m_index = 0;
};

class Make final : public Steps
{
public:
    Make(Keychain& keychain, const BookId& book, KeychainKeyCallback callback)
        : Steps(keychain, std::move(callback))
        , m_made{*SlotId::fromBytes(randomBytes(16)), WrappingKey::random()}
        , m_entry(keychainEntry(book, m_made.slot))
    {
        next(keychain.write(m_entry, SecureBytes::copyOf(m_made.key.bytes()),
                            [this](KeychainReply reply) { written(std::move(reply)); }));
    }

private:
    void written(KeychainReply reply)
    {
        if (reply.answer != KeychainAnswer::Ok)
            return answer(errorOf(reply));
        next(keychain().read(m_entry, [this](KeychainReply back) { readBack(std::move(back)); }));
    }

    void readBack(KeychainReply reply)
    {
        if (reply.answer != KeychainAnswer::Ok)
            return answer(errorOf(reply));
        if (!(reply.secret == SecureBytes::copyOf(m_made.key.bytes())))
            return answer(Error{ErrorCode::KeychainKeyWrong, {}});
        answer(std::move(m_made));
    }

    KeychainKey m_made;
    QString m_entry;
};

}

QString keychainEntry(const BookId& book, const SlotId& slot)
{
    return "kith-book-"_L1 + book.toString() + u'-' + slot.toString();
}

std::unique_ptr<KeychainRequest> fetchKeychainKey(Keychain& keychain, const KeyFile& file, SlotType type,
                                                  KeychainKeyCallback callback)
{
    return std::make_unique<Fetch>(keychain, file, type, std::move(callback));
}

std::unique_ptr<KeychainRequest> makeKeychainKey(Keychain& keychain, const BookId& book, KeychainKeyCallback callback)
{
    return std::make_unique<Make>(keychain, book, std::move(callback));
}

std::unique_ptr<KeychainRequest> removeKeychainKey(Keychain& keychain, const BookId& book, const SlotId& slot,
                                                   Keychain::Callback callback)
{
    return keychain.remove(keychainEntry(book, slot), std::move(callback));
}

}

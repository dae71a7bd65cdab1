#include "core/keys/KeyFileBody.h"

#include "core/crypto/Blake2b.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>
#include <QtEndian>

#include <algorithm>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView Magic("KITHKEYS");
constexpr quint32 FormatVersion = 1;
constexpr qsizetype FrontSize = 8 + 4 + 4;
constexpr qsizetype PrivatePartSize = 2 * qsizetype(SecretKey::size) + 40; // what seal() makes of two keys
constexpr qsizetype SealedKeySize = qsizetype(SecretKey::size) + 72;       // what sealTo() makes of one

QByteArray bigEndian(quint32 number)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

QCborMap toCbor(const StoredSlot& slot)
{
    QCborArray keys;
    for (const auto& key : slot.keys)
        keys.append(key);
    return {
        {u"id"_s, slot.about.id.toBytes()},
        {u"type"_s, int(slot.about.type)},
        {u"label"_s, slot.about.label},
        {u"created"_s, qint64(slot.about.created.milliseconds())},
        {u"salt"_s, slot.salt},
        {u"memory"_s, qint64(slot.cost.memoryKiB)},
        {u"passes"_s, qint64(slot.cost.passes)},
        {u"public"_s,
         QByteArray(reinterpret_cast<const char*>(slot.publicKey.data()), qsizetype(slot.publicKey.size()))},
        {u"wrapped"_s, slot.wrapped},
        {u"keys"_s, keys},
    };
}

// Takes values out of a CBOR map and remembers whether each was there and of its type.
class MapReader
{
public:
    explicit MapReader(const QCborValue& value) : m_map(value.toMap()), m_sound(value.isMap()) {}

    QByteArray bytes(QLatin1StringView key, qsizetype size)
    {
        const auto value = m_map.value(key);
        m_sound = m_sound && value.isByteArray() && value.toByteArray().size() == size;
        return value.toByteArray();
    }
    Id128 id(QLatin1StringView key) { return Id128::fromBytes(bytes(key, 16)).value_or(Id128{}); }
    qint64 number(QLatin1StringView key)
    {
        const auto value = m_map.value(key);
        const auto number = value.isInteger() ? value.toInteger() : -1;
        m_sound = m_sound && number >= 0;
        return number;
    }
    QString text(QLatin1StringView key)
    {
        const auto value = m_map.value(key);
        m_sound = m_sound && value.isString();
        return value.toString();
    }
    QCborArray list(QLatin1StringView key)
    {
        const auto value = m_map.value(key);
        m_sound = m_sound && value.isArray();
        return value.toArray();
    }
    bool sound() const { return m_sound; }

private:
    QCborMap m_map;
    bool m_sound;
};

std::optional<StoredKey> readKey(const QCborValue& value)
{
    MapReader reader(value);
    const StoredKey key{reader.id("id"_L1), reader.text("cipher"_L1)};
    if (!reader.sound())
        return std::nullopt;
    return key;
}

std::optional<StoredSlot> readSlot(const QCborValue& value)
{
    MapReader reader(value);
    StoredSlot slot;
    slot.about.id = SlotId::from(reader.id("id"_L1));
    slot.about.type = SlotType(std::clamp<qint64>(reader.number("type"_L1), 0, 255));
    slot.about.label = reader.text("label"_L1);
    slot.about.created = Instant::fromMilliseconds(reader.number("created"_L1));
    slot.salt = reader.bytes("salt"_L1, argon2SaltSize);
    const auto memory = reader.number("memory"_L1);
    const auto passes = reader.number("passes"_L1);
    // Too great for the field is too great for any machine: kept as that, for looksAbsurd() to find.
    slot.cost = {quint32(qMin<qint64>(memory, 0xffffffff)), quint32(qMin<qint64>(passes, 0xffffffff))};
    const auto publicKey = reader.bytes("public"_L1, qsizetype(slot.publicKey.size()));
    slot.wrapped = reader.bytes("wrapped"_L1, PrivatePartSize);
    const auto keys = reader.list("keys"_L1);
    if (!reader.sound())
        return std::nullopt;
    std::copy_n(publicKey.begin(), slot.publicKey.size(), slot.publicKey.begin());
    for (const auto& key : keys) {
        if (!key.isByteArray() || key.toByteArray().size() != SealedKeySize)
            return std::nullopt;
        slot.keys.push_back(key.toByteArray());
    }
    return slot;
}

std::optional<KeyFileBody> readBody(const QCborValue& value)
{
    MapReader reader(value);
    KeyFileBody body;
    body.book = BookId::from(reader.id("book"_L1));
    body.sequence = quint64(reader.number("sequence"_L1));
    for (const auto& entry : reader.list("keys"_L1)) {
        const auto key = readKey(entry);
        if (!key)
            return std::nullopt;
        body.keys.push_back(*key);
    }
    for (const auto& entry : reader.list("slots"_L1)) {
        auto slot = readSlot(entry);
        if (!slot || slot->keys.size() != body.keys.size())
            return std::nullopt;
        body.slotList.push_back(std::move(*slot));
    }
    if (!reader.sound())
        return std::nullopt;
    return body;
}

bool looksAbsurd(const StoredSlot& slot)
{
    const auto type = int(slot.about.type);
    if (type < int(SlotType::Passphrase) || type > int(SlotType::RecoveryCode))
        return true;
    if (slot.about.label.size() > greatestLabel)
        return true;
    return hasPassphrase(slot.about.type) ? !slot.cost.isSane() : slot.cost != Argon2Cost{};
}

bool looksAbsurd(const KeyFileBody& body)
{
    const auto badCipher = [](const StoredKey& key) { return key.cipher.isEmpty() || key.cipher.size() > 40; };
    return body.book.isNull() || body.sequence > quint64(1) << 62 || body.keys.empty() || body.keys.size() > 2 ||
           body.slotList.empty() || body.slotList.size() > greatestSlots ||
           std::any_of(body.keys.begin(), body.keys.end(), badCipher) ||
           (body.keys.size() == 2 && body.keys[0].id == body.keys[1].id) ||
           std::any_of(body.slotList.begin(), body.slotList.end(), [](const auto& slot) { return looksAbsurd(slot); });
}

}

QByteArray encode(const KeyFileBody& body)
{
    QCborArray keys;
    for (const auto& key : body.keys)
        keys.append(QCborMap{{u"id"_s, key.id.toBytes()}, {u"cipher"_s, key.cipher}});
    QCborArray slotList;
    for (const auto& slot : body.slotList)
        slotList.append(toCbor(slot));
    const QByteArray cbor =
        QCborMap{
            {u"book"_s, body.book.toBytes()},
            {u"sequence"_s, qint64(body.sequence)},
            {u"keys"_s, keys},
            {u"slots"_s, slotList},
        }
            .toCborValue()
            .toCbor();
    const QByteArray framed = Magic.toByteArray() + bigEndian(FormatVersion) + bigEndian(quint32(cbor.size())) + cbor;
    return framed + Blake2b::of(framed);
}

Result<KeyFileBody> decode(const QByteArray& bytes, const QString& path)
{
    const Error damaged{ErrorCode::KeyFileDamaged, {path}};
    if (bytes.size() < FrontSize + Blake2b::size || bytes.size() > greatestKeyFile || !bytes.startsWith(Magic))
        return damaged;
    const auto framed = bytes.first(bytes.size() - Blake2b::size);
    if (Blake2b::of(framed) != bytes.last(Blake2b::size))
        return damaged;
    if (qFromBigEndian<quint32>(framed.constData() + 8) != FormatVersion)
        return Error{ErrorCode::KeyFileNewer, {path}};
    if (qFromBigEndian<quint32>(framed.constData() + 12) != quint32(framed.size() - FrontSize))
        return damaged;
    QCborParserError error;
    const auto value = QCborValue::fromCbor(framed.sliced(FrontSize), &error);
    if (error.error != QCborError::NoError || error.offset != framed.size() - FrontSize)
        return damaged;
    const auto body = readBody(value);
    if (!body)
        return damaged;
    if (looksAbsurd(*body))
        return Error{ErrorCode::KeyFileAbsurd, {path}};
    return *body;
}

}

#include "core/crypto/RecoveryCode.h"

#include "core/crypto/Blake2b.h"
#include "core/crypto/Sodium.h"

#include <array>

namespace kith {

namespace {

constexpr char16_t Signs[] = u"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t SecretSigns = RecoveryCode::size * 8 / 5;
constexpr std::size_t CheckSigns = 4;
constexpr std::size_t AllSigns = SecretSigns + CheckSigns;
constexpr std::size_t GroupSize = 4;

int valueOf(char16_t sign)
{
    if (sign == u'O')
        return 0;
    if (sign == u'I' || sign == u'L')
        return 1;
    for (int i = 0; i < 32; ++i) {
        if (Signs[i] == sign)
            return i;
    }
    return -1;
}

bool isSeparator(QChar c)
{
    return c.isSpace() || c.category() == QChar::Punctuation_Dash || c == u'\u2212' ||
           c.category() == QChar::Other_Format;
}

// Five bits of `bytes` from bit `index * 5` on.
int fiveBits(ByteSpan bytes, std::size_t index)
{
    const auto bit = index * 5;
    unsigned window = unsigned(bytes[bit / 8]) << 8;
    if (bit / 8 + 1 < bytes.size())
        window |= bytes[bit / 8 + 1];
    return int((window >> (11 - bit % 8)) & 31);
}

// 20 bits of a hash: of a million slips, one passes.
std::array<int, CheckSigns> checkOf(ByteSpan secret)
{
    QByteArray hash = Blake2b::of(QByteArrayView(secret.data(), qsizetype(secret.size())));
    std::array<int, CheckSigns> check{};
    for (std::size_t i = 0; i < check.size(); ++i)
        check[i] = fiveBits(bytesOf(hash), i);
    wipe(hash);
    return check;
}

}

RecoveryCode RecoveryCode::random()
{
    return RecoveryCode(SecureBytes::random(size));
}

std::optional<RecoveryCode> RecoveryCode::parse(QStringView text)
{
    QString typed = text.toString();
    QString composed = typed.normalized(QString::NormalizationForm_KC);
    QString folded = composed.toUpper();
    SecureBytes bytes(size);
    const auto secret = bytes.writable();
    std::array<int, CheckSigns> check{};
    std::size_t count = 0;
    bool wellFormed = true;
    for (const QChar c : std::as_const(folded)) {
        if (isSeparator(c))
            continue;
        const int value = valueOf(c.unicode());
        if (value < 0 || count == AllSigns) {
            wellFormed = false;
            break;
        }
        if (count < SecretSigns) {
            const auto bit = count * 5;
            const unsigned window = unsigned(value) << (11 - bit % 8);
            secret[bit / 8] = std::uint8_t(secret[bit / 8] | (window >> 8));
            if (bit / 8 + 1 < size)
                secret[bit / 8 + 1] = std::uint8_t(secret[bit / 8 + 1] | (window & 255));
        } else {
            check[count - SecretSigns] = value;
        }
        ++count;
    }
    // One may share with the one before it.
    wipe(folded);
    wipe(composed);
    wipe(typed);
    if (!wellFormed || count != AllSigns || check != checkOf(bytes.bytes()))
        return std::nullopt;
    return RecoveryCode(std::move(bytes));
}

SecretText RecoveryCode::text() const
{
    constexpr std::size_t groups = AllSigns / GroupSize;
    const auto check = checkOf(m_bytes.bytes());
    SecureBytes utf16((AllSigns + groups - 1) * sizeof(char16_t));
    auto* place = reinterpret_cast<char16_t*>(utf16.writable().data());
    const auto* begin = place;
    for (std::size_t i = 0; i < AllSigns; ++i) {
        if (i != 0 && i % GroupSize == 0)
            *place++ = u'-';
        *place++ = Signs[i < SecretSigns ? fiveBits(m_bytes.bytes(), i) : check[i - SecretSigns]];
    }
    return SecretText::copyOf(QStringView(begin, place - begin));
}

WrappingKey RecoveryCode::wrappingKey(ByteSpan salt) const
{
    static constexpr std::array<std::uint8_t, crypto_generichash_blake2b_PERSONALBYTES> purpose{
        'K', 'i', 't', 'h', ' ', 'r', 'e', 'c', 'o', 'v', 'e', 'r', 'y', ' ', '0', '1'};
    Q_ASSERT(salt.size() == crypto_generichash_blake2b_SALTBYTES);
    SecureBytes key(SecretKey::size);
    crypto_generichash_blake2b_salt_personal(key.writable().data(), key.size(), nullptr, 0, m_bytes.bytes().data(),
                                             size, salt.data(), purpose.data());
    return std::move(*WrappingKey::from(key.bytes()));
}

}

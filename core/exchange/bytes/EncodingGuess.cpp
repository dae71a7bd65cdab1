#include "core/exchange/bytes/EncodingGuess.h"

#include "core/exchange/bytes/CommonHan.h"
#include "core/exchange/bytes/TextDecoder.h"

#include <unicode/ucsdet.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t headBytes = 128 * 1024;
constexpr std::int64_t pieceBytes = 32 * 1024;
constexpr int laterPieces = 4;

Encoding byName(QStringView name)
{
    return Encoding::named(name).value_or(Encoding::utf8());
}

struct Utf8Look
{
    std::int64_t characters = 0; // beyond ASCII
    std::int64_t wrong = 0;
    std::int64_t zeros = 0;
    bool plausible() const { return wrong == 0 || characters >= wrong * 20; }
};

// A piece may begin and end within a character.
Utf8Look lookAsUtf8(const QByteArray& piece, bool head)
{
    const auto* text = reinterpret_cast<const std::uint8_t*>(piece.constData());
    auto length = std::int64_t(piece.size());
    std::int64_t cut = 1;
    while (cut < 4 && cut <= length && U8_IS_TRAIL(text[length - cut]))
        ++cut;
    if (cut <= length && U8_IS_LEAD(text[length - cut]) && U8_COUNT_TRAIL_BYTES(text[length - cut]) >= cut)
        length -= cut;
    std::int64_t at = 0;
    while (!head && at < 3 && at < length && U8_IS_TRAIL(text[at]))
        ++at;
    Utf8Look look;
    while (at < length) {
        UChar32 character = 0;
        U8_NEXT(text, at, length, character);
        look.wrong += character < 0;
        look.zeros += character == 0;
        look.characters += character >= 0x80;
    }
    return look;
}

struct Utf16Look
{
    std::int64_t units = 0;
    std::int64_t ascii = 0;    // as units of this byte order
    std::int64_t reversed = 0; // as units of the other
    std::int64_t wrong = 0;    // halves of pairs, noncharacters
};

Utf16Look lookAsUtf16(const std::vector<QByteArray>& pieces, bool little)
{
    Utf16Look look;
    const auto isAscii = [](std::uint8_t low) {
        return low == '\t' || low == '\n' || low == '\r' || (low >= 0x20 && low < 0x7F);
    };
    for (const auto& piece : pieces) {
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(piece.constData());
        char16_t before = 0;
        for (std::int64_t i = 0; i + 1 < piece.size(); i += 2) {
            const auto low = bytes[little ? i : i + 1];
            const auto high = bytes[little ? i + 1 : i];
            const auto unit = char16_t(high << 8 | low);
            ++look.units;
            look.ascii += high == 0 && isAscii(low);
            look.reversed += low == 0 && isAscii(high);
            look.wrong += (i > 0 && U16_IS_LEAD(before) != bool(U16_IS_TRAIL(unit))) || unit >= 0xFFFE || unit == 0;
            before = unit;
        }
    }
    return look;
}

// `anyUtf8`: it would be valid UTF-8 but for zero bytes.
std::optional<EncodingGuess> asUtf16(const std::vector<QByteArray>& pieces, bool anyUtf8)
{
    for (const bool little : {true, false}) {
        const auto look = lookAsUtf16(pieces, little);
        const auto needed = anyUtf8 ? look.units * 6 / 10 : look.units / 50;
        if (look.ascii > needed && look.reversed * 10 <= look.ascii && look.wrong * 100 <= look.units)
            return EncodingGuess{byName(little ? u"UTF-16LE" : u"UTF-16BE"), 0.95, false};
    }
    return std::nullopt;
}

// From the first line break on: it is never the second byte of a character.
QByteArray fromLineBreak(const QByteArray& piece)
{
    const auto at = piece.indexOf('\n');
    return at < 0 ? piece : piece.mid(at);
}

// ICU's opinion about what is neither Unicode nor Chinese; Windows-1252 unless it is sure of something else.
EncodingGuess asLegacy(const QByteArray& bytes)
{
    EncodingGuess guess{byName(u"windows-1252"), 0.4, false};
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status), &ucsdet_close);
    if (U_FAILURE(status))
        return guess;
    ucsdet_setText(detector.get(), bytes.constData(), int(bytes.size()), &status);
    std::int32_t found = 0;
    const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &found, &status);
    if (U_FAILURE(status) || !matches)
        return guess;
    constexpr std::array believed{"ISO-8859-2",   "windows-1250", "windows-1251", "KOI8-R",
                                  "windows-1253", "windows-1254", "windows-1255", "windows-1256",
                                  "Shift_JIS",    "EUC-JP",       "EUC-KR"};
    int latin = 0;
    for (std::int32_t i = 0; i < found; ++i) {
        const QByteArray name(ucsdet_getName(matches[i], &status));
        const int confidence = ucsdet_getConfidence(matches[i], &status);
        if (name == "ISO-8859-1" || name == "windows-1252")
            latin = std::max(latin, confidence);
        const bool known = std::any_of(believed.begin(), believed.end(), [&](const char* one) { return name == one; });
        if (!known || confidence < 40 || confidence < latin + 10)
            continue;
        if (const auto encoding = Encoding::named(QString::fromLatin1(name)))
            return {*encoding, confidence / 100.0, false};
    }
    guess.certainty = std::max(0.4, latin / 100.0);
    return guess;
}

std::optional<EncodingGuess> byMark(const QByteArray& head)
{
    for (const auto& name : {u"UTF-8"_s, u"UTF-16LE"_s, u"UTF-16BE"_s, u"GB18030"_s}) {
        const auto encoding = byName(name);
        if (head.startsWith(encoding.byteOrderMark()))
            return EncodingGuess{encoding, 1, true};
    }
    return std::nullopt;
}

Result<QByteArray> readPiece(ByteSource& source, std::int64_t offset, std::int64_t size)
{
    QByteArray piece(qsizetype(size), Qt::Uninitialized);
    KITH_TRY(source.seek(offset));
    KITH_TRY(const auto got, source.fill(piece.data(), std::size_t(size)));
    piece.truncate(qsizetype(got));
    return piece;
}

}

double chineseLikelihood(const QByteArray& bytes, const Encoding& encoding)
{
    auto decoder = TextDecoder::open(std::make_unique<MemorySource>(bytes), encoding);
    if (!decoder)
        return 0;
    QByteArray text(bytes.size() * 3 + 64, Qt::Uninitialized);
    std::int64_t length = 0;
    for (;;) {
        const auto got = decoder->read(text.data() + length, std::size_t(text.size() - length));
        if (!got || *got == 0)
            break;
        length += std::int64_t(*got);
        if (text.size() - length < 64)
            break;
    }
    std::int64_t others = 0;
    std::int64_t common = 0;
    const auto* utf8 = reinterpret_cast<const std::uint8_t*>(text.constData());
    for (std::int64_t at = 0; at < length;) {
        UChar32 character = 0;
        U8_NEXT(utf8, at, length, character);
        if (character < 0x80 || isChinesePunctuation(char32_t(character)))
            continue;
        ++others;
        common += isCommonHan(char32_t(character));
    }
    if (others == 0 || decoder->wrongBytes() * 50 > others)
        return 0;
    return double(common) / double(others);
}

EncodingGuess guessEncoding(const std::vector<QByteArray>& pieces)
{
    if (pieces.empty())
        return {};
    if (const auto marked = byMark(pieces.front()))
        return *marked;
    Utf8Look utf8;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const auto look = lookAsUtf8(pieces[i], i == 0);
        utf8.characters += look.characters;
        utf8.wrong += look.wrong;
        utf8.zeros += look.zeros;
    }
    if (utf8.zeros > 0) {
        if (const auto guess = asUtf16(pieces, utf8.plausible()))
            return *guess;
    }
    if (utf8.plausible())
        return {Encoding::utf8(), utf8.characters + utf8.wrong == 0 ? 1 : utf8.wrong == 0 ? 0.99 : 0.8, false};

    QByteArray bytes = pieces.front().left(pieces.front().lastIndexOf('\n') + 1);
    if (bytes.isEmpty())
        bytes = pieces.front();
    for (std::size_t i = 1; i < pieces.size(); ++i)
        bytes += fromLineBreak(pieces[i]);
    const auto simplified = byName(u"GB18030");
    const auto traditional = byName(u"Big5");
    const double asSimplified = chineseLikelihood(bytes, simplified);
    const double asTraditional = chineseLikelihood(bytes, traditional);
    // Text of another script read as Chinese hits the commonest characters about as often as chance does: under 0.05.
    if (std::max(asSimplified, asTraditional) >= 0.2) {
        const bool isTraditional = asTraditional > asSimplified;
        const double lead = std::abs(asTraditional - asSimplified);
        return {isTraditional ? traditional : simplified, std::min(0.95, 0.6 + lead), false};
    }
    return asLegacy(bytes);
}

Result<EncodingGuess> guessEncoding(ByteSource& source)
{
    std::vector<QByteArray> pieces;
    KITH_TRY(auto head, readPiece(source, 0, std::min(headBytes, source.size())));
    pieces.push_back(std::move(head));
    const auto rest = source.size() - headBytes;
    for (int i = 1; i <= laterPieces && rest > 0; ++i) {
        const auto offset =
            (headBytes + std::max(std::int64_t(0), rest - pieceBytes) * i / laterPieces) & ~std::int64_t(1);
        KITH_TRY(auto piece, readPiece(source, offset, pieceBytes));
        pieces.push_back(std::move(piece));
    }
    KITH_TRY(source.seek(0));
    return guessEncoding(pieces);
}

}

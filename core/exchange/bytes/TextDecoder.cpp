#include "core/exchange/bytes/TextDecoder.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace kith {

namespace {

constexpr std::size_t rawBytes = 64 * 1024;
constexpr std::array<char16_t, 1> replacement{u'\uFFFD'};

// Every sequence that means nothing becomes one U+FFFD.
void replaceWrong(const void* wrong, UConverterToUnicodeArgs* args, const char*, int32_t,
                  UConverterCallbackReason reason, UErrorCode* status)
{
    if (reason > UCNV_IRREGULAR)
        return;
    ++*static_cast<std::int64_t*>(const_cast<void*>(wrong));
    *status = U_ZERO_ERROR;
    ucnv_cbToUWriteUChars(args, replacement.data(), 1, 0, status);
}

}

void TextDecoder::CloseConverter::operator()(UConverter* converter) const
{
    ucnv_close(converter);
}

TextDecoder::TextDecoder(std::unique_ptr<ByteSource> source, const Encoding& encoding)
    : m_source(std::move(source))
    , m_encoding(encoding)
    , m_wrong(std::make_unique<std::int64_t>(0))
{
}

Result<TextDecoder> TextDecoder::open(std::unique_ptr<ByteSource> source, const Encoding& encoding)
{
    TextDecoder decoder(std::move(source), encoding);
    KITH_TRY(decoder.openConverter());
    std::array<char, 4> head{};
    KITH_TRY(decoder.m_source->seek(0));
    KITH_TRY(const auto got, decoder.m_source->fill(head.data(), head.size()));
    const auto& mark = encoding.byteOrderMark();
    const bool marked = !mark.isEmpty() && QByteArray::fromRawData(head.data(), qsizetype(got)).startsWith(mark);
    KITH_TRY(decoder.seek(marked ? mark.size() : 0));
    return decoder;
}

Status TextDecoder::openConverter()
{
    if (m_encoding.isUtf8())
        return {};
    UErrorCode status = U_ZERO_ERROR;
    m_converter.reset(ucnv_open(m_encoding.icuName().constData(), &status));
    if (U_SUCCESS(status))
        ucnv_setToUCallBack(m_converter.get(), replaceWrong, m_wrong.get(), nullptr, nullptr, &status);
    if (U_FAILURE(status))
        return Error{ErrorCode::Internal, {QString::fromLatin1(u_errorName(status))}};
    m_raw.resize(rawBytes);
    m_units.resize(rawBytes);
    m_offsets.resize(rawBytes);
    return {};
}

Status TextDecoder::seek(std::int64_t offset)
{
    KITH_TRY(m_source->seek(offset));
    m_start = offset;
    m_position = 0;
    m_rawBegin = m_rawEnd = 0;
    m_rawOffset = offset;
    m_ended = false;
    m_highSurrogate = 0;
    m_lineStarts.clear();
    m_firstLineStart = 0;
    if (m_converter)
        ucnv_resetToUnicode(m_converter.get());
    return {};
}

Result<std::size_t> TextDecoder::read(char* into, std::size_t capacity)
{
    if (m_converter)
        return convert(into, capacity);
    KITH_TRY(const auto got, m_source->read(into, capacity));
    m_position += std::int64_t(got);
    return got;
}

Status TextDecoder::fillRaw()
{
    m_rawOffset += std::int64_t(m_rawEnd);
    m_rawBegin = 0;
    m_rawEnd = 0;
    KITH_TRY(m_rawEnd, m_source->read(m_raw.data(), m_raw.size()));
    m_ended = m_rawEnd == 0;
    return {};
}

Result<std::size_t> TextDecoder::convert(char* into, std::size_t capacity)
{
    // Three bytes of UTF-8 are the most that one unit of UTF-16 becomes, and one unit may have waited.
    const auto unitCapacity = std::min(m_units.size(), capacity / 3 - 1);
    std::size_t written = 0;
    while (written == 0) {
        if (m_rawBegin == m_rawEnd && !m_ended)
            KITH_TRY(fillRaw());
        const char* from = m_raw.data() + m_rawBegin;
        const auto fromOffset = m_rawOffset + std::int64_t(m_rawBegin);
        char16_t* to = m_units.data();
        UErrorCode status = U_ZERO_ERROR;
        ucnv_toUnicode(m_converter.get(), &to, to + unitCapacity, &from, m_raw.data() + m_rawEnd, m_offsets.data(),
                       m_ended, &status);
        if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR)
            return Error{ErrorCode::Internal, {QString::fromLatin1(u_errorName(status))}};
        m_rawBegin = std::size_t(from - m_raw.data());
        written = writeUtf8(std::size_t(to - m_units.data()), fromOffset, into);
        if (m_ended && m_rawBegin == m_rawEnd && status != U_BUFFER_OVERFLOW_ERROR)
            break;
    }
    m_position += std::int64_t(written);
    return written;
}

std::size_t TextDecoder::writeUtf8(std::size_t units, std::int64_t from, char* into)
{
    auto* out = reinterpret_cast<std::uint8_t*>(into);
    std::size_t at = 0;
    for (std::size_t i = 0; i < units; ++i) {
        const char16_t unit = m_units[i];
        if (unit < 0x80) {
            out[at++] = std::uint8_t(unit);
            if (unit == u'\n' || unit == u'\r') {
                m_lineStarts.push_back({m_position + std::int64_t(at), from + m_offsets[i] + m_encoding.unitBytes()});
            }
        } else if (U16_IS_LEAD(unit)) {
            m_highSurrogate = unit;
        } else {
            // The converter hands out whole pairs only: a lone half was wrong and has been replaced.
            const UChar32 character = U16_IS_TRAIL(unit) ? U16_GET_SUPPLEMENTARY(m_highSurrogate, unit) : unit;
            U8_APPEND_UNSAFE(out, at, character);
        }
    }
    return at;
}

std::int64_t TextDecoder::offsetOf(std::int64_t position)
{
    if (!m_converter || position == 0)
        return m_start + position;
    while (m_firstLineStart < m_lineStarts.size() && m_lineStarts[m_firstLineStart].position < position)
        ++m_firstLineStart;
    if (m_firstLineStart > 4096 && m_firstLineStart * 2 > m_lineStarts.size()) {
        m_lineStarts.erase(m_lineStarts.begin(), m_lineStarts.begin() + std::ptrdiff_t(m_firstLineStart));
        m_firstLineStart = 0;
    }
    // Behind the last line of a file that does not end it.
    return m_firstLineStart < m_lineStarts.size() ? m_lineStarts[m_firstLineStart].offset : m_source->size();
}

bool isCleanUtf8(std::string_view bytes)
{
    constexpr std::uint64_t lows = 0x0101010101010101;
    constexpr std::uint64_t highs = 0x8080808080808080;
    const auto* text = reinterpret_cast<const std::uint8_t*>(bytes.data());
    const auto length = std::int64_t(bytes.size());
    std::int64_t at = 0;
    while (at < length) {
        if (at + 8 <= length) {
            std::uint64_t eight = 0;
            std::memcpy(&eight, text + at, 8);
            if (((eight | (eight - lows)) & highs) == 0) { // none above 0x7F, none 0
                at += 8;
                continue;
            }
        }
        if (text[at] == 0)
            return false;
        UChar32 character = 0;
        U8_NEXT(text, at, length, character);
        if (character < 0)
            return false;
    }
    return true;
}

std::int64_t repairUtf8(std::string_view bytes, std::string& out)
{
    const auto* text = reinterpret_cast<const std::uint8_t*>(bytes.data());
    const auto length = std::int64_t(bytes.size());
    std::int64_t wrong = 0;
    for (std::int64_t at = 0; at < length;) {
        const auto begin = at;
        UChar32 character = 0;
        U8_NEXT(text, at, length, character);
        if (character > 0) {
            out.append(bytes.substr(std::size_t(begin), std::size_t(at - begin)));
            continue;
        }
        ++wrong;
        if (character < 0)
            out.append("\xEF\xBF\xBD");
    }
    return wrong;
}

}

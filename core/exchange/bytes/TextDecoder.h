#pragma once

#include "core/exchange/bytes/ByteSource.h"
#include "core/exchange/bytes/Encoding.h"

#include <string>
#include <vector>

struct UConverter;

namespace kith {

// Turns a file of any encoding into UTF-8 as it is read, with memory for one piece of it. UTF-8 passes through as it
// is, wrong bytes included (see repairUtf8); in other encodings a wrong byte becomes U+FFFD and is counted.
class TextDecoder
{
public:
    // Begins behind a byte order mark, if there is one.
    static Result<TextDecoder> open(std::unique_ptr<ByteSource> source, const Encoding& encoding);

    // The next bytes of UTF-8, up to `capacity` (at least 64); none at the end.
    Result<std::size_t> read(char* into, std::size_t capacity);
    // Goes on at this byte of the file, which must be where a line begins. Positions count from there.
    Status seek(std::int64_t offset);

    // The byte of the file at a position of the text read since seek(), which must be its start or behind a line break,
    // and not before one asked for earlier.
    std::int64_t offsetOf(std::int64_t position);

    std::int64_t size() const { return m_source->size(); }
    std::int64_t wrongBytes() const { return *m_wrong; }

private:
    struct CloseConverter
    {
        void operator()(UConverter* converter) const;
    };
    struct LineStart
    {
        std::int64_t position; // in the text
        std::int64_t offset;   // in the file
    };

    TextDecoder(std::unique_ptr<ByteSource> source, const Encoding& encoding);
    Status openConverter();
    Status fillRaw();
    Result<std::size_t> convert(char* into, std::size_t capacity);
    std::size_t writeUtf8(std::size_t units, std::int64_t from, char* into);

    std::unique_ptr<ByteSource> m_source;
    Encoding m_encoding;
    std::unique_ptr<UConverter, CloseConverter> m_converter; // null: UTF-8
    std::unique_ptr<std::int64_t> m_wrong;                   // on the heap: the converter keeps its address
    std::int64_t m_start = 0;                                // file offset of position 0
    std::int64_t m_position = 0;                             // of the text handed out

    std::vector<char> m_raw;
    std::size_t m_rawBegin = 0;
    std::size_t m_rawEnd = 0;
    std::int64_t m_rawOffset = 0; // in the file, of m_raw's first byte
    bool m_ended = false;
    std::vector<char16_t> m_units;
    std::vector<std::int32_t> m_offsets;
    char16_t m_highSurrogate = 0; // waits for its second half
    std::vector<LineStart> m_lineStarts;
    std::size_t m_firstLineStart = 0;
};

// Whether a text is UTF-8 without NUL, as most are: then it can be used as it is.
bool isCleanUtf8(std::string_view bytes);
// Appends the text with U+FFFD for every wrong sequence and without NUL; answers how many of both there were.
std::int64_t repairUtf8(std::string_view bytes, std::string& out);

}

// What can be seen of a file of cards: which columns they have, and what their bytes are.

#include "core/exchange/ImportPlan.h"
#include "core/exchange/vcard/VcardReader.h"

#include <QSet>

namespace kith {

namespace {

constexpr qsizetype foreignBytes = 256 * 1024;
constexpr qsizetype mostColumns = 200;

// Adds the values that are not UTF-8.
void collectForeign(const VcardCard& card, QByteArray& foreign)
{
    for (const auto& property : card.properties) {
        const auto bytes = plainBytes(property);
        if (foreign.size() < foreignBytes && !property.isBase64() && !isCleanUtf8(bytes))
            foreign += QByteArray(bytes.data(), qsizetype(bytes.size())) + '\n';
    }
}

struct Seen
{
    QSet<QString> columns;
    QByteArray foreign;
};

Result<Seen> seeAll(std::unique_ptr<ByteSource> source, const Encoding& encoding)
{
    KITH_TRY(const auto reader, VcardReader::open(std::move(source), encoding));
    Seen seen;
    VcardCard card;
    while (true) {
        KITH_TRY(const bool more, reader->nextCard(card));
        if (!more)
            return seen;
        collectForeign(card, seen.foreign);
        for (const auto& [column, cell] : reader->read(card).cells) {
            if (seen.columns.size() < mostColumns)
                seen.columns.insert(column);
        }
    }
}

}

Result<FileLook> lookAtVcard(const QString& path, const FileGiven& given, int sampleRows)
{
    FileLook look;
    look.format = FileFormat::Vcard;
    KITH_TRY(auto source, FileSource::open(path));
    look.bytes = source->size();
    KITH_TRY(look.encoding, guessEncoding(*source));
    // Other characters may be hidden in quoted-printable, where only UTF-16 shows from outside.
    const bool isWide = look.encoding.encoding.unitBytes() > 1;
    KITH_TRY(const auto seen, seeAll(std::move(source), isWide ? look.encoding.encoding : Encoding::utf8()));
    if (!isWide)
        look.encoding = seen.foreign.isEmpty() ? EncodingGuess{Encoding::utf8(), 1, false}
                                               : guessEncoding(std::vector<QByteArray>{seen.foreign});
    if (given.encoding)
        look.encoding = {*given.encoding, 1, false};
    look.header = inUsualOrder(QStringList(seen.columns.begin(), seen.columns.end()));
    KITH_TRY(source, FileSource::open(path));
    KITH_TRY(const auto reader, VcardReader::open(std::move(source), look.encoding.encoding));
    reader->expectColumns(look.header, {});
    SourceRow row;
    while (int(look.rows.size()) < sampleRows) {
        KITH_TRY(const bool more, reader->next(row));
        if (!more)
            break;
        look.rows.push_back(row.texts());
        look.lines.push_back(row.line);
    }
    if (look.rows.empty())
        return Error{ErrorCode::FileEmpty, {path}};
    return look;
}

Result<std::unique_ptr<RowSource>> openVcard(const ImportPlan& plan)
{
    const auto encoding = plan.encoding.isEmpty() ? Encoding::utf8() : Encoding::named(plan.encoding);
    if (!encoding)
        return Error{ErrorCode::EncodingUnknown, {plan.path}};
    KITH_TRY(auto source, FileSource::open(plan.path));
    KITH_TRY(auto reader, VcardReader::open(std::move(source), *encoding));
    QStringList columns;
    for (const auto& column : plan.columns)
        columns += column.header;
    reader->expectColumns(columns, plan.entity);
    return std::unique_ptr<RowSource>(std::move(reader));
}

}

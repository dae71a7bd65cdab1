#pragma once

#include "core/exchange/FileLook.h"
#include "core/exchange/vcard/VcardCard.h"

namespace kith {

// Reads a file of cards (vCard 2.1, 3.0, 4.0, mixed as they may be) as rows, one a card, as phones, mail programs and
// address books write them. A card that does not end, ends where the next begins; a card within a card is passed.
class VcardReader final : public RowSource
{
public:
    // The encoding of the whole file if that is UTF-16, else what bytes are that are not UTF-8.
    static Result<std::unique_ptr<VcardReader>> open(std::unique_ptr<ByteSource> source, const Encoding& encoding);

    Result<bool> next(SourceRow& row) override;
    Status resumeAt(std::int64_t offset, std::int64_t line) override;
    std::int64_t offset() const override { return m_next.offset; }
    std::int64_t line() const override { return m_next.line; }
    std::int64_t size() const override { return m_lines.size(); }

    // The cells of rows, by the names of their columns, and what the cards become. Before: every row is empty.
    void expectColumns(const QStringList& columns, const QString& entity);
    // The next card itself; false at the end of the file.
    Result<bool> nextCard(VcardCard& card);
    VcardRow read(const VcardCard& card) { return rowOf(card, m_text, m_entity); }

private:
    struct Place
    {
        std::int64_t offset = 0;
        std::int64_t line = 1;
    };
    VcardReader(VcardLines lines, const Encoding& encoding);
    Status passAgent();

    VcardLines m_lines;
    VcardText m_text;
    QStringList m_columns;
    QString m_entity;
    Place m_start;        // of the card that was read last
    Place m_next;         // where the card behind it may begin
    bool m_begun = false; // its BEGIN has been read already
    std::vector<std::string> m_utf8;
    std::vector<std::string_view> m_cells;
};

// Looks at cards as lookAtFile() does, at all of them: their columns are what any of them has.
Result<FileLook> lookAtVcard(const QString& path, const FileGiven& given, int sampleRows);
// Their rows, as openRows() has them.
Result<std::unique_ptr<RowSource>> openVcard(const ImportPlan& plan);

}

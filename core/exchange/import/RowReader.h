#pragma once

#include "core/base/Result.h"
#include "core/exchange/ImportPlan.h"
#include "core/exchange/rows/SourceRow.h"
#include "core/records/Outcome.h"
#include "core/records/ValueText.h"
#include "core/store/Links.h"
#include "core/text/NearNames.h"

#include <QHash>

#include <memory>
#include <set>

namespace kith {

// One row of a file as a record would have it, before the book is asked about its links.
struct ParsedRow
{
    std::int64_t line = 0;
    std::int64_t nextOffset = 0; // of the file, where the row behind it begins
    std::int64_t nextLine = 0;
    RecordId id; // from the file's id column, or null
    // Relations hold names, or an export's ids with them (LinkText). An empty value says that the field is empty: so
    // does an empty cell of a row that names its id, which Kith has exported. In others it says nothing.
    FieldValues values;
    // A place in a tree given by its parent: the team of a manager in a region.
    struct Branch
    {
        const Field* relation = nullptr;
        QString parent;
        QString name; // empty: the parent itself is meant
    };
    std::vector<Branch> branches;
    std::vector<FieldProblem> problems;
    struct Guess
    {
        const Field* field = nullptr;
        QString typed;
        QString taken;
    };
    std::vector<Guess> guesses;
    QStringList warnings;
    std::vector<std::string> cells; // as in the file; kept only for the file of rejected rows
};

// Turns rows into values by an import plan. Everything that does not need the book: types, normal forms, defaults,
// lengths. Belongs to one thread; the plan and the catalog must outlive it.
class RowReader
{
public:
    // MapInvalid for a column that leads nowhere.
    static Result<RowReader> create(CatalogPtr catalog, const ImportPlan& plan, const TextConventions& conventions,
                                    const RecordId& me);

    ParsedRow read(const SourceRow& row);
    // What one cell of the preview shows.
    QString shown(const ParsedRow& row, std::size_t mappedColumn) const;

    const Entity& entity() const { return *m_entity; }
    // Fields whose missing records the plan wants made.
    const std::set<FieldId>& makeMissing() const { return m_makeMissing; }
    // Columns that take part, in the file's order: positions in the plan.
    std::vector<std::size_t> mapped() const;

private:
    enum class Target { None, Id, Field, Component, RelationId, Currency, PhoneRegion, Branch };
    struct Column
    {
        Target target = Target::None;
        const Field* field = nullptr;
        QString component;
        std::size_t companion = 0; // 1 + the column with an amount's currency or a phone's region; 0: none
        TextConventions conventions;
        DecimalMark decimalMark = DecimalMark::Guess; // of texts; a cell that is a number has a point
        QHash<QString, Value> known;                  // answers of fields with few different values
        std::shared_ptr<NearNames> options;
        std::vector<const Option*> optionOf; // by position in `options`
    };
    RowReader() = default;
    Result<Column> column(const ColumnMapping& mapping) const;
    void joinCompanions();
    void addCompanion(Column& column, const SourceRow& row, std::size_t position, QString& text) const;
    QString cellText(const SourceRow& row, std::size_t position) const;
    void readCell(Column& column, const QString& text, CellType type, ParsedRow& row);
    void readField(Column& column, const QString& text, CellType type, ParsedRow& row);
    void readOption(Column& column, const QString& text, ParsedRow& row);
    void readComponent(Column& column, const QString& text, ParsedRow& row);
    static void addLink(const Field& field, const LinkText& told, ParsedRow& row);
    void addValue(const Field& field, Value value, ParsedRow& row);
    void addEmpty(ParsedRow& row) const;
    void finishBranches(ParsedRow& row) const;

    CatalogPtr m_catalog;
    const Entity* m_entity = nullptr;
    std::vector<Column> m_columns;
    std::set<FieldId> m_makeMissing;
    TextConventions m_conventions;
    RecordId m_me;
    bool m_guarded = true; // cells may be guarded against formulas
};

}

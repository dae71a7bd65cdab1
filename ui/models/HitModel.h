#pragma once

#include "core/catalog/Catalog.h"
#include "core/records/Outcome.h"

#include <QAbstractListModel>

#include <optional>

namespace kith {

// One line of the search field's answer: a heading, a record, or something to do.
struct HitLine
{
    enum class Kind { Heading, Record, Command };
    Kind kind = Kind::Record;
    QString text;
    std::vector<TextRange> textMarks; // what matched
    QString detail;
    std::vector<TextRange> detailMarks;
    QString icon;
    QString command;  // Command: its name, for whoever does it
    QString shortcut; // Command
    EntityId entity;  // Record
    RecordId record;
};

// What the search field answers: commands, recent records, hits grouped by entity. Headings cannot be chosen.
class HitModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { Kind = Qt::UserRole, Detail, Icon, Shortcut };

    explicit HitModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    void setLines(std::vector<HitLine> lines);
    const HitLine& line(int row) const { return m_lines[std::size_t(row)]; }
    // The next line that can be chosen, going `step` from `row`; -1 if none.
    int nextChoice(int row, int step) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    std::vector<HitLine> m_lines;
};

// Hits as lines under a heading for each entity, in the order of the best hit of each.
std::vector<HitLine> groupedHits(const std::vector<Hit>& hits, const Catalog& catalog, const QString& language);

}

#include "ui/models/HistoryModel.h"

#include "ui/models/CellText.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace kith {

QString actText(ActKind kind)
{
    switch (kind) {
    case ActKind::Create:
        return QCoreApplication::translate("kith::HistoryModel", "Created");
    case ActKind::Edit:
        return QCoreApplication::translate("kith::HistoryModel", "Edited");
    case ActKind::Delete:
        return QCoreApplication::translate("kith::HistoryModel", "Moved to the trash");
    case ActKind::Restore:
        return QCoreApplication::translate("kith::HistoryModel", "Restored from the trash");
    case ActKind::Import:
        return QCoreApplication::translate("kith::HistoryModel", "Imported");
    case ActKind::Undo:
        return QCoreApplication::translate("kith::HistoryModel", "Undone");
    case ActKind::Redo:
        return QCoreApplication::translate("kith::HistoryModel", "Redone");
    case ActKind::Bulk:
        return QCoreApplication::translate("kith::HistoryModel", "Edited with others");
    case ActKind::Purge:
        return QCoreApplication::translate("kith::HistoryModel", "Deleted for good");
    case ActKind::Catalog:
        return QCoreApplication::translate("kith::HistoryModel", "Fields changed");
    case ActKind::Merge:
        return QCoreApplication::translate("kith::HistoryModel", "Merged");
    case ActKind::Founding:
        return QCoreApplication::translate("kith::HistoryModel", "Came with the book");
    case ActKind::Demo:
        return QCoreApplication::translate("kith::HistoryModel", "Made for the demo");
    }
    return {};
}

void HistoryModel::setEntries(std::vector<HistoryEntry> entries, CatalogPtr catalog, TextConventions conventions,
                              std::map<RecordId, QString> titles)
{
    beginResetModel();
    m_entries = std::move(entries);
    m_catalog = std::move(catalog);
    m_conventions = std::move(conventions);
    m_titles = std::move(titles);
    endResetModel();
}

QString HistoryModel::valueText(const Field& field, const Value& value) const
{
    if (const auto* reference = std::get_if<Reference>(&value)) {
        const auto found = m_titles.find(reference->record);
        return found == m_titles.end() ? u"…"_s : found->second;
    }
    if (const auto* set = std::get_if<IdSet>(&value); set && field.type == FieldType::Tags) {
        QStringList names;
        for (const Id128& id : *set) {
            const auto found = m_titles.find(RecordId::from(id));
            names += found == m_titles.end() ? u"…"_s : found->second;
        }
        return names.join(u", "_s);
    }
    return fieldText(field, value, {}, m_conventions);
}

std::vector<HistoryModel::Line> HistoryModel::lines(int row) const
{
    std::vector<Line> lines;
    const HistoryEntry& one = entry(row);
    const Entity* entity = m_catalog ? m_catalog->entity(one.patch.entity) : nullptr;
    for (const auto& [id, change] : one.patch.fields) {
        const Field* field = entity ? entity->field(id) : nullptr;
        if (!field || field->hidden || (isEmpty(change.before) && isEmpty(change.value)))
            continue;
        if (field->system &&
            (field->key == QStringView(systemField::Changed) || field->key == QStringView(systemField::ChangedBy) ||
             field->key == QStringView(systemField::Created) || field->key == QStringView(systemField::CreatedBy)))
            continue;
        lines.push_back({field->label.in(m_conventions.language), valueText(*field, change.before),
                         valueText(*field, change.value)});
    }
    return lines;
}

QString HistoryModel::what(const HistoryEntry& one) const
{
    return actText(one.actKind);
}

int HistoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const HistoryEntry& one = entry(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: {
        QStringList parts{what(one), data(index, When).toString()};
        for (const Line& line : lines(index.row()))
            parts += line.field + u": "_s + line.before + u" → "_s + line.after;
        return parts.join(u", "_s);
    }
    case What:
        return what(one);
    case Who:
        return one.author;
    case When:
        return agoText(one.patch.at, m_conventions.now, QLocale(m_conventions.language));
    case Changes:
        return int(lines(index.row()).size());
    case Act:
        return QVariant::fromValue(one.actNumber);
    case Undone:
        return one.undone;
    default:
        return {};
    }
}

}

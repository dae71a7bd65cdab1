#include "ui/models/HitModel.h"

namespace kith {

std::vector<HitLine> groupedHits(const std::vector<Hit>& hits, const Catalog& catalog, const QString& language)
{
    std::vector<EntityId> order;
    for (const Hit& hit : hits)
        if (std::find(order.begin(), order.end(), hit.entity) == order.end())
            order.push_back(hit.entity);
    std::vector<HitLine> lines;
    for (const EntityId& id : order) {
        const Entity* entity = catalog.entity(id);
        if (!entity)
            continue;
        HitLine heading;
        heading.kind = HitLine::Kind::Heading;
        heading.text = entity->plural.in(language);
        lines.push_back(heading);
        for (const Hit& hit : hits) {
            if (hit.entity != id)
                continue;
            HitLine line;
            line.text = hit.title;
            line.textMarks = hit.titleMarks;
            line.detail = hit.detail;
            line.detailMarks = hit.detailMarks;
            line.icon = entity->icon;
            line.entity = hit.entity;
            line.record = hit.id;
            lines.push_back(line);
        }
    }
    return lines;
}

void HitModel::setLines(std::vector<HitLine> lines)
{
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

int HitModel::nextChoice(int row, int step) const
{
    for (int next = row + step; next >= 0 && next < rowCount(); next += step)
        if (line(next).kind != HitLine::Kind::Heading)
            return next;
    return row >= 0 && row < rowCount() && line(row).kind != HitLine::Kind::Heading ? row : -1;
}

int HitModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

QVariant HitModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const HitLine& one = line(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return one.text;
    case Kind:
        return int(one.kind);
    case Detail:
        return one.detail;
    case Icon:
        return one.icon;
    case Shortcut:
        return one.shortcut;
    default:
        return {};
    }
}

Qt::ItemFlags HitModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const bool heading = line(index.row()).kind == HitLine::Kind::Heading;
    return Qt::ItemNeverHasChildren | (heading ? Qt::NoItemFlags : Qt::ItemIsEnabled | Qt::ItemIsSelectable);
}

}

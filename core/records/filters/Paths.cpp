#include "core/records/QueryText.h"
#include "core/records/filters/FilterTerm.h"

#include <algorithm>

namespace kith {

namespace {

Error noSuchField(const Entity& entity, QStringView text)
{
    return Error{ErrorCode::NoSuchField, {entity.key, text.toString()}};
}

const Field* fieldCalled(const Entity& entity, QStringView key)
{
    if (const Field* field = entity.field(key))
        return field;
    const auto found = std::find_if(entity.fields.begin(), entity.fields.end(), [&](const Field& field) {
        return key.compare(field.key, Qt::CaseInsensitive) == 0;
    });
    return found == entity.fields.end() ? nullptr : &*found;
}

const QString* componentCalled(QStringView word)
{
    const auto& names = addressComponents();
    const auto found = std::find_if(names.begin(), names.end(),
                                    [&](const QString& name) { return word.compare(name, Qt::CaseInsensitive) == 0; });
    return found == names.end() ? nullptr : &*found;
}

// The part before the first point; `rest` becomes what follows it, null where there is no point.
QStringView cut(QStringView& rest)
{
    const auto point = rest.indexOf(u'.');
    const auto head = point < 0 ? rest : rest.first(point);
    rest = point < 0 ? QStringView() : rest.sliced(point + 1);
    return head;
}

}

Result<FieldPath> parsePath(const Catalog& catalog, const Entity& entity, QStringView text)
{
    FieldPath path;
    path.owner = &entity;
    QStringView rest = text.trimmed();
    const bool endsOpen = rest.endsWith(u'.');
    path.field = fieldCalled(entity, cut(rest));
    if (!path.field || endsOpen)
        return noSuchField(entity, text);
    if (!rest.isEmpty() && path.field->type == FieldType::Relation) {
        path.through = path.field;
        path.owner = path.field->targets.size() == 1 ? catalog.entity(path.field->targets.first()) : nullptr;
        path.field = path.owner ? fieldCalled(*path.owner, cut(rest)) : nullptr;
        if (!path.field)
            return noSuchField(path.owner ? *path.owner : entity, text);
    }
    if (rest.isEmpty())
        return path;
    const QString* component = path.field->type == FieldType::Address ? componentCalled(rest) : nullptr;
    if (!component)
        return noSuchField(*path.owner, text);
    path.component = *component;
    return path;
}

std::optional<FieldPath> pathFromFarEnd(const Catalog& catalog, const Entity& entity, QStringView text)
{
    QStringView relation = text.trimmed();
    const auto kind = cut(relation);
    std::optional<FieldPath> found;
    for (const auto& one : catalog.incoming(entity)) {
        const bool isMeant = kind.compare(one.entity->key, Qt::CaseInsensitive) == 0 &&
                             (relation.isNull() || relation.compare(one.field->key, Qt::CaseInsensitive) == 0);
        if (!isMeant)
            continue;
        if (found)
            return std::nullopt;
        found = FieldPath{nullptr, one.entity, one.field, {}, true};
    }
    return found;
}

Result<std::vector<SortKey>> parseSort(const Catalog& catalog, const Entity& entity, QStringView text)
{
    std::vector<SortKey> keys;
    for (auto part : text.split(u',')) {
        part = part.trimmed();
        if (part.isEmpty())
            continue;
        const bool descending = part.startsWith(u'-');
        KITH_TRY(auto path, parsePath(catalog, entity, descending || part.startsWith(u'+') ? part.sliced(1) : part));
        const bool known =
            std::any_of(keys.begin(), keys.end(), [&](const SortKey& earlier) { return earlier.path == path; });
        if (!known)
            keys.push_back({std::move(path), descending});
    }
    return keys;
}

}

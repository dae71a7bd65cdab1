#include "core/records/Merging.h"

#include "core/catalog/Catalog.h"
#include "core/records/forms/ListReader.h"

#include <algorithm>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

bool sameEntry(const Point& a, const Point& b)
{
    return a.value.isEmpty() || b.value.isEmpty() ? a.shown() == b.shown() : a.value == b.value;
}

bool sameEntry(Address a, Address b)
{
    a.label.clear();
    b.label.clear();
    return a == b;
}

template <typename List>
Value unitedLists(const std::vector<Value>& values)
{
    List united;
    for (const auto& value : values) {
        const auto* list = std::get_if<List>(&value);
        if (!list)
            continue;
        for (const auto& entry : *list) {
            const bool known =
                std::any_of(united.begin(), united.end(), [&](const auto& one) { return sameEntry(one, entry); });
            if (!known && qsizetype(united.size()) < mostEntries)
                united.push_back(entry);
        }
    }
    return canonical(Value(std::move(united)));
}

Value unitedSets(const std::vector<Value>& values)
{
    IdSet united;
    for (const auto& value : values) {
        if (const auto* set = std::get_if<IdSet>(&value))
            united.insert(united.end(), set->begin(), set->end());
    }
    return canonical(Value(std::move(united)));
}

}

bool canBeMerged(const Entity& entity)
{
    return entity.place == Place::Page || entity.key == "tag"_L1;
}

bool takesPartInMerge(const Field& field)
{
    const bool isStamp =
        field.system && field.key != QStringView(systemField::Owner) && field.key != QStringView(systemField::Team);
    return !field.readOnly && !field.isDerived() && !isStamp && field.type != FieldType::Number;
}

Value mergedValue(const Field& field, const std::vector<Value>& values)
{
    switch (field.type) {
    case FieldType::Phone:
    case FieldType::Mail:
    case FieldType::Link:
        return unitedLists<Points>(values);
    case FieldType::Address:
        return unitedLists<Addresses>(values);
    case FieldType::Options:
    case FieldType::Tags:
        return unitedSets(values);
    default: {
        const auto full =
            std::find_if(values.begin(), values.end(), [&](const Value& value) { return !isEmpty(value); });
        return full == values.end() ? Value{} : *full;
    }
    }
}

}

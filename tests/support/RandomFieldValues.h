#pragma once

#include "tests/support/RandomValues.h"

namespace kith::testing {

using namespace Qt::StringLiterals;

// A canonical value that fits the field; empty now and then. Points are what people may have typed, not what
// readValue() made of it. `target`: the entity that a relation points to.
inline rc::Gen<Value> anyValueFor(const Field& field, const EntityId& target = {})
{
    const auto wrapped = [](auto gen) {
        return rc::gen::map(std::move(gen), [](auto v) { return Value(std::move(v)); });
    };
    const auto optionOf = [&field] {
        return rc::gen::map(rc::gen::elementOf(field.options), [](const Option& option) { return option.id; });
    };
    rc::Gen<Value> full = rc::gen::just(Value());
    switch (field.type) {
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Number:
        full = wrapped(rc::gen::map(
            anyWords(), [most = maximumCharacters(field)](const QString& text) { return text.left(most).trimmed(); }));
        break;
    case FieldType::Integer:
        full = wrapped(anyInteger());
        break;
    case FieldType::Decimal:
        full = wrapped(anyDecimal(field.scale));
        break;
    case FieldType::Money:
        full = wrapped(anyMoney());
        break;
    case FieldType::Date:
        full = wrapped(anyDate());
        break;
    case FieldType::Instant:
        full = wrapped(anyInstant());
        break;
    case FieldType::Boolean:
        full = wrapped(rc::gen::arbitrary<bool>());
        break;
    case FieldType::Option:
        full = wrapped(optionOf());
        break;
    case FieldType::Options:
        full = wrapped(rc::gen::map(rc::gen::container<std::vector<OptionId>>(optionOf()),
                                    [](const auto& options) { return IdSet(options.begin(), options.end()); }));
        break;
    case FieldType::Tags:
        full = wrapped(anyIdSet());
        break;
    case FieldType::Phone:
    case FieldType::Mail:
    case FieldType::Link:
        full = wrapped(anyPoints());
        break;
    case FieldType::Address:
        full = wrapped(anyAddresses());
        break;
    case FieldType::Relation:
        full = wrapped(rc::gen::map(anyId<RecordId>(), [target](RecordId record) {
            return Reference{target, record};
        }));
        break;
    }
    return rc::gen::map(rc::gen::weightedOneOf<Value>({{9, full}, {1, rc::gen::just(Value())}}),
                        [&field](Value value) { return fits(field, value) ? canonical(std::move(value)) : Value(); });
}

}

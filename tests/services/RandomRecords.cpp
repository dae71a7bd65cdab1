#include "tests/services/RandomRecords.h"

#include "core/records/ValueText.h"

namespace kith::testing {

using namespace Qt::StringLiterals;

namespace {

rc::Gen<QString> anyPhoneText()
{
    return rc::gen::element(u"13800138000"_s, u"138 0013 8000"_s, u"021 5555 1234"_s, u"020 7946 0001"_s,
                            u"+44 20 7946 0001"_s, u"+8613800138000"_s, u"(212) 555-0123"_s, u"12345678"_s,
                            u"not one"_s, u"work: 13900139000"_s, u"020 7946 0002 ext. 5"_s, u"1, 2"_s, u"110"_s);
}

rc::Gen<QString> anyLinkText()
{
    return rc::gen::element(u"www.example.org"_s, u"https://example.org/a;b"_s, u"home: example.com"_s,
                            u"no link at all"_s, u"HTTP://Example.ORG/%20"_s);
}

rc::Gen<QString> anyMailText()
{
    return rc::gen::element(u"Ada@Example.org"_s, u"work: b@c.example"_s, u"none"_s, u"\"odd; one\"@d.example"_s);
}

Value typed(const Field& field, const rc::Gen<QString>& texts, const TextConventions& conventions)
{
    QStringList several;
    for (int count = *rc::gen::inRange(1, 4); count > 0; --count)
        several += *texts;
    const auto value = readValue(field, several.join(u"; "_s), conventions);
    return value ? *value : Value();
}

Value anyAddressValue()
{
    Addresses addresses;
    for (int count = *rc::gen::inRange(1, 3); count > 0; --count) {
        Address address;
        for (const auto& component : addressComponents()) {
            const auto text = *rc::gen::oneOf(rc::gen::just(QString()), anyWords(),
                                              rc::gen::element(u"China"_s, u"上海"_s, u"Lönnrotinkatu 5; B"_s));
            const auto read = readAddressComponent(component, text);
            *addressComponent(address, component) = read ? *read : QString();
        }
        address.label = *rc::gen::element(QString(), u"work"_s, u"仓库"_s);
        addresses.push_back(address);
    }
    return canonical(Value(std::move(addresses)));
}

Value anyTextValue(const Field& field, const TextConventions& conventions)
{
    auto text =
        *rc::gen::oneOf(anyWords(), rc::gen::element(u"=1+1"_s, u"'=x"_s, u"+49"_s, u"-5"_s, u"sep=;"_s, u"\"q\""_s,
                                                     u"a\nb"_s, u"true"_s, u"01977420-dc00-700b-90de-a666e6699402"_s));
    const auto read = readValue(field, text, conventions);
    return read ? *read : Value();
}

TextConventions somewhere(TextConventions conventions)
{
    conventions.region = *rc::gen::element(u"CN"_s, u"GB"_s, u"US"_s);
    return conventions;
}

// Chosen by position: an id would be another one in the next book.
FieldValues anyValues(SessionBook& book, const Entity& entity, const std::map<QString, std::vector<RecordId>>& made,
                      const std::vector<RecordId>& tags)
{
    FieldValues values;
    for (const auto& field : entity.fields) {
        const bool leave = field.isDerived() || field.readOnly || (!field.required && *rc::gen::inRange(0, 3) > 0);
        if (leave)
            continue;
        Value value;
        if (field.type == FieldType::Tags) {
            IdSet set;
            for (const auto& tag : tags) {
                if (*rc::gen::arbitrary<bool>())
                    set.push_back(tag);
            }
            value = canonical(Value(std::move(set)));
        } else if (field.type == FieldType::Relation) {
            const auto there = made.find(field.targets.first());
            if (there != made.end() && !there->second.empty())
                value = Reference{book.entity(field.targets.first()).id,
                                  there->second[*rc::gen::inRange<std::size_t>(0, there->second.size())]};
        } else {
            value = anyRecordValue(field, somewhere(book.desk().conventions()));
        }
        if (!isEmpty(value))
            values[field.id] = std::move(value);
        else if (field.required)
            values[field.id] = u"Needed"_s;
    }
    return values;
}

}

Value anyRecordValue(const Field& field, const TextConventions& conventions)
{
    switch (field.type) {
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Number:
        return anyTextValue(field, conventions);
    case FieldType::Phone:
        return typed(field, anyPhoneText(), conventions);
    case FieldType::Mail:
        return typed(field, anyMailText(), conventions);
    case FieldType::Link:
        return typed(field, anyLinkText(), conventions);
    case FieldType::Address:
        return anyAddressValue();
    default:
        return *anyValueFor(field);
    }
}

void fillAtRandom(SessionBook& book, const std::vector<QString>& kinds, int records)
{
    std::vector<RecordId> tags;
    for (const auto& name : {u"vip"_s, u"a;b"_s, u"big, old"_s, u"\"q\""_s, u"重点"_s})
        tags.push_back(need(book.desk().create(book.entity(u"tag").id, {{book.field(u"tag", u"name").id, name}})).id);
    std::map<QString, std::vector<RecordId>> made;
    for (const auto& kind : kinds) {
        const auto& entity = book.entity(kind);
        for (int i = 0; i < records; ++i) {
            const auto saved = need(book.desk().create(entity.id, anyValues(book, entity, made, tags)));
            for (const auto& problem : saved.problems)
                FAIL("refused: " << problem.error);
            made[kind].push_back(saved.id);
            const auto& emptied = *rc::gen::elementOf(entity.fields);
            if (!emptied.isDerived() && !emptied.readOnly && !emptied.required)
                need(book.desk().save(entity.id, saved.id, {{emptied.id, Value()}}));
        }
    }
}

}

#include "ui/widgets/fields/FieldEditor.h"
#include "tests/support/Test.h"

#include <QLineEdit>

#include <memory>

using namespace Qt::StringLiterals;
using namespace kith;

namespace {

constexpr auto everyType = {FieldType::Text,   FieldType::LongText, FieldType::Integer, FieldType::Decimal,
                            FieldType::Money,  FieldType::Date,     FieldType::Instant, FieldType::Boolean,
                            FieldType::Option, FieldType::Options,  FieldType::Tags,    FieldType::Phone,
                            FieldType::Mail,   FieldType::Link,     FieldType::Address, FieldType::Relation,
                            FieldType::Number};

Field aField(FieldType type)
{
    Field field;
    field.id = shippedId<FieldId>(5001);
    field.key = u"field"_s;
    field.label = Label({{u"en"_s, u"Field"_s}});
    field.type = type;
    field.targets = {u"customer"_s};
    for (const int number : {500101, 500102}) {
        Option option;
        option.id = shippedId<OptionId>(number);
        option.key = u"option%1"_s.arg(number);
        option.label = Label({{u"en"_s, u"Option %1"_s.arg(number)}});
        field.options.push_back(option);
    }
    return field;
}

Value aValue(FieldType type)
{
    const auto record = shippedId<RecordId>(7);
    switch (type) {
    case FieldType::Text:
        return u"Acme & Söhne 有限公司"_s;
    case FieldType::LongText:
        return u"first line\nsecond line"_s;
    case FieldType::Integer:
        return std::int64_t(1'204'553);
    case FieldType::Decimal:
        return Decimal{-105425, 2};
    case FieldType::Money:
        return Money{105400, u"USD"_s};
    case FieldType::Date:
        return QDate(2016, 10, 20);
    case FieldType::Instant:
        return Instant::fromMilliseconds(1'476'945'123'456);
    case FieldType::Boolean:
        return false;
    case FieldType::Option:
        return shippedId<OptionId>(500102);
    case FieldType::Options:
        return IdSet{shippedId<OptionId>(500101), shippedId<OptionId>(500102)};
    case FieldType::Tags:
        return IdSet{record};
    case FieldType::Phone:
        return Points{{u"+8613812345678"_s, u"138 1234 5678"_s, u"mobile"_s}, {{}, u"ask for Li"_s, u"work"_s}};
    case FieldType::Mail:
        return Points{{u"ada@example.com"_s, {}, u"work"_s}};
    case FieldType::Link:
        return Points{{u"https://example.com/a"_s, {}, {}}};
    case FieldType::Address: {
        Address address;
        address.country = u"CN"_s;
        address.city = u"北京"_s;
        address.street = u"长安街 1 号"_s;
        address.label = u"work"_s;
        return Addresses{address};
    }
    case FieldType::Relation:
        return Reference{shippedId<EntityId>(10), record};
    case FieldType::Number:
        return u"Q-2026-00001"_s;
    }
    return {};
}

QString shownAs(const Value& value)
{
    return value.index() == 0 ? u"empty"_s : u"alternative %1"_s.arg(value.index());
}

}

TEST_CASE("what an editor is given, of every type, comes out unchanged")
{
    for (const FieldType type : everyType) {
        INFO(fieldTypeKey(type).toStdString());
        const std::unique_ptr<FieldEditor> editor(makeFieldEditor(aField(type), {}, nullptr));
        const Value given = aValue(type);
        editor->setValue(given, {u"Its name"_s});
        const auto taken = editor->value();
        REQUIRE_OK(taken);
        INFO(shownAs(*taken).toStdString());
        CHECK(*taken == given);
    }
}

TEST_CASE("an empty editor of every type is empty, also after it held something")
{
    for (const FieldType type : everyType) {
        INFO(fieldTypeKey(type).toStdString());
        const std::unique_ptr<FieldEditor> editor(makeFieldEditor(aField(type), {}, nullptr));
        REQUIRE_OK(editor->value());
        CHECK(isEmpty(*editor->value()));
        editor->setValue(aValue(type), {u"Its name"_s});
        CHECK_FALSE(isEmpty(*editor->value()));
        editor->setValue({}, {});
        CHECK(isEmpty(*editor->value()));
    }
}

TEST_CASE("what cannot be read is told, and stays as typed")
{
    for (const FieldType type : {FieldType::Integer, FieldType::Decimal, FieldType::Money, FieldType::Date}) {
        INFO(fieldTypeKey(type).toStdString());
        const std::unique_ptr<FieldEditor> editor(makeFieldEditor(aField(type), {}, nullptr));
        auto* line = editor->findChild<QLineEdit*>();
        REQUIRE(line);
        line->setText(u"twelve of them"_s);
        CHECK_FALSE(editor->value().ok());
        CHECK(line->text() == u"twelve of them"_s);
    }
}

TEST_CASE("every control of every editor says what it is for")
{
    for (const FieldType type : everyType) {
        INFO(fieldTypeKey(type).toStdString());
        const std::unique_ptr<FieldEditor> editor(makeFieldEditor(aField(type), {}, nullptr));
        for (const auto* line : editor->findChildren<QLineEdit*>())
            CHECK_FALSE((line->accessibleName() + line->parentWidget()->accessibleName()).isEmpty());
    }
}

#include "core/records/QueryText.h"
#include "core/records/ValueText.h"
#include "tests/support/Test.h"

using namespace kith;
using namespace Qt::StringLiterals;

namespace {

Catalog shipped()
{
    auto catalog = Catalog::shipped();
    REQUIRE_OK(catalog);
    return std::move(catalog).value();
}

QueryContext someMoment()
{
    QueryContext context;
    context.me = shippedId<RecordId>(7);
    context.team = shippedId<RecordId>(8);
    context.now = Instant::fromMilliseconds(1'700'000'000'000);
    context.baseCurrency = u"CNY"_s;
    return context;
}

QString shown(const Error& error)
{
    return QString::number(int(error.code)) + u' ' + error.detail.join(u" | "_s);
}

// What a filter or a sort of the views of `entity` says wrong, one sentence a view.
QStringList unreadableViews(const Catalog& catalog, const Entity& entity)
{
    QStringList problems;
    for (const auto& view : entity.views) {
        const auto filter = parseFilter(catalog, entity, view.filter, someMoment());
        if (!filter)
            problems += entity.key + u'.' + view.key + u": "_s + shown(filter.error());
        const auto sort = parseSort(catalog, entity, view.sort);
        if (!sort)
            problems += entity.key + u'.' + view.key + u": "_s + shown(sort.error());
    }
    return problems;
}

// The same of its checks, and of the fields that they put right.
QStringList unreadableChecks(const Catalog& catalog, const Entity& entity)
{
    QStringList problems;
    for (const auto& check : entity.quality) {
        const auto filter = parseFilter(catalog, entity, check.filter, someMoment());
        if (!filter)
            problems += entity.key + u'.' + check.key + u": "_s + shown(filter.error());
        const Field* field = check.field.isEmpty() ? nullptr : entity.field(check.field);
        if (!check.field.isEmpty() && (!field || field->readOnly))
            problems += entity.key + u'.' + check.key + u" puts right "_s + check.field;
    }
    return problems;
}

// The text as a value of the field, or what is wrong with it. Relations are the store's to find.
QString unreadable(const Field& field, const QString& text)
{
    if (text.isEmpty() || field.type == FieldType::Relation || field.type == FieldType::Tags)
        return {};
    TextConventions conventions;
    conventions.now = someMoment().now;
    const auto value = readValue(field, text, conventions);
    if (!value)
        return field.key + u' ' + shown(value.error());
    return isEmpty(*value) ? field.key + u" empty"_s : QString();
}

}

TEST_CASE("every shipped view can be asked for")
{
    const auto catalog = shipped();
    QStringList problems;
    std::size_t views = 0;
    for (const auto& entity : catalog.entities()) {
        problems += unreadableViews(catalog, entity);
        views += entity.views.size();
    }
    CHECK(problems.join(u'\n') == QString());
    CHECK(views > 80);

    Entity broken = *catalog.entity(u"customer");
    broken.views = {{u"bad"_s, Label(), u"level in (key, z)"_s, u"-nothing"_s}};
    CHECK(unreadableViews(catalog, broken).size() == 2);
}

TEST_CASE("every shipped check can be asked for and puts right a field that people can change")
{
    const auto catalog = shipped();
    QStringList problems;
    for (const auto& entity : catalog.entities())
        problems += unreadableChecks(catalog, entity);
    CHECK(problems.join(u'\n') == QString());
    for (const auto* key : {u"customer", u"contact", u"lead", u"opportunity", u"task", u"product", u"quote"})
        CHECK(catalog.entity(key)->quality.size() > 2);

    Entity broken = *catalog.entity(u"customer");
    broken.quality = {{u"bad"_s, Label(), Label(), u"phones is wrong"_s, u"last_contact"_s}};
    CHECK(unreadableChecks(catalog, broken).size() == 2);
}

TEST_CASE("shipped defaults and records read as values of their fields")
{
    const auto catalog = shipped();
    QStringList problems;
    for (const auto& entity : catalog.entities()) {
        for (const auto& field : entity.fields) {
            const bool aPerson = field.defaultText == u"me"_s;
            if (const auto problem = aPerson ? QString() : unreadable(field, field.defaultText); !problem.isEmpty())
                problems += entity.key + u'.' + problem;
        }
    }
    for (const auto& seed : catalog.seeds()) {
        const Entity* entity = catalog.entity(seed.entity);
        for (auto it = seed.fields.begin(); it != seed.fields.end(); ++it) {
            for (const auto& text : it.value().texts()) {
                if (const auto problem = unreadable(*entity->field(it.key()), text); !problem.isEmpty())
                    problems += u"seed "_s + entity->key + u'.' + problem;
            }
        }
    }
    CHECK(problems.join(u'\n') == QString());
    CHECK_FALSE(unreadable(*catalog.entity(u"stage")->field(u"outcome"), u"perhaps"_s).isEmpty());
}

TEST_CASE("a title of every shipped entity can be shown without other records, or follows one relation")
{
    const auto catalog = shipped();
    for (const auto& entity : catalog.entities()) {
        const Field* title = entity.titleField();
        REQUIRE(title);
        INFO(entity.key.toStdString());
        const bool ownWords = title->type == FieldType::Text || title->type == FieldType::Number;
        CHECK((ownWords || (title->type == FieldType::Relation && entity.place == Place::Part)));
    }
}

#include "core/store/SearchIndex.h"

#include "core/database/Connection.h"
#include "core/database/Tokenizer.h"
#include "core/records/FieldCursor.h"
#include "core/store/Columns.h"
#include "core/text/SearchTokens.h"

namespace kith {

namespace {

constexpr int keyBits = 40;
constexpr std::int64_t keyMask = (std::int64_t(1) << keyBits) - 1;

void append(QString& text, const QString& more)
{
    if (more.isEmpty())
        return;
    if (!text.isEmpty())
        text += u'\n';
    text += more;
}

void append(QString& text, const Value& value)
{
    if (const auto* plain = std::get_if<QString>(&value)) {
        append(text, *plain);
    } else if (const auto* points = std::get_if<Points>(&value)) {
        for (const auto& point : *points) {
            append(text, point.value);
            append(text, point.typed);
        }
    } else if (const auto* addresses = std::get_if<Addresses>(&value)) {
        for (const auto& address : *addresses) {
            for (const auto part :
                 {&Address::region, &Address::city, &Address::district, &Address::street, &Address::postcode})
                append(text, address.*part);
        }
    }
}

}

bool isSearchedTitle(const Entity& entity, const Field& field)
{
    return (field.type == FieldType::Text || field.type == FieldType::Number) && entity.title.contains(field.key);
}

bool isSearched(const Entity& entity, const Field& field)
{
    return isSearchedTitle(entity, field) || field.searchWeight > 0;
}

SearchDocument searchDocument(const Entity& entity, const Record& record)
{
    SearchDocument document;
    FieldCursor values(record.fields);
    for (const auto& field : entity.fields) {
        if (isSearchedTitle(entity, field))
            append(document.title, values.value(field.id));
        else if (field.searchWeight > 0)
            append(document.detail, values.value(field.id));
    }
    return document;
}

std::int64_t searchRow(const Entity& entity, RecordKey key)
{
    return (entityNumber(entity) << keyBits) + key;
}

RecordKey keyOfSearchRow(std::int64_t row)
{
    return row & keyMask;
}

SearchRows searchRowsOf(const Entity& entity)
{
    return {searchRow(entity, 0), searchRow(entity, keyMask)};
}

const Entity* entityOfSearchRow(const Catalog& catalog, std::int64_t row)
{
    return catalog.entity(shippedId<EntityId>(row >> keyBits));
}

QString indexedTitle(const SearchDocument& document)
{
    return document.title.isEmpty() ? QString() : QChar(titleMark) + document.title;
}

Status addToSearch(Connection& connection, std::int64_t row, const SearchDocument& document)
{
    if (document.isEmpty())
        return {};
    auto statement = connection.kept("INSERT INTO search(rowid, title, detail) VALUES(?1, ?2, ?3)");
    return statement.bindAll(row, indexedTitle(document), document.detail).run();
}

Status removeFromSearch(Connection& connection, std::int64_t row, const SearchDocument& document)
{
    if (document.isEmpty())
        return {};
    auto statement = connection.kept("INSERT INTO search(search, rowid, title, detail) VALUES('delete', ?1, ?2, ?3)");
    return statement.bindAll(row, indexedTitle(document), document.detail).run();
}

Status registerSearchTokenizer(Connection& connection)
{
    return registerTokenizer(connection, [](std::string_view text, TokenizeFor purpose, const TokenSink& sink) {
        const auto mode = purpose == TokenizeFor::Query ? TokenMode::Query : TokenMode::Document;
        tokenize(text, mode, [&](std::string_view token, int start, int end, bool colocated) {
            return sink(token, start, end, colocated ? SamePlace::Yes : SamePlace::No) ? 0 : 1;
        });
    });
}

}

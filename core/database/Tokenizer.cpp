#include "core/database/Tokenizer.h"

#include "core/database/Connection.h"
#include "core/database/engine/EngineError.h"

#include <sqlite3.h>

#include <memory>

namespace kith {
namespace {

fts5_api* findFts5(sqlite3* engine)
{
    fts5_api* api = nullptr;
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(engine, "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    return api;
}

// A table's tokenizer is the connection's one function: there is nothing to configure.
int createTokenizer(void* function, const char**, int, Fts5Tokenizer** tokenizer)
{
    *tokenizer = static_cast<Fts5Tokenizer*>(function);
    return SQLITE_OK;
}

void deleteTokenizer(Fts5Tokenizer*) {}

void deleteFunction(void* function)
{
    delete static_cast<TokenizeFunction*>(function);
}

using EngineSink = int (*)(void*, int, const char*, int, int, int);

int tokenize(Fts5Tokenizer* tokenizer, void* context, int flags, const char* text, int size, EngineSink engineSink)
{
    const auto& function = *reinterpret_cast<const TokenizeFunction*>(tokenizer);
    const auto purpose = (flags & FTS5_TOKENIZE_QUERY) != 0 ? TokenizeFor::Query : TokenizeFor::Document;
    int code = SQLITE_OK;
    const TokenSink sink = [&](std::string_view token, int begin, int end, SamePlace place) {
        const int colocated = place == SamePlace::Yes ? FTS5_TOKEN_COLOCATED : 0;
        code = engineSink(context, colocated, token.data(), int(token.size()), begin, end);
        return code == SQLITE_OK;
    };
    function(std::string_view(text ? text : "", text ? std::size_t(size) : 0), purpose, sink);
    // FTS5 stops the tokenizer with DONE when it has seen enough.
    return code == SQLITE_DONE ? SQLITE_OK : code;
}

}

Status registerTokenizer(Connection& connection, TokenizeFunction function)
{
    fts5_api* api = findFts5(connection.handle());
    if (!api)
        return engineError(connection.handle(), SQLITE_ERROR);
    fts5_tokenizer methods{createTokenizer, deleteTokenizer, tokenize};
    auto owned = std::make_unique<TokenizeFunction>(std::move(function));
    const int code = api->xCreateTokenizer(api, "kith", owned.get(), &methods, deleteFunction);
    if (code != SQLITE_OK)
        return engineError(connection.handle(), code);
    owned.release(); // the engine deletes it with the connection
    return {};
}

}

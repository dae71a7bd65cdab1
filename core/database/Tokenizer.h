#pragma once

#include "core/base/Result.h"

#include <functional>
#include <string_view>

namespace kith {

class Connection;

enum class SamePlace { No, Yes };

// Takes one token: what is indexed, and the bytes [begin, end) of the text that it stands for. SamePlace::Yes: it
// stands at the same place as the token before it, as a synonym. False: take no more, return.
using TokenSink = std::function<bool(std::string_view token, int begin, int end, SamePlace place)>;

enum class TokenizeFor { Document, Query };

// Splits a text, UTF-8, into tokens. Called from the connection's thread, with one text at a time.
using TokenizeFunction = std::function<void(std::string_view text, TokenizeFor purpose, const TokenSink& sink)>;

// Makes `tokenize = 'kith'` known to this connection's FTS5 tables. Needed on every connection before such a table is
// used.
Status registerTokenizer(Connection& connection, TokenizeFunction tokenize);

}

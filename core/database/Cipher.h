#pragma once

#include <QAnyStringView>
#include <QLatin1StringView>

#include <optional>

namespace kith {

// How the pages of a book are encrypted and authenticated. None is for benches and tests only: a book is never plain.
enum class Cipher { Aegis256, ChaCha20Poly1305, None };

// What a new book should use on this processor: AEGIS-256 where it has AES instructions. Either cipher opens anywhere.
Cipher preferredCipher();

// The name that stands in the key file: "aegis-256" or "chacha20-poly1305"; "none" for None.
QLatin1StringView nameOf(Cipher cipher);
std::optional<Cipher> cipherNamed(QAnyStringView name);

}

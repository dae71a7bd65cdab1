#pragma once

#include "core/text/formats/Mail.h"

#include <optional>

namespace kith {

// The address that was meant where what was typed is none but for an evident slip: blanks beside its signs, a comma or
// another sign for a point of the domain, points doubled or beside the @, the @ doubled, `.con` for `.com`, a large
// provider without its end (qq for qq.com). Nothing for what is an address as it stands, for two addresses in one, and
// where more would have to be guessed. Any thread.
std::optional<MailAddress> mailMeant(QStringView typed);

}

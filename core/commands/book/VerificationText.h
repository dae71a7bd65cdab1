#pragma once

#include "core/commands/Command.h"
#include "core/services/BookCare.h"

namespace kith {

// {ok, rows, hash, problems}, in words, and as a failure where something is wrong.
Answer verificationAnswer(const Verification& checked, const QString& sound, const QString& faulty);

}

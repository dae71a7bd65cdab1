#pragma once

#include "core/base/Clock.h"
#include "core/commands/CommandList.h"
#include "core/commands/terminal/Terminal.h"
#include "core/keys/keychain/SystemKeychain.h"
#include "core/services/Session.h"

#include <QStringList>
#include <QTranslator>

namespace kith {

// Builds what a command needs and runs it. The event loop runs on the main thread, where the session lives and the
// keychain answers; the command runs and waits on another.
class CommandProgram
{
public:
    explicit CommandProgram(QStringList words);

    // The exit code.
    int run();

private:
    void installTranslation();

    QStringList m_words;
    QTranslator m_translator;
    SystemClock m_clock;
    SystemKeychain m_keychain;
    Terminal m_terminal;
    Session m_session;
};

}

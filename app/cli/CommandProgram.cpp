#include "app/cli/CommandProgram.h"

#include "core/commands/CommandContext.h"

#include <QCoreApplication>
#include <QLocale>

#include <thread>

#ifdef KITH_BENCH
// In tests/bench, which a program may carry but not include.
namespace kith::bench {
Command benchCommand();
}
#endif

namespace kith {

using namespace Qt::StringLiterals;

CommandProgram::CommandProgram(QStringList words) : m_words(std::move(words)), m_session(m_clock, m_keychain)
{
    installTranslation();
}

void CommandProgram::installTranslation()
{
    const auto language = languageOf(m_words);
    QLocale::setDefault(QLocale(language));
    if (m_translator.load(u":/i18n/kith_%1.qm"_s.arg(language)))
        QCoreApplication::installTranslator(&m_translator);
}

int CommandProgram::run()
{
    const auto line = readCommandLine(m_words);
    if (!line) {
        if (m_words.contains(u"--json"_s))
            m_terminal.write(compactJson(errorJson(line.error())) + '\n');
        m_terminal.say(spoken(line.error()));
        return exitCodeOf(line.error());
    }
    auto commands = CommandList::shipped();
#ifdef KITH_BENCH
    commands.add(bench::benchCommand());
#endif
    CommandContext context(m_session, m_clock, m_terminal, commands, line->options);
    std::thread work([&] {
        const int code = runCommandLine(context, *line);
        // From the loop: one that has not begun yet would not hear of it.
        QMetaObject::invokeMethod(
            QCoreApplication::instance(), [code] { QCoreApplication::exit(code); }, Qt::QueuedConnection);
    });
    const int code = QCoreApplication::exec();
    work.join();
    return code;
}

}

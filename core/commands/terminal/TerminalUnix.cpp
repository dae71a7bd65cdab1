#include "core/commands/terminal/Terminal.h"

#include <atomic>
#include <cerrno>
#include <csignal>

#include <termios.h>
#include <unistd.h>

namespace kith {

namespace {

std::atomic<bool> wasInterrupted = false;
static_assert(std::atomic<bool>::is_always_lock_free, "set from a signal handler");

void noteInterrupt(int)
{
    wasInterrupted = true;
}

}

InterruptScope::InterruptScope()
{
    wasInterrupted = false;
    struct sigaction action = {};
    action.sa_handler = noteInterrupt;
    action.sa_flags = int(SA_RESETHAND);
    for (const int signal : {SIGINT, SIGTERM})
        sigaction(signal, &action, nullptr);
}

InterruptScope::~InterruptScope()
{
    for (const int signal : {SIGINT, SIGTERM})
        std::signal(signal, SIG_DFL);
}

bool InterruptScope::interrupted()
{
    return wasInterrupted;
}

namespace terminalSystem {

bool isTerminal(Stream stream)
{
    return isatty(stream == Stream::Input ? STDIN_FILENO : STDERR_FILENO) == 1;
}

void setEcho(bool shown)
{
    termios mode = {};
    if (tcgetattr(STDIN_FILENO, &mode) != 0)
        return;
    if (shown)
        mode.c_lflag |= tcflag_t(ECHO);
    else
        mode.c_lflag &= tcflag_t(~tcflag_t(ECHO));
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &mode);
}

int readByte()
{
    unsigned char byte = 0;
    ssize_t read = 0;
    do {
        read = ::read(STDIN_FILENO, &byte, 1);
    } while (read < 0 && errno == EINTR);
    return read == 1 ? byte : -1;
}

}

}

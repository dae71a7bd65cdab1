#include "core/commands/terminal/Terminal.h"

#include <atomic>

#include <windows.h>

namespace kith {

namespace {

std::atomic<bool> wasInterrupted = false;

BOOL WINAPI noteInterrupt(DWORD kind)
{
    // The second one is not ours: the program ends.
    return kind == CTRL_C_EVENT && !wasInterrupted.exchange(true) ? TRUE : FALSE;
}

}

InterruptScope::InterruptScope()
{
    wasInterrupted = false;
    SetConsoleCtrlHandler(noteInterrupt, TRUE);
}

InterruptScope::~InterruptScope()
{
    SetConsoleCtrlHandler(noteInterrupt, FALSE);
}

bool InterruptScope::interrupted()
{
    return wasInterrupted;
}

namespace terminalSystem {

bool isTerminal(Stream stream)
{
    DWORD mode = 0;
    return GetConsoleMode(GetStdHandle(stream == Stream::Input ? STD_INPUT_HANDLE : STD_ERROR_HANDLE), &mode) != 0;
}

void setEcho(bool shown)
{
    const HANDLE input = GetStdHandle(STD_INPUT_HANDLE);
    DWORD mode = 0;
    if (GetConsoleMode(input, &mode) != 0)
        SetConsoleMode(input, shown ? mode | ENABLE_ECHO_INPUT : mode & ~DWORD(ENABLE_ECHO_INPUT));
}

int readByte()
{
    unsigned char byte = 0;
    DWORD read = 0;
    return ReadFile(GetStdHandle(STD_INPUT_HANDLE), &byte, 1, &read, nullptr) != 0 && read == 1 ? byte : -1;
}

}

}

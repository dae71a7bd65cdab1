#pragma once

#include "core/crypto/SecretText.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace kith {

// Standard input, output and error of this process. One thread.
class Terminal
{
public:
    Terminal();

    // Somebody is there to be asked: input and error are a terminal.
    bool canAsk() const { return m_canAsk; }
    // Error is a terminal.
    bool showsProgress() const { return m_showsProgress; }

    // A line typed without being shown, of which 4096 bytes are taken. Nothing at the end of input.
    std::optional<SecretText> askSecret(const QString& prompt);
    // Standard output, at once.
    void write(const QByteArray& bytes);
    // A line on standard error; whatever progress stands there goes away first.
    void say(const QString& line);
    // One line that the next one replaces; only on a terminal. Empty: none.
    void progress(const QString& line);
    // A line of standard input without its end, or nothing at the end.
    std::optional<QByteArray> readLine();

private:
    void clearProgress();

    bool m_canAsk = false;
    bool m_showsProgress = false;
    bool m_progressShown = false;
};

// While one is there, the first Ctrl+C only sets interrupted(); the second ends the program as usual. One at a time.
class InterruptScope
{
public:
    InterruptScope();
    ~InterruptScope();
    InterruptScope(const InterruptScope&) = delete;
    InterruptScope& operator=(const InterruptScope&) = delete;

    static bool interrupted();
};

// What each system does in its own way.
namespace terminalSystem {

enum class Stream { Input, Error };
bool isTerminal(Stream stream);
// Whether what is typed is shown.
void setEcho(bool shown);
// One byte of standard input, past every buffer of this process; -1 at its end.
int readByte();

}

}

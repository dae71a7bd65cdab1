#include "core/commands/terminal/Terminal.h"

#include <cstdio>
#include <iostream>
#include <string>

namespace kith {

namespace {

constexpr std::size_t longestSecret = 4096;

}

Terminal::Terminal()
    : m_canAsk(terminalSystem::isTerminal(terminalSystem::Stream::Input) &&
               terminalSystem::isTerminal(terminalSystem::Stream::Error))
    , m_showsProgress(terminalSystem::isTerminal(terminalSystem::Stream::Error))
{
}

std::optional<SecretText> Terminal::askSecret(const QString& prompt)
{
    clearProgress();
    const auto bytes = prompt.toUtf8();
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stderr);
    std::fputc(' ', stderr);
    std::fflush(stderr);
    SecureBytes room(longestSecret);
    const auto line = room.writable();
    std::size_t size = 0;
    terminalSystem::setEcho(false);
    int byte = terminalSystem::readByte();
    const bool ended = byte < 0;
    for (; byte >= 0 && byte != '\n'; byte = terminalSystem::readByte()) {
        if (size < line.size() && byte != '\r')
            line[size++] = std::uint8_t(byte);
    }
    terminalSystem::setEcho(true);
    std::fputc('\n', stderr);
    if (ended)
        return std::nullopt;
    return SecretText::fromUtf8(room.bytes().first(size));
}

void Terminal::write(const QByteArray& bytes)
{
    clearProgress();
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stdout);
    std::fflush(stdout);
}

void Terminal::say(const QString& line)
{
    clearProgress();
    const auto bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stderr);
    std::fflush(stderr);
}

void Terminal::progress(const QString& line)
{
    if (!m_showsProgress)
        return;
    clearProgress();
    const auto bytes = line.toUtf8();
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stderr);
    std::fflush(stderr);
    m_progressShown = !line.isEmpty();
}

void Terminal::clearProgress()
{
    if (m_progressShown)
        std::fputs("\r\x1b[K", stderr);
    m_progressShown = false;
}

std::optional<QByteArray> Terminal::readLine()
{
    // A line as soon as it is there: who writes it may be waiting for the answer before writing the next.
    std::string line;
    if (!std::getline(std::cin, line))
        return std::nullopt;
    if (!line.empty() && line.back() == '\r')
        line.pop_back();
    QByteArray bytes(line.data(), qsizetype(line.size()));
    std::fill(line.begin(), line.end(), '\0');
    return bytes;
}

}

#pragma once

#include <QFuture>

#include <functional>
#include <memory>

namespace kith {

// Tells when the person leaves this computer, as far as the system says so.
class Absence
{
public:
    enum class Change {
        Sleeps,  // the computer is about to sleep
        Leaves,  // the screen was locked, or another person's session came to the front
        Returns, // it woke up, the screen was unlocked, or this session is in front again
    };
    // What is done about it. The computer waits with sleeping until the answer has ended, for the few seconds that its
    // system allows.
    using Observer = std::function<QFuture<void>(Change)>;

    virtual ~Absence() = default;
    // From now on, on the calling thread, from its event loop; that thread must be the one that destroys this.
    virtual void observe(Observer observer) = 0;
};

// As told by logind on Linux, by the session and power notifications of Windows, by the workspace of macOS. A system
// that cannot tell, or a machine without such a service, never says anything.
std::unique_ptr<Absence> systemAbsence();

}

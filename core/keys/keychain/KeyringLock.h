#pragma once

#include <QObject>

#include <chrono>
#include <functional>

namespace kith {

enum class KeyringLock { Open, Locked, Unknown };

// Whether the system's default keyring is locked, where a library's "not found" does not say (the Secret Service on
// Linux); elsewhere Open. Asks without waiting; the callback comes from the event loop, or not at all if `context`
// dies. Unknown: the service did not answer in `timeout` or not sensibly.
void askKeyringLock(QObject* context, std::chrono::milliseconds timeout, std::function<void(KeyringLock)> callback);

}

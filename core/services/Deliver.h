#pragma once

#include <QFuture>
#include <QFutureWatcher>

#include <utility>

namespace kith {

// Calls `handle(result)` on the receiver's thread when the future has its result. Bound to the receiver's life: once it
// is gone, or if the future was cancelled, nothing is called. Never calls from within.
template <typename T, typename Handle>
void deliver(const QFuture<T>& future, QObject* receiver, Handle handle)
{
    auto* watcher = new QFutureWatcher<T>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::finished, receiver, [watcher, handle = std::move(handle)]() mutable {
        watcher->deleteLater();
        const QFuture<T> done = watcher->future();
        if (!done.isCanceled() && done.resultCount() > 0)
            handle(done.result());
    });
    watcher->setFuture(future);
}

}

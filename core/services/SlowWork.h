#pragma once

#include "core/base/Result.h"

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace kith {

// Runs slow work on a pool's thread; the future holds exactly one result.
template <typename Value>
QFuture<Result<Value>> runSlowly(QThreadPool& pool, std::function<Result<Value>()> work)
{
    auto promise = std::make_shared<QPromise<Result<Value>>>();
    auto future = promise->future();
    promise->start();
    pool.start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    return future;
}

}

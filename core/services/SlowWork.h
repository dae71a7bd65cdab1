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

// A future that has its result already.
template <typename Value>
QFuture<Result<Value>> readyResult(Result<Value> result)
{
    QPromise<Result<Value>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

}

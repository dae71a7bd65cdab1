#pragma once

#include "core/services/absence/Absence.h"

namespace kith::testing {

// Somebody who leaves and returns when the test says so.
class FakeAbsence final : public Absence
{
public:
    void observe(Observer observer) override { m_observer = std::move(observer); }
    QFuture<void> tell(Change change) { return m_observer(change); }

private:
    Observer m_observer;
};

}

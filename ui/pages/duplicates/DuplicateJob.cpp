#include "ui/pages/duplicates/DuplicateJob.h"

#include "core/services/Deliver.h"
#include "core/services/Session.h"
#include "core/text/HumanFormat.h"

#include <algorithm>

namespace kith {

namespace {

constexpr int soonMs = 400;
constexpr int laterMs = 20'000; // somebody who has just opened a book wants the computer for themselves
constexpr int pollMs = 150;

}

DuplicateJob::DuplicateJob(Session& session, QObject* parent) : QObject(parent), m_session(session)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    m_later.setSingleShot(true);
    m_later.setInterval(laterMs);
    m_poll.setInterval(pollMs);
    connect(&m_soon, &QTimer::timeout, this, &DuplicateJob::follow);
    connect(&m_later, &QTimer::timeout, this, &DuplicateJob::scanNext);
    connect(&m_poll, &QTimer::timeout, this, &DuplicateJob::progressed);
    connect(&m_session, &Session::recordsChanged, this, [this] {
        if (m_book > 0)
            m_soon.start();
    });
}

void DuplicateJob::begin()
{
    ++m_book;
    m_soon.start();
}

void DuplicateJob::forget()
{
    ++m_book;
    m_soon.stop();
    m_later.stop();
    m_poll.stop();
    m_waiting.clear();
    m_scanned.clear();
    m_following = false;
    m_again = false;
}

void DuplicateJob::hurry()
{
    if (m_soon.isActive()) {
        m_soon.stop();
        follow();
    }
    if (m_later.isActive()) {
        m_later.stop();
        scanNext();
    }
}

bool DuplicateJob::isWaiting(const QString& entity) const
{
    return m_scanned == entity || std::find(m_waiting.begin(), m_waiting.end(), entity) != m_waiting.end();
}

void DuplicateJob::follow()
{
    if (m_session.state() != SessionState::Open)
        return;
    m_again = m_following;
    if (m_following)
        return;
    m_following = true;
    deliver(m_session.duplicates().follow(), this,
            [this, book = m_book](const Result<DuplicateDesk::Followed>& followed) {
                if (book != m_book)
                    return;
                m_following = false;
                if (m_again)
                    m_soon.start();
                // A book that another program writes is compared there.
                if (!followed.ok())
                    return;
                const auto catalog = m_session.desk().catalog();
                for (const auto& id : followed->changed)
                    emit changed(catalog->entity(id)->key);
                for (const auto& id : followed->behind) {
                    const QString key = catalog->entity(id)->key;
                    if (!isWaiting(key))
                        m_waiting.push_back(key);
                }
                if (!m_waiting.empty() && m_scanned.isEmpty())
                    m_later.start();
            });
}

void DuplicateJob::scan(const QString& entity)
{
    m_later.stop();
    if (!isWaiting(entity))
        m_waiting.push_front(entity);
    scanNext();
}

void DuplicateJob::scanNext()
{
    if (!m_scanned.isEmpty() || m_waiting.empty() || m_session.state() != SessionState::Open)
        return;
    m_scanned = m_waiting.front();
    m_waiting.pop_front();
    const Entity* entity = m_session.desk().catalog()->entity(m_scanned);
    m_poll.start();
    emit progressed();
    deliver(m_session.duplicates().scan(entity->id), this, [this, book = m_book](const Result<ScanReport>& report) {
        if (book != m_book)
            return;
        m_poll.stop();
        const QString done = std::exchange(m_scanned, {});
        if (!report.ok())
            emit failed(report.error());
        emit changed(done);
        // What has changed meanwhile, and the next kind.
        m_soon.start();
        scanNext();
    });
}

void DuplicateJob::stop()
{
    m_waiting.clear();
    if (!m_scanned.isEmpty())
        m_session.duplicates().cancelScan();
}

ScanProgress DuplicateJob::progress() const
{
    return m_scanned.isEmpty() ? ScanProgress{} : m_session.duplicates().scanProgress();
}

QString progressText(const ScanProgress& progress, const QLocale& locale)
{
    if (progress.step == ScanProgress::Step::Reading)
        return DuplicateJob::tr("%1 records read").arg(humanCount(progress.records, locale));
    if (progress.step == ScanProgress::Step::Comparing)
        return DuplicateJob::tr("%1 likely pairs found so far").arg(humanCount(progress.likely, locale));
    return DuplicateJob::tr("Nearly there");
}

}

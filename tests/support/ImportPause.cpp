#include "tests/support/ImportPause.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace kith::testing {

namespace {

std::optional<std::int64_t> lineOf(StoreWriter& writer)
{
    auto statement = writer.connection.kept("SELECT line FROM import_job");
    const auto found = statement.step();
    return found.ok() && *found ? std::optional(statement.integer(0)) : std::nullopt;
}

}

ImportPause::ImportPause(SessionBook& book, std::int64_t rows) : m_book(book), m_rows(rows)
{
    post();
    wait();
}

ImportPause::~ImportPause()
{
    letGo();
}

void ImportPause::goOnUntil(std::int64_t rows)
{
    {
        const std::lock_guard lock(m_mutex);
        m_rows = rows;
        m_held = false;
    }
    m_changed.notify_all();
    wait();
}

void ImportPause::letGo()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
    }
    m_changed.notify_all();
    while (!m_answered)
        m_book.count(u"stage");
    const std::lock_guard left(m_mutex); // the last step is through
}

// Behind the batch that waits now, so that none after it gets past.
void ImportPause::post()
{
    m_book.session().store().postWrite([this](StoreWriter* writer) { step(writer); });
}

void ImportPause::step(StoreWriter* writer)
{
    const auto line = writer ? lineOf(*writer) : std::nullopt;
    std::unique_lock lock(m_mutex);
    m_begun = m_begun || line;
    m_ended = m_ended || !writer || (m_begun && !line);
    while (!m_ended && line && *line >= m_rows) {
        m_held = true;
        m_changed.wait(lock, [this] { return m_ended || !m_held; });
    }
    if (m_ended)
        m_answered = true;
    else
        post();
}

void ImportPause::wait()
{
    while (!m_held && !m_answered)
        m_book.count(u"stage");
    REQUIRE(m_held);
}

QString copyOfBook(const SessionBook& book, const QString& name)
{
    const auto copy = book.file(name);
    for (const auto* suffix : {"", "-wal", "-keys", "-keys2"}) {
        const auto end = QString::fromLatin1(suffix);
        if (QFile::exists(book.path() + end))
            REQUIRE(QFile::copy(book.path() + end, copy + end));
    }
    return copy;
}

QString openCutOff(SessionBook& book, const ImportPlan& plan, std::int64_t rows)
{
    QString copy;
    const auto running = book.imports().run(plan);
    {
        const ImportPause pause(book, rows);
        copy = copyOfBook(book, u"cut-off.kith"_s);
    }
    need(book.session().open(copy, SessionBook::by()));
    settle(running);
    return copy;
}

}

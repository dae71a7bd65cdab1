// What a person waits for in the window: from the key or the click to the painted answer, on a large encrypted book.
// `kith-cli bench window` runs it; alone: kith_window_bench CUSTOMERS.csv ROWS
#include "core/services/Deliver.h"
#include "core/services/ImportDesk.h"
#include "tests/bench/BenchBook.h"
#include "tests/bench/Queries.h"
#include "tests/support/FakeKeychain.h"
#include "ui/models/RecordListModel.h"
#include "ui/pages/list/RecordsPage.h"
#include "ui/pages/record/RecordPage.h"
#include "ui/shell/SearchPanel.h"
#include "ui/shell/Shell.h"
#include "ui/widgets/list/RecordTable.h"

#include <QApplication>
#include <QHeaderView>
#include <QJsonDocument>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QTabBar>
#include <QTest>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace kith::bench {

namespace {

constexpr double frame = 16;
constexpr int linked = 200;
constexpr int times = 40; // so that the slowest alone is not the 95th percentile

// Notices when something is painted that shows what was waited for.
class Painted : public QObject
{
public:
    using Shows = std::function<bool(const QWidget* widget)>;

    Painted() { qApp->installEventFilter(this); }
    void waitFor(Shows shows)
    {
        m_shows = std::move(shows);
        m_seen = false;
    }
    bool isSeen() const { return m_seen; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && !m_seen && watched->isWidgetType())
            m_seen = m_shows(static_cast<QWidget*>(watched));
        return QObject::eventFilter(watched, event);
    }

private:
    Shows m_shows = [](const QWidget*) { return false; };
    bool m_seen = false;
};

// One turn of the application's own loop, which is this program's: QTest's waits sleep between turns, and would be
// measured with what is waited for.
void runEvents()
{
    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

template <typename Value>
Result<Value> settled(QFuture<Result<Value>> future)
{
    while (!future.isFinished())
        runEvents();
    return future.result();
}

// Lets events run until it is so; minutes at most.
bool runUntil(const std::function<bool()>& condition)
{
    const Timer waited;
    while (!condition()) {
        if (waited.seconds() > 60)
            return false;
        runEvents();
    }
    return true;
}

void runFor(int milliseconds)
{
    const Timer waited;
    while (waited.milliseconds() < milliseconds)
        runEvents();
    // Pages that were left: without a loop of the application's own nothing else lets go of them.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

QJsonObject figuresOf(const std::vector<double>& ms)
{
    return {{u"ms_median"_s, rounded(median(ms))},
            {u"ms_p95"_s, rounded(percentile95(ms))},
            {u"ms_worst"_s, rounded(ms.empty() ? 0 : *std::max_element(ms.begin(), ms.end()))},
            {u"asked"_s, qint64(ms.size())},
            {u"aim_ms_p95"_s, frame}};
}

class WindowBench
{
public:
    explicit WindowBench(std::int64_t rows)
        : m_theme(*qApp, ThemeMode::Light, {})
        , m_session(m_clock, m_keychain)
        , m_shell(m_session, m_theme, Preferences{u"light"_s, {}, u"zh_CN"_s, 0})
        , m_rows(rows)
    {
        m_shell.resize(1440, 900);
        m_shell.show();
        m_shell.activateWindow();
    }

    Result<QJsonObject> run(const QString& csv)
    {
        m_heart.start(20); // so that no wait for an event is for ever
        KITH_TRY(makeBook(csv));
        QJsonObject figures{{u"screen"_s, QGuiApplication::platformName()}};
        const std::vector<std::pair<QString, Result<QJsonObject> (WindowBench::*)()>> parts{
            {u"search"_s, &WindowBench::search},    {u"list_open"_s, &WindowBench::openList},
            {u"list_jump"_s, &WindowBench::jump},   {u"list_sort"_s, &WindowBench::sort},
            {u"list_views"_s, &WindowBench::views}, {u"record_open"_s, &WindowBench::openRecord}};
        for (const auto& [name, measure] : parts) {
            m_part = name;
            m_handled.clear();
            KITH_TRY(auto measured, (this->*measure)());
            measured[u"ms_handled"_s] = rounded(median(m_handled)); // of it before the event loop goes on
            figures[name] = measured;
        }
        figures[u"memory_peak_mb"_s] = rounded(peakMemory());
        return figures;
    }

private:
    Status makeBook(const QString& csv)
    {
        Session::NewBook book;
        book.path = m_folder.filePath(u"window.kith"_s);
        book.passphrase = SecretText::copyOf(u"measured with this");
        book.withRecoveryCode = false;
        book.language = u"zh_CN"_s;
        book.region = u"CN"_s;
        book.currency = u"CNY"_s;
        book.personName = u"Ada"_s;
        KITH_TRY(settled(m_session.create(book)));
        KITH_TRY(import(csv, u"customer"_s));
        QByteArray rows("name,customer\n");
        for (int i = 0; i < linked; ++i)
            rows += "Opportunity " + QByteArray::number(i) + ",Linked and measured\n";
        QFile file(m_folder.filePath(u"opportunities.csv"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(rows) != rows.size())
            return Error{ErrorCode::FileUnwritable, {file.fileName(), file.errorString()}};
        file.close();
        const Entity& customer = *m_session.desk().catalog()->entity(u"customer");
        KITH_TRY(const auto made, settled(m_session.desk().create(
                                      customer.id, {{customer.field(u"name")->id, u"Linked and measured"_s}})));
        m_linked = made.id;
        return import(file.fileName(), u"opportunity"_s);
    }

    Status import(const QString& path, const QString& entity)
    {
        KITH_TRY(const auto preview, settled(m_session.imports().inspect(path, entity, {})));
        KITH_TRY(const auto report, settled(m_session.imports().run(preview.plan)));
        return report.created > 0 ? Status() : Status(Error{ErrorCode::Internal, {u"nothing was imported"_s}});
    }

    // From the act to the end of the painting that shows its answer.
    Result<double> timed(const std::function<void()>& act, Painted::Shows shows)
    {
        m_painted.waitFor(std::move(shows));
        const Timer one;
        act();
        m_handled.push_back(one.milliseconds());
        if (!runUntil([this] { return m_painted.isSeen(); }))
            return Error{ErrorCode::Internal, {m_part + u": no answer was painted"_s}};
        return one.milliseconds();
    }

    Result<QJsonObject> search()
    {
        KITH_TRY(const auto typed, searchQueries());
        auto* panel = &m_shell.searchPanel();
        auto* list = panel->findChild<QListView*>();
        panel->open();
        auto* field = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        if (!field)
            return Error{ErrorCode::Internal, {u"the search field has no focus"_s}};
        runFor(200);
        std::vector<double> ms;
        bool answered = false;
        const auto connection = QObject::connect(panel, &SearchPanel::answered, [&] { answered = true; });
        for (const auto& query : typed) {
            for (const QChar key : query) {
                answered = false;
                const auto press = [&] {
                    QCoreApplication::postEvent(field, new QKeyEvent(QEvent::KeyPress, 0, {}, QString(key)));
                };
                KITH_TRY(const double one,
                         timed(press, [&](const QWidget* painted) { return answered && painted == list->viewport(); }));
                ms.push_back(one);
            }
            field->clear();
            runFor(20);
        }
        QObject::disconnect(connection);
        return figuresOf(ms);
    }

    // Titles and numbers to look for, of records that are there.
    Result<std::vector<QString>> searchQueries()
    {
        std::vector<QuerySample> samples;
        std::mt19937 random(7);
        const auto catalog = m_session.desk().catalog();
        const Entity& customer = *catalog->entity(u"customer");
        Query query;
        query.catalog = catalog;
        query.entity = &customer;
        for (const auto* key : {u"name", u"phones", u"mails"})
            query.columns.push_back({nullptr, &customer, customer.field(QStringView(key)), {}});
        for (int i = 0; i < searchesMixed; ++i) {
            KITH_TRY(const auto page,
                     settled(m_session.desk().page(query, std::int64_t(random() % std::uint64_t(m_rows)), 1)));
            if (page.rows.empty())
                continue;
            const auto& values = page.rows.front().values;
            const auto pointOf = [&](std::size_t column) {
                const auto* points = std::get_if<Points>(&values[column]);
                return points && !points->empty() ? points->front().value : QString();
            };
            samples.push_back({page.rows.front().title, pointOf(1), pointOf(2)});
        }
        return mixedQueries(samples, random);
    }

    RecordTable* table() { return m_shell.page()->findChild<RecordTable*>(); }
    RecordListModel* model() { return table()->records(); }
    bool isAnswered() { return table() && model() && model()->hasAnswered(); }
    bool isRowThere(int row) { return !model()->index(row, 0).data().toString().isEmpty(); }
    // Whether this is the list with its first rows in it, or what says that it has none.
    bool showsList(const QWidget* painted)
    {
        if (!isAnswered())
            return false;
        return model()->rowCount() == 0 ? m_shell.page()->isAncestorOf(painted)
                                        : painted == table()->viewport() && isRowThere(0);
    }

    void goToList(const QString& view = {}) { m_shell.go({Location::Kind::List, u"customer"_s, {}, view, {}}); }

    // The first time after the start by itself: what is read and drawn for the first time takes longer, and the order
    // of so long a list is then made ready in the background.
    Result<QJsonObject> openList()
    {
        std::vector<double> ms;
        double first = 0;
        for (int i = 0; i <= times; ++i) {
            m_shell.go({Location::Kind::Home, {}, {}, {}, {}});
            runFor(300);
            KITH_TRY(const double one, timed([this] { goToList(); },
                                             [this](const QWidget* painted) {
                                                 return qobject_cast<RecordsPage*>(m_shell.page()) &&
                                                        showsList(painted);
                                             }));
            if (i == 0)
                first = one;
            else
                ms.push_back(one);
            runFor(i == 0 ? 3'000 : 500);
        }
        auto figures = figuresOf(ms);
        figures[u"ms_first"_s] = rounded(first);
        return figures;
    }

    bool waitForList()
    {
        goToList();
        const bool came = runUntil([this] { return isAnswered() && model()->isCounted(); });
        runFor(3'000); // what is prepared in the background
        return came;
    }

    // Each column that an index sorts, up and down.
    Result<QJsonObject> sort()
    {
        waitForList();
        std::vector<double> ms;
        const auto* header = table()->horizontalHeader();
        for (int column = 0; column < model()->columnCount(); ++column) {
            const auto& path = model()->query().columns[std::size_t(column)];
            if (path.through || !path.component.isEmpty() || !path.field->sortable)
                continue;
            for (int direction = 0; direction < 2; ++direction) {
                const QPoint at(header->sectionViewportPosition(column) + 12, header->height() / 2);
                const auto click = [&] { QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at); };
                KITH_TRY(const double one, timed(click, [this](const QWidget* painted) { return showsList(painted); }));
                ms.push_back(one);
                runFor(700);
            }
        }
        return figuresOf(ms);
    }

    Result<QJsonObject> views()
    {
        waitForList();
        std::vector<double> ms;
        QJsonObject each;
        auto* bar = m_shell.page()->findChild<QTabBar*>();
        for (int tab = 1; tab < bar->count(); ++tab) {
            const auto click = [&] { QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(tab).center()); };
            KITH_TRY(const double one, timed(click, [this](const QWidget* painted) { return showsList(painted); }));
            ms.push_back(one);
            each[bar->tabText(tab)] = rounded(one);
            runFor(1'500);
        }
        auto figures = figuresOf(ms);
        figures[u"each"_s] = each;
        return figures;
    }

    Result<QJsonObject> jump()
    {
        waitForList();
        auto* bar = table()->verticalScrollBar();
        std::vector<double> ms;
        for (int i = 0; i < times; ++i) {
            const int place = int(double(bar->maximum()) * (i % 4 == 3 ? 0.97 : 0.5 + i * 0.001));
            const auto shows = [this](const QWidget* painted) {
                return painted == table()->viewport() &&
                       isRowThere(std::max(table()->rowAt(table()->viewport()->height() / 2), 0));
            };
            KITH_TRY(const double one, timed([&] { bar->setValue(place); }, shows));
            ms.push_back(one);
            runFor(100);
        }
        return figuresOf(ms);
    }

    Result<QJsonObject> openRecord()
    {
        std::vector<double> ms;
        for (int i = 0; i < times; ++i) {
            m_shell.go({Location::Kind::Home, {}, {}, {}, {}});
            runFor(300);
            const auto open = [this] { m_shell.go({Location::Kind::Record, u"customer"_s, m_linked, {}, {}}); };
            KITH_TRY(const double one, timed(open, [this](const QWidget* painted) {
                         const auto* page = qobject_cast<RecordPage*>(m_shell.page());
                         return page && page->isSettled() && page->isAncestorOf(painted);
                     }));
            ms.push_back(one);
        }
        return figuresOf(ms);
    }

    SystemClock m_clock;
    testing::FakeKeychain m_keychain;
    QTemporaryDir m_folder;
    Theme m_theme;
    Session m_session;
    Shell m_shell;
    std::int64_t m_rows;
    RecordId m_linked;
    Painted m_painted;
    QTimer m_heart;
    QString m_part;
    std::vector<double> m_handled;
};

}

}

int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") &&
        !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const auto words = QCoreApplication::arguments();
    if (words.size() != 3) {
        std::fprintf(stderr, "kith_window_bench CUSTOMERS.csv ROWS\n");
        return 2;
    }
    kith::bench::WindowBench bench(words[2].toLongLong());
    const auto figures = bench.run(words[1]);
    if (!figures) {
        std::fprintf(stderr, "error %d %s\n", int(figures.error().code), qPrintable(figures.error().detail.join(u' ')));
        return 1;
    }
    std::printf("%s\n", QJsonDocument(*figures).toJson(QJsonDocument::Compact).constData());
    return 0;
}

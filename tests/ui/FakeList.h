#pragma once

#include "ui/models/RecordListModel.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QPromise>

#include <map>

namespace kith::testing {

// A long list that answers when told to, so that a test can look at what happens in between.
class FakeList
{
public:
    FakeList()
    {
        const QByteArray json = R"({"id": 50, "key": "thing", "label": {"en": "Thing"}, "plural": {"en": "Things"},
            "icon": "package", "place": "page", "access": "everyone", "title": ["name"],
            "fields": [{"id": 5001, "key": "name", "type": "text", "label": {"en": "Name"}},
                       {"id": 5002, "key": "count", "type": "integer", "label": {"en": "Count"}}],
            "list": {"columns": ["name", "count"], "sort": "name"}, "layout": [], "views": []})";
        // Whoever created a record is a person, so a catalog has people.
        const QByteArray people = R"({"id": 37, "key": "person", "label": {"en": "Person"}, "plural": {"en": "People"},
            "icon": "user", "place": "setting", "access": "everyone", "title": ["name"],
            "fields": [{"id": 3701, "key": "name", "type": "text", "label": {"en": "Name"}}]})";
        auto made =
            Catalog::fromFiles({QJsonDocument::fromJson(json).object(), QJsonDocument::fromJson(people).object()});
        Q_ASSERT(made.ok());
        m_catalog = std::make_shared<Catalog>(std::move(made).value());
    }

    Query query() const
    {
        Query query;
        query.catalog = m_catalog;
        query.entity = m_catalog->entity(u"thing");
        for (const auto* key : {u"name", u"count"}) {
            FieldPath path;
            path.owner = query.entity;
            path.field = query.entity->field(QStringView(key));
            query.columns.push_back(path);
        }
        return query;
    }

    ListSource source()
    {
        return {[this](const Query&, std::int64_t first, int count) { return ask(first, count); },
                [this](const Query&) { return askCount(); }, [](const Query&) { return QFuture<Result<void>>(); }};
    }

    // Answers what was asked, then what that led to, until nothing is open.
    void answerAll()
    {
        for (int round = 0; round < 20; ++round) {
            auto pages = std::exchange(m_pages, {});
            auto counts = std::exchange(m_counts, {});
            for (auto& [first, promise] : pages)
                if (!promise.isCanceled())
                    promise.addResult(Result<ListPage>(pageAt(first)));
            for (auto& [first, promise] : pages)
                promise.finish();
            for (auto& promise : counts) {
                promise.addResult(Result<std::int64_t>(rows));
                promise.finish();
            }
            QCoreApplication::processEvents();
            QCoreApplication::sendPostedEvents();
        }
    }

    // Gives the model a list and answers until it knows how many there are, which it asks a frame later.
    void show(RecordListModel& model)
    {
        model.setQuery(query());
        do
            answerAll();
        while (!model.isCounted());
    }

    std::vector<std::int64_t> openPages() const
    {
        std::vector<std::int64_t> open;
        for (const auto& [first, promise] : m_pages)
            if (!promise.isCanceled())
                open.push_back(first);
        return open;
    }

    std::int64_t rows = 1'000'000;
    std::int64_t inserted = 0; // new ones at its beginning, which move the others down
    QString prefix = QStringLiteral("Thing");
    int asked = 0;

    static RecordId idOf(std::int64_t position)
    {
        RecordId id;
        for (std::size_t i = 0; i < 8; ++i)
            id.bytes[15 - i] = std::uint8_t(position >> (8 * i));
        id.bytes[0] = 1;
        return id;
    }

private:
    QFuture<Result<ListPage>> ask(std::int64_t first, int)
    {
        ++asked;
        QPromise<Result<ListPage>> promise;
        promise.start();
        auto future = promise.future();
        m_pages.emplace_back(first, std::move(promise));
        return future;
    }
    QFuture<Result<std::int64_t>> askCount()
    {
        QPromise<Result<std::int64_t>> promise;
        promise.start();
        auto future = promise.future();
        m_counts.push_back(std::move(promise));
        return future;
    }
    ListPage pageAt(std::int64_t first) const
    {
        ListPage page;
        page.first = first;
        for (auto at = first; at < std::min(rows, first + PageStore::pageSize); ++at) {
            Row row;
            row.key = at;
            row.id = at < inserted ? idOf(1'000'000'000 + at) : idOf(at - inserted);
            row.title = prefix + QStringLiteral(" %1").arg(at - inserted);
            row.values = {Value(row.title), Value(at)};
            row.titles = {QString(), QString()};
            page.rows.push_back(row);
        }
        page.last = first + PageStore::pageSize >= rows;
        return page;
    }

    std::shared_ptr<const Catalog> m_catalog;
    std::vector<std::pair<std::int64_t, QPromise<Result<ListPage>>>> m_pages;
    std::vector<QPromise<Result<std::int64_t>>> m_counts;
};

}

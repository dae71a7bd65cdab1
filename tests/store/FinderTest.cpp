#include "core/store/Finder.h"
#include "tests/support/StoreBook.h"
#include "tests/support/Test.h"

#include <algorithm>

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

namespace {

// What was written in bulk, as an import does: no patches that say what a person works with.
std::vector<RecordId> bringIn(StoreBook& book, QStringView entity, const std::vector<QString>& names)
{
    auto act = ActWriter::begin(book.writer().context(), ActKind::Import);
    REQUIRE_OK(act);
    std::vector<RecordId> ids;
    for (const auto& name : names) {
        const auto id = book.writer().ids.next<RecordId>();
        auto values = book.values(entity, {{u"name"_s, name}});
        REQUIRE_OK(act->createInRange(book.entity(entity), std::move(values), id));
        ids.push_back(id);
    }
    REQUIRE_OK(act->commit());
    return ids;
}

QString marked(const QString& text, const std::vector<TextRange>& marks)
{
    QString shown = text;
    for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark)
        shown.insert(mark->start + mark->size, u']').insert(mark->start, u'[');
    return shown;
}

}

TEST_CASE("the whole title comes first, then its beginning, then any part of it, then the rest of the record")
{
    StoreBook book;
    bringIn(book, u"customer", {u"晨光"_s, u"上海晨光"_s, u"晨光文具"_s, u"百乐"_s, u"晨光"_s});
    book.create(u"customer", {{u"name"_s, u"得力"_s}, {u"description"_s, u"与晨光有合作"_s}});
    CHECK(book.found(u"晨光"_s) == std::vector<QString>{u"晨光"_s, u"晨光"_s, u"晨光文具"_s, u"上海晨光"_s, u"得力"_s});
    CHECK(book.found(u"chenguang"_s) == std::vector<QString>{u"晨光"_s, u"晨光"_s, u"晨光文具"_s, u"上海晨光"_s});
}

TEST_CASE("beside a title stands what it does not say itself")
{
    StoreBook book;
    const auto beside = [&] { return need(findRecords(book.tables(), {u"wang"_s, {}, 10, {}})).front().detail; };
    const auto id = book.create(u"contact", {{u"family_name"_s, u"王"_s}, {u"given_name"_s, u"芳"_s}});
    CHECK(book.found(u"wang"_s) == std::vector<QString>{u"王芳"_s});
    CHECK(beside().isEmpty());
    book.set(u"contact", id, {{u"mails"_s, u"fang@example.com"_s}});
    CHECK(beside() == u"fang@example.com"_s);
}

TEST_CASE("a title that is just what was typed is found behind any number that begin so")
{
    StoreBook book;
    std::vector<QString> names{u"Ada"_s};
    for (int i = 0; i < 300; ++i)
        names.push_back(u"Adam %1"_s.arg(i));
    bringIn(book, u"contact", names);
    CHECK(book.found(u"ada"_s).front() == u"Ada"_s);
    CHECK(book.found(u"ada"_s).size() == 50);
}

TEST_CASE("a title that begins so is found behind any number that hold it")
{
    StoreBook book;
    std::vector<QString> names{u"光明乳业"_s};
    for (int i = 0; i < 300; ++i)
        names.push_back(u"晨光明%1"_s.arg(i));
    bringIn(book, u"customer", names);
    CHECK(book.found(u"光明"_s).front() == u"光明乳业"_s);
    CHECK(book.found(u"guangming"_s).front() == u"光明乳业"_s);
    CHECK(book.found(u"gm"_s).front() == u"光明乳业"_s);
}

TEST_CASE("among equals comes first what the person opened or changed lately")
{
    StoreBook book;
    const auto ids = bringIn(book, u"contact", {u"王一"_s, u"王二"_s, u"王三"_s, u"王四"_s});
    book.set(u"contact", ids[1], {{u"job_title"_s, u"Buyer"_s}});
    CHECK(book.found(u"王"_s).front() == u"王二"_s);
    FindRequest request;
    request.typed = u"wang"_s;
    request.recent = {{book.entity(u"contact").id, ids[0]}};
    const auto hits = findRecords(book.tables(), request);
    REQUIRE_OK(hits);
    REQUIRE(hits->size() == 4);
    CHECK((*hits)[0].title == u"王一"_s);
    CHECK((*hits)[1].title == u"王二"_s);
}

TEST_CASE("a kind of which there are many does not hide the others")
{
    StoreBook book;
    std::vector<QString> names;
    for (int i = 0; i < 4'000; ++i)
        names.push_back(u"Wide %1"_s.arg(i));
    bringIn(book, u"product", names);
    bringIn(book, u"customer", {u"Wide World"_s});
    bringIn(book, u"lead", {u"Wide Lead"_s});
    for (const auto& typed : {u"w"_s, u"wide"_s}) {
        const auto found = book.found(typed);
        CHECK(found.size() == 50);
        CHECK(std::find(found.begin(), found.end(), u"Wide World"_s) != found.end());
        CHECK(std::find(found.begin(), found.end(), u"Wide Lead"_s) != found.end());
    }
}

TEST_CASE("what is asked for without a limit is there without a gap")
{
    StoreBook book;
    std::vector<QString> names;
    for (int i = 0; i < 3'500; ++i)
        names.push_back(i % 2 ? u"赵光%1"_s.arg(i) : u"光赵%1"_s.arg(i));
    bringIn(book, u"customer", names);
    bringIn(book, u"contact", {u"赵光"_s});
    for (const auto& typed : {u"光"_s, u"g"_s, u"guang"_s, u"赵"_s}) {
        const auto hits = findRecords(book.tables(), {typed, {}, 10'000, {}});
        REQUIRE_OK(hits);
        CHECK(hits->size() == 3'501);
    }
}

TEST_CASE("what matched is marked in the title, or in the line that holds it")
{
    StoreBook book;
    book.create(u"customer", {{u"name"_s, u"上海晨光文具"_s},
                              {u"phones"_s, u"138 1234 5678"_s},
                              {u"mails"_s, u"office@chenguang.example"_s}});
    const auto hitOf = [&](const QString& typed) {
        auto hits = findRecords(book.tables(), {typed, {}, 10, {}});
        REQUIRE_OK(hits);
        REQUIRE(hits->size() == 1);
        return hits->front();
    };
    auto hit = hitOf(u"cgwj"_s);
    CHECK(marked(hit.title, hit.titleMarks) == u"上海[晨光文具]"_s);
    hit = hitOf(u"45678"_s);
    CHECK(hit.titleMarks.empty());
    CHECK(marked(hit.detail, hit.detailMarks).contains(u"["_s));
    hit = hitOf(u"文具 office"_s);
    CHECK(marked(hit.title, hit.titleMarks) == u"上海晨光[文具]"_s);
    CHECK(marked(hit.detail, hit.detailMarks) == u"[office]@chenguang.example"_s);
}

#include "core/store/Finder.h"
#include "core/store/SearchIndex.h"
#include "core/text/Fold.h"
#include "tests/store/RandomBook.h"
#include "tests/support/Spelling.h"
#include "tests/support/Test.h"

#include <QRegularExpression>

#include <algorithm>

using namespace kith;
using namespace Qt::StringLiterals;
using kith::testing::RandomBook;
using kith::testing::Snapshot;
using kith::testing::Step;

namespace {

std::vector<Step> someSteps()
{
    return *rc::gen::resize(25, rc::gen::container<std::vector<Step>>(kith::testing::anyStep()));
}

std::optional<Value> valueIn(const Snapshot& snapshot, const RecordId& record, const FieldId& field)
{
    const auto found = snapshot.find(record);
    if (found == snapshot.end())
        return std::nullopt;
    const auto entry = found->second.find(field);
    return entry == found->second.end() ? Value{} : entry->second;
}

// Fields that stand in one and not so in the other, of records that live in both.
std::vector<std::pair<RecordId, FieldId>> changedFields(const Snapshot& before, const Snapshot& after)
{
    std::vector<std::pair<RecordId, FieldId>> changed;
    for (const auto& [record, fields] : before) {
        const auto other = after.find(record);
        if (other == after.end())
            continue;
        std::set<FieldId> all;
        for (const auto* side : {&fields, &other->second}) {
            for (const auto& [field, value] : *side)
                all.insert(field);
        }
        for (const auto& field : all) {
            if (valueIn(before, record, field) != valueIn(after, record, field))
                changed.emplace_back(record, field);
        }
    }
    return changed;
}

std::vector<RecordId> gone(const Snapshot& before, const Snapshot& after)
{
    std::vector<RecordId> records;
    for (const auto& [record, fields] : before) {
        if (!after.contains(record))
            records.push_back(record);
    }
    return records;
}

}

TEST_CASE("any sequence of acts, taken back one by one, leaves the book as it was before it")
{
    RandomBook book;
    CHECK(rc::check([&] {
        const auto start = book.contents();
        std::vector<std::int64_t> acts;
        for (const auto& step : someSteps()) {
            if (const auto act = book.apply(step); act > 0)
                acts.push_back(act);
        }
        for (auto act = acts.rbegin(); act != acts.rend(); ++act)
            RC_ASSERT(book.undo(*act).kept.empty());
        RC_ASSERT(book.contents() == start);
    }));
}

TEST_CASE("undo and redo walk the same way to and fro, whatever was done")
{
    RandomBook book;
    CHECK(rc::check([&] {
        std::vector<Snapshot> stood{book.snapshot()};
        for (const auto& step : someSteps()) {
            if (book.apply(step) > 0)
                stood.push_back(book.snapshot());
        }
        const auto deepest = *rc::gen::inRange<std::size_t>(0, stood.size());
        for (auto at = stood.size() - 1; at > deepest; --at) {
            book.undo();
            RC_ASSERT(book.snapshot() == stood[at - 1]);
        }
        for (auto at = deepest + 1; at < stood.size(); ++at) {
            book.redo();
            RC_ASSERT(book.snapshot() == stood[at]);
        }
    }));
}

TEST_CASE("taking back an earlier act never touches what later acts changed")
{
    RandomBook book;
    CHECK(rc::check([&] {
        std::vector<Snapshot> stood{book.snapshotOfOwn()};
        std::vector<std::int64_t> acts;
        for (const auto& step : someSteps()) {
            if (const auto act = book.apply(step); act > 0) {
                acts.push_back(act);
                stood.push_back(book.snapshotOfOwn());
            }
        }
        if (acts.empty())
            return;
        const auto chosen = *rc::gen::inRange<std::size_t>(0, acts.size());
        const auto& before = stood[chosen];
        const auto& after = stood[chosen + 1];
        const auto now = stood.back();
        book.undo(acts[chosen]);
        const auto then = book.snapshotOfOwn();
        for (const auto& [record, field] : changedFields(now, then)) {
            RC_ASSERT(valueIn(now, record, field) == valueIn(after, record, field));
            RC_ASSERT(valueIn(then, record, field) == valueIn(before, record, field));
        }
        for (const auto& record : gone(now, then)) {
            RC_ASSERT(!before.contains(record));
            RC_ASSERT(after.contains(record));
            RC_ASSERT(now.at(record) == after.at(record));
        }
        for (const auto& record : gone(then, now)) {
            RC_ASSERT(before.contains(record));
            RC_ASSERT(!after.contains(record));
        }
        RC_ASSERT(book.hasNoCircle());
        RC_ASSERT(book.hasNoLooseEnd());
    }));
}

TEST_CASE("derived values equal a recount after any acts, undone in part or not")
{
    RandomBook book;
    CHECK(rc::check([&] {
        for (const auto& step : someSteps())
            book.apply(step);
        for (int left = *rc::gen::inRange(0, 5); left > 0; --left)
            book.undoIfAny();
        book.contents(); // checks that nothing had to be corrected
        RC_ASSERT(book.rowsCorrectedLast() == 0);
    }));
}

TEST_CASE("history tells of every act what it found and what it left")
{
    RandomBook book;
    CHECK(rc::check([&] {
        std::map<std::int64_t, std::pair<Snapshot, Snapshot>> around;
        auto before = book.snapshotOfOwn();
        for (const auto& step : someSteps()) {
            const auto act = book.apply(step);
            auto after = book.snapshotOfOwn();
            if (act > 0)
                around[act] = {before, after};
            before = std::move(after);
        }
        for (const auto& [entity, id] : book.records()) {
            const auto history = historyOf(book.tables(), book.writer().meta, *entity, id, 1'000);
            RC_ASSERT(history.ok());
            for (const auto& entry : *history) {
                const auto known = around.find(entry.actNumber);
                if (known == around.end())
                    continue;
                for (const auto& [field, change] : entry.patch.fields) {
                    RC_ASSERT(valueIn(known->second.first, id, field) == change.before);
                    RC_ASSERT(valueIn(known->second.second, id, field) == change.value);
                }
            }
        }
    }));
}

namespace {

// The groups of a telephone number, of 7 to 15 digits, are one number.
QString withJoinedNumbers(QString text)
{
    static const QRegularExpression groups(u"(?<![\\p{L}\\p{N}])[0-9]+([ .()-]{1,3}[0-9]+)+(?![\\p{L}\\p{N}])"_s,
                                           QRegularExpression::UseUnicodePropertiesOption);
    for (auto match = groups.match(text); match.hasMatch(); match = groups.match(text, match.capturedEnd())) {
        auto digits = match.captured();
        digits.removeIf([](QChar c) { return !c.isDigit(); });
        if (digits.size() >= 7 && digits.size() <= 15)
            text.replace(match.capturedStart(), match.capturedLength(), digits.leftJustified(match.capturedLength()));
    }
    return text;
}

// The rules of core/text/SearchTokens.h once more, over whole texts: Chinese anywhere, words from their beginning,
// three digits and more anywhere in a number.
bool bruteForce(const QString& value, const QString& typed)
{
    const auto text = withJoinedNumbers(fold(value, FoldHan::Simplify));
    const bool unspaced = typed.front().script() == QChar::Script_Han;
    const bool number = typed.front().isDigit();
    for (auto at = text.indexOf(typed); at >= 0; at = text.indexOf(typed, at + 1)) {
        if (unspaced || number || at == 0 || !text[at - 1].isLetterOrNumber() ||
            text[at - 1].script() == QChar::Script_Han)
            return true;
    }
    return false;
}

// Nothing goes on from one value into the next.
bool bruteForce(const SearchDocument& document, const QString& typed)
{
    const auto values = (document.title + u'\n' + document.detail).split(u'\n');
    return std::any_of(values.begin(), values.end(), [&](const QString& value) { return bruteForce(value, typed); });
}

// Latin letters also find a title that is read so.
bool isSpelled(const QString& title, const QString& typed)
{
    const auto letters = typed.toStdString();
    const bool latin = std::all_of(letters.begin(), letters.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return latin && testing::isSpelledIn(fold(title, FoldHan::Simplify), letters);
}

QString somethingToFind(const std::vector<SearchDocument>& documents)
{
    const auto& document = *rc::gen::elementOf(documents);
    const auto text = fold(document.title + u'\n' + document.detail, FoldHan::Simplify);
    const auto from = *rc::gen::inRange<qsizetype>(0, text.size());
    const auto length = *rc::gen::inRange<qsizetype>(1, 6);
    QString typed;
    const auto kindOf = [](QChar c) { return c.script() == QChar::Script_Han ? 1 : c.isDigit() ? 2 : 3; };
    for (auto at = from; at < text.size() && typed.size() < length; ++at) {
        if (!text[at].isLetterOrNumber() || (!typed.isEmpty() && kindOf(text[at]) != kindOf(typed.front())))
            break;
        typed += text[at];
    }
    return typed;
}

}

TEST_CASE("the search finds exactly what reading every record would find")
{
    RandomBook book;
    int asked = 0;
    CHECK(rc::check([&] {
        for (const auto& step : someSteps())
            book.apply(step);
        std::vector<SearchDocument> documents;
        std::vector<std::pair<RecordId, SearchDocument>> living;
        for (const auto& [entity, id] : book.records()) {
            const auto loaded = book.tables().load(*entity, id);
            RC_ASSERT(loaded.ok());
            if (!*loaded || (*loaded)->record.life != Life::Alive)
                continue;
            living.emplace_back(id, searchDocument(*entity, (*loaded)->record));
            if (!living.back().second.isEmpty())
                documents.push_back(living.back().second);
        }
        if (documents.empty())
            return;
        for (int i = 0; i < 20; ++i) {
            const auto typed = somethingToFind(documents);
            if (typed.isEmpty() || (typed.front().isDigit() && typed.size() < 3))
                continue;
            std::set<RecordId> expected;
            for (const auto& [id, document] : living) {
                if (bruteForce(document, typed) || isSpelled(document.title, typed))
                    expected.insert(id);
            }
            const auto hits = findRecords(book.tables(), {typed, {}, 10'000, {}});
            RC_ASSERT(hits.ok());
            std::set<RecordId> found;
            for (const auto& hit : *hits) {
                if (book.isKnown(hit.id))
                    found.insert(hit.id);
            }
            INFO(typed.toStdString());
            ++asked;
            RC_ASSERT(found == expected);
        }
    }));
    CHECK(asked > 100);
}

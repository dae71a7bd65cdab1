#include "tests/support/StoreBook.h"

#include "core/store/Finder.h"
#include "core/store/ListReader.h"
#include "core/store/Verifier.h"

namespace kith::testing {

namespace {

std::int64_t finish(ActWriter& act, const Result<Written>& written)
{
    REQUIRE_OK(written);
    for (const auto& problem : written->problems)
        FAIL("refused: " << problem.error);
    return need(act.commit()).act;
}

}

StoreBook::StoreBook()
{
    m_key.fill(7);
    BookBirth birth;
    birth.book = IdSource(m_clock).next<BookId>();
    birth.language = QStringLiteral("en");
    birth.region = QStringLiteral("CN");
    birth.currency = QStringLiteral("USD");
    m_writer = need(StoreWriter::create(access(), birth, m_clock));
}

BookAccess StoreBook::access() const
{
    return {path(), Cipher::Aegis256, m_key, nullptr};
}

void StoreBook::reopen()
{
    m_writer.reset();
    m_writer = need(StoreWriter::open(access(), m_clock, [](Connection&) { return Status{}; }));
}

const Entity& StoreBook::entity(QStringView key)
{
    return *need(m_writer->tables.catalog().requireEntity(key));
}

const Field& StoreBook::field(QStringView entityKey, QStringView key)
{
    return *need(Catalog::requireField(entity(entityKey), key));
}

FieldValues StoreBook::values(QStringView entityKey, const Typed& typed)
{
    FieldValues values;
    for (const auto& [key, text] : typed) {
        const auto& one = field(entityKey, key);
        values[one.id] = need(readValue(one, text, m_writer->meta.conventions(m_clock.now())));
    }
    return values;
}

RecordId StoreBook::create(QStringView entityKey, const Typed& typed)
{
    auto act = need(ActWriter::begin(m_writer->context(), ActKind::Create));
    const auto written = act.create(entity(entityKey), values(entityKey, typed));
    finish(act, written);
    return written->id;
}

std::int64_t StoreBook::set(QStringView entityKey, const RecordId& id, const Typed& typed)
{
    auto act = need(ActWriter::begin(m_writer->context(), ActKind::Edit));
    return finish(act, act.set(entity(entityKey), id, values(entityKey, typed)));
}

std::int64_t StoreBook::trash(QStringView entityKey, const RecordId& id)
{
    auto act = need(ActWriter::begin(m_writer->context(), ActKind::Delete));
    return finish(act, act.moveToTrash(entity(entityKey), id));
}

std::int64_t StoreBook::restore(QStringView entityKey, const RecordId& id)
{
    auto act = need(ActWriter::begin(m_writer->context(), ActKind::Restore));
    return finish(act, act.restore(entity(entityKey), id));
}

UndoOutcome StoreBook::undo(std::int64_t act)
{
    return need(Undo(m_writer->context()).undo(act)).answer;
}

UndoOutcome StoreBook::redo()
{
    return need(Undo(m_writer->context()).redo()).answer;
}

QString StoreBook::shown(QStringView entityKey, const RecordId& id, QStringView key)
{
    const auto loaded = need(tables().load(entity(entityKey), id));
    REQUIRE(loaded);
    const auto& one = field(entityKey, key);
    const auto& value = loaded->record.value(one.id);
    if (const auto* reference = std::get_if<Reference>(&value))
        return tables().title(*reference);
    return exactText(one, value);
}

Life StoreBook::lifeOf(QStringView entityKey, const RecordId& id)
{
    const auto loaded = need(tables().load(entity(entityKey), id));
    return loaded ? loaded->record.life : Life::Purged;
}

std::int64_t StoreBook::countOf(QStringView entityKey)
{
    Query query;
    query.catalog = tables().catalogPtr();
    query.entity = &entity(entityKey);
    return need(ListReader(tables()).count(query));
}

std::vector<QString> StoreBook::found(const QString& typed)
{
    std::vector<QString> titles;
    for (const auto& hit : need(findRecords(tables(), {typed, {}, 50, {}})))
        titles.push_back(hit.title);
    return titles;
}

QString StoreBook::contents()
{
    const auto check = need(verifyBook(*m_writer));
    CHECK(check.corrected == 0);
    CHECK(check.problems.isEmpty());
    return check.hash;
}

}

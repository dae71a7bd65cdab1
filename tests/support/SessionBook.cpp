#include "tests/support/SessionBook.h"

#include "core/crypto/SecretKey.h"
#include "core/keys/KeyFile.h"
#include "core/records/ValueText.h"
#include "core/store/BookFile.h"

#include <QFile>

namespace kith::testing {

using namespace Qt::StringLiterals;

SessionBook::SessionBook(Begin begin, const QString& region)
{
    make(path(), region);
    renew();
    if (begin == Begin::Open)
        reopen();
}

void SessionBook::make(const QString& bookPath, const QString& region)
{
    const auto dataKey = DataKey::random();
    BookBirth birth;
    birth.book = IdSource(m_clock).next<BookId>();
    birth.language = u"en"_s;
    birth.region = region;
    birth.currency = u"USD"_s;
    NewSlot slot;
    slot.created = m_clock.now();
    slot.cost = {8, 1};
    REQUIRE_OK(KeyFile::create(bookPath, birth.book, nameOf(preferredCipher()), dataKey,
                               SlotSecret::passphrase(Passphrase::typed(QStringView(passphrase))), slot));
    const auto key = databaseKey(dataKey);
    REQUIRE_OK(StoreWriter::create({bookPath, preferredCipher(), key.bytes(), nullptr}, birth, m_clock));
}

void SessionBook::renew()
{
    m_session.reset();
    m_session = std::make_unique<Session>(m_clock, m_keychain);
}

void SessionBook::reopen()
{
    renew();
    need(m_session->open(path(), by()));
}

WayIn SessionBook::by(const QString& text)
{
    return {WayIn::Kind::Passphrase, secret(text)};
}

QString SessionBook::write(const QString& name, const QByteArray& bytes) const
{
    QFile out(file(name));
    REQUIRE(out.open(QIODevice::WriteOnly));
    REQUIRE(out.write(bytes) == bytes.size());
    return out.fileName();
}

const Entity& SessionBook::entity(QStringView key)
{
    const auto found = desk().catalog()->requireEntity(key);
    REQUIRE_OK(found);
    return **found;
}

const Field& SessionBook::field(QStringView entityKey, QStringView key)
{
    const auto found = Catalog::requireField(entity(entityKey), key);
    REQUIRE_OK(found);
    return **found;
}

FieldValues SessionBook::values(QStringView entityKey, const Typed& typed)
{
    FieldValues values;
    for (const auto& [key, text] : typed) {
        const auto& one = field(entityKey, key);
        auto value = readValue(one, text, desk().conventions());
        REQUIRE_OK(value);
        values[one.id] = std::move(*value);
    }
    return values;
}

RecordId SessionBook::create(QStringView entityKey, const Typed& typed)
{
    const auto saved = need(desk().create(entity(entityKey).id, values(entityKey, typed)));
    for (const auto& problem : saved.problems)
        FAIL("refused: " << problem.error);
    return saved.id;
}

std::int64_t SessionBook::count(QStringView entityKey, const QString& filter)
{
    Query query;
    query.catalog = desk().catalog();
    query.entity = &entity(entityKey);
    const auto parsed = parseFilter(*query.catalog, *query.entity, filter, desk().queryContext());
    REQUIRE_OK(parsed);
    query.filter = *parsed;
    return need(desk().count(query));
}

QStringList SessionBook::all(QStringView entityKey, QStringView key)
{
    Query query;
    query.catalog = desk().catalog();
    query.entity = &entity(entityKey);
    const auto& one = field(entityKey, key);
    query.columns = {{nullptr, query.entity, &one, {}}};
    QStringList texts;
    QString cursor;
    do {
        const auto page = need(desk().pageAfter(query, cursor, 1'000));
        for (const auto& row : page.rows)
            texts += row.titles[0].isEmpty() ? exactText(one, row.values[0]) : row.titles[0];
        cursor = page.next;
    } while (!cursor.isEmpty());
    texts.sort();
    return texts;
}

QString SessionBook::shown(QStringView entityKey, const RecordId& id, QStringView key)
{
    const auto view = need(desk().record(entity(entityKey).id, id));
    const auto& one = field(entityKey, key);
    const auto title = view.titles.find(one.id);
    return title == view.titles.end() ? exactText(one, view.record.value(one.id)) : title->second;
}

QString SessionBook::contents()
{
    const auto checked = need(m_session->care().verify());
    CHECK(checked.ok);
    CHECK(checked.problems.isEmpty());
    return checked.hash;
}

ImportPlan SessionBook::plan(const QString& path, QStringView entityKey)
{
    return need(imports().inspect(path, entityKey.toString())).plan;
}

}

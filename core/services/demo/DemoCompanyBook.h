#pragma once

#include "core/services/demo/DemoCompanyRandom.h"
#include "core/store/ActWriter.h"

#include <map>
#include <optional>

namespace kith {

class DemoBook;

// One record of the demo company on its way into the book. Fields by key; what a key does not name is a mistake of
// ours.
class DemoRecord
{
public:
    DemoRecord(DemoBook& book, QStringView entity);

    DemoRecord& put(QStringView key, Value value);
    DemoRecord& text(QStringView key, const QString& text) { return put(key, text); }
    DemoRecord& option(QStringView key, QStringView option);
    DemoRecord& options(QStringView key, std::initializer_list<QStringView> chosen);
    DemoRecord& number(QStringView key, std::int64_t number) { return put(key, number); }
    DemoRecord& decimal(QStringView key, std::int64_t hundredths); // of a field with two digits or more
    DemoRecord& money(QStringView key, std::int64_t whole);        // in the book's currency; 0: left empty
    DemoRecord& link(QStringView key, const std::optional<Reference>& target);
    DemoRecord& phone(QStringView key, const QString& e164, const QString& typed, const QString& label);
    DemoRecord& morePhone(QStringView key, const QString& e164);
    DemoRecord& mail(QStringView key, const QString& mail);
    // One more phone or mail, as it was typed, because it is none.
    DemoRecord& kept(QStringView key, const QString& typed);
    DemoRecord& without(QStringView key);
    DemoRecord& made(Instant at); // when it was made and last changed
    bool has(QStringView key) const;

    // Where it was written. After a failure DemoBook::status() says what went wrong, and nothing more is written.
    Reference write();

private:
    const Field& field(QStringView key) const;

    DemoBook& m_book;
    const Entity& m_entity;
    FieldValues m_values;
};

// Writes the demo company's act, part by part. On the writer thread.
class DemoBook
{
public:
    static Result<DemoBook> begin(WriterContext context, std::uint64_t seed);

    const Catalog& catalog() const { return m_context.tables.catalog(); }
    BookMeta& meta() { return m_context.meta; }
    DemoRandom& random() { return m_random; }
    bool chinese() const { return m_context.meta.language.startsWith(u"zh"); }
    QString say(QStringView english, QStringView han) const { return (chinese() ? han : english).toString(); }

    Instant now() const { return m_now; }
    QDate today() const { return m_today; }
    QDate daysFromNow(std::int64_t days) const { return m_today.addDays(days); }
    // A moment within working hours of that day.
    Instant workingTime(QDate day);
    // The same time of day, on the last day on which it has already been.
    Instant notAfterNow(Instant at) const;

    // Commits what is written so far when it has become many records.
    Status endPart();
    Result<ChangeNotice> commit();
    const Status& status() const { return m_status; }
    Status saveMeta();
    const std::map<EntityId, std::int64_t>& counts() const { return m_counts; }
    std::int64_t act() const { return m_number; }

private:
    friend class DemoRecord;
    DemoBook(WriterContext context, ActWriter act, std::uint64_t seed);
    Reference write(const Entity& entity, FieldValues values);
    RecordId nextId();

    WriterContext m_context;
    std::optional<ActWriter> m_act;
    DemoRandom m_random;
    DemoRandom m_idBits;
    Instant m_now;
    QDate m_today;
    Status m_status;
    std::map<EntityId, std::int64_t> m_counts;
    std::int64_t m_number = 0;
    std::int64_t m_records = 0;
    std::int64_t m_inPart = 0;
};

}

#include "core/services/demo/DemoCompanyBook.h"

#include "core/text/figures/Currency.h"

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t recordsInPart = 5'000;

}

DemoRecord::DemoRecord(DemoBook& book, QStringView entity) : m_book(book), m_entity(*book.catalog().entity(entity)) {}

const Field& DemoRecord::field(QStringView key) const
{
    const Field* field = m_entity.field(key);
    Q_ASSERT(field);
    return *field;
}

DemoRecord& DemoRecord::put(QStringView key, Value value)
{
    const auto& known = field(key);
    auto kept = canonical(known, std::move(value));
    if (!isEmpty(kept))
        m_values[known.id] = std::move(kept);
    return *this;
}

DemoRecord& DemoRecord::option(QStringView key, QStringView option)
{
    if (option.isEmpty())
        return *this;
    const Option* chosen = field(key).optionByKey(option);
    Q_ASSERT(chosen);
    return put(key, chosen->id);
}

DemoRecord& DemoRecord::options(QStringView key, std::initializer_list<QStringView> chosen)
{
    IdSet set;
    for (const auto& option : chosen)
        set.push_back(field(key).optionByKey(option)->id);
    return put(key, std::move(set));
}

DemoRecord& DemoRecord::decimal(QStringView key, std::int64_t hundredths)
{
    return put(key, Decimal{hundredths, 2});
}

DemoRecord& DemoRecord::money(QStringView key, std::int64_t whole)
{
    if (whole == 0)
        return *this;
    const auto& currency = m_book.meta().currency;
    const auto code = CurrencyCode::fromIso(currency);
    std::int64_t minor = whole;
    for (int digit = code ? code->minorDigits() : 2; digit > 0; --digit)
        minor *= 10;
    return put(key, Money{minor, currency});
}

DemoRecord& DemoRecord::link(QStringView key, const std::optional<Reference>& target)
{
    return target ? put(key, *target) : *this;
}

DemoRecord& DemoRecord::phone(QStringView key, const QString& e164, const QString& typed, const QString& label)
{
    if (e164.isEmpty())
        return *this;
    // As people write it in the country itself; elsewhere that would be read as another number.
    const bool isHome = e164.startsWith("+86"_L1) && m_book.meta().region == "CN"_L1;
    return put(key, Points{Point{e164, isHome ? typed : QString(), label}});
}

DemoRecord& DemoRecord::morePhone(QStringView key, const QString& e164)
{
    auto* points = e164.isEmpty() ? nullptr : std::get_if<Points>(&m_values[field(key).id]);
    if (points)
        points->push_back(Point{e164, {}, u"work"_s});
    return *this;
}

DemoRecord& DemoRecord::mail(QStringView key, const QString& mail)
{
    return mail.isEmpty() ? *this : put(key, Points{Point{mail, {}, u"work"_s}});
}

DemoRecord& DemoRecord::kept(QStringView key, const QString& typed)
{
    auto& value = m_values[field(key).id];
    if (isEmpty(value))
        value = Points{};
    std::get<Points>(value).push_back(Point{{}, typed, u"work"_s});
    return *this;
}

DemoRecord& DemoRecord::without(QStringView key)
{
    m_values.erase(field(key).id);
    return *this;
}

DemoRecord& DemoRecord::made(Instant at)
{
    at = m_book.notAfterNow(at);
    return put(systemField::Created, at).put(systemField::Changed, at);
}

bool DemoRecord::has(QStringView key) const
{
    return m_values.contains(field(key).id);
}

Reference DemoRecord::write()
{
    return m_book.write(m_entity, std::move(m_values));
}

DemoBook::DemoBook(WriterContext context, ActWriter act, std::uint64_t seed)
    : m_context(context)
    , m_act(std::move(act))
    , m_random(seed ^ 0x6b697468)
    , m_idBits(seed)
    , m_now(context.clock.now())
    , m_today(context.clock.today())
{
}

Result<DemoBook> DemoBook::begin(WriterContext context, std::uint64_t seed)
{
    KITH_TRY(auto act, ActWriter::begin(context, ActKind::Demo, u"demo"_s));
    KITH_TRY(const auto number, act.act());
    act.keepTimes();
    DemoBook book(context, std::move(act), seed);
    book.m_number = number;
    return book;
}

Instant DemoBook::notAfterNow(Instant at) const
{
    constexpr std::int64_t day = 86'400'000;
    const auto ahead = at.milliseconds() - m_now.milliseconds();
    return ahead <= 0 ? at : Instant::fromMilliseconds(at.milliseconds() - (ahead + day - 1) / day * day);
}

// A UUIDv7 as IdSource makes them, but the same for the same seed and moment.
RecordId DemoBook::nextId()
{
    constexpr std::int64_t inMillisecond = 4'096;
    const auto time = m_now.milliseconds() + m_records / inMillisecond;
    const auto counter = m_records % inMillisecond;
    const auto random = m_idBits.below(std::int64_t(1) << 62);
    ++m_records;
    RecordId id;
    for (std::size_t i = 0; i < 6; ++i)
        id.bytes[i] = std::uint8_t(time >> (8 * (5 - i)));
    id.bytes[6] = std::uint8_t(0x70 | (counter >> 8));
    id.bytes[7] = std::uint8_t(counter);
    for (std::size_t i = 8; i < 16; ++i)
        id.bytes[i] = std::uint8_t(random >> (8 * (15 - i)));
    id.bytes[8] = std::uint8_t(0x80 | (id.bytes[8] & 0x3f));
    return id;
}

Reference DemoBook::write(const Entity& entity, FieldValues values)
{
    const auto id = nextId();
    if (!m_status)
        return {entity.id, id};
    auto written = m_act->createInRange(entity, std::move(values), id);
    if (!written)
        m_status = written.error();
    else if (!written->problems.empty())
        m_status = written->problems.front().error;
    else
        ++m_counts[entity.id];
    ++m_inPart;
    return {entity.id, written ? written->id : id};
}

Instant DemoBook::workingTime(QDate day)
{
    const auto minutes = m_random.between(9 * 12, 18 * 12) * 5;
    return Instant::fromDateTime(QDateTime(day, QTime(0, 0).addSecs(int(minutes) * 60), Qt::LocalTime));
}

Status DemoBook::endPart()
{
    if (!m_status || m_inPart < recordsInPart)
        return m_status;
    m_inPart = 0;
    KITH_TRY(auto rest, m_act->commitPart());
    m_act.reset();
    KITH_TRY(auto next, ActWriter::resume(m_context, m_number, std::move(rest)));
    m_act.emplace(std::move(next));
    m_act->keepTimes();
    return {};
}

Status DemoBook::saveMeta()
{
    return kith::saveMeta(m_context.tables.connection(), m_context.meta);
}

Result<ChangeNotice> DemoBook::commit()
{
    KITH_TRY(m_status);
    return m_act->commit();
}

}

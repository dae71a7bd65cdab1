#include "tests/store/RandomBook.h"

#include "core/store/Columns.h"
#include "core/store/Merge.h"
#include "core/store/Verifier.h"
#include "core/wire/ValueCodec.h"
#include "tests/support/Test.h"

#include <QCryptographicHash>

namespace kith::testing {

using namespace Qt::StringLiterals;

namespace {

// Few letters and characters, so that much is found more than once.
QString wordsFrom(unsigned number)
{
    static const QStringList words{u"王小明"_s, u"小王"_s,    u"北京公司"_s, u"明公司"_s, u"Ada"_s,  u"adam"_s,
                                   u"Bea"_s,    u"GTX"_s,     u"pro"_s,      u"13800"_s,  u"8001"_s, u"Müller"_s,
                                   u"聯想"_s,   u"O'Brien"_s, u"王Ada"_s,    u"中"_s,     u"中中"_s, u"x"_s};
    QStringList chosen;
    for (unsigned left = 1 + number % 3; left > 0; --left) {
        number /= 3;
        chosen += words[qsizetype(number % unsigned(words.size()))];
        number /= unsigned(words.size());
    }
    return chosen.join(u' ');
}

Written refused()
{
    Written written;
    written.problems.push_back({});
    return written;
}

}

rc::Gen<Step> anyStep()
{
    return rc::gen::apply(
        [](int kind, unsigned first, unsigned second, unsigned words) {
            return Step{Step::Kind(kind), first, second, wordsFrom(words)};
        },
        rc::gen::inRange(0, int(Step::Kind::MergeContacts) + 1), rc::gen::inRange<unsigned>(0, 1'000),
        rc::gen::inRange<unsigned>(0, 1'000), rc::gen::inRange<unsigned>(0, 100'000));
}

void showValue(const Step& step, std::ostream& out)
{
    out << '{' << int(step.kind) << ' ' << step.first << ' ' << step.second << " \"" << step.text.toStdString()
        << "\"}";
}

RandomBook::RandomBook()
{
    // Every step is a transaction of a real book: a night may ask for more.
    if (qEnvironmentVariableIsEmpty("RC_PARAMS"))
        qputenv("RC_PARAMS", "max_success=25");
    REQUIRE_OK(writer().connection.setDurability(Durability::Off)); // nothing here is about the disk
    auto statement = writer().connection.kept("SELECT id FROM " + tableName(entity(u"stage")) + " ORDER BY k");
    for (auto row = statement.step(); row && *row; row = statement.step())
        m_stages.push_back(statement.id<RecordId>(0));
}

RandomBook::Chosen RandomBook::choose(QStringView key, unsigned number)
{
    std::vector<RecordId> all;
    for (const auto& [entityKey, id] : m_made) {
        if (entityKey == key)
            all.push_back(id);
    }
    // The newest more often: that is where sequences meet.
    if (all.empty())
        return std::nullopt;
    const auto reach = std::min<std::size_t>(all.size(), 6);
    return all[all.size() - 1 - number % reach];
}

std::pair<const Entity*, RecordId> RandomBook::chooseAny(unsigned number)
{
    const auto reach = std::min<std::size_t>(m_made.size(), 12);
    const auto& [key, id] = m_made[m_made.size() - 1 - number % reach];
    return {&entity(key), id};
}

RecordId RandomBook::stage(unsigned number)
{
    return m_stages[number % m_stages.size()];
}

Value RandomBook::link(QStringView key, const RecordId& id)
{
    return Reference{entity(key).id, id};
}

Result<Written> RandomBook::create(ActWriter& act, QStringView key, FieldValues values)
{
    auto written = act.create(entity(key), std::move(values));
    if (written && written->problems.empty() && m_known.insert(written->id).second)
        m_made.emplace_back(key.toString(), written->id);
    return written;
}

Result<Written> RandomBook::setOne(ActWriter& act, QStringView key, const Step& step, FieldValues values)
{
    const auto id = choose(key, step.first);
    return id ? act.set(entity(key), *id, std::move(values)) : refused();
}

Result<Written> RandomBook::write(ActWriter& act, const Step& step)
{
    using Kind = Step::Kind;
    const auto customer = choose(u"customer", step.first);
    const auto other = choose(u"customer", step.second);
    const auto id = [&](QStringView entityKey, QStringView key) { return field(entityKey, key).id; };
    const Value text = step.text;
    const Value money = Money{std::int64_t(step.second) * 100, step.first % 7 == 0 ? u"EUR"_s : u"USD"_s};
    const auto customerLink = [&](const Chosen& chosen) { return chosen ? link(u"customer", *chosen) : Value{}; };
    switch (step.kind) {
    case Kind::CreateCustomer:
        return create(act, u"customer",
                      {{id(u"customer", u"name"), text}, {id(u"customer", u"parent"), customerLink(other)}});
    case Kind::CreateOpportunity:
        return create(act, u"opportunity",
                      {{id(u"opportunity", u"name"), text},
                       {id(u"opportunity", u"customer"), customerLink(customer)},
                       {id(u"opportunity", u"amount"), money},
                       {id(u"opportunity", u"stage"), link(u"stage", stage(step.second))}});
    case Kind::CreateAddress:
        return create(act, u"address",
                      {{id(u"address", u"customer"), customerLink(customer)}, {id(u"address", u"name"), text}});
    case Kind::CreateActivity:
        return create(act, u"activity",
                      {{id(u"activity", u"about"), customerLink(customer)},
                       {id(u"activity", u"subject"), text},
                       {id(u"activity", u"at"), Instant::fromMilliseconds(std::int64_t(step.second) * 1'000'000)}});
    case Kind::CreateAffiliation: {
        auto contact = choose(u"contact", step.second);
        if (!contact) {
            const auto made = create(act, u"contact", {{id(u"contact", u"name"), text}});
            if (!made || !made->problems.empty())
                return made;
            contact = made->id;
        }
        return create(act, u"affiliation",
                      {{id(u"affiliation", u"contact"), link(u"contact", *contact)},
                       {id(u"affiliation", u"customer"), customerLink(customer)},
                       {id(u"affiliation", u"note"), text}});
    }
    case Kind::SetText:
        return setOne(act, u"customer", step, {{id(u"customer", step.second % 2 ? u"name" : u"description"), text}});
    case Kind::SetNumber:
        return setOne(act, u"customer", step, {{id(u"customer", u"employees"), std::int64_t(step.second % 4)}});
    case Kind::SetParent:
        return setOne(act, u"customer", step,
                      {{id(u"customer", u"parent"), step.second % 5 == 0 ? Value{} : customerLink(other)}});
    case Kind::SetCustomer:
        return setOne(act, step.second % 3 ? u"opportunity" : u"address", step,
                      {{id(step.second % 3 ? u"opportunity" : u"address", u"customer"), customerLink(other)}});
    case Kind::SetAmount:
        return setOne(act, u"opportunity", step, {{id(u"opportunity", u"amount"), money}});
    case Kind::SetStage:
        return setOne(act, u"opportunity", step, {{id(u"opportunity", u"stage"), link(u"stage", stage(step.second))}});
    case Kind::SetTags:
        return setOne(act, u"customer", step, {{id(u"customer", u"tags"), QString(step.text).replace(u' ', u';')}});
    case Kind::SetPhones:
        return setOne(act, u"customer", step,
                      values(u"customer", {{u"phones"_s, u"138%1"_s.arg(step.second, 8, 10, QChar(u'1'))}}));
    case Kind::SetOutcomeOfStage: {
        const auto& outcome = field(u"stage", u"outcome");
        return act.set(entity(u"stage"), stage(step.first),
                       {{outcome.id, outcome.options[step.second % outcome.options.size()].id}});
    }
    case Kind::SetMany: {
        Written all;
        for (const auto& one : {customer, other}) {
            if (!one || (one == customer && &one != &customer && all.changed))
                continue;
            auto written = act.set(entity(u"customer"), *one, {{id(u"customer", u"description"), text}});
            if (!written || !written->problems.empty())
                return written;
            all.changed = true;
        }
        return all;
    }
    case Kind::MergeCustomers:
        return merge(act, u"customer", step);
    case Kind::MergeContacts:
        return merge(act, u"contact", step);
    case Kind::Trash:
    case Kind::Restore: {
        if (m_made.empty())
            return refused();
        const auto [chosen, record] = chooseAny(step.first);
        return step.kind == Kind::Trash ? act.moveToTrash(*chosen, record) : act.restore(*chosen, record);
    }
    }
    return refused();
}

// Two or three of the newest, sometimes with a value that none of them has.
Result<Written> RandomBook::merge(ActWriter& act, QStringView key, const Step& step)
{
    const auto keep = choose(key, step.first);
    MergeRequest request;
    for (const unsigned number : {step.second, step.first / 7 + step.second}) {
        const auto other = choose(key, number);
        if (other && other != keep)
            request.others.push_back(*other);
    }
    if (request.others.empty())
        return refused();
    request.keep = *keep;
    if (step.second % 4 == 0)
        request.values[field(key, u"name").id] = step.text;
    return Merge(act).merge(entity(key), request);
}

std::int64_t RandomBook::apply(const Step& step)
{
    clock().advance(1);
    const auto madeBefore = m_made.size();
    auto act = ActWriter::begin(writer().context(), ActKind::Edit);
    REQUIRE_OK(act);
    const auto written = write(*act, step);
    if (!written && written.error().code != ErrorCode::RecordInTrash && written.error().code != ErrorCode::RecordMerged)
        FAIL("a step failed: " << written.error());
    if (!written || !written->problems.empty()) {
        while (m_made.size() > madeBefore) {
            m_known.erase(m_made.back().second);
            m_made.pop_back();
        }
        return 0;
    }
    const auto notice = act->commit();
    REQUIRE_OK(notice);
    return notice->act;
}

void RandomBook::undoIfAny()
{
    const auto undone = Undo(writer().context()).undo(0);
    if (!undone && undone.error().code != ErrorCode::NothingToUndo)
        FAIL("undo failed: " << undone.error());
}

std::vector<std::pair<const Entity*, RecordId>> RandomBook::records()
{
    std::vector<std::pair<const Entity*, RecordId>> all;
    for (const auto& [key, id] : m_made)
        all.emplace_back(&entity(key), id);
    return all;
}

Snapshot RandomBook::read(bool own)
{
    Snapshot snapshot;
    auto all = records();
    for (const auto& id : m_stages)
        all.emplace_back(&entity(u"stage"), id);
    for (const auto& [kind, id] : all) {
        auto loaded = tables().load(*kind, id);
        REQUIRE_OK(loaded);
        if (!*loaded || (*loaded)->record.life != Life::Alive)
            continue;
        auto fields = std::move((*loaded)->record.fields);
        for (const auto& one : kind->fields) {
            if (one.key == systemField::Changed || one.key == systemField::ChangedBy || (own && one.isDerived()))
                fields.erase(one.id);
        }
        snapshot.emplace(id, std::move(fields));
    }
    return snapshot;
}

Snapshot RandomBook::snapshot()
{
    return read(false);
}

Snapshot RandomBook::snapshotOfOwn()
{
    return read(true);
}

QString RandomBook::contents()
{
    const auto check = verifyBook(writer());
    REQUIRE_OK(check);
    m_corrected = int(check->corrected);
    CHECK(check->problems.isEmpty());
    // What is compared is what people wrote, not when.
    QByteArray all;
    for (const auto& [id, fields] : snapshotOfOwn())
        all += id.toBytes() + encodeFields(fields);
    return QString::fromLatin1(QCryptographicHash::hash(all, QCryptographicHash::Blake2b_256).toHex());
}

bool RandomBook::hasNoCircle()
{
    const auto parent = field(u"customer", u"parent").id;
    const auto all = snapshotOfOwn();
    for (const auto& [start, fields] : all) {
        auto at = start;
        for (std::size_t depth = 0; depth <= all.size(); ++depth) {
            const auto found = all.find(at);
            const auto entry = found == all.end() ? fields.end() : found->second.find(parent);
            if (found == all.end() || entry == found->second.end())
                break;
            at = std::get<Reference>(entry->second).record;
            if (at == start)
                return false;
        }
    }
    return true;
}

bool RandomBook::hasNoLooseEnd()
{
    for (const auto& [id, fields] : snapshotOfOwn()) {
        for (const auto& [fieldId, value] : fields) {
            const auto* reference = std::get_if<Reference>(&value);
            if (!reference)
                continue;
            const Entity& target = *tables().catalog().entity(reference->entity);
            const auto key = tables().keyOf(target, reference->record);
            const auto survivor = tables().survivorOf(target, reference->record);
            if (!key || !*key || !survivor || *survivor != reference->record)
                return false;
        }
    }
    return true;
}

}

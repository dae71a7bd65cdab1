#include "core/wire/PatchCodec.h"
#include "tests/support/RandomValues.h"
#include "tests/support/Test.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

namespace {

std::map<FieldId, Change> changes(const FieldValues& before, const FieldValues& after)
{
    std::map<FieldId, Change> fields;
    for (const auto& [field, value] : before)
        fields[field].before = value;
    for (const auto& [field, value] : after)
        fields[field].value = value;
    return fields;
}

Patch anyPatch()
{
    Patch patch;
    patch.id = *anyId<PatchId>();
    patch.act = *anyId<ActId>();
    patch.group = *rc::gen::arbitrary<std::int32_t>();
    if (*rc::gen::arbitrary<bool>())
        patch.author = *anyId<RecordId>();
    patch.device = *anyId<DeviceId>();
    patch.time.value = *rc::gen::arbitrary<std::uint64_t>();
    patch.at = *anyInstant();
    patch.catalogVersion = *rc::gen::inRange(0, 1'000'000);
    patch.operation = Operation(*rc::gen::inRange(1, 7));
    patch.entity = *anyId<EntityId>();
    patch.record = *anyId<RecordId>();
    patch.fields = changes(*anyFields(), *anyFields());
    return patch;
}

bool same(const Patch& a, const Patch& b)
{
    return a.id == b.id && a.act == b.act && a.group == b.group && a.author == b.author && a.device == b.device &&
           a.time == b.time && a.at == b.at && a.catalogVersion == b.catalogVersion && a.operation == b.operation &&
           a.entity == b.entity && a.record == b.record && a.fields == b.fields;
}

Patch smallPatch()
{
    Patch patch;
    patch.id = shippedId<PatchId>(1);
    patch.entity = shippedId<EntityId>(10);
    patch.record = shippedId<RecordId>(2);
    patch.fields[shippedId<FieldId>(1001)] = {u"Ada"_s, u"Ada Lovelace"_s};
    return patch;
}

QCborMap mapOf(const Patch& patch)
{
    return QCborValue::fromCbor(encodePatch(patch)).toMap();
}

bool isRefused(const QCborMap& map)
{
    const auto patch = decodePatch(map.toCborValue().toCbor());
    return !patch && patch.error().code == ErrorCode::EncodingInvalid;
}

}

TEST_CASE("every patch comes back from its bytes as it was, and has no other bytes")
{
    CHECK(rc::check([] {
        const auto patch = anyPatch();
        const auto bytes = encodePatch(patch);
        const auto decoded = decodePatch(bytes);
        RC_ASSERT(decoded.ok());
        RC_ASSERT(same(*decoded, patch));
        RC_ASSERT(encodePatch(*decoded) == bytes);
    }));
}

TEST_CASE("a patch takes what it says and little more")
{
    CHECK(encodePatch(smallPatch()).toHex() == "a5010109020a0a0b020ca11903e98263416461"
                                               "6c416461204c6f76656c616365");
}

TEST_CASE("parts and values of a patch that a later version adds do not hinder reading it")
{
    auto map = mapOf(smallPatch());
    map[77] = QCborArray{1, u"later"_s};
    auto field = map[12].toMap();
    field[1001] = QCborArray{u"Ada"_s, u"Ada Lovelace"_s, 12345};
    map[12] = field;
    const auto patch = decodePatch(map.toCborValue().toCbor());
    REQUIRE_OK(patch);
    CHECK(same(*patch, smallPatch()));
}

TEST_CASE("a patch without what makes it one is refused")
{
    REQUIRE_FALSE(isRefused(mapOf(smallPatch())));
    for (const int needed : {1, 9, 10, 11}) {
        auto map = mapOf(smallPatch());
        map.remove(needed);
        CHECK(isRefused(map));
    }
    for (const int operation : {0, 7, 255, -1}) {
        auto map = mapOf(smallPatch());
        map[9] = operation;
        CHECK(isRefused(map));
    }
    auto map = mapOf(smallPatch());
    map[3] = qint64(1) << 31;
    CHECK(isRefused(map));
    CHECK_FALSE(decodePatch(QByteArray()).ok());
    CHECK_FALSE(decodePatch(encodePatch(smallPatch()) + '\0').ok());
    CHECK_FALSE(decodePatch(encodePatch(smallPatch()).chopped(1)).ok());
}

TEST_CASE("a part that comes twice is refused, for two readers might take another one each")
{
    const auto bytes = encodePatch(smallPatch());
    QByteArray twice = bytes;
    twice[0] = '\xa6';
    twice.insert(1, "\x01\x02");
    CHECK(decodePatch(bytes).ok());
    CHECK_FALSE(decodePatch(twice).ok());
}

#include "core/wire/PatchCodec.h"

#include "core/wire/Cbor.h"

namespace kith {

namespace {

// Numbers of PatchCodec.h, for ever.
enum class Part : std::uint64_t {
    Id = 1,
    Act = 2,
    Group = 3,
    Author = 4,
    Device = 5,
    Time = 6,
    At = 7,
    CatalogVersion = 8,
    Operation = 9,
    Entity = 10,
    Record = 11,
    Fields = 12
};

class PatchWriter
{
public:
    void id(Part part, const Id128& id)
    {
        if (begin(part, !id.isNull()))
            m_writer.id(id);
    }
    void integer(Part part, std::int64_t value)
    {
        if (begin(part, value != 0))
            m_writer.integer(value);
    }
    void number(Part part, std::uint64_t value)
    {
        if (begin(part, value != 0))
            m_writer.number(value);
    }
    void fields(const std::map<FieldId, Change>& fields)
    {
        if (!begin(Part::Fields, !fields.empty()))
            return;
        m_writer.map(fields.size());
        for (const auto& [field, change] : fields) {
            m_writer.id(field);
            m_writer.array(2);
            cbor::write(m_writer, change.before);
            cbor::write(m_writer, change.value);
        }
    }
    // The count of parts stands before them.
    QByteArray take()
    {
        auto parts = m_writer.take();
        cbor::Writer whole(parts.size() + 1);
        whole.map(m_count);
        whole.item(parts);
        return whole.take();
    }

private:
    bool begin(Part part, bool present)
    {
        if (present) {
            ++m_count;
            m_writer.number(std::uint64_t(part));
        }
        return present;
    }

    cbor::Writer m_writer{256};
    std::size_t m_count = 0;
};

void readFields(cbor::Reader& reader, std::map<FieldId, Change>& fields)
{
    reader.enterMap();
    while (reader.hasNext()) {
        const auto field = FieldId::from(reader.id());
        Change change;
        if (reader.enterArray()) {
            change.before = cbor::readValue(reader);
            change.value = cbor::readValue(reader);
            while (reader.hasNext())
                reader.skip();
            reader.leave();
        }
        if (fields.size() == mostEncodedFields || !fields.emplace(field, std::move(change)).second)
            reader.fail();
    }
    reader.leave();
}

template <typename Number>
Number bounded(cbor::Reader& reader)
{
    const auto value = reader.integer();
    if (value < std::numeric_limits<Number>::min() || value > std::numeric_limits<Number>::max())
        reader.fail();
    return Number(value);
}

Operation readOperation(cbor::Reader& reader)
{
    const auto number = reader.number();
    if (number < std::uint64_t(Operation::Create) || number > std::uint64_t(Operation::Merge))
        reader.fail();
    return Operation(number);
}

void readPart(cbor::Reader& reader, Part part, Patch& patch)
{
    switch (part) {
    case Part::Id:
        patch.id = PatchId::from(reader.id());
        return;
    case Part::Act:
        patch.act = ActId::from(reader.id());
        return;
    case Part::Group:
        patch.group = bounded<std::int32_t>(reader);
        return;
    case Part::Author:
        patch.author = RecordId::from(reader.id());
        return;
    case Part::Device:
        patch.device = DeviceId::from(reader.id());
        return;
    case Part::Time:
        patch.time.value = reader.number();
        return;
    case Part::At:
        patch.at = Instant::fromMilliseconds(reader.integer());
        return;
    case Part::CatalogVersion:
        patch.catalogVersion = bounded<int>(reader);
        return;
    case Part::Operation:
        patch.operation = readOperation(reader);
        return;
    case Part::Entity:
        patch.entity = EntityId::from(reader.id());
        return;
    case Part::Record:
        patch.record = RecordId::from(reader.id());
        return;
    case Part::Fields:
        readFields(reader, patch.fields);
        return;
    }
    reader.skip();
}

}

QByteArray encodePatch(const Patch& patch)
{
    PatchWriter writer;
    writer.id(Part::Id, patch.id);
    writer.id(Part::Act, patch.act);
    writer.integer(Part::Group, patch.group);
    writer.id(Part::Author, patch.author);
    writer.id(Part::Device, patch.device);
    writer.number(Part::Time, patch.time.value);
    writer.integer(Part::At, patch.at.milliseconds());
    writer.integer(Part::CatalogVersion, patch.catalogVersion);
    writer.number(Part::Operation, std::uint64_t(patch.operation));
    writer.id(Part::Entity, patch.entity);
    writer.id(Part::Record, patch.record);
    writer.fields(patch.fields);
    return writer.take();
}

Result<Patch> decodePatch(const QByteArray& bytes)
{
    cbor::Reader reader(bytes);
    Patch patch;
    patch.operation = Operation(0);
    std::uint64_t last = 0;
    reader.enterMap();
    while (reader.hasNext()) {
        const auto part = reader.number();
        if (part <= last)
            reader.fail(); // in order, and none twice
        last = part;
        readPart(reader, Part(part), patch);
    }
    reader.leave();
    if (patch.id.isNull() || patch.entity.isNull() || patch.record.isNull() || patch.operation == Operation(0))
        reader.fail();
    if (!reader.atEnd())
        return reader.error();
    return patch;
}

}

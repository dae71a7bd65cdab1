#pragma once

#include "tests/support/StoreBook.h"

#include <rapidcheck.h>

#include <map>
#include <set>

namespace kith::testing {

// One thing that somebody may do. The numbers choose among what there is, so that every sequence means something.
struct Step
{
    enum class Kind {
        CreateCustomer,
        CreateOpportunity,
        CreateAddress,
        CreateActivity,
        CreateAffiliation,
        SetText,
        SetNumber,
        SetParent,
        SetCustomer,
        SetAmount,
        SetStage,
        SetTags,
        SetPhones,
        SetOutcomeOfStage,
        SetMany,
        Trash,
        Restore,
        MergeCustomers,
        MergeContacts,
    };
    Kind kind = Kind::CreateCustomer;
    unsigned first = 0;
    unsigned second = 0;
    QString text;
};
rc::Gen<Step> anyStep();
void showValue(const Step& step, std::ostream& out);

// Fields of living records, by record.
using Snapshot = std::map<RecordId, FieldValues>;

// A book in which anything may be done, and which remembers what it made.
class RandomBook : public StoreBook
{
public:
    RandomBook();

    // The act's number, 0 if it was refused or changed nothing.
    std::int64_t apply(const Step& step);
    void undoIfAny();

    std::vector<std::pair<const Entity*, RecordId>> records();
    bool isKnown(const RecordId& id) const { return m_known.contains(id); }
    Snapshot snapshot();      // derived values too
    Snapshot snapshotOfOwn(); // without them and without who changed what when
    int rowsCorrectedLast() const { return m_corrected; }
    QString contents();

    bool hasNoCircle();   // of parents
    bool hasNoLooseEnd(); // every link of a living record leads to a record that stands for itself

private:
    using Chosen = std::optional<RecordId>;
    Chosen choose(QStringView entity, unsigned number);
    std::pair<const Entity*, RecordId> chooseAny(unsigned number);
    RecordId stage(unsigned number);
    FieldValues valuesOf(const Step& step);
    Result<Written> write(ActWriter& act, const Step& step);
    Result<Written> merge(ActWriter& act, QStringView entity, const Step& step);
    Result<Written> create(ActWriter& act, QStringView entity, FieldValues values);
    Result<Written> setOne(ActWriter& act, QStringView entity, const Step& step, FieldValues values);
    Value link(QStringView entity, const RecordId& id);
    Snapshot read(bool own);

    std::vector<std::pair<QString, RecordId>> m_made;
    std::set<RecordId> m_known;
    std::vector<RecordId> m_stages;
    int m_corrected = 0;
};

}

#include "ui/pages/list/PickedRecords.h"

#include "core/services/Deliver.h"
#include "ui/pages/Page.h"

#include <QCoreApplication>

namespace kith {

namespace {

constexpr std::int64_t mostAtOnce = 100'000; // ids held for one act by hand

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(kith::RecordsPage)
};

}

void withRecords(Navigator& navigator, QObject* receiver, const Query& query, const Picked& picked,
                 std::function<void(std::vector<RecordId>)> act)
{
    if (picked.count > mostAtOnce) {
        navigator.say(Tr::tr("That is more than %1 records: filter the list first.")
                          .arg(QLocale(navigator.language()).toString(qlonglong(mostAtOnce))));
        return;
    }
    if (!picked.picks.whole && picked.picks.rows.empty()) {
        if (!picked.picks.records.empty())
            act(picked.picks.records);
        return;
    }
    deliver(navigator.session().desk().picked(query, picked.picks), receiver,
            [&navigator, act = std::move(act)](const Result<std::vector<RecordId>>& records) {
                if (!records.ok())
                    navigator.complain(records.error());
                else if (!records->empty())
                    act(*records);
            });
}

}

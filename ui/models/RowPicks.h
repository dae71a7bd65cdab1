#pragma once

#include "core/records/Query.h"

#include <QItemSelectionModel>
#include <QMap>

namespace kith {

class RecordListModel;

// What is picked in a list, held by record: rows that move stay picked, and no other record ever takes the place of
// one. Interface thread.
class RowPicks : public QObject
{
    Q_OBJECT

public:
    // Both must outlive it.
    RowPicks(RecordListModel& model, QItemSelectionModel& selection, QObject* parent = nullptr);

    std::int64_t count() const { return m_count; }
    Picks picks() const;

signals:
    void changed();
    void lost(); // the list moved under a range that had not been seen whole: nothing is picked any more

private:
    void note();
    void follow();
    void followWhole();
    void followRecords();
    void lookAround();

    RecordListModel& m_model;
    QItemSelectionModel& m_selection;
    std::int64_t m_count = 0;
    bool m_whole = false;
    QMap<std::int64_t, RecordId> m_seen; // of the picked rows
    bool m_following = false;
};

}

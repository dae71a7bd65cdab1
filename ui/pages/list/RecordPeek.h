#pragma once

#include "core/records/Outcome.h"

#include <QWidget>

class QScrollArea;

namespace kith {

class Avatar;
class ElidedLabel;
class Navigator;
class RecordSheet;

// A look at one record beside its list, without leaving it.
class RecordPeek : public QWidget
{
    Q_OBJECT

public:
    explicit RecordPeek(Navigator& navigator, QWidget* parent = nullptr);

    void look(const EntityId& entity, const RecordId& record);
    bool shows(const RecordId& record) const { return m_record == record; }
    void recordsChanged(const ChangeNotice& notice);

    QSize sizeHint() const override { return {380, 400}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void fetch();

    Navigator& m_navigator;
    EntityId m_entity;
    RecordId m_record;
    Avatar* m_face;
    ElidedLabel* m_title;
    RecordSheet* m_sheet;
};

}

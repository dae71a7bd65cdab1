#pragma once

#include "core/services/DuplicateDesk.h"
#include "ui/pages/Page.h"

#include <QTimer>

#include <functional>

class QVBoxLayout;

namespace kith {

// What looks like the record that is being entered, while one types: a few names, why, and a way to open them. Nothing
// is shown for kinds of records that are not compared.
class DuplicateHints : public QWidget
{
    Q_OBJECT

public:
    // `values`: what is typed so far.
    DuplicateHints(const Entity& entity, Navigator& navigator, std::function<FieldValues()> values,
                   QWidget* parent = nullptr);

    // The record that is edited, which is none of its own duplicates.
    void setRecord(const RecordId& record) { m_record = record; }
    // Something was typed: asked again a moment later.
    void changed();

signals:
    void shown(); // an answer has come

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void ask();
    void show(const std::vector<DuplicateCandidate>& candidates);

    const Entity& m_entity;
    Navigator& m_navigator;
    std::function<FieldValues()> m_values;
    RecordId m_record;
    QVBoxLayout* m_rows;
    QTimer m_wait;
    int m_asked = 0;
};

}

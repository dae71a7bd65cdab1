#pragma once

#include "core/records/Outcome.h"

#include <QWidget>

class QBoxLayout;

namespace kith {

class Navigator;

// The fields of one record for reading, section by section, in one or two columns as the width allows. Empty fields are
// left out until asked for.
class RecordSheet : public QWidget
{
    Q_OBJECT

public:
    explicit RecordSheet(Navigator& navigator, QWidget* parent = nullptr);

    void show(const RecordView& view);
    using QWidget::show;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void rebuild();
    QWidget* makeSection(const Section& section, int& rows);
    QWidget* makeValue(const Field& field, const Value& value);
    QWidget* makePoints(const Field& field, const std::vector<Point>& points);
    QWidget* makePills(const Field& field, const Value& value);
    bool wantsTwoColumns() const;

    Navigator& m_navigator;
    RecordView m_view;
    QWidget* m_body = nullptr;
    bool m_two = false;
    bool m_all = false;
};

}

#pragma once

#include "core/services/RecordDesk.h"
#include "ui/models/HitModel.h"

#include <QWidget>

class QLineEdit;
class QListView;

namespace kith {

// What drops down from the search field: records as one types, commands, and what was opened lately.
class SearchPanel : public QWidget
{
    Q_OBJECT

public:
    // `field` is the line typed into; the panel shows itself below it, over everything else in `window`.
    SearchPanel(QLineEdit& field, QWidget* window);

    void setDesk(RecordDesk* desk, const QString& language); // null: nothing to search
    void remember(const EntityId& entity, const RecordId& record);
    void open();
    void search(const QString& typed);

signals:
    void recordChosen(const kith::EntityId& entity, const kith::RecordId& record);
    void commandChosen(const QString& command);
    void answered();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void showLines(std::vector<HitLine> lines);
    void showRecent();
    void place();
    void choose(const QModelIndex& index);
    void keep();

    QLineEdit& m_field;
    RecordDesk* m_desk = nullptr;
    QString m_language;
    HitModel* m_model;
    QListView* m_list;
    std::vector<HitLine> m_commands;
    std::vector<HitLine> m_recent;
    QFuture<Result<std::vector<Hit>>> m_finding;
};

}

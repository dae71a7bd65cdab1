#pragma once

#include "core/services/QualityDesk.h"
#include "ui/pages/Page.h"

#include <QTimer>

class QLabel;
class QListView;
class QStandardItemModel;
class QTabBar;

namespace kith {

class FindingsView;

// What may be wrong with a kind of records: the catalog's checks with what each finds, and the records of the chosen
// one to be put right.
class QualityPage : public Page
{
    Q_OBJECT

public:
    // The kind and the check are shown first; empty: the first there is, the first that finds something.
    QualityPage(const QString& entity, const QString& check, Navigator& navigator, QWidget* parent = nullptr);
    ~QualityPage() override;

    QString title() const override;
    void recordsChanged(const ChangeNotice& notice) override;
    bool perform(const QString& command) override;
    void takeFocus() override;

private:
    QWidget* makeHead();
    QWidget* makeBody();
    void showKind();
    void fetch();
    void show(const std::vector<QualityCount>& counts);
    void choose(const QString& check);
    int rowOf(const QString& check) const;
    const Entity& entity() const { return *m_catalog->entity(m_key); }

    CatalogPtr m_catalog;
    QString m_key;
    QString m_wanted; // check to be shown once the counts are there
    QString m_shown;  // check
    QFuture<Result<std::vector<QualityCount>>> m_counting;
    QTimer m_recount;
    QTabBar* m_kinds;
    QLabel* m_sum;
    QListView* m_list;
    QStandardItemModel* m_checks;
    FindingsView* m_findings;
};

}

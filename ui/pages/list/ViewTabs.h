#pragma once

#include "core/records/Outcome.h"

#include <QWidget>

class QPushButton;
class QTabBar;
class QToolButton;

namespace kith {

class Navigator;

// How a list is looked at: what a view remembers of it, as the entity `saved_view` holds it.
struct ListLook
{
    QString filter;
    QString sort;
    QStringList columns; // paths; empty: the usual ones

    bool operator==(const ListLook&) const = default;
};

// The views of one list as tabs: everything, what comes with Kith, what the person has kept, the trash.
class ViewTabs : public QWidget
{
    Q_OBJECT

public:
    ViewTabs(const Entity& entity, Navigator& navigator, QWidget* parent = nullptr);

    struct View
    {
        enum class Kind { All, Shipped, Own, Trash };
        Kind kind = Kind::All;
        QString key; // Own: the record's id
        QString name;
        ListLook look;
        RecordId record; // Own
    };
    const View& current() const { return m_views[std::size_t(m_current)]; }
    bool inTrash() const { return current().kind == View::Kind::Trash; }
    // Reads the person's own views, then shows the one of this key if it is there; tells fetched() once.
    void fetch(const QString& key);
    void recordsChanged(const ChangeNotice& notice);
    // How the list is looked at now. The first time since a view was chosen this is what the view remembers.
    void setLook(const ListLook& look);

    // By the page's commands, as by the buttons.
    void keep();
    void keepChanges();
    void rename();
    void remove();

signals:
    void fetched();
    void chosen(); // another view, or the present one remembers something else now

private:
    void take(const std::vector<Row>& rows);
    void showTabs();
    void showButtons();
    void offerActs();
    void show(int tab);
    void choose();
    int tabOf(const QString& key) const;
    const View* ownCalled(const QString& name) const;
    void create(const QString& name);
    void save(const View& view, const FieldValues& values, const QString& done);
    void tell(const Result<SaveOutcome>& outcome, const QString& done);
    FieldValues valuesOf(const ListLook& look) const;
    const Field& field(QStringView key) const;

    Navigator& m_navigator;
    CatalogPtr m_catalog; // keeps the entities
    const Entity& m_entity;
    const Entity& m_kept; // saved_view
    std::vector<View> m_views;
    int m_current = 0;
    std::int64_t m_lastPosition = 0; // of the person's own views
    QString m_wanted;                // a view to show when it is there
    bool m_fetched = false;
    ListLook m_look;
    ListLook m_remembered;
    bool m_isFresh = true; // a view was chosen and has not been looked at yet
    QTabBar* m_tabs;
    QToolButton* m_add;
    QToolButton* m_more;
    QPushButton* m_change;
};

}

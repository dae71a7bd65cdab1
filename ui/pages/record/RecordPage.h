#pragma once

#include "ui/pages/Page.h"

class QHBoxLayout;
class QLabel;
class QStackedWidget;
class QTabBar;
class QToolButton;

namespace kith {

class Avatar;
class Banner;
class HistoryModel;
class RecordListModel;
class RecordSheet;

// One record as a page: its name, its key figures, what can be done with it, its fields, what belongs to it, its
// history.
class RecordPage : public Page
{
    Q_OBJECT

public:
    RecordPage(const QString& entity, const RecordId& record, Navigator& navigator, const QString& tab = {},
               QWidget* parent = nullptr);

    QString title() const override { return m_view.title; }
    void recordsChanged(const ChangeNotice& notice) override;
    bool perform(const QString& command) override;

private:
    QWidget* makeHead();
    void makeActions(QHBoxLayout* row);
    void fetch();
    void show(const RecordView& view);
    void showHead();
    void showFigures();
    void showTabs();
    void openTab(int tab);
    void openPart(const QString& key);
    void offerOthers();
    QString nameOf(const RecordView::Related& related) const;
    QWidget* makeRelated(const RecordView::Related& related);
    QWidget* makeHistory();
    void fetchHistory();
    void add(const QString& entity, const Field& through);
    const Field* followUp() const; // the relation by which an activity belongs to this
    void trash();
    using Page::show;

    CatalogPtr m_catalog;
    const Entity& m_entity;
    RecordId m_record;
    QString m_firstTab;
    RecordView m_view;
    Avatar* m_face;
    QLabel* m_title;
    QWidget* m_pills;
    QWidget* m_figures;
    Banner* m_banner;
    QTabBar* m_tabs;
    QToolButton* m_others;
    QStackedWidget* m_stack;
    RecordSheet* m_sheet;
    HistoryModel* m_history;
    std::map<QString, QWidget*> m_tabPages;
    std::vector<RecordListModel*> m_lists;
};

}

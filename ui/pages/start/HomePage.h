#pragma once

#include "ui/pages/Page.h"

class QVBoxLayout;

namespace kith {

class Card;

// Where the day begins: what was worked on lately, what can be done next.
class HomePage : public Page
{
    Q_OBJECT

public:
    explicit HomePage(Navigator& navigator, QWidget* parent = nullptr);

    QString title() const override { return tr("Home"); }
    void recordsChanged(const ChangeNotice& notice) override;

private:
    QWidget* makeActions();
    QWidget* makeRecent(const Entity& entity);
    void fetchRecent(const Entity& entity);
    void fetchActs();
    void answered();

    CatalogPtr m_catalog;
    std::map<QString, QVBoxLayout*> m_recent;
    QVBoxLayout* m_acts = nullptr;
    std::vector<const Entity*> m_shown;
    int m_waiting = 0;
};

}

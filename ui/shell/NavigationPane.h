#pragma once

#include "core/catalog/Catalog.h"

#include <QAbstractButton>

#include <map>

class QVBoxLayout;

namespace kith {

// One place in the navigation.
class NavigationItem : public QAbstractButton
{
    Q_OBJECT

public:
    NavigationItem(const QString& iconName, const QString& text, QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_icon;
};

// The places of the book at the left: Home, a page for each kind of record, Settings.
class NavigationPane : public QWidget
{
    Q_OBJECT

public:
    explicit NavigationPane(QWidget* parent = nullptr);

    void setBook(const QString& name, const Catalog& catalog, const QString& language);
    // "home", "settings", "import", or the key of an entity.
    void setCurrent(const QString& place);

signals:
    void chosen(const QString& place);
    void bookPressed(const QPoint& at);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void add(QVBoxLayout* column, const QString& place, const QString& iconName, const QString& text);
    void addHeading(QVBoxLayout* column, const QString& text);

    QVBoxLayout* m_column;
    QWidget* m_inside = nullptr;
    std::map<QString, NavigationItem*> m_items;
};

}

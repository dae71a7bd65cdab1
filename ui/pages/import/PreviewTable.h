#pragma once

#include "core/catalog/Catalog.h"
#include "core/exchange/ImportPlan.h"

#include <QWidget>

class QTableWidget;

namespace kith {

// The first rows of a file as they will be, each column headed by where it goes.
class PreviewTable : public QWidget
{
    Q_OBJECT

public:
    explicit PreviewTable(QWidget* parent = nullptr);

    void show(const ImportPreview& preview, const Catalog& catalog, const QString& language);
    using QWidget::show;

signals:
    void mapped(int column, const QString& field);

private:
    QWidget* makeHead(const ColumnMapping& column, int at, const Entity& entity, const Catalog& catalog,
                      const QString& language);

    int focusedHead() const; // its column, or -1

    QTableWidget* m_table;
};

}

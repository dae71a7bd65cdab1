// What parts of addresses and columns are called.

#include "core/records/ValueText.h"

#include <QCoreApplication>

namespace kith {

using namespace Qt::StringLiterals;

QString componentLabel(QStringView component)
{
    if (component == u"country")
        return QCoreApplication::translate("ColumnLabel", "Country");
    if (component == u"region")
        return QCoreApplication::translate("ColumnLabel", "Region");
    if (component == u"city")
        return QCoreApplication::translate("ColumnLabel", "City");
    if (component == u"district")
        return QCoreApplication::translate("ColumnLabel", "District");
    if (component == u"street")
        return QCoreApplication::translate("ColumnLabel", "Street");
    if (component == u"postcode")
        return QCoreApplication::translate("ColumnLabel", "Postcode");
    return component.toString();
}

QString columnLabel(const FieldPath& path, const QString& language)
{
    if (!path.field)
        return {};
    const auto label = path.component.isEmpty() ? path.field->label.in(language) : componentLabel(path.component);
    return path.through ? path.through->label.in(language) + u" › "_s + label : label;
}

}

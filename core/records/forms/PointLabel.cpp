#include "core/records/forms/ListReader.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace kith {

namespace {

struct Known
{
    QStringView key;
    const char* shown;
    std::array<QStringView, 5> words;
};

constexpr std::array<Known, 8> knownLabels{{
    {u"work", QT_TRANSLATE_NOOP("kith::PointLabel", "Work"), {u"office", u"business", u"工作", u"办公", u"公司"}},
    {u"mobile",
     QT_TRANSLATE_NOOP("kith::PointLabel", "Mobile"),
     {u"cell", u"cellphone", u"手机", u"移动电话", u"移动"}},
    {u"home", QT_TRANSLATE_NOOP("kith::PointLabel", "Home"), {u"private", u"家", u"家庭", u"住宅", u"家里"}},
    {u"main",
     QT_TRANSLATE_NOOP("kith::PointLabel", "Main"),
     {u"switchboard", u"headquarters", u"总机", u"总部", u"主要"}},
    {u"fax", QT_TRANSLATE_NOOP("kith::PointLabel", "Fax"), {u"传真", {}, {}, {}, {}}},
    {u"billing", QT_TRANSLATE_NOOP("kith::PointLabel", "Billing"), {u"invoice", u"账单", u"开票", u"发票", u"财务"}},
    {u"shipping", QT_TRANSLATE_NOOP("kith::PointLabel", "Shipping"), {u"delivery", u"收货", u"发货", u"送货", u"邮寄"}},
    {u"other", QT_TRANSLATE_NOOP("kith::PointLabel", "Other"), {u"其他", u"其它", {}, {}, {}}},
}};

bool same(QStringView a, QStringView b)
{
    return !b.isEmpty() && a.compare(b, Qt::CaseInsensitive) == 0;
}

const Known* find(QStringView label)
{
    const auto found = std::find_if(knownLabels.begin(), knownLabels.end(), [&](const Known& known) {
        return same(label, known.key) ||
               std::any_of(known.words.begin(), known.words.end(), [&](QStringView word) { return same(label, word); });
    });
    return found == knownLabels.end() ? nullptr : &*found;
}

}

bool isUsualLabel(QStringView label)
{
    return find(label.trimmed()) != nullptr;
}

QString pointLabel(QStringView typed)
{
    const auto label = typed.trimmed();
    const auto* known = find(label);
    return (known ? known->key : label).toString();
}

QString displayLabel(const QString& label)
{
    for (const auto& known : knownLabels) {
        if (known.key == label)
            return QCoreApplication::translate("kith::PointLabel", known.shown);
    }
    return label;
}

}

#include "ui/widgets/list/RecordDelegate.h"

#include "ui/models/CellText.h"
#include "ui/models/RecordListModel.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/KithStyle.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Pill.h"
#include "ui/widgets/list/RecordTable.h"

#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

constexpr int faceSide = 22;

bool pointsAtPerson(const Field& field)
{
    return field.type == FieldType::Relation && field.targets == QStringList{u"person"_s};
}

void paintPills(QPainter& painter, const QRect& rect, const QStringList& words, const QStringList& colours, bool dots)
{
    int x = rect.left();
    const int y = rect.center().y() - 10;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const int left = rect.right() - x;
        if (left < 32)
            break;
        const QString colour = i < colours.size() ? colours[i] : u"gray"_s;
        x += drawPill(painter, {x, y}, words[i], tokens().hue(colour), dots, left) + 4;
    }
}

}

int usualWidth(const FieldPath& path, bool first)
{
    if (first)
        return 300;
    if (!path.component.isEmpty())
        return 130;
    switch (path.field ? path.field->type : FieldType::Text) {
    case FieldType::LongText:
        return 260;
    case FieldType::Integer:
    case FieldType::Decimal:
    case FieldType::Boolean:
        return 96;
    case FieldType::Money:
    case FieldType::Option:
    case FieldType::Number:
        return 136;
    case FieldType::Date:
        return 116;
    case FieldType::Instant:
        return 150;
    case FieldType::Mail:
    case FieldType::Link:
    case FieldType::Address:
        return 210;
    case FieldType::Options:
    case FieldType::Tags:
    case FieldType::Relation:
        return 176;
    case FieldType::Phone:
    case FieldType::Text:
        break;
    }
    return 160;
}

int leastWidth(const FieldPath& path, bool first)
{
    if (first)
        return 190;
    const auto showing = [metrics = QFontMetricsF(interfaceFont(TextSize::Body))](const QString& text) {
        return int(std::ceil(metrics.horizontalAdvance(text))) + 2 * space::m;
    };
    const auto type = path.field && path.component.isEmpty() ? path.field->type : FieldType::Text;
    if (type == FieldType::Phone)
        return showing(u"+86 138 0000 0000"_s);
    if (type == FieldType::Instant)
        return showing(u"28 Nov 2026 20:58"_s);
    if (type == FieldType::Date)
        return showing(u"28 Nov 2026"_s);
    if (type == FieldType::Money)
        return showing(u"US$125,800.00"_s);
    if (type == FieldType::Option || type == FieldType::Relation)
        return 116;
    return std::min(usualWidth(path, first), 96);
}

RecordDelegate::RecordDelegate(RecordTable& table) : QStyledItemDelegate(&table), m_table(table) {}

QSize RecordDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width() + 2 * space::m, size::row};
}

void RecordDelegate::paintRow(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                              bool selected) const
{
    const Tokens& t = tokens();
    const bool over = m_table.hoveredRow() == index.row();
    painter.fillRect(option.rect, selected ? t.selected : over ? t.hover : t.surface);
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.border);
    // The one where the keys are.
    if (index.column() == 0 && m_table.currentIndex().row() == index.row() && m_table.hasFocus())
        painter.fillRect(QRect(option.rect.left(), option.rect.top(), 2, option.rect.height() - 1), t.accent);
    if (index.column() > 0 && index == m_table.currentIndex() && m_table.hasFocus())
        drawRounded(painter, option.rect.adjusted(1, 1, -1, -2), radius::small, {}, t.accent);
}

void RecordDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const RecordListModel& model = *m_table.records();
    const Tokens& t = tokens();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const Row* row = model.record(index.row());
    const auto column = std::size_t(index.column());
    painter->save();
    paintRow(*painter, option, index, selected);
    QRect rect = option.rect.adjusted(space::m, 0, -space::m, -1);
    if (index.column() == 0) {
        const QRect box = m_table.checkRect(option.rect);
        if (selected || m_table.hoveredRow() == index.row()) {
            QStyleOption check;
            check.rect = box;
            check.state = QStyle::State_Enabled | (selected ? QStyle::State_On : QStyle::State_Off);
            m_table.style()->drawPrimitive(QStyle::PE_IndicatorCheckBox, &check, painter, &m_table);
        }
        rect.setLeft(option.rect.left() + space::xl);
    }
    const QString text = index.data().toString(); // also asks for the page
    if (!row) {
        const int width = std::min(rect.width(), 40 + (index.row() * 37 + index.column() * 53) % 90);
        drawRounded(*painter, QRect(rect.left(), rect.center().y() - 4, width, 9), 4, t.pressed);
    } else if (column < row->values.size()) {
        const FieldPath& path = model.query().columns[column];
        const QString title = column < row->titles.size() ? row->titles[column] : QString();
        painter->setFont(interfaceFont(TextSize::Body, index.column() == 0 ? QFont::Medium : QFont::Normal));
        painter->setPen(index.column() == 0 ? t.text : t.textSecondary);
        if (index.column() == 0 && m_table.showsFaces()) {
            drawAvatar(*painter, QRect(rect.left(), rect.center().y() - faceSide / 2 + 1, faceSide, faceSide), text,
                       m_table.facesAreSquare());
            rect.setLeft(rect.left() + faceSide + space::s);
        }
        paintValue(*painter, rect, path, row->values[column], title, text);
    }
    painter->restore();
}

void RecordDelegate::paintValue(QPainter& painter, QRect rect, const FieldPath& path, const Value& value,
                                const QString& title, const QString& text) const
{
    const Field& field = *path.field;
    const QString& language = m_table.records()->conventions().language;
    if (const auto* option = std::get_if<OptionId>(&value)) {
        if (const Option* one = field.option(*option))
            return paintPills(painter, rect, {one->label.in(language)}, {one->colour}, true);
    }
    if (const auto* set = std::get_if<IdSet>(&value)) {
        QStringList words;
        QStringList colours;
        if (field.type == FieldType::Tags)
            words = title.split(u", "_s, Qt::SkipEmptyParts);
        else
            for (const Id128& id : *set)
                if (const Option* one = field.option(OptionId::from(id))) {
                    words += one->label.in(language);
                    colours += one->colour;
                }
        return paintPills(painter, rect, words, colours, false);
    }
    if (const auto* on = std::get_if<bool>(&value)) {
        if (*on)
            painter.drawPixmap(
                rect.left(), rect.center().y() - 7,
                iconPixmap(u"check"_s, tokens().accentText, size::icon, painter.device()->devicePixelRatioF()));
        return;
    }
    if (pointsAtPerson(field) && !text.isEmpty()) {
        drawAvatar(painter, QRect(rect.left(), rect.center().y() - 9, 20, 20), text);
        rect.setLeft(rect.left() + 26);
    }
    const auto alignment = Qt::AlignVCenter | (standsRight(field) ? Qt::AlignRight : Qt::AlignLeft);
    painter.drawText(rect, int(alignment), painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
}

}

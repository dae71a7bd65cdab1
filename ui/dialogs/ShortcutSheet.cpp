#include "ui/dialogs/ShortcutSheet.h"

#include "ui/theme/KithStyle.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Text.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

class KeyCap : public QWidget
{
public:
    explicit KeyCap(const QString& text) : m_text(text)
    {
        setFont(interfaceFont(TextSize::Small, QFont::Medium));
        setFixedSize(std::max(24, fontMetrics().horizontalAdvance(text) + 14), 24);
        setAccessibleName(text);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        drawRounded(painter, rect(), radius::small, tokens().hover, tokens().borderStrong);
        painter.setPen(tokens().textSecondary);
        painter.drawText(rect(), Qt::AlignCenter, m_text);
    }

private:
    QString m_text;
};

QWidget* makeKeys(const QString& keys)
{
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::xs);
    row->addStretch();
    for (const QString& key : keys.split(u' '))
        row->addWidget(new KeyCap(key));
    return box;
}

}

ShortcutSheet::ShortcutSheet(QWidget* parent) : Dialog(tr("Keyboard shortcuts"), {}, parent)
{
    const std::vector<std::pair<QString, QString>> keys{
        {tr("Search everything, or type a command"), u"Ctrl K"_s},
        {tr("New record of this kind"), u"Ctrl N"_s},
        {tr("Edit"), u"E"_s},
        {tr("Log a follow-up"), u"L"_s},
        {tr("Save a form"), u"Ctrl S"_s},
        {tr("Leave a form"), u"Esc"_s},
        {tr("Next and previous in a list"), u"J K"_s},
        {tr("Open"), u"Enter"_s},
        {tr("Look at a record beside the list"), u"Space"_s},
        {tr("Pick, for doing something to several"), u"X"_s},
        {tr("Pick all of a list"), u"Ctrl A"_s},
        {tr("Edit in the list, in the cell the arrows reached"), u"F2"_s},
        {tr("What can be done with a row"), tr("Menu")},
        {tr("Move to the trash; in the trash, delete for good"), tr("Del")},
        {tr("Write a filter"), u"/"_s},
        {tr("Go to customers"), u"G C"_s},
        {tr("Go to opportunities"), u"G O"_s},
        {tr("Go home"), u"G H"_s},
        {tr("Back and forward"), u"Alt ← →"_s},
        {tr("Undo"), u"Ctrl Z"_s},
        {tr("Redo"), u"Ctrl Shift Z"_s},
        {tr("Lock"), u"Ctrl L"_s},
        {tr("Help"), u"F1"_s},
        {tr("This sheet"), u"?"_s},
    };
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(space::huge);
    grid->setVerticalSpacing(space::s - 2);
    const int half = int(keys.size() + 1) / 2;
    for (int i = 0; i < int(keys.size()); ++i) {
        const int column = i / half * 2;
        const auto& [text, combination] = keys[std::size_t(i)];
        auto* line = new QHBoxLayout;
        line->setSpacing(space::l);
        line->addWidget(makeLabel(text, TextSize::Body, Ink::Secondary), 1);
        line->addWidget(makeKeys(combination));
        grid->addLayout(line, i % half, column);
    }
    body()->addLayout(grid);
    QPushButton* close = addButton(tr("Close"), true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

}

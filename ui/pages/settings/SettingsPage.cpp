#include "ui/pages/settings/SettingsPage.h"

#include "ui/pages/start/ListRow.h"
#include "ui/theme/Icons.h"
#include "ui/theme/KithStyle.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Text.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QComboBox>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

constexpr int sectionWidth = 720;

// A disc in an accent's colour, with a ring when it is the chosen one.
class AccentButton : public QAbstractButton
{
public:
    explicit AccentButton(const QString& accent) : m_accent(accent)
    {
        setCheckable(true);
        setFixedSize(30, 30);
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const Tokens own = tokens().dark ? Tokens::darkOnes(m_accent) : Tokens::light(m_accent);
        if (isChecked() || hasFocus())
            drawRounded(painter, rect(), 15, {}, isChecked() ? own.accent : tokens().textTertiary, 2);
        drawRounded(painter, rect().adjusted(5, 5, -5, -5), 10, own.accent);
        if (isChecked())
            painter.drawPixmap(9, 9, iconPixmap(u"check"_s, own.accentInk, 12, devicePixelRatioF()));
    }

private:
    QString m_accent;
};

QString accentLabel(const QString& accent)
{
    static const std::map<QString, const char*> names{
        {u"indigo"_s, QT_TRANSLATE_NOOP("kith::SettingsPage", "Indigo")},
        {u"blue"_s, QT_TRANSLATE_NOOP("kith::SettingsPage", "Blue")},
        {u"teal"_s, QT_TRANSLATE_NOOP("kith::SettingsPage", "Teal")},
        {u"green"_s, QT_TRANSLATE_NOOP("kith::SettingsPage", "Green")},
        {u"orange"_s, QT_TRANSLATE_NOOP("kith::SettingsPage", "Orange")},
        {u"pink"_s, QT_TRANSLATE_NOOP("kith::SettingsPage", "Pink")},
        {u"graphite"_s, QT_TRANSLATE_NOOP("kith::SettingsPage", "Graphite")}};
    const auto found = names.find(accent);
    return found == names.end() ? accent : SettingsPage::tr(found->second);
}

}

SettingsPage::SettingsPage(const QString& section, Navigator& navigator, QWidget* parent)
    : Page(navigator, parent)
    , m_catalog(desk().catalog())
    , m_list(new QListWidget)
    , m_stack(new QStackedWidget)
{
    m_list->setFixedWidth(200);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Sections of the settings"));
    m_list->viewport()->setBackgroundRole(QPalette::Window);
    auto* left = new QVBoxLayout;
    left->setContentsMargins(space::xl - space::s, space::l, space::s, space::l);
    left->setSpacing(space::m);
    QLabel* head = makeLabel(title(), TextSize::Heading, Ink::Text, QFont::DemiBold);
    head->setContentsMargins(space::s, 0, 0, 0);
    left->addWidget(head);
    left->addWidget(m_list);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addLayout(left);
    row->addWidget(new Line(Qt::Vertical));
    row->addWidget(m_stack, 1);
    makeGeneral();
    makeKeys();
    makeBackup();
    makeData();
    makeFields();
    connect(m_list, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    for (int i = 0; i < m_list->count(); ++i)
        if (m_list->item(i)->data(Qt::UserRole).toString() == section)
            m_list->setCurrentRow(i);
    if (m_list->currentRow() < 0)
        m_list->setCurrentRow(0);
    settle();
}

QVBoxLayout* SettingsPage::addSection(const QString& key, const QString& iconName, const QString& name,
                                      const QString& text)
{
    auto* item = new QListWidgetItem(icon(iconName), name, m_list);
    item->setData(Qt::UserRole, key);
    item->setSizeHint({100, 34});
    auto* inside = new QWidget;
    auto* outer = new QHBoxLayout(inside);
    outer->setContentsMargins(space::xxl, space::xl, space::xxl, space::xxl);
    auto* holder = new QWidget;
    holder->setMaximumWidth(sectionWidth);
    outer->addWidget(holder, 100);
    outer->addStretch(1);
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::l);
    auto* heads = new QVBoxLayout;
    heads->setSpacing(space::xs);
    heads->addWidget(makeLabel(name, TextSize::Heading, Ink::Text, QFont::DemiBold));
    QLabel* about = makeLabel(text, TextSize::Body, Ink::Secondary);
    about->setWordWrap(true);
    heads->addWidget(about);
    column->addLayout(heads);
    column->addSpacing(space::s);
    auto* body = new QVBoxLayout;
    body->setSpacing(space::l);
    column->addLayout(body);
    column->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(inside);
    m_stack->addWidget(scroll);
    return body;
}

void SettingsPage::addRow(QVBoxLayout* column, const QString& name, const QString& text, QWidget* control)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(space::xl);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(makeLabel(name, TextSize::Body, Ink::Text, QFont::Medium));
    if (!text.isEmpty()) {
        QLabel* about = makeLabel(text, TextSize::Small, Ink::Secondary);
        about->setWordWrap(true);
        texts->addWidget(about);
    }
    row->addLayout(texts, 1);
    row->addWidget(control, 0, Qt::AlignVCenter);
    if (control->accessibleName().isEmpty())
        control->setAccessibleName(name);
    column->addLayout(row);
    column->addWidget(new Line);
}

void SettingsPage::change(const std::function<void(Preferences&)>& what)
{
    Preferences changed = navigator().preferences();
    what(changed);
    navigator().setPreferences(changed);
}

void SettingsPage::makeGeneral()
{
    QVBoxLayout* column = addSection(u"general"_s, u"settings"_s, tr("General"),
                                     tr("How Kith looks on this computer. Your records are the same either way."));
    const Preferences now = navigator().preferences();
    auto* languages = new QComboBox;
    languages->addItem(tr("The system's"), QString());
    languages->addItem(u"English"_s, u"en"_s);
    languages->addItem(u"简体中文"_s, u"zh_CN"_s);
    languages->setCurrentIndex(std::max(0, languages->findData(now.language)));
    connect(languages, &QComboBox::activated, this,
            [this, languages] { change([&](Preferences& p) { p.language = languages->currentData().toString(); }); });
    addRow(column, tr("Language"), tr("For words, dates and numbers."), languages);
    auto* themes = new QComboBox;
    themes->addItem(tr("As the system"), u"system"_s);
    themes->addItem(icon(u"sun"_s), tr("Light"), u"light"_s);
    themes->addItem(icon(u"moon"_s), tr("Dark"), u"dark"_s);
    themes->setCurrentIndex(std::max(0, themes->findData(now.theme)));
    connect(themes, &QComboBox::activated, this,
            [this, themes] { change([&](Preferences& p) { p.theme = themes->currentData().toString(); }); });
    addRow(column, tr("Theme"), {}, themes);
    addRow(column, tr("Accent"), tr("The colour of what is chosen and of what one presses first."), makeAccents());
    auto* lock = new QComboBox;
    for (const int minutes : {5, 10, 30, 60})
        lock->addItem(tr("After %n minute(s)", nullptr, minutes), minutes);
    lock->addItem(tr("Never by itself"), 0);
    lock->setCurrentIndex(std::max(0, lock->findData(now.lockMinutes)));
    connect(lock, &QComboBox::activated, this,
            [this, lock] { change([&](Preferences& p) { p.lockMinutes = lock->currentData().toInt(); }); });
    addRow(
        column, tr("Lock when idle"),
        tr("A locked book is closed and its keys are gone from memory. Forms keep what you typed. It also locks when "
           "the computer sleeps, the screen is locked or another user takes over."),
        lock);
}

QWidget* SettingsPage::makeAccents()
{
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::xs);
    const QString now = navigator().preferences().accent;
    const QStringList names = accentNames();
    for (const QString& name : names) {
        auto* button = new AccentButton(name);
        button->setToolTip(accentLabel(name));
        button->setAccessibleName(accentLabel(name));
        button->setAutoExclusive(true);
        button->setChecked(name == (now.isEmpty() ? names.first() : now));
        row->addWidget(button);
        connect(button, &QAbstractButton::clicked, this,
                [this, name] { change([&](Preferences& p) { p.accent = name; }); });
    }
    return box;
}

void SettingsPage::makeData()
{
    QVBoxLayout* column =
        addSection(u"data"_s, u"list"_s, tr("Lists"),
                   tr("The people, pipelines, stages and other lists that your records choose from."));
    auto* card = new Card;
    auto* rows = new QVBoxLayout(card);
    rows->setContentsMargins(space::s, space::s, space::s, space::s);
    rows->setSpacing(0);
    for (const Entity& entity : m_catalog->entities()) {
        if (entity.place != Place::Setting || entity.key == "definition"_L1)
            continue;
        auto* line = new ListRow(entity.plural.in(language()), {});
        line->setIconName(entity.icon);
        connect(line, &ListRow::clicked, this, [this, key = entity.key] {
            navigator().go({Location::Kind::List, key, {}, {}, {}});
        });
        rows->addWidget(line);
    }
    column->addWidget(card);
}

void SettingsPage::makeFields()
{
    QVBoxLayout* column =
        addSection(u"fields"_s, u"columns-3"_s, tr("Fields"), tr("What each kind of record is made of."));
    auto* choice = new QComboBox;
    for (const Entity& entity : m_catalog->entities())
        choice->addItem(icon(entity.icon), entity.plural.in(language()), entity.key);
    choice->setAccessibleName(tr("Kind of record"));
    column->addWidget(choice);
    auto* card = new Card;
    m_fields = new QVBoxLayout(card);
    m_fields->setContentsMargins(space::s, space::s, space::s, space::s);
    m_fields->setSpacing(0);
    column->addWidget(card);
    const auto show = [this, choice] {
        if (const Entity* entity = m_catalog->entity(choice->currentData().toString()))
            showFields(*entity);
    };
    connect(choice, &QComboBox::activated, this, show);
    const int customer = choice->findData(u"customer"_s);
    choice->setCurrentIndex(std::max(0, customer));
    show();
}

void SettingsPage::showFields(const Entity& entity)
{
    while (QLayoutItem* item = m_fields->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const Field& field : entity.fields) {
        if (field.hidden)
            continue;
        auto* line = new ListRow(field.label.in(language()), fieldTypeKey(field.type) + u"  "_s + field.key);
        line->setEnabled(false);
        m_fields->addWidget(line);
    }
}

}

#pragma once

#include "tests/support/SessionBook.h"
#include "ui/shell/Shell.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

namespace kith::testing {

constexpr int mostMs = 200'000; // that anything may take, on a machine under much load or under the sanitizers

// A window on a book in a folder of its own, worked by mouse and keys.
struct Window
{
    SessionBook book;
    Theme theme{*qApp, ThemeMode::Light, {}};
    Shell shell{book.session(), theme, Preferences{QStringLiteral("light"), {}, QStringLiteral("en"), 0}};

    explicit Window(SessionBook::Begin begin = SessionBook::Begin::Open) : book(begin)
    {
        shell.resize(1280, 800);
        shell.show();
        activate();
    }
    // As a window manager does when a dialog has gone: shortcuts are those of the active window.
    void activate()
    {
        shell.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&shell));
    }

    template <typename Kind>
    Kind* page()
    {
        auto* page = qobject_cast<Kind*>(shell.page());
        REQUIRE(page);
        if (!page->isSettled()) {
            QSignalSpy settled(page, &Page::settled);
            REQUIRE(settled.wait(mostMs));
        }
        return page;
    }
    // The same, once it is shown.
    template <typename Kind>
    Kind* comes()
    {
        while (!qobject_cast<Kind*>(shell.page())) {
            QSignalSpy shown(&shell, &Shell::pageShown);
            REQUIRE(shown.wait(mostMs));
        }
        return page<Kind>();
    }
    template <typename Kind>
    Kind* open(const Location& location)
    {
        shell.go(location);
        return page<Kind>();
    }
    RecordId create(QStringView entity, const QString& name)
    {
        return book.create(entity, {{QStringLiteral("name"), name}});
    }
};

// Goes on with the event loop until it is so.
template <typename Condition>
void waitUntil(Condition condition, int line = __builtin_LINE())
{
    INFO("what line " << line << " waits for does not come");
    REQUIRE(QTest::qWaitFor(condition, mostMs));
}

// The button that is seen and says this.
inline QAbstractButton* button(const QWidget* within, const QString& text)
{
    for (auto* one : within->findChildren<QAbstractButton*>())
        if (one->isVisible() && (one->text() == text || one->accessibleName() == text || one->toolTip() == text))
            return one;
    return nullptr;
}

inline void click(const QWidget* within, const QString& text)
{
    INFO(text.toStdString());
    QAbstractButton* found = nullptr;
    waitUntil([&] { return (found = button(within, text)) && found->isEnabled(); });
    QTest::mouseClick(found, Qt::LeftButton);
}

// The box to choose in that is called so.
inline QComboBox* box(const QWidget* within, const QString& name)
{
    for (auto* one : within->findChildren<QComboBox*>())
        if (one->accessibleName() == name)
            return one;
    FAIL("no box " << name.toStdString());
    return nullptr;
}

// Answers the open question for a file by pasting its path: typed, the dialog completes it after its own mind.
inline void answerFile(const QWidget* within, const QString& path)
{
    QFileDialog* dialog = nullptr;
    waitUntil([&] { return (dialog = within->findChild<QFileDialog*>()) && dialog->isVisible(); });
    auto* line = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
    REQUIRE(line);
    line->selectAll();
    QApplication::clipboard()->setText(path);
    QTest::keyClick(line, Qt::Key_V, Qt::ControlModifier);
    QTest::keyClick(line, Qt::Key_Return);
    waitUntil([&] { return !within->findChild<QFileDialog*>() || !dialog->isVisible(); });
}

// Whether a label that is seen says this, or has it in it.
inline bool says(const QWidget* within, const QString& text)
{
    const auto labels = within->findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const QLabel* label) { return label->isVisible() && label->text().contains(text); });
}

}

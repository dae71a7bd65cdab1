#include "ui/widgets/fields/LineEditors.h"

#include "core/text/figures/Currency.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Tokens.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/fields/DatePopup.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

QHBoxLayout* bareRow(QWidget* owner)
{
    auto* row = new QHBoxLayout(owner);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s - 2);
    return row;
}

}

LineFieldEditor::LineFieldEditor(const Field& field, EditorContext context, QWidget* parent)
    : FieldEditor(field, std::move(context), parent)
    , m_line(new QLineEdit)
{
    bareRow(this)->addWidget(m_line);
    adopt(m_line);
    connect(m_line, &QLineEdit::textEdited, this, &FieldEditor::changed);
}

void LineFieldEditor::setValue(const Value& value, const ValueTitles&)
{
    m_line->setText(std::holds_alternative<QString>(value) ? std::get<QString>(value) : exactText(field(), value));
    m_line->setCursorPosition(0);
}

Result<Value> LineFieldEditor::value() const
{
    return read(m_line->text());
}

LongTextEditor::LongTextEditor(const Field& field, EditorContext context, QWidget* parent)
    : FieldEditor(field, std::move(context), parent)
    , m_text(new QPlainTextEdit)
{
    bareRow(this)->addWidget(m_text);
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(fontMetrics().lineSpacing() * 5 + space::l);
    m_text->viewport()->setAutoFillBackground(false);
    adopt(m_text);
    connect(m_text, &QPlainTextEdit::textChanged, this, &FieldEditor::changed);
}

void LongTextEditor::setValue(const Value& value, const ValueTitles&)
{
    const QSignalBlocker quiet(m_text);
    m_text->setPlainText(std::holds_alternative<QString>(value) ? std::get<QString>(value) : QString());
}

Result<Value> LongTextEditor::value() const
{
    return read(m_text->toPlainText());
}

MoneyEditor::MoneyEditor(const Field& field, EditorContext context, QWidget* parent)
    : FieldEditor(field, std::move(context), parent)
    , m_amount(new QLineEdit)
    , m_currency(new QComboBox)
{
    auto* row = bareRow(this);
    row->addWidget(m_amount, 1);
    row->addWidget(m_currency);
    m_currency->setEditable(true);
    m_currency->setInsertPolicy(QComboBox::NoInsert);
    m_currency->setFixedWidth(92);
    for (const CurrencyCode& code : currentCurrencies())
        m_currency->addItem(code.toString());
    m_currency->setCurrentText(this->context().conventions.baseCurrency);
    m_currency->completer()->setCompletionMode(QCompleter::PopupCompletion);
    adopt(m_amount);
    m_currency->setAccessibleName(tr("Currency of %1").arg(label()));
    connect(m_amount, &QLineEdit::textEdited, this, &FieldEditor::changed);
    connect(m_currency, &QComboBox::editTextChanged, this, &FieldEditor::changed);
}

void MoneyEditor::setValue(const Value& value, const ValueTitles&)
{
    const QSignalBlocker quiet(m_currency);
    if (const auto* money = std::get_if<Money>(&value)) {
        m_amount->setText(exactAmount(*money));
        m_currency->setCurrentText(money->currency);
    } else {
        m_amount->clear();
        m_currency->setCurrentText(context().conventions.baseCurrency);
    }
}

Result<Value> MoneyEditor::value() const
{
    const QString amount = m_amount->text().trimmed();
    if (amount.isEmpty())
        return Value{};
    // A currency typed beside the amount wins over the box.
    TextConventions conventions = context().conventions;
    if (const auto code = CurrencyCode::fromIso(m_currency->currentText().trimmed()))
        conventions.baseCurrency = code->toString();
    else
        return Error{ErrorCode::CurrencyUnknown, {label(), m_currency->currentText()}};
    return readValue(field(), amount, conventions);
}

DateEditor::DateEditor(const Field& field, EditorContext context, QWidget* parent)
    : FieldEditor(field, std::move(context), parent)
    , m_line(new QLineEdit)
{
    bareRow(this)->addWidget(m_line);
    m_line->setPlaceholderText(field.type == FieldType::Date ? tr("2025-03-31, today, +7d")
                                                             : tr("2025-03-31 14:30, now"));
    QAction* open = m_line->addAction(icon(u"calendar"_s), QLineEdit::TrailingPosition);
    open->setToolTip(tr("Choose from a calendar"));
    adopt(m_line);
    connect(open, &QAction::triggered, this, &DateEditor::choose);
    connect(m_line, &QLineEdit::textEdited, this, &FieldEditor::changed);
}

void DateEditor::setValue(const Value& value, const ValueTitles&)
{
    m_given = value;
    if (const auto* instant = std::get_if<Instant>(&value))
        m_givenText = instant->toUtc().toTimeZone(context().conventions.zone).toString(u"yyyy-MM-dd HH:mm"_s);
    else if (const auto* date = std::get_if<QDate>(&value))
        m_givenText = date->toString(Qt::ISODate);
    else
        m_givenText.clear();
    m_line->setText(m_givenText);
}

Result<Value> DateEditor::value() const
{
    return m_line->text() == m_givenText ? Result<Value>(m_given) : read(m_line->text());
}

void DateEditor::choose()
{
    const auto now = value();
    QDate day = QDate::currentDate();
    QTime time;
    if (now.ok()) {
        if (const auto* date = std::get_if<QDate>(&*now))
            day = *date;
        else if (const auto* instant = std::get_if<Instant>(&*now)) {
            const QDateTime local = instant->toUtc().toTimeZone(context().conventions.zone);
            day = local.date();
            time = local.time();
        }
    }
    auto* popup = new DatePopup(day, this);
    connect(popup, &DatePopup::chosen, this, [this, time](QDate chosen) {
        QString text = chosen.toString(Qt::ISODate);
        if (field().type == FieldType::Instant)
            text += u' ' + (time.isValid() ? time : QTime(9, 0)).toString(u"HH:mm"_s);
        m_line->setText(text);
        m_line->setFocus();
        emit changed();
    });
    popup->showBelow(*m_line);
}

NumberEditor::NumberEditor(const Field& field, EditorContext context, QWidget* parent)
    : FieldEditor(field, std::move(context), parent)
    , m_label(makeLabel({}, TextSize::Body, Ink::Secondary))
{
    bareRow(this)->addWidget(m_label);
    m_label->setMinimumHeight(size::control);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setValue({}, {});
}

void NumberEditor::setValue(const Value& value, const ValueTitles&)
{
    m_value = value;
    m_label->setText(isEmpty(value) ? tr("Given when it is saved") : exactText(field(), value));
}

}

// Records as the rows of a sheet: dates are dates, amounts numbers, and all that is no number a text.

#include "core/exchange/export/RecordWriter.h"
#include "core/exchange/xlsx/XlsxWriter.h"

#include <QDateTime>

#include <cstdlib>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 dayMilliseconds = 86'400'000;

// Before this day Excel and LibreOffice count differently.
const QDate& firstSureDay()
{
    static const QDate day(1900, 3, 1);
    return day;
}

double daysOf(QDate date)
{
    static const QDate zero(1899, 12, 30);
    return double(zero.daysTo(date));
}

XlsxCell dateCell(QDate date)
{
    if (date < firstSureDay())
        return XlsxCell::ofText(toIso(date));
    return {XlsxCell::Kind::Number, {}, daysOf(date), u"yyyy-mm-dd"_s};
}

// The wall clock of the book with its offset behind it, in the format: the moment is exact wherever it is read.
XlsxCell momentCell(Instant moment, const QTimeZone& zone)
{
    const auto local = moment.toUtc().toTimeZone(zone);
    const int offset = local.offsetFromUtc();
    if (local.date() < firstSureDay() || offset % 60 != 0)
        return XlsxCell::ofText(toRfc3339(moment));
    const int minutes = std::abs(offset) / 60;
    const auto form = u"yyyy-mm-dd hh:mm \"%1%2:%3\""_s.arg(offset < 0 ? u'-' : u'+')
                          .arg(minutes / 60, 2, 10, QChar(u'0'))
                          .arg(minutes % 60, 2, 10, QChar(u'0'));
    const double clock = double(local.time().msecsSinceStartOfDay()) / double(dayMilliseconds);
    return {XlsxCell::Kind::Number, {}, daysOf(local.date()) + clock, form};
}

XlsxCell moneyCell(const Money& money)
{
    const auto digits = exactAmount(money);
    const auto point = digits.indexOf(u'.');
    const auto decimals = point < 0 ? 0 : digits.size() - point - 1;
    const auto form =
        u"[$%1] #,##0%2"_s.arg(money.currency, decimals > 0 ? u"."_s + QString(decimals, u'0') : QString());
    return XlsxCell::ofNumber(digits, form);
}

int widthOf(const Field& field)
{
    switch (field.type) {
    case FieldType::Boolean:
    case FieldType::Integer:
    case FieldType::Date:
        return 12;
    case FieldType::Decimal:
    case FieldType::Money:
    case FieldType::Option:
    case FieldType::Number:
        return 18;
    case FieldType::LongText:
    case FieldType::Address:
        return 48;
    default:
        return 28;
    }
}

class XlsxRecords final : public RecordWriter
{
public:
    XlsxRecords(std::unique_ptr<XlsxWriter> writer, ExportTable table)
        : m_writer(std::move(writer))
        , m_table(std::move(table))
    {
    }

    Status write(const Row& row) override;
    Status commit() override { return m_writer->commit(); }

private:
    void addCells(const Row& row, std::size_t i);
    XlsxCell cellOf(const Row& row, std::size_t i) const;

    std::unique_ptr<XlsxWriter> m_writer;
    ExportTable m_table;
    std::vector<XlsxCell> m_cells;
};

Status XlsxRecords::write(const Row& row)
{
    if (m_writer->rows() == XlsxWriter::mostRows)
        return Error{ErrorCode::TooManyRows, {m_table.path, QString::number(XlsxWriter::mostRows - 1)}};
    m_cells.assign(1, XlsxCell::ofText(row.id.toString()));
    for (std::size_t i = 0; i < m_table.columns.size(); ++i) {
        const auto from = m_cells.size();
        addCells(row, i);
        for (auto at = from; at < m_cells.size(); ++at) {
            if (m_cells[at].text.size() > XlsxCell::longestText)
                return Error{ErrorCode::CellTooLong,
                             {m_table.path, m_table.columns[i].field->label.in(m_table.conventions.language), row.title,
                              QString::number(XlsxCell::longestText)}};
        }
    }
    return m_writer->write(m_cells);
}

void XlsxRecords::addCells(const Row& row, std::size_t i)
{
    const auto& path = m_table.columns[i];
    const auto& value = row.values[i];
    if (path.field->type == FieldType::Phone) {
        const auto* phones = std::get_if<Points>(&value);
        const auto written = phones ? phonesText(*path.field, *phones, m_table.conventions) : PhonesText();
        m_cells.push_back(XlsxCell::ofText(written.text));
        m_cells.push_back(XlsxCell::ofText(written.region));
        return;
    }
    m_cells.push_back(cellOf(row, i));
    if (path.field->type == FieldType::Money) {
        const auto* money = std::get_if<Money>(&value);
        m_cells.push_back(XlsxCell::ofText(money ? money->currency : QString()));
    } else if (path.field->type == FieldType::Relation) {
        const auto* reference = std::get_if<Reference>(&value);
        m_cells.push_back(XlsxCell::ofText(reference ? reference->record.toString() : QString()));
    }
}

XlsxCell XlsxRecords::cellOf(const Row& row, std::size_t i) const
{
    const auto& value = row.values[i];
    if (const auto* reference = std::get_if<Reference>(&value))
        return XlsxCell::ofText(reference->record.isNull() ? QString() : row.titles[i]);
    if (const auto* number = std::get_if<std::int64_t>(&value))
        return XlsxCell::ofNumber(QString::number(*number));
    if (const auto* decimal = std::get_if<Decimal>(&value))
        return XlsxCell::ofNumber(decimal->toPlainString());
    if (const auto* money = std::get_if<Money>(&value))
        return moneyCell(*money);
    if (const auto* date = std::get_if<QDate>(&value))
        return dateCell(*date);
    if (const auto* moment = std::get_if<Instant>(&value))
        return momentCell(*moment, m_table.conventions.zone);
    if (const auto* truth = std::get_if<bool>(&value))
        return {XlsxCell::Kind::Boolean, {}, *truth ? 1.0 : 0.0, {}};
    return XlsxCell::ofText(exportedText(m_table, row, i));
}

}

Result<std::unique_ptr<RecordWriter>> xlsxRecords(ExportTable table)
{
    std::vector<QString> header{u"id"_s};
    std::vector<int> widths{10};
    for (const auto& column : table.columns) {
        for (const auto& name : headersOf(column, table)) {
            const bool isBeside = name != headersOf(column, table).front(); // an id, a currency, a region
            widths.push_back(isBeside ? 10 : widthOf(*column.field));
            header.push_back(name);
        }
    }
    const auto sheet = table.entity.plural.in(table.conventions.language);
    KITH_TRY(auto writer, XlsxWriter::create(table.path, sheet, header, widths));
    return std::unique_ptr<RecordWriter>(std::make_unique<XlsxRecords>(std::move(writer), std::move(table)));
}

}

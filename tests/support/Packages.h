#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace kith::testing {

// The parts of a zip archive by name, in their order.
struct PackagePart
{
    QString name;
    QByteArray bytes;
};
QByteArray zipOf(const std::vector<PackagePart>& parts);

// A workbook as a spreadsheet program would write it, made of the XML that matters to a test.
class WorkbookBuilder
{
public:
    // `rows`: what stands in sheetData; `behind`: what follows it.
    WorkbookBuilder& sheet(const QString& name, const QByteArray& rows, const QByteArray& behind = {},
                           const QByteArray& state = "visible");
    // The texts that cells share, as they stand between <si> and </si>.
    WorkbookBuilder& texts(const std::vector<QByteArray>& texts);
    // Formats of cells: the first is style 1.
    WorkbookBuilder& formats(const std::vector<QString>& codes);
    WorkbookBuilder& since1904();
    // Puts another part in place of its own, or beside them.
    WorkbookBuilder& part(const QString& name, const QByteArray& bytes);

    std::vector<PackagePart> parts() const;
    QByteArray bytes() const { return zipOf(parts()); }

private:
    struct Sheet
    {
        QString name;
        QByteArray xml;
        QByteArray state;
    };
    std::vector<Sheet> m_sheets;
    QByteArray m_texts;
    QByteArray m_formats;
    QByteArray m_styles = "<xf/>";
    QByteArray m_properties;
    std::vector<PackagePart> m_others;
};

}

#pragma once

#include "core/exchange/xlsx/NumberForm.h"
#include "core/exchange/xlsx/SharedTexts.h"

namespace kith {

// A workbook but for its sheets' rows: which sheets there are, how its numbers are shown, its texts.
class Workbook
{
public:
    struct Sheet
    {
        QString name;
        QString part;
        bool hidden = false;
    };

    // Fails with FormatUnknown for an archive that is something else, or as ZipPackage and XmlTokens do.
    static Result<Workbook> open(std::unique_ptr<ZipPackage> package);

    const std::vector<Sheet>& sheets() const { return m_sheets; }
    QStringList sheetNames() const;
    // SheetMissing if it has none of this name, in any case.
    Result<Sheet> sheet(const QString& name) const;

    DayZero dayZero() const { return m_dayZero; }
    const NumberForm& form(std::size_t style) const;
    const SharedTexts& texts() const { return m_texts; }
    // Before the first cell is asked for its text; does nothing the second time. Longer texts are cut: SharedTexts.
    Status loadTexts(qsizetype most);

    ZipPackage& package() const { return *m_package; }

private:
    struct Relation
    {
        QString id;
        QString type; // the last word of it
        QString target;
    };
    explicit Workbook(std::unique_ptr<ZipPackage> package) : m_package(std::move(package)) {}
    Result<std::vector<Relation>> relations(const QString& part);
    Result<QString> mainPart();
    Status readMain(const QString& part);
    Status readStyles(const QString& part);

    std::unique_ptr<ZipPackage> m_package;
    std::vector<Sheet> m_sheets;
    DayZero m_dayZero = DayZero::Year1900;
    std::vector<NumberForm> m_forms; // by style
    QString m_textsPart;
    bool m_textsLoaded = false;
    SharedTexts m_texts;
};

}

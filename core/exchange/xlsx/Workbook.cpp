#include "core/exchange/xlsx/Workbook.h"

#include <QCoreApplication>

#include <algorithm>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Workbook)
};

constexpr std::size_t mostSheets = 10'000;
constexpr std::size_t mostStyles = 100'000;

QString folderOf(const QString& part)
{
    return part.left(part.lastIndexOf(u'/') + 1);
}

// A target as it is written beside a part: from the root, or from the part's folder.
QString resolved(const QString& target, const QString& part)
{
    QStringList path;
    const auto whole = target.startsWith(u'/') ? target : folderOf(part) + target;
    for (const auto& step : whole.split(u'/', Qt::SkipEmptyParts)) {
        if (step == ".."_L1 && !path.isEmpty())
            path.removeLast();
        else if (step != "."_L1 && step != ".."_L1)
            path += step;
    }
    return path.join(u'/');
}

bool isTrue(const QString& text)
{
    return text == "1"_L1 || text == "true"_L1 || text == "on"_L1;
}

}

Result<Workbook> Workbook::open(std::unique_ptr<ZipPackage> package)
{
    Workbook workbook(std::move(package));
    KITH_TRY(const auto main, workbook.mainPart());
    KITH_TRY(workbook.readMain(main));
    return workbook;
}

Result<std::vector<Workbook::Relation>> Workbook::relations(const QString& part)
{
    const auto file = folderOf(part) + u"_rels/"_s + part.mid(folderOf(part).size()) + u".rels"_s;
    std::vector<Relation> found;
    if (!m_package->has(file))
        return found;
    XmlTokens xml(*m_package);
    KITH_TRY(xml.begin(file));
    while (true) {
        KITH_TRY(const bool more, xml.next());
        if (!more || found.size() > mostSheets)
            return found;
        if (!xml.isStart("Relationship"_L1) || xml.attribute("TargetMode"_L1) == "External"_L1)
            continue;
        const auto type = xml.attribute("Type"_L1);
        found.push_back(
            {xml.attribute("Id"_L1), type.mid(type.lastIndexOf(u'/') + 1), resolved(xml.attribute("Target"_L1), part)});
    }
}

Result<QString> Workbook::mainPart()
{
    KITH_TRY(const auto found, relations({}));
    for (const auto& relation : found) {
        if (relation.type == "officeDocument"_L1 && m_package->has(relation.target)) {
            if (relation.target.endsWith(".xml"_L1, Qt::CaseInsensitive))
                return relation.target;
        }
    }
    const auto usual = u"xl/workbook.xml"_s;
    if (m_package->has(usual))
        return usual;
    return Error{ErrorCode::FormatUnknown, {m_package->path()}};
}

Status Workbook::readMain(const QString& part)
{
    KITH_TRY(const auto found, relations(part));
    const auto targetOf = [&](const QString& id) {
        const auto relation =
            std::find_if(found.begin(), found.end(), [&](const Relation& one) { return one.id == id; });
        return relation != found.end() && relation->type == "worksheet"_L1 ? relation->target : QString();
    };
    XmlTokens xml(*m_package);
    KITH_TRY(xml.begin(part));
    bool isWorkbook = false;
    while (m_sheets.size() < mostSheets) {
        KITH_TRY(const bool more, xml.next());
        if (!more)
            break;
        isWorkbook = isWorkbook || xml.isStart("workbook"_L1);
        if (xml.isStart("workbookPr"_L1) && isTrue(xml.attribute("date1904"_L1)))
            m_dayZero = DayZero::Year1904;
        if (!xml.isStart("sheet"_L1))
            continue;
        const auto target = targetOf(xml.prefixedAttribute("id"_L1));
        const auto state = xml.attribute("state"_L1);
        if (m_package->has(target)) // a sheet that is a chart has no rows
            m_sheets.push_back({xml.attribute("name"_L1), target, state == "hidden"_L1 || state == "veryHidden"_L1});
    }
    if (!isWorkbook)
        return Error{ErrorCode::FormatUnknown, {m_package->path()}};
    if (m_sheets.empty())
        return m_package->damaged(Tr::tr("It has no sheets."));
    for (const auto& relation : found) {
        if (relation.type == "styles"_L1 && m_package->has(relation.target))
            KITH_TRY(readStyles(relation.target));
        if (relation.type == "sharedStrings"_L1 && m_package->has(relation.target))
            m_textsPart = relation.target;
    }
    return {};
}

Status Workbook::readStyles(const QString& part)
{
    XmlTokens xml(*m_package);
    KITH_TRY(xml.begin(part));
    QHash<int, NumberForm> forms;
    bool inCells = false; // not in the named styles, which are written alike
    while (true) {
        KITH_TRY(const bool more, xml.next());
        if (!more)
            return {};
        if (xml.isStart("cellXfs"_L1) || xml.isEnd("cellXfs"_L1))
            inCells = xml.isStart();
        if (xml.isStart("numFmt"_L1) && forms.size() < qsizetype(mostStyles))
            forms.insert(xml.attribute("numFmtId"_L1).toInt(), numberForm(xml.attribute("formatCode"_L1)));
        if (inCells && xml.isStart("xf"_L1) && m_forms.size() < mostStyles) {
            const int number = xml.attribute("numFmtId"_L1).toInt();
            const auto form = forms.constFind(number);
            m_forms.push_back(form != forms.constEnd() ? *form : builtInNumberForm(number));
        }
    }
}

QStringList Workbook::sheetNames() const
{
    QStringList names;
    for (const auto& sheet : m_sheets)
        names += sheet.name;
    return names;
}

Result<Workbook::Sheet> Workbook::sheet(const QString& name) const
{
    for (const auto sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
        for (const auto& one : m_sheets) {
            if (one.name.compare(name, sensitivity) == 0)
                return one;
        }
    }
    return Error{ErrorCode::SheetMissing, {m_package->path(), name}};
}

const NumberForm& Workbook::form(std::size_t style) const
{
    static const NumberForm plain;
    return style < m_forms.size() ? m_forms[style] : plain;
}

Status Workbook::loadTexts(qsizetype most)
{
    if (m_textsLoaded || m_textsPart.isEmpty())
        return {};
    m_textsLoaded = true;
    XmlTokens xml(*m_package);
    return m_texts.read(xml, *m_package, m_textsPart, most);
}

}

#include "core/commands/Arguments.h"
#include "core/commands/Commands.h"
#include "core/commands/records/ListQuery.h"
#include "core/services/ExportDesk.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

Result<CardStyle> cardStyle(const QString& version)
{
    if (version == "4"_L1 || version == "4.0"_L1)
        return CardStyle::Version4;
    if (version == "3"_L1 || version == "3.0"_L1)
        return CardStyle::Version3;
    return wrongUsage(Tr::tr("--vcard is 4.0 or 3.0, not “%1”.").arg(version));
}

Result<Answer> writeOut(CommandContext& context, const Arguments& arguments)
{
    KITH_TRY(const auto query, listQuery(context, arguments, DefaultColumns::None));
    const auto path = QFileInfo(arguments.word(1)).absoluteFilePath();
    ExportStyle style;
    KITH_TRY(style.format, formatForSuffix(path));
    style.headers = arguments.has(u"labels"_s) ? HeaderStyle::Labels : HeaderStyle::Keys;
    if (arguments.has(u"vcard"_s)) {
        KITH_TRY(style.cards, cardStyle(arguments.value(u"vcard"_s)));
    }
    KITH_TRY(const auto written, await(context.session().exports().write(query, path, style)));
    return Answer{QJsonObject{{u"written"_s, qint64(written)}},
                  Tr::tr("%n record(s) written to %1.", nullptr, int(written)).arg(path),
                  {}};
}

}

Command exportCommand()
{
    Command command;
    command.name = u"export"_s;
    command.usage = u"ENTITY FILE.csv|.xlsx|.vcf [--where EXPR] [--sort FIELD,..] [--columns F,..] [--labels] "
                    u"[--vcard 4.0|3.0]"_s;
    command.summary =
        Tr::tr("Write records to a CSV file or an Excel workbook that can be imported again unchanged, or "
               "contacts and customers to a file of vCards.");
    command.options = listOptions();
    command.options.push_back({u"labels"_s, {}, Tr::tr("headers for people instead of field keys")});
    command.options.push_back({u"vcard"_s, u"VERSION"_s, Tr::tr("of the vCards: 4.0 (usual) or 3.0")});
    command.least = 2;
    command.most = 2;
    command.use = always(BookUse::Read);
    command.run = writeOut;
    return command;
}

}

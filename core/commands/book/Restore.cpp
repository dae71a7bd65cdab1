#include "core/commands/Arguments.h"
#include "core/commands/Commands.h"
#include "core/commands/records/RecordText.h"
#include "core/services/BookCare.h"

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

Result<Answer> restoreBook(const Arguments& arguments)
{
    if (arguments.words().size() != 1)
        return wrongUsage(Tr::tr("One backup makes one book: kith-cli restore FILE --to BOOK."));
    const auto backup = QFileInfo(arguments.word(0)).absoluteFilePath();
    const auto book = QFileInfo(arguments.value(u"to"_s)).absoluteFilePath();
    KITH_TRY(await(BookCare::restore(backup, book)));
    return Answer{QJsonObject{{u"book"_s, book}},
                  Tr::tr("The book %1 is made of the backup; it opens as the backed-up book did.").arg(book),
                  {}};
}

Result<Answer> restore(CommandContext& context, const Arguments& arguments)
{
    if (arguments.has(u"to"_s))
        return restoreBook(arguments);
    if (arguments.words().size() < 2)
        return wrongUsage(
            Tr::tr("Say what to restore: kith-cli restore ENTITY ID, or kith-cli restore FILE --to BOOK."));
    const auto catalog = context.desk().catalog();
    KITH_TRY(const Entity* entity, entityNamed(catalog, arguments.word(0)));
    // Titles are looked up among living records: one in the trash is named by its ID.
    KITH_TRY(const auto ids, recordsNamed(context, *entity, arguments.words().sliced(1)));
    const auto outcome = await(context.desk().restore(entity->id, ids));
    KITH_TRY(accepted(outcome));
    return savedAnswer(*outcome, outcome->act > 0 ? Tr::tr("Restored.") : Tr::tr("Nothing had changed."));
}

BookUse useOf(const Arguments& arguments)
{
    return arguments.has(u"to"_s) ? BookUse::None : BookUse::Write;
}

}

Command restoreCommand()
{
    Command command;
    command.name = u"restore"_s;
    command.usage = u"ENTITY ID ... | FILE --to BOOK"_s;
    command.summary = Tr::tr("Bring deleted records back, or make a book of a backup.");
    command.options = {{u"to"_s, u"BOOK"_s, Tr::tr("where the book of the backup shall be")}};
    command.least = 1;
    command.most = -1;
    command.use = useOf;
    command.run = restore;
    return command;
}

}

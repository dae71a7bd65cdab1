#include "core/commands/Arguments.h"
#include "core/commands/CommandContext.h"
#include "core/commands/Commands.h"
#include "core/commands/TextTable.h"
#include "core/commands/records/RecordText.h"
#include "core/services/BookCare.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QString slotKey(SlotType type)
{
    switch (type) {
    case SlotType::Passphrase:
        return u"passphrase"_s;
    case SlotType::Keychain:
        return u"keychain"_s;
    case SlotType::PassphraseAndKeychain:
        return u"passphrase+keychain"_s;
    case SlotType::RecoveryCode:
        return u"recovery"_s;
    }
    return {};
}

Answer slotList(CommandContext& context, const QString& first)
{
    QJsonArray array;
    std::vector<QStringList> rows;
    for (const auto& slot : context.session().care().keySlots()) {
        array.append(QJsonObject{{u"id"_s, slot.id.toString()},
                                 {u"type"_s, slotKey(slot.type)},
                                 {u"label"_s, slot.label},
                                 {u"created"_s, instantText(slot.created)}});
        rows.push_back({slotKey(slot.type), slot.label, localText(slot.created), slot.id.toString()});
    }
    const auto table = textTable({Tr::tr("Kind"), Tr::tr("Label"), Tr::tr("Made"), Tr::tr("ID")}, rows);
    return {array, first.isEmpty() ? table : first + u'\n' + table, {}};
}

Result<Answer> addSlot(CommandContext& context, const Arguments& arguments)
{
    auto& care = context.session().care();
    const auto kind = arguments.word(1);
    if (kind == "recovery"_L1) {
        KITH_TRY(const auto added, await(care.addRecoveryCode()));
        const auto code = added.view().toString(); // to be shown anyway
        return Answer{QJsonObject{{u"recovery"_s, code}}, code, {}};
    }
    QFuture<Result<void>> adding;
    if (kind == "keychain"_L1) {
        context.onSession([&] { adding = care.addKeychain(); });
        KITH_TRY(await(adding));
    } else if (kind == "passphrase+keychain"_L1) {
        KITH_TRY(const auto passphrase, context.newPassphrase(arguments.value(u"new-passphrase-file"_s)));
        context.onSession([&] { adding = care.addPassphraseAndKeychain(passphrase, arguments.value(u"label"_s)); });
        KITH_TRY(await(adding));
    } else if (kind == "passphrase"_L1) {
        KITH_TRY(const auto passphrase, context.newPassphrase(arguments.value(u"new-passphrase-file"_s)));
        KITH_TRY(await(care.addPassphrase(passphrase, arguments.value(u"label"_s))));
    } else {
        return wrongUsage(
            Tr::tr("Say what to add: kith-cli keys add passphrase, keychain, passphrase+keychain or recovery."));
    }
    return slotList(context, Tr::tr("Added."));
}

Result<Answer> removeSlot(CommandContext& context, const Arguments& arguments)
{
    auto& care = context.session().care();
    const auto id = SlotId::fromString(arguments.word(1));
    if (!id)
        return wrongUsage(Tr::tr("Say which one: kith-cli keys remove ID; kith-cli keys list shows them."));
    KITH_TRY(await(care.removeSlot(*id)));
    return slotList(context, Tr::tr("Removed."));
}

Result<Answer> changePassphrase(CommandContext& context, const Arguments& arguments)
{
    auto& care = context.session().care();
    KITH_TRY(const auto current, context.currentPassphrase());
    KITH_TRY(const auto next, context.newPassphrase(arguments.value(u"new-passphrase-file"_s)));
    KITH_TRY(await(care.changePassphrase(current, next)));
    return slotList(context, Tr::tr("The passphrase is changed."));
}

Result<Answer> rotate(CommandContext& context)
{
    const InterruptScope interrupt;
    auto& care = context.session().care();
    const auto done = await(care.rotateKey(), [&] {
        if (InterruptScope::interrupted())
            care.cancelRotation();
        const double part = care.rotation().part;
        context.terminal().progress(part < 0 ? Tr::tr("Checking the copy")
                                             : Tr::tr("%1% copied under the new key").arg(int(part * 100)));
    });
    context.terminal().progress({});
    KITH_TRY(const auto report, done);
    return Answer{
        QJsonObject{{u"rotated"_s, true}, {u"rows"_s, qint64(report.rows)}, {u"bytes"_s, qint64(report.bytes)}},
        Tr::tr("The book is under a new key, and every way in opens it as before. Backups made until now keep "
               "the keys they were made with: make a new one, and delete those that nobody else may read."),
        {}};
}

Result<Answer> keys(CommandContext& context, const Arguments& arguments)
{
    const auto what = arguments.word(0);
    if (what == "list"_L1)
        return slotList(context, {});
    if (what == "add"_L1)
        return addSlot(context, arguments);
    if (what == "remove"_L1)
        return removeSlot(context, arguments);
    if (what == "change"_L1)
        return changePassphrase(context, arguments);
    if (what == "rotate"_L1)
        return rotate(context);
    return wrongUsage(Tr::tr("kith-cli keys can list, add, remove, change and rotate, not “%1”.").arg(what));
}

BookUse useOf(const Arguments& arguments)
{
    return arguments.word(0) == "list"_L1 ? BookUse::Read : BookUse::Write;
}

}

Command keysCommand()
{
    Command command;
    command.name = u"keys"_s;
    command.usage = u"list | add passphrase|keychain|passphrase+keychain|recovery | remove ID | change | rotate"_s;
    command.summary = Tr::tr("The ways into the book: list, add or remove one, change the passphrase, put the book "
                             "under a new key.");
    command.options = {
        {u"new-passphrase-file"_s, u"FILE"_s, Tr::tr("the new passphrase; asked for on a terminal without it")},
        {u"label"_s, u"TEXT"_s, Tr::tr("a name for the new passphrase")}};
    command.least = 1;
    command.most = 2;
    command.use = useOf;
    command.run = keys;
    return command;
}

}

#include "core/commands/book/NewBookArguments.h"

#include "core/commands/Arguments.h"
#include "core/text/figures/Currency.h"
#include "core/text/formats/Country.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

}

std::vector<CommandOption> newBookOptions()
{
    return {{u"recovery-out"_s, u"FILE"_s, Tr::tr("write the recovery code to this file instead of showing it")},
            {u"name"_s, u"PERSON"_s, Tr::tr("whose book it is: the person called “me”")},
            {u"region"_s, u"CC"_s, Tr::tr("country of phones without a country code: CN, US, …")},
            {u"currency"_s, u"CCC"_s, Tr::tr("currency of amounts without one: CNY, USD, …")}};
}

Result<Session::NewBook> newBook(CommandContext& context, const Arguments& arguments)
{
    const auto& options = context.options();
    Session::NewBook book;
    book.path = options.book;
    if (QFile::exists(book.path))
        return Error{ErrorCode::BookExists, {book.path}};
    book.language = options.language;
    const bool chinese = options.language == "zh_CN"_L1;
    book.region = chinese ? u"CN"_s : u"US"_s;
    book.currency = chinese ? u"CNY"_s : u"USD"_s;
    if (arguments.has(u"region"_s)) {
        const auto country = CountryCode::fromIso(arguments.value(u"region"_s));
        if (!country)
            return wrongUsage(Tr::tr("“%1” is no country.").arg(arguments.value(u"region"_s)));
        book.region = country->toString();
    }
    if (arguments.has(u"currency"_s)) {
        const auto currency = CurrencyCode::fromIso(arguments.value(u"currency"_s));
        if (!currency)
            return wrongUsage(Tr::tr("“%1” is no currency.").arg(arguments.value(u"currency"_s)));
        book.currency = currency->toString();
    }
    book.personName = arguments.value(u"name"_s);
    book.withKeychain = options.keychain;
    KITH_TRY(book.passphrase, context.newPassphrase(options.passphraseFile));
    return book;
}

Result<Session::Created> createBook(CommandContext& context, const Session::NewBook& wanted,
                                    const QString& recoveryPath)
{
    QFile recovery(recoveryPath);
    if (!recoveryPath.isEmpty()) {
        if (recovery.exists())
            return Error{ErrorCode::FileExists, {recoveryPath}};
        if (!recovery.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered) ||
            !recovery.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
            return Error{ErrorCode::FileUnwritable, {recoveryPath, recovery.errorString()}};
    }
    QFuture<Result<Session::Created>> making;
    context.onSession([&] { making = context.session().create(wanted); });
    auto made = await(making);
    if (!made) {
        if (recovery.isOpen())
            recovery.remove();
        return made;
    }
    if (recovery.isOpen()) {
        auto code = made->recoveryCode.view().toUtf8();
        const bool written = recovery.write(code) == code.size() && recovery.write("\n") == 1;
        wipe(code);
        if (!written)
            return Error{ErrorCode::FileUnwritable, {recoveryPath, recovery.errorString()}};
        made->recoveryCode = {};
    }
    return made;
}

}

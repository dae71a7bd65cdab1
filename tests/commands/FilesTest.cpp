#include "tests/commands/CommandLine.h"

using namespace Qt::StringLiterals;
using namespace kith::testing;

TEST_CASE("a workbook goes out and in again unchanged, by its suffix")
{
    const CommandLine cli;
    CHECK(cli.run({u"demo"_s, u"--customers"_s, u"60"_s, u"--region"_s, u"CN"_s}).code == 0);
    cli.batch({u"create customer 'name==HYPERLINK(\"x\")' 'short_name=-5+3' 'code=00123' revenue='12.345 KWD'"_s});
    for (const auto& entity : {u"customer"_s, u"opportunity"_s, u"activity"_s}) {
        INFO(entity.toStdString());
        const auto file = cli.path(entity + u".xlsx"_s);
        const auto out = cli.run({u"export"_s, entity, file});
        INFO(out.error.toStdString());
        REQUIRE(out.code == 0);
        const auto in = cli.run({u"import"_s, entity, file}).object();
        INFO(QJsonDocument(in).toJson().toStdString());
        CHECK(in["read"_L1] == out.object()["written"_L1]);
        CHECK(in["skipped"_L1] == in["read"_L1]);
        CHECK(in["act"_L1] == 0);
    }
    CHECK(cli.run({u"import"_s, u"customer"_s, cli.path(u"customer.xlsx"_s), u"--sheet"_s, u"None"_s}).code == 1);
    CHECK(cli.run({u"import"_s, u"customer"_s, cli.path(u"customer.xlsx"_s), u"--sheet"_s, u"Customers"_s}).code == 0);
}

TEST_CASE("a list of cards is taken in, and written in the version that is asked for")
{
    const CommandLine cli;
    REQUIRE(cli.run({u"new"_s, u"--region"_s, u"CN"_s}).code == 0);
    cli.write(u"phone.vcf"_s,
              "BEGIN:VCARD\r\nVERSION:2.1\r\n"
              "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=8E=8B;=E5=B0=8F=E6=98=8E;;;\r\n"
              "TEL;CELL:13800138000\r\nORG:Velarix\r\nPHOTO;ENCODING=BASE64;JPEG:/9j/\r\n\r\nEND:VCARD\r\n");
    const QStringList import{u"import"_s, u"contact"_s, cli.path(u"phone.vcf"_s)};
    const auto tried = cli.run(import + QStringList{u"--dry-run"_s}).object();
    CHECK(tried["created"_L1] == 1);
    CHECK(tried["related"_L1] == 1);
    const auto taken = cli.run(import).object();
    CHECK(taken["created"_L1] == 1);
    CHECK(taken["related"_L1] == 1);
    CHECK(taken["warnings"_L1].toArray().size() == 1);
    const auto listed = cli.batch({u"list contact --columns name,customer,phones"_s}).front();
    CHECK(columnOf(listed, u"name"_s) == QStringList{u"王小明"_s});
    CHECK(cli.run({u"export"_s, u"contact"_s, cli.path(u"out.vcf"_s)}).object()["written"_L1] == 1);
    CHECK(cli.read(u"out.vcf"_s).startsWith("BEGIN:VCARD\r\nVERSION:4.0\r\n"));
    CHECK(cli.read(u"out.vcf"_s).contains("\r\nTEL;TYPE=cell:+8613800138000\r\n"));
    CHECK(cli.run({u"export"_s, u"contact"_s, cli.path(u"out.vcf"_s), u"--vcard"_s, u"3.0"_s}).code == 0);
    CHECK(cli.read(u"out.vcf"_s).startsWith("BEGIN:VCARD\r\nVERSION:3.0\r\n"));
    CHECK(cli.run({u"export"_s, u"contact"_s, cli.path(u"out.vcf"_s), u"--vcard"_s, u"2.1"_s}).code == 2);
    CHECK(cli.run({u"export"_s, u"product"_s, cli.path(u"product.vcf"_s)}).code == 1);
    CHECK(cli.run({u"export"_s, u"contact"_s, cli.path(u"out.xls"_s)}).code == 1);
}

#include "core/exchange/vcard/VcardReader.h"
#include "core/exchange/ImportPlan.h"
#include "tests/exchange/CsvZoo.h"
#include "tests/support/Test.h"

#include <QFile>
#include <QTemporaryDir>

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<VcardReader> cardsOf(const QByteArray& bytes, QStringView encoding = u"UTF-8")
{
    auto reader = VcardReader::open(bytesOf(bytes), *Encoding::named(encoding));
    REQUIRE_OK(reader);
    return std::move(reader).value();
}

// The cells of every card, and what was left out.
std::vector<VcardRow> rowsIn(const QByteArray& bytes, QStringView encoding = u"UTF-8")
{
    const auto reader = cardsOf(bytes, encoding);
    std::vector<VcardRow> rows;
    VcardCard card;
    while (true) {
        const auto more = reader->nextCard(card);
        REQUIRE_OK(more);
        if (!*more)
            return rows;
        rows.push_back(reader->read(card));
    }
}

// Of one card.
VcardRow rowIn(const QByteArray& lines, const QByteArray& version = "3.0", QStringView encoding = u"UTF-8")
{
    const auto rows = rowsIn("BEGIN:VCARD\r\nVERSION:" + version + "\r\n" + lines + "\r\nEND:VCARD\r\n", encoding);
    REQUIRE(rows.size() == 1);
    return rows.front();
}

QString cell(const VcardRow& row, const QString& column)
{
    const auto found = row.cells.find(column);
    return found == row.cells.end() ? QString() : found->second;
}

FileLook lookAt(const QByteArray& bytes)
{
    QTemporaryDir folder;
    const auto path = folder.filePath(u"cards.vcf"_s);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    auto look = lookAtFile(path);
    REQUIRE_OK(look);
    return std::move(look).value();
}

}

TEST_CASE("a card of an iPhone: grouped properties, labels of its own, a picture, a year that is none")
{
    const auto row = rowIn("PRODID:-//Apple Inc.//iPhone OS 17.0//EN\r\n"
                           "N:Appleseed;John;Q.;Dr.;Jr.\r\n"
                           "FN:Dr. John Q. Appleseed Jr.\r\n"
                           "NICKNAME:Johnny\r\n"
                           "ORG:Apple Inc.;Sales;Europe\r\n"
                           "TITLE:Buyer\r\n"
                           "item1.EMAIL;type=INTERNET;type=pref:john@example.com\r\n"
                           "item1.X-ABLabel:_$!<Other>!$_\r\n"
                           "EMAIL;type=INTERNET;type=HOME:j@home.example\r\n"
                           "TEL;type=CELL;type=VOICE;type=pref:+1 (555) 010-0100\r\n"
                           "TEL;type=HOME;type=FAX:555-0102\r\n"
                           "item2.TEL:555-0103\r\n"
                           "item2.X-ABLabel:Boat\r\n"
                           "item3.ADR;type=WORK:;;1 Infinite Loop\\, Building 2;Cupertino;CA;95014;United States\r\n"
                           "item3.X-ABADR:us\r\n"
                           "item4.URL;type=pref:https\\://example.com/a?b=1\r\n"
                           "item4.X-ABLabel:_$!<HomePage>!$_\r\n"
                           "BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-15\r\n"
                           "X-SOCIALPROFILE;type=linkedin:https://www.linkedin.com/in/johnny\r\n"
                           "NOTE:first line\\nsecond\\; still second\r\n"
                           "CATEGORIES:vip,key \\, account\r\n"
                           "PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD/\r\n"
                           " 2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcU\r\n"
                           "UID:1A2B-33");
    CHECK(cell(row, u"FN"_s) == u"Dr. John Q. Appleseed Jr.");
    CHECK(cell(row, u"FAMILY-NAME"_s) == u"Appleseed");
    CHECK(cell(row, u"GIVEN-NAME"_s) == u"John Q.");
    CHECK(cell(row, u"HONORIFIC-PREFIX"_s) == u"Dr.");
    CHECK(cell(row, u"ORG"_s) == u"Apple Inc.");
    CHECK(cell(row, u"DEPARTMENT"_s) == u"Sales / Europe");
    CHECK(cell(row, u"TITLE"_s) == u"Buyer");
    CHECK(cell(row, u"EMAIL"_s) == u"other: john@example.com; home: j@home.example");
    CHECK(cell(row, u"TEL"_s) == u"mobile: +1 (555) 010-0100; Boat: 555-0103");
    CHECK(cell(row, u"FAX"_s) == u"fax: 555-0102");
    CHECK(cell(row, u"ADR"_s) == u"[{\"city\":\"Cupertino\",\"country\":\"United States\",\"label\":\"work\","
                                 "\"postcode\":\"95014\",\"region\":\"CA\","
                                 "\"street\":\"1 Infinite Loop, Building 2\"}]");
    CHECK(cell(row, u"URL"_s).contains(u"https://example.com/a?b=1"_s));
    CHECK(cell(row, u"URL"_s).contains(u"https://www.linkedin.com/in/johnny"_s));
    CHECK(cell(row, u"BDAY"_s).isEmpty());
    CHECK(cell(row, u"NOTE"_s) == u"first line\nsecond; still second");
    CHECK(cell(row, u"CATEGORIES"_s) == u"vip; key , account");
    CHECK(cell(row, u"UID"_s) == u"1A2B-33");
    CHECK(row.notices.size() == 2); // the picture and the birthday
    CHECK_FALSE(row.cells.contains(u"PHOTO"_s));
    CHECK_FALSE(row.cells.contains(u"X-ABLABEL"_s));
}

TEST_CASE("a card of Android: vCard 2.1 in quoted-printable with soft line breaks, bare types, base64 to an empty line")
{
    const auto row = rowIn("N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=8E=8B;=E5=B0=8F=E6=98=8E;;;\r\n"
                           "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E5=B0=8F=E6=98=8E=20=E7=8E=8B\r\n"
                           "TEL;CELL;PREF:138-0013-8000\r\n"
                           "TEL;WORK:010-88880000\r\n"
                           "EMAIL;HOME:wang@example.com\r\n"
                           "ORG;CHARSET=UTF-8;QUOTED-PRINTABLE:=E4=B8=8A=E6=B5=B7=E6=99=A8=E5=85=89=3B=\r\n"
                           "=E6=96=87=E5=85=B7;=E9=94=80=E5=94=AE=E9=83=A8\r\n"
                           "NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=E7=AC=AC=E4=B8=80=E8=A1=8C=0D=0A=\r\n"
                           "=E7=AC=AC=E4=BA=8C=E8=A1=8C\r\n"
                           "PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD\r\n"
                           "2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQ\r\n"
                           "\r\n"
                           "X-QQ:10001\r\n"
                           "BDAY:1985-04-15",
                           "2.1");
    CHECK(cell(row, u"FN"_s) == u"王小明");
    CHECK(cell(row, u"FAMILY-NAME"_s) == u"王");
    CHECK(cell(row, u"GIVEN-NAME"_s) == u"小明");
    CHECK(cell(row, u"TEL"_s) == u"mobile: 138-0013-8000; work: 010-88880000");
    CHECK(cell(row, u"ORG"_s) == u"上海晨光;文具"); // the semicolon stood in the text
    CHECK(cell(row, u"DEPARTMENT"_s) == u"销售部");
    CHECK(cell(row, u"NOTE"_s) == u"第一行\r\n第二行");
    CHECK(cell(row, u"QQ"_s) == u"10001");
    CHECK(cell(row, u"BDAY"_s) == u"1985-04-15");
    CHECK(row.notices.size() == 1);
}

TEST_CASE("cards of Outlook, Lotus, Thunderbird and Google are read by the same rules")
{
    const auto outlook = rowIn("N;LANGUAGE=de:M\xC3\xBCller;J\xC3\xBCrgen\r\n"
                               "FN:J\xC3\xBCrgen M\xC3\xBCller\r\n"
                               "TEL;WORK;VOICE:+49 30 1234\r\n"
                               "X-MS-TEL;VOICE;COMPANY:+49 30 9999\r\n"
                               "ADR;WORK;PREF:;Zi. 5;Unter den Linden 1;Berlin;;10117;Deutschland\r\n"
                               "LABEL;WORK;PREF;ENCODING=QUOTED-PRINTABLE:Unter den Linden 1=0D=0A=\r\n10117 Berlin\r\n"
                               "X-MS-OL-DESIGN;CHARSET=utf-8:<card xmlns=\"http://schemas\"/>\r\n"
                               "REV:20240101T000000Z",
                               "2.1");
    CHECK(cell(outlook, u"FN"_s) == u"Jürgen Müller");
    CHECK(cell(outlook, u"TEL"_s) == u"work: +49 30 1234; +49 30 9999");
    CHECK(cell(outlook, u"ADR"_s).contains(u"\"street\":\"Zi. 5, Unter den Linden 1\""_s));
    CHECK_FALSE(outlook.cells.contains(u"X-MS-OL-DESIGN"_s));
    const auto lotus = rowIn("N:Chu;Kit\r\nORG:Acme\r\nROLE:Engineer\r\nTEL;FAX;WORK:1234\r\n"
                             "LABEL;WORK:1 High Street\\nLondon\r\nEMAIL;INTERNET:\"Kit Chu\" <kit@example.com>",
                             "2.1");
    CHECK(cell(lotus, u"FN"_s) == u"Kit Chu");
    CHECK(cell(lotus, u"TITLE"_s) == u"Engineer");
    CHECK(cell(lotus, u"FAX"_s) == u"fax: 1234");
    CHECK(cell(lotus, u"ADR"_s) == u"work: 1 High Street\\nLondon");
    const auto thunderbird =
        rowIn("FN:Ada\r\nTEL;VALUE=uri;TYPE=\"work,voice\";PREF=2:tel:+44-20-1234;ext=5\r\n"
              "TEL;VALUE=URI;TYPE=cell;PREF=1:tel:+44%2020%209999\r\n"
              "IMPP:qq:4567\r\nIMPP;X-SERVICE-TYPE=WeChat:x-apple:ada_w\r\nIMPP:xmpp:ada@x.example\r\n"
              "KIND:individual\r\nGENDER:F;grrl\r\nBDAY:19850415\r\nANNIVERSARY:20100101",
              "4.0");
    CHECK(cell(thunderbird, u"TEL"_s) == u"mobile: +44 20 9999; work: +44-20-1234;ext=5");
    CHECK(cell(thunderbird, u"QQ"_s) == u"4567");
    CHECK(cell(thunderbird, u"WECHAT"_s) == u"ada_w");
    CHECK(cell(thunderbird, u"IMPP"_s) == u"xmpp:ada@x.example");
    CHECK(cell(thunderbird, u"GENDER"_s) == u"F");
    CHECK(cell(thunderbird, u"BDAY"_s) == u"1985-04-15");
    CHECK(cell(thunderbird, u"ANNIVERSARY"_s) == u"20100101");
    const auto google = rowIn("FN:Acme Ltd\r\nN:;;;;\r\nORG:Acme Ltd\r\nitem1.ORG:x\r\nX-PHONETIC-LAST-NAME:zhang\r\n"
                              "item1.TEL:1\r\nitem1.X-ABLabel:");
    CHECK(cell(google, u"FN"_s) == u"Acme Ltd");
    CHECK(cell(google, u"X-PHONETIC-LAST-NAME"_s) == u"zhang");
    CHECK(cell(google, u"TEL"_s) == u"1");
}

TEST_CASE("a Chinese name has no blank and the family before, whichever way round a program wrote it")
{
    const auto named = [](const QByteArray& lines) { return cell(rowIn(lines), u"FN"_s); };
    CHECK(named("N:王;小明\r\nFN:王小明") == u"王小明");
    CHECK(named("N:王;小明\r\nFN:小明 王") == u"王小明");
    CHECK(named("N:欧阳;修\r\nFN:修 欧阳") == u"欧阳修");
    CHECK(named("N:王;小明") == u"王小明");
    CHECK(named("N:王;小明\r\nFN:王总") == u"王总");
    CHECK(named("N:Lovelace;Ada") == u"Ada Lovelace");
    CHECK(named("N:Wang;Xiaoming\r\nFN:王小明") == u"王小明");
    const auto whole = rowIn("N:;王小明;;;\r\nFN:王小明");
    CHECK_FALSE(whole.cells.contains(u"GIVEN-NAME"_s));
}

TEST_CASE("a card without a name is called after what else is in it")
{
    CHECK(cell(rowIn("ORG:Acme"), u"FN"_s) == u"Acme");
    CHECK(cell(rowIn("NICKNAME:Kit\r\nEMAIL:k@example.com"), u"FN"_s) == u"Kit");
    CHECK(cell(rowIn("EMAIL:k@example.com"), u"FN"_s) == u"k@example.com");
    CHECK(cell(rowIn("TEL:1234"), u"FN"_s).isEmpty());
    CHECK(cell(rowIn("FN:Acme\r\nX-ABShowAs:COMPANY"), u"ORG"_s) == u"Acme");
    CHECK(cell(rowIn("FN:Acme\r\nKIND:org", "4.0"), u"ORG"_s) == u"Acme");
}

TEST_CASE("characters are what they are, whatever a card says of them")
{
    const auto gbk = encoded(u"王小明"_s, "GBK");
    const auto big5 = encoded(u"陳小華"_s, "Big5");
    const auto latin = encoded(u"Renée Müller"_s, "ISO-8859-1");
    CHECK(cell(rowIn("FN;CHARSET=GB2312:" + gbk), u"FN"_s) == u"王小明");
    CHECK(cell(rowIn("FN;CHARSET=UTF-8:" + gbk, "2.1", u"GB18030"), u"FN"_s) == u"王小明");
    CHECK(cell(rowIn("FN;CHARSET=ISO-8859-1:" + gbk, "2.1", u"GB18030"), u"FN"_s) == u"王小明");
    CHECK(cell(rowIn("FN:" + gbk, "3.0", u"GB18030"), u"FN"_s) == u"王小明");
    CHECK(cell(rowIn("FN;CHARSET=BIG5:" + big5), u"FN"_s) == u"陳小華");
    CHECK(cell(rowIn("FN:" + big5, "3.0", u"Big5"), u"FN"_s) == u"陳小華");
    CHECK(cell(rowIn("FN;CHARSET=GBK:王小明"), u"FN"_s) == u"王小明");
    CHECK(cell(rowIn("FN;CHARSET=ISO-8859-1:" + latin, "2.1", u"GB18030"), u"FN"_s) == u"Renée Müller");
    CHECK(cell(rowIn("FN:" + latin, "3.0", u"windows-1252"), u"FN"_s) == u"Renée Müller");
    CHECK(cell(rowIn("FN;CHARSET=klingon;ENCODING=QUOTED-PRINTABLE:" + gbk.toPercentEncoding().replace('%', '='), "2.1",
                     u"GB18030"),
               u"FN"_s) == u"王小明");
    CHECK(cell(rowIn("FN:caf\xE9 \xFF"), u"FN"_s) == u"caf\uFFFD \uFFFD");
}

TEST_CASE("lines are unfolded before they are decoded, and ended in any way")
{
    // Cut within a character, as some programs do.
    CHECK(cell(rowIn("NOTE:abc\xE5\xAE\r\n \xA2 def\r\n \r\n\tg"), u"NOTE"_s) == u"abc客 defg");
    CHECK(cell(rowIn("NOTE;X=a\r\n b:text"), u"NOTE"_s) == u"text");
    CHECK(cell(rowsIn("BEGIN:VCARD\rFN:Mac\rEND:VCARD\r").at(0), u"FN"_s) == u"Mac");
    CHECK(cell(rowsIn("BEGIN:VCARD\nFN:Unix\nEND:VCARD").at(0), u"FN"_s) == u"Unix");
    CHECK(cell(rowIn("NOTE;ENCODING=QUOTED-PRINTABLE:a=\n=20b=3D=\r\n c"), u"NOTE"_s) == u"a b= c");
    // Whoever ends quoted-printable with its sign loses no card.
    const auto rows =
        rowsIn("BEGIN:VCARD\r\nFN;ENCODING=QUOTED-PRINTABLE:One=\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:Two\r\n"
               "END:VCARD\r\n");
    REQUIRE(rows.size() == 2);
    CHECK(cell(rows[1], u"FN"_s) == u"Two");
}

TEST_CASE("cards that do not end, stand in each other, or have nothing in them are told apart")
{
    const auto names = [](const QByteArray& bytes) {
        QStringList all;
        for (const auto& row : rowsIn(bytes))
            all += cell(row, u"FN"_s);
        return all;
    };
    CHECK(names("BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\nEND:VCARD\nBEGIN:VCARD\nFN:C") ==
          QStringList{u"A"_s, u"B"_s, u"C"_s});
    CHECK(names("BEGIN:VCARD\nFN:Boss\nAGENT:\nBEGIN:VCARD\nFN:Aide\nAGENT:\nBEGIN:VCARD\nFN:Aide's aide\nEND:VCARD\n"
                "END:VCARD\nTITLE:x\nEND:VCARD\nBEGIN:VCARD\nFN:Next\nEND:VCARD\n") ==
          QStringList{u"Boss"_s, u"Next"_s});
    CHECK(names("BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\nBEGIN:VCARD\nFN:A\nEND:VCARD\nnonsense\nFN:outside\n") ==
          QStringList{u"A"_s});
    CHECK(names("BEGIN:VCALENDAR\nFN:x\nEND:VCALENDAR\n").isEmpty());
    CHECK(names("").isEmpty());
}

TEST_CASE("what Kith wrote is known again, and only as what it was")
{
    const auto card = [](const QString& entity) {
        const auto reader =
            cardsOf("BEGIN:VCARD\nFN:A\nUID:kith-contact-0190d3f2-7c4e-7abc-8def-0123456789ab\nEND:VCARD\n");
        reader->expectColumns({u"id"_s, u"UID"_s, u"FN"_s}, entity);
        SourceRow row;
        REQUIRE(*reader->next(row));
        return row.texts();
    };
    CHECK(card(u"contact"_s) == QStringList{u"0190d3f2-7c4e-7abc-8def-0123456789ab"_s, QString(), u"A"_s});
    CHECK(card(u"customer"_s) == QStringList{QString(), QString(), u"A"_s});
}

TEST_CASE("something huge in a card is passed and told, and costs no memory")
{
    const QByteArray huge(3'000'000, 'x');
    const auto row = rowIn("FN:A\r\nNOTE:" + huge + "\r\nTITLE:T");
    CHECK(cell(row, u"FN"_s) == u"A");
    CHECK(cell(row, u"TITLE"_s) == u"T");
    CHECK_FALSE(row.cells.contains(u"NOTE"_s));
    CHECK(row.notices.size() == 1);
    QByteArray many = "FN:A\r\n";
    for (int i = 0; i < 5'000; ++i)
        many += "TEL:" + QByteArray::number(i) + "\r\n";
    CHECK(rowIn(many).notices.size() == 1);
}

TEST_CASE("a card of very many properties is read once, however little they say")
{
    QByteArray lines = "FN:Ada";
    const auto silence = QByteArray("\\n").repeated(2'000);
    for (int i = 0; i < 900; ++i) {
        lines += "\r\nX-SILENT:" + silence;
        lines += "\r\nitem" + QByteArray::number(i) + ".TEL:" + QByteArray::number(1'000 + i);
    }
    const auto row = rowIn(lines);
    CHECK(cell(row, u"X-SILENT"_s).isEmpty());
    CHECK(cell(row, u"TEL"_s).count(u';') == 899);
}

TEST_CASE("the columns of a file are what any of its cards has, in the usual order")
{
    QByteArray cards;
    for (int i = 0; i < 1'500; ++i)
        cards += "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:N" + QByteArray::number(i) + "\r\nTEL:1\r\nEND:VCARD\r\n";
    cards += "BEGIN:VCARD\r\nVERSION:3.0\r\nX-HOBBY:chess\r\nNOTE:n\r\nORG:o\r\nFN:last\r\nEND:VCARD\r\n";
    const auto look = lookAt(cards);
    CHECK(look.format == FileFormat::Vcard);
    CHECK(look.header == QStringList{u"FN"_s, u"ORG"_s, u"TEL"_s, u"NOTE"_s, u"X-HOBBY"_s});
    CHECK(look.rows.size() == 1'000);
    CHECK(look.rows[1] == QStringList{u"N1"_s, QString(), u"1"_s, QString(), QString()});
    CHECK(look.lines[1] == 6);
    CHECK(look.encoding.encoding.isUtf8());
}

TEST_CASE("the encoding of cards is found even where quoted-printable hides it")
{
    QByteArray cards;
    for (const auto& name : {u"王小明"_s, u"李华"_s, u"张伟"_s, u"刘洋"_s, u"陈静"_s, u"杨丽"_s})
        cards += "BEGIN:VCARD\r\nVERSION:2.1\r\nFN;ENCODING=QUOTED-PRINTABLE:" +
                 encoded(name, "GBK").toPercentEncoding().replace('%', '=') + "\r\nEND:VCARD\r\n";
    const auto look = lookAt(cards);
    CHECK(look.encoding.encoding.name() == u"GB18030");
    CHECK(look.rows.front() == QStringList{u"王小明"_s});
    const auto wide =
        lookAt("\xFF\xFE" + encoded(u"BEGIN:VCARD\r\nVERSION:2.1\r\nFN:王小明\r\nEND:VCARD\r\n"_s, "UTF-16LE"));
    CHECK(wide.encoding.encoding.name() == u"UTF-16LE");
    CHECK(wide.rows.front() == QStringList{u"王小明"_s});
}

TEST_CASE("reading goes on at any card")
{
    for (const auto& encoding : {u"UTF-8"_s, u"UTF-16LE"_s}) {
        QString text;
        for (int i = 0; i < 2'000; ++i)
            text += u"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:客户 %1\r\nNOTE:a\r\n b\r\n%2"_s.arg(i).arg(
                i % 7 == 3 ? QString() : u"END:VCARD\r\n\r\n"_s); // some do not end
        const auto bytes = encoded(text, encoding.toLatin1().constData());
        auto all = cardsOf(bytes, encoding);
        all->expectColumns({u"FN"_s}, {});
        struct Place
        {
            std::int64_t offset;
            std::int64_t line;
            std::int64_t behindOffset;
            std::int64_t behindLine;
        };
        std::vector<Place> places;
        SourceRow row;
        while (*all->next(row))
            places.push_back({row.offset, row.line, all->offset(), all->line()});
        REQUIRE(places.size() == 2'000);
        for (const std::size_t i : {0U, 1U, 3U, 4U, 500U, 1'998U}) {
            REQUIRE_OK(all->resumeAt(places[i].offset, places[i].line));
            REQUIRE(*all->next(row));
            CHECK(row.texts() == QStringList{u"客户 %1"_s.arg(i)});
            CHECK(row.line == places[i].line);
            REQUIRE_OK(all->resumeAt(places[i].behindOffset, places[i].behindLine));
            REQUIRE(*all->next(row));
            CHECK(row.texts() == QStringList{u"客户 %1"_s.arg(i + 1)});
            CHECK(row.line == places[i + 1].line);
        }
    }
}

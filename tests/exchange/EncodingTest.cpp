#include "core/exchange/bytes/EncodingGuess.h"
#include "tests/exchange/CsvZoo.h"
#include "tests/support/Test.h"

#include <unicode/ucnv.h>

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

QByteArray kith::testing::encoded(const QString& text, const char* icuName)
{
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(icuName, &status);
    QByteArray bytes(text.size() * 4 + 16, Qt::Uninitialized);
    const auto length = ucnv_fromUChars(converter, bytes.data(), int(bytes.size()),
                                        reinterpret_cast<const UChar*>(text.utf16()), int(text.size()), &status);
    ucnv_close(converter);
    REQUIRE(U_SUCCESS(status));
    return bytes.left(length);
}

namespace {

QString guessed(const QByteArray& bytes)
{
    MemorySource source(bytes);
    return guessEncoding(source)->encoding.name();
}

const auto simplified =
    u"公司名称,联系人,电话,备注\n上海浦东贸易有限公司,王小明,021-5888 1234,老客户\n北京华信科技,李娜,010-66668888,\n"_s;
const auto traditional =
    u"公司名稱,聯絡人,電話,備註\n臺灣積體電路股份有限公司,陳大文,03-5636688,重要客戶\n鴻海精密,郭小姐,,\n"_s;

}

TEST_CASE("a file with a byte order mark is what it says")
{
    CHECK(guessed("\xEF\xBB\xBF"
                  "a,b\n") == u"UTF-8");
    CHECK(guessed("\xFF\xFE" + encoded(simplified, "UTF-16LE")) == u"UTF-16LE");
    CHECK(guessed("\xFE\xFF" + encoded(simplified, "UTF-16BE")) == u"UTF-16BE");
    CHECK(guessed("\x84\x31\x95\x33" + encoded(simplified, "GB18030")) == u"GB18030");
}

TEST_CASE("the encoding of a file is found by looking at it")
{
    CHECK(guessed("name,city\nAcme,London\n") == u"UTF-8");
    CHECK(guessed("") == u"UTF-8");
    CHECK(guessed(simplified.toUtf8()) == u"UTF-8");
    CHECK(guessed(encoded(simplified, "GB18030")) == u"GB18030");
    CHECK(guessed(encoded(traditional, "Big5")) == u"Big5");
    CHECK(guessed(encoded(traditional, "GB18030")) == u"GB18030");
    CHECK(guessed(encoded(simplified, "UTF-16LE")) == u"UTF-16LE");
    CHECK(guessed(encoded(simplified, "UTF-16BE")) == u"UTF-16BE");
    CHECK(guessed(encoded(u"name,city\nAcme,London\n"_s, "UTF-16LE")) == u"UTF-16LE");
    CHECK(guessed(encoded(u"name,city\nAcme,London\n"_s, "UTF-16BE")) == u"UTF-16BE");
}

TEST_CASE("Latin text with accents is not taken for Chinese")
{
    const auto german = u"Firma;Stadt;Straße\nMüller & Söhne GmbH;München;Größe 5\nJäger;Köln;Übergang\n"_s;
    const auto french = u"Société;Prénom;Où\nÉlan;Zoé;à côté\nNoël;René;garçon\n"_s;
    CHECK(guessed(german.toLatin1()) == u"windows-1252");
    CHECK(guessed(french.toLatin1()) == u"windows-1252");
    CHECK(guessed(u"name\nZoë\n"_s.toLatin1()) == u"windows-1252");
    CHECK(guessed("price\n\x80 5\n") == u"windows-1252");
}

TEST_CASE("one short Chinese header is enough to tell simplified from traditional")
{
    CHECK(guessed(encoded(u"姓名,电话\n"_s, "GB18030")) == u"GB18030");
    CHECK(guessed(encoded(u"客户\n"_s, "GB18030")) == u"GB18030");
    CHECK(guessed(encoded(u"姓名,電話\n"_s, "Big5")) == u"Big5");
    CHECK(guessed(encoded(u"聯絡人\n"_s, "Big5")) == u"Big5");
}

TEST_CASE("what begins as ASCII and turns Chinese later is noticed")
{
    QByteArray file("id,note\n");
    while (file.size() < 400'000)
        file += QByteArray::number(file.size()) + ",plain\n";
    file += encoded(u"99,上海浦东贸易有限公司的客户\n"_s.repeated(20'000), "GB18030");
    CHECK(guessed(file) == u"GB18030");
}

TEST_CASE("a few wrong or zero bytes in a long text leave it UTF-8")
{
    auto file = simplified.toUtf8().repeated(10);
    file += "x\xFFy\n";
    file += QByteArray("z\0z\n", 4);
    CHECK(guessed(file) == u"UTF-8");
}

TEST_CASE("encodings are known by the names people use")
{
    const auto name = [](QStringView typed) {
        const auto encoding = Encoding::named(typed);
        return encoding ? encoding->name() : QString();
    };
    CHECK(name(u"utf8") == u"UTF-8");
    CHECK(name(u"GBK") == u"GB18030");
    CHECK(name(u"cp936") == u"GB18030");
    CHECK(name(u"big-5") == u"Big5");
    CHECK(name(u"ISO-8859-1") == u"windows-1252");
    CHECK(name(u"Unicode") == u"UTF-16LE");
    CHECK(name(u"windows-1251") == u"windows-1251");
    CHECK(name(u"Shift_JIS") == u"Shift_JIS");
    for (const auto& offered : Encoding::offered())
        CHECK(name(offered) == offered);
    CHECK(name(u"").isEmpty());
    CHECK(name(u"klingon").isEmpty());
    CHECK(name(u"UTF-7").isEmpty());       // keeps a state
    CHECK(name(u"ISO-2022-JP").isEmpty()); // keeps a state
    CHECK(name(u"ibm-37").isEmpty());      // another line break
}

TEST_CASE("every encoding is decoded to the text it was made from")
{
    const auto text = simplified + u"𠮷野家,😀,résumé\n"_s;
    for (const auto name : {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"}) {
        CAPTURE(name);
        const auto rows = rowsOf(encoded(text, name), ',', QString::fromLatin1(name));
        CHECK(rows == rowsOf(text.toUtf8()));
    }
    CHECK(rowsOf(encoded(traditional, "Big5"), ',', u"Big5"_s) == rowsOf(traditional.toUtf8()));
    CHECK(rowsOf("caf\xE9,\x80\n", ',', u"Latin-1"_s) == Rows{{u"café"_s, u"€"_s}});
}

TEST_CASE("wrong bytes in another encoding become replacement characters, and what follows is read")
{
    auto reader =
        readerOf(encoded(u"上海,北京\n"_s, "GB18030") + "\xFF,a\n\x81,b\n" + encoded(u"广州,c\n"_s, "GB18030"), ',', {},
                 u"GB18030"_s);
    CHECK(rowsOf(reader) ==
          Rows{{u"上海"_s, u"北京"_s}, {u"\uFFFD"_s, u"a"_s}, {u"\uFFFD"_s, u"b"_s}, {u"广州"_s, u"c"_s}});
    CHECK(reader.wrongBytes() == 2);
    REQUIRE_OK(reader.resumeAt(0, 1));
    SourceRow row;
    for (const bool repaired : {false, true, true, false}) {
        REQUIRE(*reader.next(row));
        CHECK(row.repaired == repaired);
    }
    auto odd = readerOf(encoded(u"a,b\nc,d"_s, "UTF-16LE") + 'x', ',', {}, u"UTF-16LE"_s);
    CHECK(rowsOf(odd) == Rows{{u"a"_s, u"b"_s}, {u"c"_s, u"d\uFFFD"_s}});
}

TEST_CASE("a file that is not there, or is a folder, is an error that names it")
{
    const auto missing = FileSource::open(u"/nowhere/at/all.csv"_s);
    REQUIRE_FALSE(missing.ok());
    CHECK(missing.error() == Error{ErrorCode::FileMissing, {u"/nowhere/at/all.csv"_s}});
    const auto folder = FileSource::open(u"/"_s);
    REQUIRE_FALSE(folder.ok());
    CHECK(folder.error().code == ErrorCode::FileUnreadable);
}

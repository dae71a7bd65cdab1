#include "core/exchange/vcard/VcardWriter.h"
#include "core/exchange/vcard/VcardReader.h"
#include "tests/exchange/CsvZoo.h"
#include "tests/support/Test.h"

#include <QFile>
#include <QTemporaryDir>

#include <rapidcheck.h>

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

namespace {

// Text without what no field holds: control characters, and blanks at its ends.
rc::Gen<QString> anyText()
{
    const auto hard = rc::gen::elementOf(std::vector<char32_t>{u';', u',', u'\\', u':', u'"', u'\n', u' ', u'=', u'n',
                                                               u'N', u'中', u'客', U'😀', u'é', u'.', U'\uFEFF'});
    const auto plain = rc::gen::map(rc::gen::inRange<std::uint32_t>(0xA0, 0x10F800),
                                    [](std::uint32_t c) { return char32_t(c < 0xD800 ? c : c + 0x800); });
    const auto texts = rc::gen::container<std::u32string>(rc::gen::weightedOneOf<char32_t>({{3, hard}, {1, plain}}));
    return rc::gen::map(texts, [](const std::u32string& text) { return QString::fromStdU32String(text).trimmed(); });
}

QByteArray cardWith(const QString& name, const QString& value)
{
    QTemporaryDir folder;
    const auto path = folder.filePath(u"out.vcf"_s);
    auto writer = VcardWriter::create(path);
    RC_ASSERT(writer.ok());
    RC_ASSERT(writer->write(u"BEGIN"_s, u"VCARD"_s).ok());
    RC_ASSERT(writer->write(u"VERSION"_s, u"4.0"_s).ok());
    RC_ASSERT(writer->write(name, value).ok());
    RC_ASSERT(writer->write(u"END"_s, u"VCARD"_s).ok());
    RC_ASSERT(writer->commit().ok());
    QFile file(path);
    RC_ASSERT(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

VcardCard cardIn(const QByteArray& bytes)
{
    auto reader = VcardReader::open(bytesOf(bytes), Encoding::utf8());
    RC_ASSERT(reader.ok());
    VcardCard card;
    RC_ASSERT((*reader)->nextCard(card).ok());
    return card;
}

bool isWholeUtf8(const QByteArray& line)
{
    return isCleanUtf8({line.constData(), std::size_t(line.size())});
}

}

TEST_CASE("lines are folded at 75 octets and never within a character, and unfold to what they were")
{
    CHECK(foldedLine("FN:short") == "FN:short\r\n");
    CHECK(foldedLine(QByteArray(75, 'x')) == QByteArray(75, 'x') + "\r\n");
    CHECK(foldedLine(QByteArray(76, 'x')) == QByteArray(75, 'x') + "\r\n x\r\n");
    CHECK(foldedLine(QByteArray(74, 'x') + "客") == QByteArray(74, 'x') + "\r\n 客\r\n");
    CHECK(foldedLine(QByteArray(75 + 74 + 1, 'x')) ==
          QByteArray(75, 'x') + "\r\n " + QByteArray(74, 'x') + "\r\n x\r\n");
    CHECK(rc::check([] {
        const auto line = (*anyText()).remove(u'\n').toUtf8();
        const auto folded = foldedLine(line);
        RC_ASSERT(folded.endsWith("\r\n"));
        for (const auto& one : folded.chopped(2).split('\n')) {
            const auto bare = one.endsWith('\r') ? one.chopped(1) : one;
            RC_ASSERT(bare.size() <= 75);
            RC_ASSERT(isWholeUtf8(bare));
        }
        RC_ASSERT(QByteArray(folded).replace("\r\n ", "").chopped(2) == line);
    }));
}

TEST_CASE("whatever text is written into a card is read again as it was")
{
    CHECK(rc::check([] {
        const auto text = *rc::gen::suchThat(anyText(), [](const QString& one) { return !one.isEmpty(); });
        const auto card = cardIn(cardWith(u"NOTE"_s, vcardText(text)));
        RC_ASSERT(card.properties.size() == 1U);
        VcardText reading(Encoding::utf8());
        RC_ASSERT(reading.text(card.properties.front(), card.version) == text);
        RC_ASSERT(!reading.repaired());
    }));
}

TEST_CASE("whatever parts are written are read again as they were")
{
    CHECK(rc::check([] {
        const auto given = *rc::gen::nonEmpty(rc::gen::container<std::vector<QString>>(anyText()));
        const QStringList parts(given.begin(), given.end());
        const auto separator = QChar(*rc::gen::element(u';', u','));
        RC_PRE(!parts.join(QString()).isEmpty() || parts.size() > 1);
        const auto card = cardIn(cardWith(u"N"_s, vcardParts(parts, separator)));
        RC_ASSERT(card.properties.size() == 1U);
        VcardText reading(Encoding::utf8());
        RC_ASSERT(reading.parts(card.properties.front(), card.version, separator) == parts);
    }));
}

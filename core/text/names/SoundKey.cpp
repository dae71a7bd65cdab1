#include "core/text/names/SoundKey.h"

#include "core/text/han/Han.h"

namespace kith {

namespace {

using namespace Qt::StringLiterals;

// One letter for those that are taken for each other, none for those that are heard last.
char16_t consonant(char16_t c)
{
    switch (c) {
    case u'a':
    case u'e':
    case u'i':
    case u'o':
    case u'u':
    case u'y':
    case u'h':
    case u'w':
        return 0;
    case u'c':
    case u'q':
        return u'k';
    case u'z':
        return u's';
    case u'v':
        return u'f';
    case u'j':
        return u'g';
    default:
        return c;
    }
}

bool isLatin(QChar c)
{
    return c >= u'a' && c <= u'z';
}

}

QString soundKey(QStringView key)
{
    QString sound;
    bool inWord = false;
    for (const QChar c : key) {
        if (!isLatin(c)) {
            inWord = false;
            const auto syllable = han::syllable(han::commonReading(c.unicode()));
            if (syllable.isEmpty())
                sound += c;
            else
                sound += QChar(u'\'') + syllable;
            continue;
        }
        const auto heard = consonant(c.unicode());
        if (!inWord)
            sound += c;
        else if (heard != 0 && consonant(sound.back().unicode()) != heard)
            sound += QChar(heard);
        inWord = true;
    }
    return sound;
}

bool soundsLike(QStringView a, QStringView b)
{
    if (a.size() != b.size())
        return false;
    for (qsizetype i = 0; i < a.size(); ++i) {
        if (a[i] == b[i])
            continue;
        const auto syllable = han::syllable(han::commonReading(a[i].unicode()));
        if (syllable.isEmpty() || syllable != han::syllable(han::commonReading(b[i].unicode())))
            return false;
    }
    return true;
}

}

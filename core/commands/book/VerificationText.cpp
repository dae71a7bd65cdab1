#include "core/commands/book/VerificationText.h"

#include <QJsonArray>
#include <QJsonObject>

namespace kith {

using namespace Qt::StringLiterals;

Answer verificationAnswer(const Verification& checked, const QString& sound, const QString& faulty)
{
    const QJsonObject json{{u"ok"_s, checked.ok},
                           {u"rows"_s, qint64(checked.rows)},
                           {u"hash"_s, checked.hash},
                           {u"problems"_s, QJsonArray::fromStringList(checked.problems)},
                           {u"repairs"_s, QJsonArray::fromStringList(checked.repairs)}};
    const auto found = (checked.ok ? QStringList(sound) : checked.problems) + checked.repairs;
    return {json, (checked.ok ? found + QStringList(checked.hash) : found).join(u'\n'),
            checked.ok ? QString() : faulty};
}

}

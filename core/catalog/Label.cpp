#include "core/catalog/Label.h"

namespace kith {

QString Label::in(const QString& language) const
{
    for (const auto& tag : {language, language.section(u'_', 0, 0), QStringLiteral("en")}) {
        const auto found = m_texts.constFind(tag);
        if (found != m_texts.constEnd())
            return *found;
    }
    return m_texts.isEmpty() ? QString() : m_texts.first();
}

}

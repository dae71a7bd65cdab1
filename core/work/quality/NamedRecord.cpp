#include "core/work/quality/NamedRecord.h"

#include "core/store/Finder.h"
#include "core/store/Tables.h"
#include "core/text/Fold.h"
#include "core/work/likeness/Traits.h"

#include <QRegularExpression>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr int looked = 30;             // records that hold a name somewhere
constexpr qsizetype shortestWords = 3; // letters of a name that a text begins with
constexpr qsizetype longestHan = 16;   // characters of one
constexpr qsizetype longestText = 200; // of what is looked at

bool isHan(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Han; });
}

// What stands between dashes, brackets and the like.
QStringList piecesOf(const QString& text)
{
    static const QRegularExpression signs(
        u"\\s[-~]+\\s|[\\x{2013}\\x{2014}|:/,;#\\x{b7}()\\[\\]\\x{ff1a}\\x{ff08}\\x{ff09}\\x{ff0c}\\x{3010}\\x{3011}]+"_s);
    QStringList pieces;
    for (const auto& piece : text.split(signs, Qt::SkipEmptyParts)) {
        if (const auto name = piece.trimmed(); !name.isEmpty())
            pieces += name;
    }
    return pieces;
}

// "Acme Corp new licences" begins with "Acme Corp new", "Acme Corp", "Acme".
QStringList beginningsByWord(const QString& text)
{
    QStringList beginnings;
    for (auto end = text.lastIndexOf(u' '); end > 0; end = text.lastIndexOf(u' ', end - 1)) {
        if (const auto name = text.first(end).trimmed(); name.size() >= shortestWords)
            beginnings += name;
    }
    return beginnings;
}

QStringList beginningsByCharacter(const QString& text)
{
    QStringList beginnings;
    for (auto end = std::min(text.size() - 1, longestHan); end >= 2; --end)
        beginnings += text.first(end);
    return beginnings;
}

QStringList namesIn(const QString& text)
{
    QStringList names{text};
    const auto pieces = piecesOf(text);
    names += pieces;
    if (!pieces.isEmpty())
        names += isHan(pieces.first()) ? beginningsByCharacter(pieces.first()) : beginningsByWord(pieces.first());
    names.removeDuplicates();
    return names;
}

// A company's own; where all the world has addresses, nobody has.
bool hasDomain(const ComparedFields& compared, const Record& record, const QString& domain)
{
    const auto traits = traitsOf(compared, record.fields).shared;
    return std::any_of(traits.begin(), traits.end(),
                       [&](const Trait& trait) { return trait.kind == TraitKind::Domain && trait.text == domain; });
}

bool isCalled(const Entity& entity, const Record& record, const QString& name)
{
    return std::any_of(entity.title.begin(), entity.title.end(), [&](const QString& key) {
        const auto* own = std::get_if<QString>(&record.value(entity.field(key)->id));
        return own && sameCompany(*own, name);
    });
}

}

NamedRecord::NamedRecord(Tables& tables, const Field& relation)
    : m_tables(tables)
    , m_relation(relation)
    , m_target(*tables.catalog().entity(relation.targets.first()))
    , m_links(tables)
{
}

Result<std::optional<Reference>> NamedRecord::in(const QString& text)
{
    const auto wanted = text.trimmed().left(longestText);
    for (const auto& name : wanted.isEmpty() ? QStringList() : namesIn(wanted)) {
        KITH_TRY(const auto fit, called(name));
        if (fit.reference || fit.isAmbiguous)
            return fit.reference;
    }
    return std::optional<Reference>();
}

// By the name as it is, then by another of its names: a short one.
Result<NamedRecord::Fit> NamedRecord::called(const QString& name)
{
    const auto found = m_links.find(m_relation, name);
    if (!found && found.error().code == ErrorCode::RelationAmbiguous)
        return Fit{std::nullopt, true};
    KITH_TRY(found);
    if (*found)
        return Fit{(*found)->reference, false};
    return among(name, [&](const Record& record) { return isCalled(m_target, record, name); });
}

Result<NamedRecord::Fit> NamedRecord::among(const QString& typed, const std::function<bool(const Record&)>& fits)
{
    KITH_TRY(const auto hits, findRecords(m_tables, {typed, {m_target.id}, looked, {}}));
    Fit fit;
    for (const auto& hit : hits) {
        KITH_TRY(const auto loaded, m_tables.load(m_target, hit.id));
        if (!loaded || !fits(loaded->record))
            continue;
        if (fit.reference)
            return Fit{std::nullopt, true};
        fit.reference = Reference{m_target.id, hit.id};
    }
    return fit;
}

Result<std::optional<Reference>> NamedRecord::byDomain(const Entity& entity, const FieldValues& values)
{
    const auto own = ComparedFields::of(entity);
    const auto theirs = ComparedFields::of(m_target);
    if (!own || !theirs)
        return std::optional<Reference>();
    for (const auto& trait : traitsOf(*own, values).shared) {
        if (trait.kind != TraitKind::Mail)
            continue;
        const auto domain = trait.text.section(u'@', -1);
        KITH_TRY(const auto fit,
                 among(domain, [&](const Record& record) { return hasDomain(*theirs, record, domain); }));
        if (fit.reference || fit.isAmbiguous)
            return fit.reference;
    }
    return std::optional<Reference>();
}

}

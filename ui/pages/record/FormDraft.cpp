// What is typed into a form and not saved, kept in the book.
#include "core/records/ValueJson.h"
#include "core/services/Deliver.h"
#include "ui/pages/record/FormPage.h"
#include "ui/pages/record/RecordForms.h"
#include "ui/widgets/Banner.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace kith {

QString FormPage::draftKey() const
{
    return u"draft/"_s + m_entity.key + u'/' + (m_record.isNull() ? u"new"_s : m_record.toString());
}

void FormPage::keepDraft()
{
    m_draftTimer.stop();
    if (!m_touched)
        return;
    QJsonObject draft;
    for (const FormLine& line : m_lines) {
        const auto value = line.editor->value();
        if (!value.ok() || !isNews(line, *value))
            continue;
        // A name that was typed and not chosen stays that text.
        if (const auto* text = std::get_if<QString>(&*value); text && line.field->type == FieldType::Relation)
            continue;
        draft[line.field->key] = jsonValue(*line.field, *value);
    }
    const QByteArray bytes = draft.isEmpty() ? QByteArray() : QJsonDocument(draft).toJson(QJsonDocument::Compact);
    desk().setSetting(draftKey(), bytes);
}

void FormPage::dropDraft()
{
    m_touched = false;
    desk().setSetting(draftKey(), {});
}

void FormPage::readDraft()
{
    deliver(desk().setting(draftKey()), this, [this](const Result<QByteArray>& kept) {
        settle();
        if (!kept.ok() || kept->isEmpty())
            return;
        const QJsonObject draft = QJsonDocument::fromJson(*kept).object();
        const auto reading = conventions();
        for (const FormLine& line : m_lines) {
            const QJsonValue json = draft[line.field->key];
            if (json.isUndefined())
                continue;
            auto value = valueFromJson(*m_catalog, *line.field, json, reading);
            if (!value.ok())
                continue;
            auto* reference = std::get_if<Reference>(&*value);
            if (reference && reference->entity.isNull() && line.field->targets.size() > 1)
                continue;
            line.editor->setValue(*value, {});
            if (reference)
                fillNamesOf(*line.field, *reference);
        }
        m_touched = true;
        m_banner->say(Banner::Kind::Info, tr("What you typed last time and did not save is here again."));
        m_banner->setAction(tr("Start afresh"), [this] {
            dropDraft();
            fill();
            m_banner->say(Banner::Kind::Info, {});
        });
    });
}

}

#include "app/panels/requirement_section.h"

#include "app/panels/controls.h"
#include "app/panels/fields.h"
#include "app/panels/growing_text_edit.h"
#include "app/panels/row_entry.h"
#include "app/panels/words_text.h"

#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

class RequirementEntry : public RowEntry<Requirement> {
public:
    RequirementEntry(PanelHost& host, const Requirement& row, bool draft, QWidget* parent = nullptr)
        : RowEntry(host, row, draft, {"add-requirement", "change-requirement"}, parent) {
        setHeader(new EntryHeader(
            38, [this](QPainter& painter, const QRect& area) { paintHeader(painter, area); }));
    }

    void refresh() override {
        settle();
        const Requirement* requirement = row();
        if (!requirement)
            return;
        header_->setAccessibleName(questionOf(*requirement));
        header_->setAccessibleDescription(answerOf(*requirement));
        header_->update();
        if (!body_)
            return;
        source_->setCurrentIndex(int(requirement->source));
        shown_->setChecked(requirement->shown);
        source_->setEnabled(!host_.isReadOnly());
        shown_->setEnabled(!host_.isReadOnly());
    }

    void focusFirst() override {
        setExpanded(true);
        question_->setFocus(Qt::OtherFocusReason);
    }

protected:
    bool isBlank(const Requirement& requirement) const override {
        return requirement.question.isEmpty() && requirement.answer.isEmpty();
    }

    QWidget* makeBody() override {
        auto* body = new QWidget;
        auto* column = new QVBoxLayout(body);
        column->setContentsMargins(6, 2, 6, 8);
        column->setSpacing(8);
        FieldColumn fields(column);
        const auto question = textField(host_, RequirementSection::tr("How many users a day?"));
        question_ = question.widget;
        bindText(question.binding, &Requirement::question);
        const auto answer = textField(host_, RequirementSection::tr("Still open"));
        bindText(answer.binding, &Requirement::answer);
        source_ = new Choice(textsOf<Source>());
        shown_ = new Switch(RequirementSection::tr("Show on the task card"));
        fields.add(RequirementSection::tr("Question"), question.widget);
        fields.add(RequirementSection::tr("Answer"), answer.widget);
        fields.add(RequirementSection::tr("Where the answer comes from"), source_);
        column->addWidget(shown_);
        column->addWidget(makeFooter(RequirementSection::tr("Delete this requirement")));
        connect(source_, &QComboBox::activated, this, [this](int index) {
            change([index](Requirement& requirement) { requirement.source = Source(index); });
        });
        connect(shown_, &Switch::clicked, this,
                [this](bool on) { change([on](Requirement& requirement) { requirement.shown = on; }); });
        return body;
    }

private:
    static QString questionOf(const Requirement& requirement) {
        return requirement.question.isEmpty() ? RequirementSection::tr("Unasked question")
                                              : requirement.question;
    }
    static QString answerOf(const Requirement& requirement) {
        if (requirement.source == Source::NotRelevant)
            return textOf(requirement.source);
        if (requirement.answer.isEmpty())
            return RequirementSection::tr("open");
        return requirement.source == Source::Assumed
                   ? RequirementSection::tr("Assumed: %1").arg(requirement.answer)
                   : requirement.answer;
    }

    void paintHeader(QPainter& painter, const QRect& area) {
        const Requirement* requirement = row();
        if (!requirement)
            return;
        QFont small = font();
        small.setPixelSize(11);
        painter.setFont(font());
        painter.setPen(
            palette().color(requirement->question.isEmpty() ? QPalette::PlaceholderText : QPalette::Text));
        painter.drawText(
            area.adjusted(0, 3, 0, -area.height() / 2 + 2), Qt::AlignVCenter | Qt::TextSingleLine,
            QFontMetrics(font()).elidedText(questionOf(*requirement), Qt::ElideRight, area.width()));
        const bool open = requirement->answer.isEmpty() && requirement->source != Source::NotRelevant;
        painter.setFont(small);
        painter.setPen(open ? host_.painter().theme().warning : palette().color(QPalette::PlaceholderText));
        painter.drawText(
            area.adjusted(0, area.height() / 2, 0, -3), Qt::AlignVCenter | Qt::TextSingleLine,
            QFontMetrics(small).elidedText(answerOf(*requirement), Qt::ElideRight, area.width()));
    }

    GrowingTextEdit* question_ = nullptr;
    Choice* source_ = nullptr;
    Switch* shown_ = nullptr;
};

QList<RequirementId> idsOf(const Design& design) {
    QList<RequirementId> ids;
    for (const Requirement* row : design.requirements.sorted())
        ids.append(row->id);
    return ids;
}

} // namespace

RequirementSection::RequirementSection(PanelHost& host, QWidget* parent)
    : Section(host, tr("Requirements"), tr("Add a requirement"), parent) {
    setObjectName(u"requirements"_s);
}

QList<qint64> RequirementSection::rowIds(const Design& design) const {
    QList<qint64> ids;
    for (const RequirementId id : idsOf(design))
        ids.append(id.value());
    return ids;
}

Entry* RequirementSection::makeEntry(qint64 id, bool draft) {
    Requirement row;
    row.id = RequirementId(id);
    return new RequirementEntry(host_, row, draft);
}

bool RequirementSection::isDraft(const Entry& entry) const {
    return static_cast<const RequirementEntry&>(entry).isDraft();
}

void RequirementSection::moveRow(qint64 id, int step) {
    host_.edit({"change-requirement", {}}, [id, step](Editor& editor) {
        return groundplan::moveRow<Requirement>(editor, idsOf(editor.design()), RequirementId(id), step);
    });
}

void RequirementSection::removeRow(qint64 id) {
    host_.edit({"delete-requirement", {}}, [id](Editor& editor) -> Result<void> {
        editor.remove<Requirement>(RequirementId(id));
        return {};
    });
}

} // namespace groundplan

#include "app/panels/requirement_section.h"

#include "app/panels/chip_field.h"
#include "app/panels/controls.h"
#include "app/panels/fields.h"
#include "app/panels/growing_text_edit.h"
#include "app/panels/picker.h"
#include "app/panels/row_entry.h"
#include "app/panels/style.h"
#include "app/panels/why_caption.h"
#include "model/design/unit_remark.h"
#include "model/design/words_text.h"
#include "model/framework/answering.h"

#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

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
        showTopic(*requirement);
    }

    void focusFirst() override {
        setExpanded(true);
        const Requirement* requirement = row();
        const bool asked = requirement && !requirement->question.isEmpty();
        (asked ? answer_ : question_)->setFocus(Qt::OtherFocusReason);
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
        answer_ = answer.widget;
        answer_->setWholePlaceholder();
        bindText(answer.binding, &Requirement::answer);
        source_ = new Choice(textsOf<Source>());
        shown_ = new Switch(RequirementSection::tr("Show on the task card"));
        caption_ = new WhyCaption(RequirementSection::tr("Question"), {});
        caption_->setField(question_);
        auto* asked = new QVBoxLayout;
        asked->setSpacing(4);
        asked->addWidget(caption_);
        asked->addWidget(question_);
        column->addLayout(asked);
        fields.add(RequirementSection::tr("Answer"), answer.widget);
        readBack_ = smallLine({});
        readBack_->setWordWrap(true);
        suggestions_ = new QVBoxLayout;
        suggestions_->setSpacing(4);
        suggestions_->addWidget(readBack_);
        column->addLayout(suggestions_);
        QObject::connect(answer_, &GrowingTextEdit::textChanged, this, [this] { showReadBack(); });
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
        QString answer = requirement.answer;
        answer.replace(u'\n', u' ');
        return requirement.source == Source::Assumed ? RequirementSection::tr("Assumed: %1").arg(answer)
                                                     : answer;
    }

    const Topic* topicOf(const Requirement& requirement) const {
        return requirement.topic.isEmpty() ? nullptr : host_.templates().topic(requirement.topic);
    }

    /// What the topic says of its question, and its usual answers.
    void showTopic(const Requirement& requirement) {
        const Topic* topic = topicOf(requirement);
        const QString language = host_.language();
        caption_->setWhy(topic ? topic->bearing.in(language) : QString());
        const QString hint = topic ? topic->hint.in(language) : QString();
        answer_->setPlaceholderText(hint.isEmpty() ? RequirementSection::tr("Still open") : hint);
        answer_->setWholePlaceholder();
        QList<ChipField::Chip> chips;
        QStringList given;
        if (topic) {
            for (const LocalText& choice : topic->choices) {
                const QString text = choice.in(language);
                chips.append({text, text, {}});
                if (text == requirement.answer)
                    given.append(text);
            }
        }
        if (!chips_ && !chips.isEmpty()) {
            chips_ = new ChipField(chips, ChipField::Mode::One);
            chips_->setAccessibleName(RequirementSection::tr("Usual answers"));
            suggestions_->addWidget(chips_);
            QObject::connect(chips_, &ChipField::chosen, this, [this](const QStringList& names) {
                change([answer = names.value(0)](Requirement& changed) { changed.answer = answer; });
            });
        }
        if (chips_) {
            chips_->setNames(given);
            chips_->setEnabled(!host_.isReadOnly());
        }
        showReadBack();
    }

    void showReadBack() {
        const Requirement* requirement = row();
        const Topic* topic = requirement ? topicOf(*requirement) : nullptr;
        QString said;
        if (topic && topic->quantity) {
            const QString typed = answer_->toPlainText();
            const QString read = readBack(typed, *topic->quantity);
            said = read.isEmpty() ? unitRemark(typed, *topic->quantity) : u"= "_s + read;
        }
        readBack_->setText(said);
        readBack_->setVisible(!said.isEmpty());
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
    GrowingTextEdit* answer_ = nullptr;
    WhyCaption* caption_ = nullptr;
    QLabel* readBack_ = nullptr;
    QVBoxLayout* suggestions_ = nullptr;
    ChipField* chips_ = nullptr;
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
    : Section(host, tr("Requirements"), tr("Add a question of your own"), parent)
    , topics_(new QToolButton) {
    setObjectName(u"requirements"_s);
    topics_->setText(tr("Questions…"));
    topics_->setToolTip(tr("Choose from what is usually asked"));
    topics_->setFocusPolicy(Qt::TabFocus);
    topics_->setFixedHeight(26);
    addTool(topics_);
    connect(topics_, &QToolButton::clicked, this, &RequirementSection::openTopics);
}

void RequirementSection::openTopics() {
    QSet<QString> there;
    for (const Requirement& row : host_.design().requirements)
        there.insert(row.topic);
    const QString language = host_.language();
    QList<PickerEntry> entries;
    for (const Topic& topic : host_.templates().topics()) {
        QStringList details{topic.hint.in(language)};
        if (const QString why = topic.bearing.in(language); !why.isEmpty())
            details.append(tr("Why: %1").arg(why));
        if (!topic.choices.isEmpty()) {
            QStringList choices;
            for (const LocalText& choice : topic.choices)
                choices.append(choice.in(language));
            details.append(tr("Usual answers: %1").arg(choices.join(u" · "_s)));
        }
        entries.append({topic.name, topic.question.in(language), textOf(topic.group), topic.words.join(u' '),
                        details.join(u'\n'), there.contains(topic.name)});
    }
    auto* picker = new Picker(tr("Questions"), tr("Find a question"), entries, this);
    connect(picker, &Picker::picked, this, &RequirementSection::ask);
    picker->openBeside(topics_);
}

void RequirementSection::ask(const QString& name) {
    const Topic* topic = host_.templates().topic(name);
    if (!topic)
        return;
    const auto known = [&] {
        const Requirement* row = requirementOf(host_.design(), name);
        return row ? row->id : RequirementId();
    };
    const bool leftOpen = host_.waitsForInterviewer(name) && !host_.ask()(name);
    if (!known() || leftOpen) {
        host_.edit({"add-requirement", {}}, [&](Editor& editor) -> Result<void> {
            Requirement row;
            if (const Requirement* there = requirementOf(editor.design(), name)) {
                row = *there;
            } else {
                row.id = RequirementId::random();
                row.question = topic->question.in(host_.language());
                row.topic = name;
                row.order = lastOrder(editor.design().requirements);
            }
            if (leftOpen && row.answer.trimmed().isEmpty())
                row.source = Source::Assumed;
            editor.put(row);
            return {};
        });
    }
    refresh();
    if (Entry* made = entry(known().value())) {
        made->focusFirst();
        Q_EMIT added(made);
    }
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

#include "app/panels/decision_section.h"

#include "app/panels/comparison_dialog.h"
#include "app/panels/controls.h"
#include "app/panels/fields.h"
#include "app/panels/growing_text_edit.h"
#include "app/panels/move_grip.h"
#include "app/panels/option_box.h"
#include "app/panels/row_entry.h"
#include "model/framework/answering.h"
#include "model/operations/comparing.h"

#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

QList<OptionId> idsOfOptions(const Design& design, DecisionId decision) {
    QList<OptionId> ids;
    for (const Option* row : optionsOf(design, decision))
        ids.append(row->id);
    return ids;
}

/// Where what is dragged would come to lie.
class DropLine : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette().color(QPalette::Highlight));
        painter.drawRoundedRect(rect(), 1, 1);
    }
};

class DecisionEntry : public RowEntry<Decision> {
public:
    DecisionEntry(PanelHost& host, const Decision& row, bool draft, QWidget* parent = nullptr)
        : RowEntry(host, row, draft, {"add-decision", "change-decision"}, parent) {
        setHeader(new EntryHeader(
            38, [this](QPainter& painter, const QRect& area) { paintHeader(painter, area); }));
    }

    void refresh() override {
        settle();
        const Decision* decision = row();
        if (!decision)
            return;
        header_->setAccessibleName(questionOf(*decision));
        header_->setAccessibleDescription(stateOf(*decision));
        header_->update();
        if (!body_)
            return;
        compare_->setEnabled(!isDraft());
        showTopic(*decision);
        syncOptions();
    }

    void focusFirst() override {
        setExpanded(true);
        question_->setFocus(Qt::OtherFocusReason);
    }

protected:
    bool isBlank(const Decision& decision) const override {
        return decision.question.isEmpty() && decision.reason.isEmpty();
    }

    QWidget* makeBody() override {
        auto* body = new QWidget;
        auto* column = new QVBoxLayout(body);
        column->setContentsMargins(6, 2, 6, 8);
        column->setSpacing(8);
        FieldColumn fields(column);
        const auto question = textField(host_, DecisionSection::tr("Which ranking model?"));
        question_ = question.widget;
        bindText(question.binding, &Decision::question);
        fields.add(DecisionSection::tr("Question"), question.widget);
        auto* list = new QWidget;
        drop_ = new DropLine(list);
        drop_->hide();
        options_ = new QVBoxLayout(list);
        options_->setContentsMargins(0, 0, 0, 0);
        options_->setSpacing(4);
        fields.add(DecisionSection::tr("Options, with what speaks for and against"), list);
        const auto reason = textField(host_, DecisionSection::tr("What tipped the scales?"));
        bindText(reason.binding, &Decision::reason);
        fields.add(DecisionSection::tr("Why this one"), reason.widget);
        QStringList topics{{}};
        for (const DecisionTopic& topic : host_.templates().decisionTopics())
            topics.append(topic.title.in(host_.language()));
        topic_ = new Choice(topics);
        topic_->setEnabled(!host_.isReadOnly());
        QObject::connect(topic_, &QComboBox::activated, this, [this](int index) {
            const auto& known = host_.templates().decisionTopics();
            const QString name = index > 0 ? known.at(index - 1).name : QString();
            change([&name](Decision& decision) { decision.topic = name; });
        });
        fields.add(DecisionSection::tr("Counts as"), topic_);

        auto* card = iconButton(u"card"_s, DecisionSection::tr("Put this decision on the board as a card"));
        card->setEnabled(!host_.isReadOnly());
        QObject::connect(card, &QToolButton::clicked, this, [this] {
            if (!isDraft())
                host_.addCard(CardKind::Decision, rowId_);
        });
        compare_ = new QToolButton;
        compare_->setText(DecisionSection::tr("Compare…"));
        compare_->setToolTip(DecisionSection::tr("Weigh the options in a table"));
        compare_->setFocusPolicy(Qt::TabFocus);
        compare_->setFixedHeight(26);
        compare_->setEnabled(!isDraft());
        QObject::connect(compare_, &QToolButton::clicked, this, [this] {
            Q_EMIT host_.commitRequested();
            if (settle())
                (new ComparisonDialog(host_, rowId_, window()))->open();
        });
        column->addWidget(makeFooter(DecisionSection::tr("Delete this decision"), {compare_, card}));
        return body;
    }

private:
    /// What plans and cases take it for.
    void showTopic(const Decision& decision) {
        const QList<DecisionTopic>& known = host_.templates().decisionTopics();
        const DecisionTopic* meant = decisionTopicOf(decision.question, host_.templates());
        topic_->setItemText(
            0, meant ? DecisionSection::tr("%1 (by its question)").arg(meant->title.in(host_.language()))
                     : DecisionSection::tr("Nothing that is asked for"));
        const auto at = std::find_if(known.begin(), known.end(), [&](const DecisionTopic& topic) {
            return topic.name == decision.topic;
        });
        const int place = at == known.end() ? -1 : int(at - known.begin()) + 1;
        topic_->setCurrentIndex(decision.topic.isEmpty() ? 0 : place);
    }

    static QString questionOf(const Decision& decision) {
        return decision.question.isEmpty() ? DecisionSection::tr("Unnamed decision") : decision.question;
    }

    QString stateOf(const Decision& decision) const {
        const auto count = optionsOf(host_.design(), decision.id).size();
        const Option* chosen = host_.design().options.find(decision.chosen);
        if (chosen)
            return DecisionSection::tr("%1, of %2 options").arg(chosen->title).arg(count);
        return count == 1 ? DecisionSection::tr("open · 1 option")
                          : DecisionSection::tr("open · %1 options").arg(count);
    }

    void paintHeader(QPainter& painter, const QRect& area) {
        const Decision* decision = row();
        if (!decision)
            return;
        QFont small = font();
        small.setPixelSize(11);
        painter.setFont(font());
        painter.setPen(
            palette().color(decision->question.isEmpty() ? QPalette::PlaceholderText : QPalette::Text));
        painter.drawText(
            area.adjusted(0, 3, 0, -area.height() / 2 + 2), Qt::AlignVCenter | Qt::TextSingleLine,
            QFontMetrics(font()).elidedText(questionOf(*decision), Qt::ElideRight, area.width()));
        painter.setFont(small);
        const bool open = !host_.design().options.contains(decision->chosen);
        painter.setPen(open ? host_.painter().theme().warning : palette().color(QPalette::PlaceholderText));
        painter.drawText(area.adjusted(0, area.height() / 2, 0, -3), Qt::AlignVCenter | Qt::TextSingleLine,
                         QFontMetrics(small).elidedText(stateOf(*decision), Qt::ElideRight, area.width()));
    }

    /// A box for each option, and an empty one at the end to type the next into.
    void syncOptions() {
        const QList<OptionId> ids = idsOfOptions(host_.design(), rowId_);
        const bool canAdd = !isDraft() && !host_.isReadOnly();
        for (qsizetype i = boxes_.size() - 1; i >= 0; --i) {
            OptionBox* box = boxes_[i];
            const bool spare = canAdd && i == boxes_.size() - 1 && box->titleField()->toPlainText().isEmpty();
            if (ids.contains(box->id()) || spare)
                continue;
            if (box->hasFocusInside())
                question_->setFocus(Qt::OtherFocusReason);
            box->hide();
            box->deleteLater();
            boxes_.removeAt(i);
        }
        QList<OptionBox*> sorted;
        for (const OptionId id : ids) {
            const auto known = std::find_if(boxes_.begin(), boxes_.end(),
                                            [id](const OptionBox* box) { return box->id() == id; });
            sorted.append(known != boxes_.end() ? *known : makeBox(id));
        }
        for (OptionBox* box : std::as_const(boxes_)) {
            if (!ids.contains(box->id()))
                sorted.append(box);
        }
        if (canAdd && (sorted.isEmpty() || ids.contains(sorted.last()->id())))
            sorted.append(makeBox(OptionId::random()));
        boxes_ = sorted;
        for (int i = 0; i < boxes_.size(); ++i) {
            if (!options_->itemAt(i) || options_->itemAt(i)->widget() != boxes_[i]) {
                options_->insertWidget(i, boxes_[i]);
                boxes_[i]->show();
            }
            boxes_[i]->refresh();
        }
    }

    OptionBox* makeBox(OptionId id) {
        auto* box = new OptionBox(host_, rowId_, id);
        QObject::connect(box, &OptionBox::moveRequested, this, [this, id](int step) { move(id, step); });
        const MoveGrip* grip = box->grip();
        QObject::connect(grip, &MoveGrip::dragged, this, [this](int y) { showDrop(y); });
        QObject::connect(grip, &MoveGrip::cancelled, drop_, &QWidget::hide);
        QObject::connect(grip, &MoveGrip::dropped, this, [this, id](int y) {
            drop_->hide();
            const auto from = idsOfOptions(host_.design(), rowId_).indexOf(id);
            const int to = placeAt(y);
            move(id, int(to > from ? to - 1 - from : to - from)); // its own place closes behind it
        });
        return box;
    }

    /// One edit, however far.
    void move(OptionId id, int steps) {
        const auto ids = idsOfOptions(host_.design(), rowId_);
        const auto to = ids.indexOf(id) + steps;
        if (steps == 0 || to < 0 || to >= ids.size() || host_.isReadOnly())
            return;
        host_.edit({"move-option", {}}, [id, steps, decision = rowId_](Editor& editor) -> Result<void> {
            for (int i = 0; i < std::abs(steps); ++i) {
                const auto moved = groundplan::moveRow<Option>(
                    editor, idsOfOptions(editor.design(), decision), id, steps < 0 ? -1 : 1);
                if (!moved)
                    return moved;
            }
            return {};
        });
    }

    /// Before how many of the options that height is, among those that are in the design.
    int placeAt(int y) const {
        const auto count = optionsOf(host_.design(), rowId_).size();
        int place = 0;
        for (qsizetype i = 0; i < std::min(boxes_.size(), count); ++i)
            place += y > boxes_[i]->mapToGlobal(boxes_[i]->rect().center()).y();
        return place;
    }

    void showDrop(int y) {
        const int place = placeAt(y);
        const QRect beside = boxes_[std::min<qsizetype>(place, boxes_.size() - 1)]->geometry();
        const bool after = place >= boxes_.size();
        drop_->setGeometry(beside.left(), std::max(0, (after ? beside.bottom() + 2 : beside.top() - 3)),
                           beside.width(), 2);
        drop_->raise();
        drop_->show();
    }

    Choice* topic_ = nullptr;
    GrowingTextEdit* question_ = nullptr;
    QWidget* drop_ = nullptr;
    QVBoxLayout* options_ = nullptr;
    QToolButton* compare_ = nullptr;
    QList<OptionBox*> boxes_;
};

QList<DecisionId> idsOf(const Design& design, ElementId subject) {
    QList<DecisionId> ids;
    for (const Decision* row :
         design.decisions.sorted([subject](const Decision& decision) { return decision.subject == subject; }))
        ids.append(row->id);
    return ids;
}

} // namespace

DecisionSection::DecisionSection(PanelHost& host, QWidget* parent)
    : Section(host, tr("Trade-offs"), tr("Add a decision"), parent) {
    setObjectName(u"decisions"_s);
}

QList<qint64> DecisionSection::rowIds(const Design& design) const {
    QList<qint64> ids;
    for (const DecisionId id : idsOf(design, subject()))
        ids.append(id.value());
    return ids;
}

Entry* DecisionSection::makeEntry(qint64 id, bool draft) {
    Decision row;
    row.id = DecisionId(id);
    row.subject = subject();
    return new DecisionEntry(host_, row, draft);
}

bool DecisionSection::isDraft(const Entry& entry) const {
    return static_cast<const DecisionEntry&>(entry).isDraft();
}

void DecisionSection::moveRow(qint64 id, int step) {
    host_.edit({"change-decision", {}}, [id, step, subject = subject()](Editor& editor) {
        return groundplan::moveRow<Decision>(editor, idsOf(editor.design(), subject), DecisionId(id), step);
    });
}

void DecisionSection::removeRow(qint64 id) {
    host_.edit({"delete-decision", {}}, [id](Editor& editor) -> Result<void> {
        removeDecision(editor, DecisionId(id));
        return {};
    });
}

} // namespace groundplan

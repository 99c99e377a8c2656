#include "app/panels/continued_field.h"
#include "app/panels/controls.h"
#include "app/panels/element_edits.h"
#include "app/panels/entry.h"
#include "app/panels/growing_text_edit.h"
#include "app/panels/icons.h"
#include "app/panels/inspector_page.h"
#include "app/panels/page_header.h"
#include "model/design/words_text.h"

#include <QCoreApplication>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

class CardPage : public InspectorPage {
    Q_DECLARE_TR_FUNCTIONS(CardPage)
public:
    explicit CardPage(PanelHost& host)
        : InspectorPage(host)
        , header_(new PageHeader(host, {}))
        , text_(textField(host, tr("Anything worth seeing on the board"), 4))
        , decision_(new Choice)
        , explanation_(mutedLabel({})) {
        explanation_->setWordWrap(true);
        textRow_ = new QWidget;
        auto* textColumn = new QVBoxLayout(textRow_);
        textColumn->setContentsMargins(0, 0, 0, 0);
        FieldColumn(textColumn).add(tr("Text"), text_.widget);
        decisionRow_ = new QWidget;
        auto* decisionColumn = new QVBoxLayout(decisionRow_);
        decisionColumn->setContentsMargins(0, 0, 0, 0);
        FieldColumn(decisionColumn).add(tr("Decision shown"), decision_);
        column_->addWidget(header_);
        column_->addWidget(textRow_);
        column_->addWidget(decisionRow_);
        column_->addWidget(explanation_);
        connect(decision_, &QComboBox::activated, this, [this](int index) {
            const DecisionId decision(decision_->itemData(index).toLongLong());
            host_.edit({"change-card", {}}, [id = id_, decision](Editor& editor) {
                return changeRow<Card>(editor, id, [&](Card& card) { card.decision = decision; });
            });
        });
    }

    void setSubjects(const QList<ElementId>& ids) override {
        id_ = ids.value(0);
        text_.binding->bind(
            {"change-card", {}},
            [id = id_](const Design& design) -> std::optional<QString> {
                const Card* card = design.cards.find(id);
                return card ? std::optional(card->text) : std::nullopt;
            },
            [id = id_](Editor& editor, const QString& text) { return changeCardText(editor, id, text); });
    }

    void refresh() override {
        const Card* card = host_.design().cards.find(id_);
        if (!card)
            return;
        header_->setHeading(textOf(card->kind));
        header_->setIcon(icon(card->kind == CardKind::Legend     ? u"legend"_s
                              : card->kind == CardKind::Decision ? u"decision"_s
                                                                 : u"card"_s),
                         {20, 20});
        text_.widget->setPlaceholderText(card->kind == CardKind::Task
                                             ? tr("Anything else that the card should say")
                                             : tr("Anything worth seeing on the board"));
        textRow_->setVisible(card->kind == CardKind::Text || card->kind == CardKind::Task);
        decisionRow_->setVisible(card->kind == CardKind::Decision);
        decision_->setEnabled(!host_.isReadOnly());
        explanation_->setText(explanationOf(card->kind));
        explanation_->setVisible(!explanation_->text().isEmpty());
        decision_->clear();
        for (const Decision* decision : host_.design().decisions.sorted())
            decision_->addItem(decision->question.isEmpty() ? tr("Unnamed decision") : decision->question,
                               decision->id.value());
        decision_->setCurrentIndex(decision_->findData(card->decision.value()));
    }

    void focusFirst() override {
        if (textRow_->isVisible())
            text_.widget->setFocus(Qt::OtherFocusReason);
    }

private:
    static QString explanationOf(CardKind kind) {
        switch (kind) {
        case CardKind::Task:
            return tr("The card shows the design’s task, its metrics and those requirements that are "
                      "switched on; they "
                      "are edited with nothing selected.");
        case CardKind::Legend:
            return tr("The legend shows the flows that this design uses.");
        case CardKind::Decision:
            return tr("The card shows the decision as it stands; it is edited where it hangs.");
        case CardKind::Text:
            break;
        }
        return {};
    }

    ElementId id_;
    PageHeader* header_;
    BoundField<GrowingTextEdit> text_;
    Choice* decision_;
    QLabel* explanation_;
    QWidget* textRow_;
    QWidget* decisionRow_;
};

} // namespace

InspectorPage* makeCardPage(PanelHost& host) {
    return new CardPage(host);
}

} // namespace groundplan

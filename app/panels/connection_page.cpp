#include "app/panels/continued_field.h"
#include "app/panels/controls.h"
#include "app/panels/element_edits.h"
#include "app/panels/entry.h"
#include "app/panels/growing_text_edit.h"
#include "app/panels/host_icons.h"
#include "app/panels/inspector_page.h"
#include "app/panels/page_header.h"
#include "model/design/words_text.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

class ConnectionPage : public InspectorPage {
    Q_DECLARE_TR_FUNCTIONS(ConnectionPage)
public:
    explicit ConnectionPage(PanelHost& host)
        : InspectorPage(host)
        , header_(new PageHeader(host, {}))
        , flow_(new Choice)
        , direction_(new SegmentedControl(textsOf<Direction>()))
        , label_(lineField(host, tr("clicks, hourly, canary …")))
        , source_(endButton())
        , target_(endButton())
        , reverse_(new QPushButton(tr("Swap the ends"))) {
        flow_->setIconSize({50, 14});
        for (std::size_t i = 0; i < wordCount<Flow>(); ++i)
            flow_->addItem(flowIcon(host, Flow(i)), capitalised(textOf(Flow(i))));
        column_->addWidget(header_);
        FieldColumn fields(column_);
        fields.add(tr("Flow"), flow_);
        fields.add(tr("Direction"), direction_);
        fields.add(tr("Label"), label_.widget);
        fields.add(tr("From"), source_);
        fields.add(tr("To"), target_);
        column_->addWidget(reverse_);
        connect(flow_, &QComboBox::activated, this, [this](int index) {
            host_.edit({"change-flow", {textOf(Flow(index))}}, [id = id_, index](Editor& editor) {
                return changeRow<Connection>(editor, id, [&](Connection& row) { row.flow = Flow(index); });
            });
        });
        connect(direction_, &SegmentedControl::chosen, this, [this](int index) {
            host_.edit({"change-direction", {}}, [id = id_, index](Editor& editor) {
                return changeRow<Connection>(editor, id,
                                             [&](Connection& row) { row.direction = Direction(index); });
            });
        });
        connect(reverse_, &QPushButton::clicked, this, [this] {
            host_.edit({"change-direction", {}},
                       [id = id_](Editor& editor) { return reverseConnection(editor, id); });
        });
        connect(source_, &QPushButton::clicked, this, [this] { select(&Connection::source); });
        connect(target_, &QPushButton::clicked, this, [this] { select(&Connection::target); });
    }

    void setSubjects(const QList<ElementId>& ids) override {
        id_ = ids.value(0);
        label_.binding->bind(
            {"change-label", {}},
            [id = id_](const Design& design) -> std::optional<QString> {
                const Connection* row = design.connections.find(id);
                return row ? std::optional(row->label) : std::nullopt;
            },
            [id = id_](Editor& editor, const QString& text) {
                return changeRow<Connection>(editor, id, [&](Connection& row) { row.label = text; });
            });
    }

    void refresh() override {
        const Design& design = host_.design();
        const Connection* row = design.connections.find(id_);
        if (!row)
            return;
        const bool writable = !host_.isReadOnly();
        if (shownFlow_ != row->flow) {
            shownFlow_ = row->flow;
            header_->setIcon(flowIcon(host_, row->flow), {36, 14});
        }
        header_->setHeading(row->label.isEmpty() ? tr("Connection") : row->label);
        header_->setSubtitle(capitalised(textOf(row->flow)));
        flow_->setCurrentIndex(int(row->flow));
        direction_->setCurrent(int(row->direction));
        showEnd(source_, row->source);
        showEnd(target_, row->target);
        for (QWidget* widget : std::initializer_list<QWidget*>{flow_, direction_, reverse_})
            widget->setEnabled(writable);
    }

    void focusFirst() override { label_.widget->setFocus(Qt::OtherFocusReason); }

private:
    static QPushButton* endButton() {
        auto* button = new QPushButton;
        button->setIconSize({22, 18});
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        button->setToolTip(tr("Select this end on the board"));
        return button;
    }

    void showEnd(QPushButton* button, ElementId end) {
        const Block* block = host_.design().blocks.find(end);
        button->setIcon(block ? kindIcon(host_, block->kind) : QIcon());
        button->setText(
            fontMetrics().elidedText(oneLine(host_.design().captionOf(end)), Qt::ElideRight, 190));
    }

    void select(ElementId Connection::*end) {
        if (const Connection* row = host_.design().connections.find(id_))
            host_.setSelection({row->*end});
    }

    ElementId id_;
    std::optional<Flow> shownFlow_;
    PageHeader* header_;
    Choice* flow_;
    SegmentedControl* direction_;
    BoundField<QLineEdit> label_;
    QPushButton* source_;
    QPushButton* target_;
    QPushButton* reverse_;
};

} // namespace

InspectorPage* makeConnectionPage(PanelHost& host) {
    return new ConnectionPage(host);
}

} // namespace groundplan

#include "app/panels/controls.h"
#include "app/panels/element_edits.h"
#include "app/panels/entry.h"
#include "app/panels/host_icons.h"
#include "app/panels/icons.h"
#include "app/panels/inspector_page.h"
#include "app/panels/page_header.h"
#include "app/panels/selected.h"
#include "model/design/words_text.h"
#include "model/document/edit_names.h"
#include "model/operations/operations.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

class SeveralPage : public InspectorPage {
    Q_DECLARE_TR_FUNCTIONS(SeveralPage)
public:
    explicit SeveralPage(PanelHost& host)
        : InspectorPage(host)
        , header_(new PageHeader(host, {}))
        , flow_(new Choice)
        , path_(new SegmentedControl({tr("Online"), tr("Offline")}))
        , ml_(new Switch(tr("Need machine learning")))
        , colour_(new ColourRow)
        , locked_(new Switch(tr("Locked in place"))) {
        header_->setIcon(icon(u"several"_s), {20, 20});
        flow_->setIconSize({50, 14});
        flow_->setPlaceholderText(tr("Different flows"));
        for (std::size_t i = 0; i < wordCount<Flow>(); ++i)
            flow_->addItem(flowIcon(host, Flow(i)), capitalised(textOf(Flow(i))));
        column_->addWidget(header_);
        arrangeRow_ = addRow(tr("Arrange"), makeArrangeButtons());
        flowRow_ = addRow(tr("Flow"), flow_);
        pathRow_ = addRow(tr("Path"), path_);
        column_->addWidget(ml_);
        colourRow_ = addRow(tr("Colour"), colour_);
        column_->addWidget(locked_);

        connect(flow_, &QComboBox::activated, this, [this](int index) {
            changeAll<Connection>("change-flow", {textOf(Flow(index))},
                                  [index](Connection& row) { row.flow = Flow(index); });
        });
        connect(path_, &SegmentedControl::chosen, this, [this](int index) {
            changeAll<Block>("change-path", {}, [index](Block& row) { row.path = Path(index + 1); });
        });
        path_->setAllowNone(true);
        connect(ml_, &Switch::clicked, this,
                [this](bool on) { changeAll<Block>("change-ml", {}, [on](Block& row) { row.ml = on; }); });
        connect(colour_, &ColourRow::chosen, this, [this](const QString& colour) { setColour(colour); });
        connect(locked_, &Switch::clicked, this, [this](bool on) { host_.setLocked(on); });
    }

    void setSubjects(const QList<ElementId>& ids) override { ids_ = ids; }

    void refresh() override {
        const Design& design = host_.design();
        ElementCounts counts;
        Common<Flow> flow;
        Common<Path> path;
        Common<bool> ml, locked;
        Common<QString> colour;
        for (const ElementId id : std::as_const(ids_)) {
            const Element* element = design.elements.find(id);
            if (!element)
                continue;
            counts.add(design, *element);
            locked.take(element->locked);
            if (const Block* block = design.blocks.find(id)) {
                path.take(block->path);
                ml.take(block->ml);
                colour.take(block->colour);
            } else if (const Frame* frame = design.frames.find(id)) {
                colour.take(frame->colour);
            } else if (const Stroke* stroke = design.strokes.find(id)) {
                colour.take(stroke->colour);
            } else if (const Shape* shape = design.shapes.find(id)) {
                colour.take(shape->colour);
            } else if (const Connection* connection = design.connections.find(id)) {
                flow.take(connection->flow);
            }
        }
        const int placed = int(ids_.size()) - counts.of(ElementType::Connection);
        arrangeRow_->setVisible(placed > 1);
        for (std::size_t i = 0; i < arrange_.size(); ++i)
            arrange_[i]->setEnabled(!host_.isReadOnly() && placed >= leastFor(Arrangement(i)));
        header_->setHeading(tr("%1 selected").arg(ids_.size()));
        header_->setSubtitle(counts.text());
        flowRow_->setVisible(flow.any());
        flow_->setCurrentIndex(flow.value() ? int(*flow.value()) : -1);
        pathRow_->setVisible(path.any());
        path_->setCurrent(int(path.value().value_or(Path::Unset)) - 1);
        ml_->setVisible(ml.any());
        ml_->setChecked(ml.value().value_or(false));
        ml_->setMixed(!ml.value());
        colourRow_->setVisible(colour.any());
        colour_->setColour(colour.value().value_or(QString()));
        locked_->setChecked(locked.value().value_or(false));
        locked_->setMixed(!locked.value());
        for (QWidget* widget : std::initializer_list<QWidget*>{flow_, path_, ml_, colour_, locked_})
            widget->setEnabled(!host_.isReadOnly());
    }

private:
    QWidget* addRow(const QString& label, QWidget* field) {
        auto* row = new QWidget;
        auto* column = new QVBoxLayout(row);
        column->setContentsMargins(0, 0, 0, 0);
        FieldColumn(column).add(label, field);
        column_->addWidget(row);
        return row;
    }

    /// Aligning in the first row, distances and sizes in the second.
    QWidget* makeArrangeButtons() {
        constexpr int kColumns = 6;
        auto* buttons = new QWidget;
        auto* grid = new QGridLayout(buttons);
        grid->setContentsMargins(0, 0, 0, 0);
        grid->setSpacing(4);
        for (std::size_t i = 0; i < arrange_.size(); ++i) {
            const auto how = Arrangement(i);
            const char* word = Words<Arrangement>::words[i];
            auto* button = iconButton(QString::fromLatin1(word), textOf(EditName{word, {}}));
            button->setObjectName(QString::fromLatin1(word));
            button->setFixedSize(32, 28);
            button->setIconSize({18, 18});
            button->setFocusPolicy(Qt::TabFocus);
            connect(button, &QToolButton::clicked, this, [this, how, word] {
                const QSet<ElementId> ids(ids_.begin(), ids_.end());
                host_.edit({word, {}},
                           [ids, how](Editor& editor) { return arrangeElements(editor, ids, how); });
            });
            grid->addWidget(button, int(i) / kColumns, int(i) % kColumns);
            arrange_[i] = button;
        }
        grid->setColumnStretch(kColumns, 1);
        return buttons;
    }

    template <class Row, class Change>
    void changeAll(const char* key, const QStringList& args, const Change& change) {
        host_.edit({key, args}, [ids = ids_, change](Editor& editor) -> Result<void> {
            for (const ElementId id : ids) {
                if (const Row* row = tableOf<Row>(editor.design()).find(id)) {
                    Row changed = *row;
                    change(changed);
                    editor.put(changed);
                }
            }
            return {};
        });
        refresh();
    }

    void setColour(const QString& colour) {
        host_.edit({"change-colour", {}}, [ids = ids_, colour](Editor& editor) -> Result<void> {
            for (const ElementId id : ids) {
                if (const auto done = paint(editor, id, colour); !done)
                    return done;
            }
            return {};
        });
    }

    static Result<void> paint(Editor& editor, ElementId id, const QString& colour) {
        const Design& design = editor.design();
        const auto give = [&](auto& row) { row.colour = colour; };
        if (design.blocks.contains(id))
            return changeRow<Block>(editor, id, give);
        if (design.frames.contains(id))
            return changeRow<Frame>(editor, id, give);
        if (design.strokes.contains(id))
            return changeRow<Stroke>(editor, id, give);
        if (design.shapes.contains(id))
            return changeRow<Shape>(editor, id, give);
        return {};
    }

    QList<ElementId> ids_;
    PageHeader* header_;
    std::array<QToolButton*, wordCount<Arrangement>()> arrange_{};
    QWidget* arrangeRow_;
    Choice* flow_;
    SegmentedControl* path_;
    Switch* ml_;
    ColourRow* colour_;
    Switch* locked_;
    QWidget* flowRow_;
    QWidget* pathRow_;
    QWidget* colourRow_;
};

} // namespace

InspectorPage* makeSeveralPage(PanelHost& host) {
    return new SeveralPage(host);
}

} // namespace groundplan

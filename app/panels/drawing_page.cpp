#include "app/panels/continued_field.h"
#include "app/panels/controls.h"
#include "app/panels/element_edits.h"
#include "app/panels/entry.h"
#include "app/panels/growing_text_edit.h"
#include "app/panels/icons.h"
#include "app/panels/inspector_page.h"
#include "app/panels/page_header.h"
#include "app/panels/selected.h"
#include "app/render/drawing_style.h"
#include "model/design/words_text.h"
#include "model/operations/operations.h"

#include <QCoreApplication>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

constexpr int kNoChoice = -1;

/// The number of `value` among choices; none of them: -1.
template <std::size_t N>
int choiceOf(const std::array<Coord, N>& choices, Coord value) {
    const auto it = std::find(choices.begin(), choices.end(), value);
    return it == choices.end() ? kNoChoice : int(it - choices.begin());
}

const std::array<Coord, 3>& widthsOf(const Stroke& stroke) {
    return stroke.tool == StrokeTool::Highlighter ? kMarkerWidths : kPenWidths;
}

/// One or several strokes, shapes and images; shows what they have in common.
class DrawingPage : public InspectorPage {
    Q_DECLARE_TR_FUNCTIONS(DrawingPage)
public:
    explicit DrawingPage(PanelHost& host)
        : InspectorPage(host)
        , header_(new PageHeader(host, {}))
        , text_(textField(host, tr("What it says"), 2))
        , description_(textField(host, tr("What is to be seen, for those who cannot"), 2))
        , colour_(new ColourRow)
        , width_(new SegmentedControl({tr("Thin"), tr("Medium"), tr("Broad")}))
        , textSize_(new SegmentedControl({tr("S"), tr("M"), tr("L"), tr("XL")}))
        , filled_(new Switch(tr("Filled")))
        , locked_(new Switch(tr("Locked in place"))) {
        colour_->setSwatches(inkSwatches(), tr("Ink of the theme"));
        width_->setAccessibleName(tr("Width"));
        textSize_->setAccessibleName(tr("Letters"));
        column_->addWidget(header_);
        textRow_ = addRow(tr("Text"), text_.widget);
        descriptionRow_ = addRow(tr("Description"), description_.widget);
        colourRow_ = addRow(tr("Colour"), colour_);
        widthRow_ = addRow(tr("Width"), width_);
        textSizeRow_ = addRow(tr("Letters"), textSize_);
        column_->addWidget(filled_);
        column_->addWidget(locked_);

        connect(colour_, &ColourRow::chosen, this, [this](const QString& colour) {
            host_.edit({"change-colour", {}}, [ids = ids_, colour](Editor& editor) -> Result<void> {
                change<Stroke>(editor, ids, [&](Stroke& row) { row.colour = colour; });
                change<Shape>(editor, ids, [&](Shape& row) { row.colour = colour; });
                return {};
            });
        });
        connect(width_, &SegmentedControl::chosen, this, [this](int number) {
            host_.edit({"change-width", {}}, [ids = ids_, number](Editor& editor) -> Result<void> {
                change<Stroke>(editor, ids,
                               [&](Stroke& row) { row.width = widthsOf(row)[std::size_t(number)]; });
                return {};
            });
        });
        connect(textSize_, &SegmentedControl::chosen, this, [this](int number) {
            host_.edit({"change-text-size", {}}, [ids = ids_, number](Editor& editor) -> Result<void> {
                change<Shape>(editor, ids,
                              [&](Shape& row) { row.textSize = kTextSizes[std::size_t(number)]; });
                return {};
            });
        });
        connect(filled_, &Switch::clicked, this, [this](bool on) {
            host_.edit({"change-filled", {}}, [ids = ids_, on](Editor& editor) -> Result<void> {
                change<Shape>(editor, ids,
                              [&](Shape& row) { row.filled = on && row.kind != ShapeKind::Text; });
                return {};
            });
        });
        connect(locked_, &Switch::clicked, this, [this](bool on) { host_.setLocked(on); });
    }

    void setSubjects(const QList<ElementId>& ids) override {
        ids_ = ids;
        const ElementId id = ids.size() == 1 ? ids.first() : ElementId();
        text_.binding->bind(
            {"change-text", {}},
            [id](const Design& design) -> std::optional<QString> {
                const Shape* shape = design.shapes.find(id);
                return shape ? std::optional(shape->text) : std::nullopt;
            },
            // A text that is emptied here stays, so that it can be typed anew.
            [id](Editor& editor, const QString& text) {
                return changeRow<Shape>(editor, id, [&](Shape& row) { row.text = text; });
            });
        description_.binding->bind(
            {"change-description", {}},
            [id](const Design& design) -> std::optional<QString> {
                const Image* image = design.images.find(id);
                return image ? std::optional(image->description) : std::nullopt;
            },
            [id](Editor& editor, const QString& text) {
                return changeRow<Image>(editor, id, [&](Image& row) { row.description = oneLine(text); });
            });
    }

    void refresh() override {
        const Design& design = host_.design();
        ElementCounts counts;
        Common<QString> colour;
        Common<int> width, textSize;
        Common<bool> filled, locked;
        for (const ElementId id : std::as_const(ids_)) {
            const Element* element = design.elements.find(id);
            if (!element)
                continue;
            counts.add(design, *element);
            locked.take(element->locked);
            if (const Stroke* stroke = design.strokes.find(id)) {
                colour.take(stroke->colour);
                width.take(choiceOf(widthsOf(*stroke), stroke->width));
            } else if (const Shape* shape = design.shapes.find(id)) {
                colour.take(shape->colour);
                if (shape->kind == ShapeKind::Text || !shape->text.isEmpty())
                    textSize.take(choiceOf(kTextSizes, shape->textSize));
                if (shape->kind != ShapeKind::Text)
                    filled.take(shape->filled);
            }
        }
        showHead(design, counts);
        const ElementId one = ids_.size() == 1 ? ids_.first() : ElementId();
        textRow_->setVisible(design.shapes.contains(one));
        descriptionRow_->setVisible(design.images.contains(one));
        colourRow_->setVisible(colour.any());
        colour_->setColour(colour.value().value_or(QString()));
        widthRow_->setVisible(width.any());
        width_->setCurrent(width.value().value_or(kNoChoice));
        textSizeRow_->setVisible(textSize.any());
        textSize_->setCurrent(textSize.value().value_or(kNoChoice));
        filled_->setVisible(filled.any());
        filled_->setChecked(filled.value().value_or(false));
        filled_->setMixed(filled.any() && !filled.value());
        locked_->setChecked(locked.value().value_or(false));
        locked_->setMixed(locked.any() && !locked.value());
        for (QWidget* widget : std::initializer_list<QWidget*>{colour_, width_, textSize_, filled_, locked_})
            widget->setEnabled(!host_.isReadOnly());
    }

    void focusFirst() override {
        if (textRow_->isVisible())
            text_.widget->setFocus(Qt::OtherFocusReason);
        else if (descriptionRow_->isVisible())
            description_.widget->setFocus(Qt::OtherFocusReason);
        else
            colour_->setFocus(Qt::OtherFocusReason);
    }

private:
    static QList<ColourRow::Swatch> inkSwatches() {
        const QStringList names{{}, tr("Red"), tr("Orange"), tr("Green"), tr("Blue"), tr("Violet")};
        QList<ColourRow::Swatch> swatches;
        for (std::size_t i = 1; i < kInks.size(); ++i)
            swatches.append({QString::fromLatin1(kInks[i]), names[qsizetype(i)]});
        return swatches;
    }

    template <class Row, class Change>
    static void change(Editor& editor, const QList<ElementId>& ids, const Change& change) {
        for (const ElementId id : ids) {
            if (const Row* row = tableOf<Row>(editor.design()).find(id)) {
                Row changed = *row;
                change(changed);
                editor.put(changed);
            }
        }
    }

    QWidget* addRow(const QString& label, QWidget* field) {
        auto* row = new QWidget;
        auto* column = new QVBoxLayout(row);
        column->setContentsMargins(0, 0, 0, 0);
        FieldColumn(column).add(label, field);
        column_->addWidget(row);
        return row;
    }

    void showHead(const Design& design, const ElementCounts& counts) {
        const ElementId one = ids_.value(0);
        if (ids_.size() > 1) {
            header_->setIcon(icon(u"several"_s), {20, 20});
            header_->setHeading(tr("%1 selected").arg(ids_.size()));
            header_->setSubtitle(counts.text());
            return;
        }
        if (const Stroke* stroke = design.strokes.find(one)) {
            header_->setIcon(icon(QString(wordOf(stroke->tool))), {20, 20});
            header_->setHeading(textOf(stroke->tool));
        } else if (const Shape* shape = design.shapes.find(one)) {
            header_->setIcon(icon(QString(wordOf(shape->kind))), {20, 20});
            header_->setHeading(textOf(shape->kind));
        } else if (const Image* image = design.images.find(one)) {
            header_->setIcon(icon(u"image"_s), {20, 20});
            header_->setHeading(tr("Image"));
            const double megabytes = double(design.assets.bytes(image->asset).size()) / (1 << 20);
            header_->setSubtitle(megabytes < 0.1
                                     ? tr("%1 kB").arg(QLocale().toString(megabytes * 1024, 'f', 0))
                                     : tr("%1 MB").arg(QLocale().toString(megabytes, 'f', 1)));
            return;
        }
        header_->setSubtitle({});
    }

    QList<ElementId> ids_;
    PageHeader* header_;
    BoundField<GrowingTextEdit> text_;
    BoundField<GrowingTextEdit> description_;
    ColourRow* colour_;
    SegmentedControl* width_;
    SegmentedControl* textSize_;
    Switch* filled_;
    Switch* locked_;
    QWidget* textRow_;
    QWidget* descriptionRow_;
    QWidget* colourRow_;
    QWidget* widthRow_;
    QWidget* textSizeRow_;
};

} // namespace

InspectorPage* makeDrawingPage(PanelHost& host) {
    return new DrawingPage(host);
}

} // namespace groundplan

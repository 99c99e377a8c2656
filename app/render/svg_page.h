#pragma once

#include "app/render/element_words.h"
#include "app/render/svg_ids.h"
#include "app/render/svg_text.h"
#include "app/render/vector_page.h"

#include <QHash>
#include <QSet>

#include <array>
#include <optional>

namespace groundplan {

/// The content of an SVG file that a QPainter paints on: a group an element with its id, title, description
/// and link, rectangles as rectangles, texts as texts. Coordinates are those of the board.
///
/// Qt's QSvgGenerator is not used: it writes a group with a dozen attributes and a matrix around each line,
/// knows nothing of elements, ids and links, and draws curves where a rectangle would do.
class SvgPage final : public VectorPage {
public:
    /// All three must outlive the page.
    SvgPage(const Design& design, const Catalogue& catalogue, const BoardIndex& index, QSizeF size);
    ~SvgPage() override;

    /// A group of what follows until the next one; `id` has a hyphen (see SvgIds).
    void beginLayer(std::string_view id);
    void endLayer();

    /// Of what follows only what lies in `area` is seen.
    void beginWindow(const QRectF& area);
    void endWindow();

    void beginElement(ElementId id, Part part) override;
    void endElement() override;
    bool wantsGlyphs() const override { return false; }
    void drawText(const QTransform& transform, QPointF topLeft, const FittedText& text,
                  const QColor& colour) override;
    /// Painted in place, so that who edits the file finds a rectangle where a rectangle is seen.
    void drawForm(const QByteArray& key, QPainter& painter, QPointF at, const QRectF& bounds,
                  const std::function<void(QPainter&)>& paint) override;
    /// Written once among the definitions and then referred to.
    void drawIcon(const QByteArray& name, QPainter& painter, const QRectF& target, double side,
                  const std::function<void(QPainter&)>& paint) override;
    void drawPicture(const QString& key, const QByteArray& bytes, const QImage& image, QPainter& painter,
                     const QRectF& target) override;

    /// What was painted, and the definitions that it refers to; whole elements, to stand within <svg>.
    std::string takeContent() { return content_.take(); }
    const std::string& definitions() const { return definitions_.bytes(); }

protected:
    void paintPath(const QPainterPath& path, const QTransform& transform, const QPen& pen,
                   const QBrush& brush) override;
    void paintRect(const QRectF& rect, const QTransform& transform, const QPen& pen,
                   const QBrush& brush) override;
    void paintEllipse(const QRectF& rect, const QTransform& transform, const QPen& pen,
                      const QBrush& brush) override;

private:
    struct Pending {
        ElementId id;
        Part part;
    };
    /// Writes the head of the element's group, which is done with its first line or area.
    void open();
    void writeRect(const QRectF& rect, QSizeF radii, const QPen& pen, const QBrush& brush, double scale);
    void writeLine(const QTransform& transform, QPointF topLeft, const FittedText& text, qsizetype line,
                   const QColor& colour);
    QByteArray definitionId(const char* prefix, const QByteArray& name);

    const Design& design_;
    SvgIds ids_;
    ElementWords words_;
    SvgText content_, definitions_;
    SvgText* text_ = &content_; ///< the one being written
    std::optional<Part> layer_;
    bool inLayer_ = false;
    std::optional<Pending> pending_;
    bool isOpen_ = false, isLinked_ = false;
    QHash<QByteArray, QByteArray> icons_; ///< id by name
    QSet<QByteArray> definitionIds_;
    struct Shown {
        QByteArray id;
        QSizeF size;
    };
    QHash<QString, Shown> pictures_; ///< by key
    int clips_ = 0;
    std::array<std::string, 16> fonts_; ///< attributes by role
};

} // namespace groundplan

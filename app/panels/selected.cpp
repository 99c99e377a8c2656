#include "app/panels/selected.h"

#include "model/design/counted.h"

#include <QCoreApplication>
#include <QStringList>

namespace groundplan {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Selected)
};

} // namespace

void ElementCounts::add(const Design& design, const Element& element) {
    if (const Stroke* stroke = design.strokes.find(element.id))
        add(*stroke);
    else if (const Shape* shape = design.shapes.find(element.id))
        add(*shape);
    else
        add(element.type);
}

QString ElementCounts::text() const {
    QStringList parts;
    const auto put = [&](int count, const char* text) {
        if (count > 0)
            parts.append(counted(Text::tr(text, nullptr, count), count));
    };
    const int lines = strokes_[std::size_t(StrokeTool::Line)];
    const int arrows = strokes_[std::size_t(StrokeTool::Arrow)];
    put(of(ElementType::Block), QT_TRANSLATE_NOOP("Selected", "%Ln block(s)"));
    put(of(ElementType::Frame), QT_TRANSLATE_NOOP("Selected", "%Ln frame(s)"));
    put(of(ElementType::Connection), QT_TRANSLATE_NOOP("Selected", "%Ln connection(s)"));
    put(of(ElementType::Card), QT_TRANSLATE_NOOP("Selected", "%Ln card(s)"));
    put(of(ElementType::Stroke) - lines - arrows, QT_TRANSLATE_NOOP("Selected", "%Ln drawing(s)"));
    put(lines, QT_TRANSLATE_NOOP("Selected", "%Ln line(s)"));
    put(arrows, QT_TRANSLATE_NOOP("Selected", "%Ln arrow(s)"));
    put(of(ElementType::Shape) - texts_, QT_TRANSLATE_NOOP("Selected", "%Ln shape(s)"));
    put(texts_, QT_TRANSLATE_NOOP("Selected", "%Ln text(s)"));
    put(of(ElementType::Image), QT_TRANSLATE_NOOP("Selected", "%Ln image(s)"));
    return parts.join(QStringLiteral(" · "));
}

} // namespace groundplan

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

QString ElementCounts::text() const {
    QStringList parts;
    const auto put = [&](ElementType type, const char* text) {
        const int count = of(type);
        if (count > 0)
            parts.append(counted(Text::tr(text, nullptr, count), count));
    };
    put(ElementType::Block, QT_TRANSLATE_NOOP("Selected", "%n block(s)"));
    put(ElementType::Frame, QT_TRANSLATE_NOOP("Selected", "%n frame(s)"));
    put(ElementType::Connection, QT_TRANSLATE_NOOP("Selected", "%n connection(s)"));
    put(ElementType::Card, QT_TRANSLATE_NOOP("Selected", "%n card(s)"));
    put(ElementType::Stroke, QT_TRANSLATE_NOOP("Selected", "%n stroke(s)"));
    put(ElementType::Shape, QT_TRANSLATE_NOOP("Selected", "%n shape(s)"));
    put(ElementType::Image, QT_TRANSLATE_NOOP("Selected", "%n image(s)"));
    return parts.join(QStringLiteral(" · "));
}

} // namespace groundplan

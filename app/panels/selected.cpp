#include "app/panels/selected.h"

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
    const auto put = [&](ElementType type, const QString& one, const QString& many) {
        const int count = of(type);
        if (count > 0)
            parts.append(count == 1 ? one : many.arg(count));
    };
    put(ElementType::Block, Text::tr("1 block"), Text::tr("%1 blocks"));
    put(ElementType::Frame, Text::tr("1 frame"), Text::tr("%1 frames"));
    put(ElementType::Connection, Text::tr("1 connection"), Text::tr("%1 connections"));
    put(ElementType::Card, Text::tr("1 card"), Text::tr("%1 cards"));
    put(ElementType::Stroke, Text::tr("1 stroke"), Text::tr("%1 strokes"));
    put(ElementType::Shape, Text::tr("1 shape"), Text::tr("%1 shapes"));
    put(ElementType::Image, Text::tr("1 image"), Text::tr("%1 images"));
    return parts.join(QStringLiteral(" · "));
}

} // namespace groundplan

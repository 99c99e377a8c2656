#include "app/tools/label_gesture.h"

#include "model/routing/label_choice.h"

#include <QCoreApplication>
#include <QPointF>

namespace groundplan {

qint32 placeOnWay(const QList<Point>& corners, Point at) {
    double length = 0;
    double best = -1;
    double place = 0;
    for (qsizetype i = 1; i < corners.size(); ++i) {
        const QPointF from(corners[i - 1].x, corners[i - 1].y);
        const QPointF way = QPointF(corners[i].x, corners[i].y) - from;
        const double part = std::hypot(way.x(), way.y());
        if (part <= 0)
            continue;
        const QPointF to = QPointF(at.x, at.y) - from;
        const double along = std::clamp(QPointF::dotProduct(to, way) / part, 0.0, part);
        const QPointF off = to - way * (along / part);
        const double distance = std::hypot(off.x(), off.y());
        if (best < 0 || distance < best) {
            best = distance;
            place = length + along;
        }
        length += part;
    }
    return length > 0 ? qint32(std::round(1000 * place / length)) : 500;
}

Result<void> moveLabel(Editor& editor, ElementId connection, qint32 place) {
    const Connection* now = editor.design().connections.find(connection);
    if (!now) {
        return fail(ErrorCode::Refused,
                    QCoreApplication::translate("Board", "The connection is gone; its label was not moved."));
    }
    Connection changed = *now;
    changed.labelAt = labelByHand(place);
    editor.put(changed);
    return {};
}

LabelGesture::LabelGesture(ElementId connection)
    : connection_(connection) {}

void LabelGesture::moved(ToolHost& host, const PointerEvent& event) {
    Preview preview;
    if (const Connection* connection = host.design().connections.find(connection_))
        preview.labelsAt.insert(connection_, placeOnWay(host.design().routeOf(*connection), event.at));
    host.setPreview(preview);
}

void LabelGesture::released(ToolHost& host, const PointerEvent& event) {
    const Connection* connection = host.design().connections.find(connection_);
    if (!connection)
        return;
    const qint32 place = placeOnWay(host.design().routeOf(*connection), event.at);
    host.edit({"move-label", {}},
              [id = connection_, place](Editor& editor) { return moveLabel(editor, id, place); });
}

} // namespace groundplan

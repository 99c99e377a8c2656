#include "model/operations/parts.h"

#include "model/design/validate.h"
#include "model/operations/kept_index.h"
#include "model/routing/label_choice.h"
#include "model/routing/router.h"

#include <QLocale>

#include <algorithm>

namespace groundplan {

Result<void> allThere(const Design& design, const QSet<ElementId>& ids) {
    const bool all = !ids.isEmpty() && std::all_of(ids.begin(), ids.end(), [&](ElementId id) {
        return design.elements.contains(id);
    });
    if (all)
        return {};
    return fail(
        ErrorCode::Refused,
        OperationText::tr("What this was about is no longer in the design; select again what you see."));
}

Result<void> fits(const QString& text, qsizetype longest, const QString& what) {
    if (text.size() <= longest)
        return {};
    const QLocale locale;
    return fail(ErrorCode::Refused,
                OperationText::tr("A %1 can have at most %2 characters and this one has %3; shorten it.")
                    .arg(what, locale.toString(longest), locale.toString(text.size())));
}

QString cleaned(const QString& text) {
    QString clean = text.isValidUtf16() ? text : QString::fromUtf8(text.toUtf8());
    clean.remove(QChar(u'\0'));
    return clean;
}

bool isCarried(const Design& design, const QSet<ElementId>& ids, ElementId id) {
    const Element* element = design.elements.find(id);
    qsizetype steps = design.frames.size(); // nesting is never deeper
    while (element && element->parent && steps-- > 0) {
        element = design.elements.find(element->parent);
        if (element && ids.contains(element->id) && !element->locked)
            return true;
    }
    return false;
}

Rect clamped(Rect rect) {
    rect.w = std::clamp(rect.w, kMinSize, kMaxSize);
    rect.h = std::clamp(rect.h, kMinSize, kMaxSize);
    rect.x = std::clamp(rect.x, -kMaxCoord, kMaxCoord - rect.w);
    rect.y = std::clamp(rect.y, -kMaxCoord, kMaxCoord - rect.h);
    return rect;
}

Point clampedStep(const Rect& rect, Point by) {
    const auto clampedBy = [](Coord lo, Coord hi, Coord step) {
        // Something that already reaches over the edge may stay there, but goes no further.
        const qint64 least = std::min<qint64>(0, qint64(-kMaxCoord) - lo);
        const qint64 most = std::max<qint64>(0, qint64(kMaxCoord) - hi);
        return Coord(std::clamp<qint64>(step, least, most));
    };
    return {clampedBy(rect.left(), rect.right(), by.x), clampedBy(rect.top(), rect.bottom(), by.y)};
}

QList<ElementId> sortedIds(const QSet<ElementId>& ids) {
    QList<ElementId> list(ids.begin(), ids.end());
    std::sort(list.begin(), list.end());
    return list;
}

void putRect(Editor& editor, ElementId id, const Rect& rect) {
    const auto put = [&](const auto& table) {
        const auto* present = table.find(id);
        if (!present)
            return false;
        auto row = *present;
        row.rect = rect;
        editor.put(row);
        return true;
    };
    const Design& design = editor.design();
    put(design.blocks) || put(design.frames) || put(design.cards) || put(design.strokes) ||
        put(design.shapes) || put(design.images);
}

void putParent(Editor& editor, ElementId id, ElementId parent) {
    const Element* element = editor.design().elements.find(id);
    if (!element || element->parent == parent)
        return;
    Element row = *element;
    row.parent = parent;
    const Element* frame = editor.design().elements.find(parent);
    const bool hidden = row.type == ElementType::Frame && frame && row.order <= frame->order;
    if (hidden)
        row.order = lastOrder(editor.design().elements);
    editor.put(row);
    if (hidden)
        raiseFramesInside(editor, id);
}

void putElement(Editor& editor, ElementId id, ElementType type, ElementId parent) {
    Element row;
    row.id = id;
    row.type = type;
    row.parent = parent;
    row.order = lastOrder(editor.design().elements);
    editor.put(row);
}

void raiseFramesInside(Editor& editor, ElementId frame) {
    const Design design = editor.design();
    const QList<const Element*> inside = design.elements.sorted([&](const Element& element) {
        return element.type == ElementType::Frame && design.isInside(element.id, frame);
    });
    qint64 order = inside.isEmpty() ? 0 : lastOrder(design.elements);
    for (const Element* element : inside) {
        Element row = *element;
        row.order = order;
        order += kOrderGap;
        editor.put(row);
    }
}

Size labelSize(const QString& label, const MeasureLabel& measure) {
    if (label.isEmpty())
        return {};
    if (measure)
        return measure(label);
    constexpr Coord kLetter = 6 * kUnitsPerPoint;
    constexpr Coord kPadding = 16 * kUnitsPerPoint;
    constexpr Coord kHeight = 20 * kUnitsPerPoint;
    return {Coord(label.size()) * kLetter + kPadding, kHeight};
}

void placeLabels(Editor& editor, const QSet<ElementId>& connections, const QSet<ElementId>& placed) {
    // After a large change the index is made anew: not for nothing.
    constexpr qsizetype kMany = 1000;
    const Table<Connection>& rows = editor.design().connections;
    if (connections.size() > kMany &&
        std::none_of(rows.begin(), rows.end(), [](const Connection& row) { return row.labelSize.w > 0; }))
        return;
    const QHash<ElementId, qint32> places =
        chooseLabelPlaces(editor.design(), routingIndexOf(editor), connections, placed);
    const QSet<ElementId> ids(places.keyBegin(), places.keyEnd());
    for (const ElementId id : sortedIds(ids)) {
        Connection row = editor.design().connections.at(id);
        row.labelAt = places.value(id);
        editor.put(row);
    }
}

void putRoutes(Editor& editor, const QHash<ElementId, Route>& routes, const QSet<ElementId>& placed) {
    const QSet<ElementId> ids(routes.keyBegin(), routes.keyEnd());
    for (const ElementId id : sortedIds(ids)) {
        Connection row = editor.design().connections.at(id);
        row.route = routes.value(id);
        editor.put(row);
    }
    placeLabels(editor, ids, placed);
}

void rerouteAround(Editor& editor, const QSet<ElementId>& placed, QSet<ElementId> connections,
                   const QSet<ElementId>& kept) {
    if (connections.isEmpty() && kept.size() == editor.design().connections.size())
        return;
    const Router router(routingIndexOf(editor));
    connections.unite(router.index().connectionsThrough(placed));
    connections.subtract(kept);
    putRoutes(editor, router.route(connections, kept), placed);
}

void rerouteThrough(Editor& editor, const QList<Rect>& freed) {
    if (!freed.isEmpty() && !editor.design().connections.isEmpty())
        putRoutes(editor, Router(routingIndexOf(editor)).routeThrough(freed));
}

void shiftWaypoints(Connection& connection, const Rect& sourceBefore, const Rect& sourceNow) {
    constexpr Coord kFar = 2 * kMaxCoord;
    for (Point& point : connection.waypoints) {
        point = point + sourceBefore.topLeft() - sourceNow.topLeft();
        point = {std::clamp(point.x, -kFar, kFar), std::clamp(point.y, -kFar, kFar)};
    }
}

void keepWaypoints(Editor& editor, const Design& before, const QSet<ElementId>& connections) {
    for (const ElementId id : sortedIds(connections)) {
        const Connection* connection = editor.design().connections.find(id);
        if (!connection || connection->waypoints.isEmpty())
            continue;
        const auto old = before.rectOf(connection->source);
        const auto now = editor.design().rectOf(connection->source);
        if (!old || !now || old->topLeft() == now->topLeft())
            continue;
        Connection row = *connection;
        shiftWaypoints(row, *old, *now);
        editor.put(row);
    }
}

QSet<ElementId> bundleOf(const Design& design, const Connection& connection) {
    QSet<ElementId> bundle;
    for (const Connection& other : design.connections) {
        if ((other.source == connection.source && other.target == connection.target) ||
            (other.source == connection.target && other.target == connection.source))
            bundle.insert(other.id);
    }
    return bundle;
}

void removeRows(Editor& editor, QSet<ElementId> elements, const QSet<DecisionId>& removedDecisions) {
    const Design design = editor.design();
    QSet<DecisionId> decisions = removedDecisions;
    // A connection goes with its end, a decision with its subject, a card with its decision.
    elements.unite(design.connectionsAt(elements));
    for (const Decision& decision : design.decisions) {
        if (decision.subject && elements.contains(decision.subject))
            decisions.insert(decision.id);
    }
    if (!decisions.isEmpty()) {
        for (const Card& card : design.cards) {
            if (card.decision && decisions.contains(card.decision))
                elements.insert(card.id);
        }
    }
    QSet<OptionId> options;
    if (!decisions.isEmpty()) {
        for (const Option& option : design.options) {
            if (decisions.contains(option.decision))
                options.insert(option.id);
        }
        for (const Argument& argument : design.arguments) {
            if (options.contains(argument.option))
                editor.remove<Argument>(argument.id);
        }
        for (const Score& score : design.scores) {
            if (options.contains(score.option))
                editor.remove<Score>(score.id);
        }
        for (const Criterion& criterion : design.criteria) {
            if (decisions.contains(criterion.decision))
                editor.remove<Criterion>(criterion.id);
        }
    }
    for (const OptionId id : std::as_const(options))
        editor.remove<Option>(id);
    for (const DecisionId id : std::as_const(decisions))
        editor.remove<Decision>(id);
    for (const Note& note : design.notes) {
        if (note.subject && elements.contains(note.subject))
            editor.remove<Note>(note.id);
    }
    for (const Metric& metric : design.metrics) {
        if (metric.subject && elements.contains(metric.subject))
            editor.remove<Metric>(metric.id);
    }
    for (const Property& property : design.properties) {
        if (property.subject && elements.contains(property.subject))
            editor.remove<Property>(property.id);
    }
    const QList<ElementId> doomed = sortedIds(elements);
    for (const ElementId id : doomed) {
        editor.remove<Connection>(id);
        editor.remove<Block>(id);
        editor.remove<Frame>(id);
        editor.remove<Card>(id);
        editor.remove<Stroke>(id);
        editor.remove<Shape>(id);
        editor.remove<Image>(id);
    }
    for (const ElementId id : doomed)
        editor.remove<Element>(id);
}

} // namespace groundplan

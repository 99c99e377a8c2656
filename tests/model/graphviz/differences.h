#pragma once

#include "model/design/design.h"

#include <QByteArray>
#include <QStringList>

namespace groundplan {

/// The tables in which two designs differ, with the ids of the rows; empty when they are equal.
inline QStringList differences(const Design& a, const Design& b) {
    QStringList found;
    if (a.board != b.board)
        found << QStringLiteral("board");
    const auto compare = [&found](const auto& x, const auto& y, const char* name) {
        for (const auto& row : x) {
            const auto* other = y.find(row.id);
            if (!other || !(*other == row))
                found << QStringLiteral("%1 %2 %3")
                             .arg(QLatin1StringView(name))
                             .arg(row.id.value())
                             .arg(other ? QStringLiteral("differs") : QStringLiteral("is missing"));
        }
        for (const auto& row : y) {
            if (!x.find(row.id))
                found << QStringLiteral("%1 %2 is new").arg(QLatin1StringView(name)).arg(row.id.value());
        }
    };
    compare(a.elements, b.elements, "element");
    compare(a.blocks, b.blocks, "block");
    compare(a.frames, b.frames, "frame");
    compare(a.connections, b.connections, "connection");
    compare(a.cards, b.cards, "card");
    compare(a.strokes, b.strokes, "stroke");
    compare(a.shapes, b.shapes, "shape");
    compare(a.images, b.images, "image");
    for (const Image& image : a.images) {
        if (b.assets.bytes(image.asset) != a.assets.bytes(image.asset))
            found << QStringLiteral("the bytes of image %1 differ").arg(image.id.value());
    }
    compare(a.notes, b.notes, "note");
    compare(a.decisions, b.decisions, "decision");
    compare(a.options, b.options, "option");
    compare(a.arguments, b.arguments, "argument");
    compare(a.metrics, b.metrics, "metric");
    compare(a.requirements, b.requirements, "requirement");
    return found.mid(0, 10);
}

/// The first line in which two texts differ, of both; empty when they are equal.
inline QByteArray firstDifference(const QByteArray& a, const QByteArray& b) {
    const QList<QByteArray> x = a.split('\n');
    const QList<QByteArray> y = b.split('\n');
    for (qsizetype i = 0; i < std::max(x.size(), y.size()); ++i) {
        if (x.value(i) != y.value(i))
            return QByteArray::number(i + 1) + ": " + x.value(i) + "\n   " + y.value(i);
    }
    return {};
}

} // namespace groundplan

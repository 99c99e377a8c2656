#include "model/graphviz/dot_looks.h"

using namespace Qt::StringLiterals;

namespace groundplan::dotlooks {

QByteArray lightened(const QString& colour, int white) {
    QByteArray light = "#";
    for (int i = 1; i < 7; i += 2) {
        const int part = QStringView(colour).mid(i, 2).toInt(nullptr, 16);
        light += QByteArray::number(0x100 + (part + white * 255) / (white + 1), 16).right(2);
    }
    return light;
}

ShapeLook lookOf(const QString& shape) {
    if (shape.isEmpty() || shape == "box"_L1)
        return {"box", "rounded,filled"};
    if (shape == "square"_L1)
        return {"box", "filled"};
    if (shape == "Msquare"_L1)
        return {"box", "filled,diagonals"};
    if (shape == "circle"_L1)
        return {"ellipse", "filled"};
    if (shape == "doublecircle"_L1)
        return {"ellipse", "filled", true};
    return {shape.toUtf8(), "filled"};
}

} // namespace groundplan::dotlooks

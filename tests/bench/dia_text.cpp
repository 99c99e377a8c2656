#include "tests/bench/dia_text.h"

namespace groundplan::bench {

namespace {

constexpr double kCentimetres = 0.05; ///< in a point; Dia draws 20 pixels a centimetre

QByteArray at(double x, double y) {
    return QByteArray::number(x * kCentimetres, 'f', 3) + ',' + QByteArray::number(y * kCentimetres, 'f', 3);
}

QByteArray object(const char* type, qint64 id, const QByteArray& attributes) {
    return QByteArray("<dia:object type=\"Standard - ") + type + "\" version=\"0\" id=\"O" +
           QByteArray::number(id) + "\">" + attributes + "</dia:object>\n";
}

QByteArray box(const Block& block, qint64 id) {
    return object("Box", id,
                  "<dia:attribute name=\"elem_corner\"><dia:point val=\"" +
                      at(points(block.rect.x), points(block.rect.y)) +
                      "\"/></dia:attribute><dia:attribute name=\"elem_width\"><dia:real val=\"" +
                      QByteArray::number(points(block.rect.w) * kCentimetres) +
                      "\"/></dia:attribute><dia:attribute name=\"elem_height\"><dia:real val=\"" +
                      QByteArray::number(points(block.rect.h) * kCentimetres) +
                      "\"/></dia:attribute><dia:attribute name=\"corner_radius\"><dia:real val=\"0.5\"/>"
                      "</dia:attribute>");
}

QByteArray title(const Block& block, qint64 id) {
    const QByteArray place =
        at(points(block.rect.x + block.rect.w / 2), points(block.rect.y + block.rect.h / 2));
    return object("Text", id,
                  "<dia:attribute name=\"obj_pos\"><dia:point val=\"" + place +
                      "\"/></dia:attribute><dia:attribute name=\"text\"><dia:composite type=\"text\">"
                      "<dia:attribute name=\"string\"><dia:string>#" +
                      block.title.toHtmlEscaped().toUtf8() +
                      "#</dia:string></dia:attribute><dia:attribute name=\"height\"><dia:real val=\"0.65\"/>"
                      "</dia:attribute><dia:attribute name=\"pos\"><dia:point val=\"" +
                      place +
                      "\"/></dia:attribute><dia:attribute name=\"alignment\"><dia:enum val=\"1\"/>"
                      "</dia:attribute></dia:composite></dia:attribute>");
}

QByteArray line(const Connection& connection, Point origin, qint64 id) {
    QByteArray corners;
    for (const Point corner : connection.route) {
        const Point place = corner + origin;
        corners += "<dia:point val=\"" + at(points(place.x), points(place.y)) + "\"/>";
    }
    return object("PolyLine", id,
                  "<dia:attribute name=\"poly_points\">" + corners +
                      "</dia:attribute><dia:attribute name=\"end_arrow\"><dia:enum val=\"3\"/>"
                      "</dia:attribute>");
}

} // namespace

QByteArray diaText(const Design& design, double scale) {
    QByteArray text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<dia:diagram xmlns:dia=\"http://www.lysator.liu.se/~alla/dia/\">\n"
                      "<dia:diagramdata><dia:attribute name=\"paper\"><dia:composite type=\"paper\">"
                      "<dia:attribute name=\"scaling\"><dia:real val=\"" +
                      QByteArray::number(scale) +
                      "\"/></dia:attribute></dia:composite></dia:attribute></dia:diagramdata>\n"
                      "<dia:layer name=\"Background\" visible=\"true\" active=\"true\">\n";
    qint64 id = 0;
    for (const Block& block : design.blocks) {
        text += box(block, id++);
        text += title(block, id++);
    }
    for (const Connection& connection : design.connections) {
        if (const auto source = design.rectOf(connection.source))
            text += line(connection, source->topLeft(), id++);
    }
    return text + "</dia:layer>\n</dia:diagram>\n";
}

} // namespace groundplan::bench

#include "model/exchange/drawio_writer.h"
#include "resources/resources.h"
#include "tests/model/graphviz/random_design.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

const Catalogue& catalogue() {
    static const Catalogue loaded = [] {
        initResources();
        return Catalogue::load(catalogueFolders({}));
    }();
    return loaded;
}

struct Cell {
    QXmlStreamAttributes object, cell, geometry;
    QList<QPointF> corners;
    QString label() const {
        return (object.hasAttribute("label"_L1) ? object.value("label"_L1) : cell.value("value"_L1))
            .toString();
    }
    QString style() const { return cell.value("style"_L1).toString(); }
    double number(QLatin1StringView name) const { return geometry.value(name).toDouble(); }
};

/// The cells by their ids; the test fails where the file is not well formed.
QHash<QString, Cell> cellsOf(const QByteArray& file, QStringList* order = nullptr) {
    QHash<QString, Cell> cells;
    QXmlStreamReader xml(file);
    Cell current;
    QString id;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement()) {
            const auto attributes = xml.attributes();
            if (xml.name() == "UserObject"_L1) {
                current = {};
                current.object = attributes;
                id = attributes.value("id"_L1).toString();
            } else if (xml.name() == "mxCell"_L1) {
                if (attributes.hasAttribute("id"_L1)) {
                    current = {};
                    id = attributes.value("id"_L1).toString();
                }
                current.cell = attributes;
            } else if (xml.name() == "mxGeometry"_L1) {
                current.geometry = attributes;
            } else if (xml.name() == "mxPoint"_L1) {
                current.corners << QPointF(attributes.value("x"_L1).toDouble(),
                                           attributes.value("y"_L1).toDouble());
            }
        } else if (xml.isEndElement() && xml.name() == "mxCell"_L1) {
            if (cells.contains(id))
                qFatal("The id %s is there twice.", qPrintable(id));
            cells.insert(id, current);
            if (order)
                order->append(id);
        }
    }
    if (xml.hasError())
        qFatal("%s", qPrintable(xml.errorString()));
    return cells;
}

QString idOf(ElementId id) {
    return u"e"_s + id.toString();
}

/// Where a cell's own coordinates begin on the board.
QPointF originOf(const QHash<QString, Cell>& cells, const Cell& cell) {
    QPointF origin;
    for (QString parent = cell.cell.value("parent"_L1).toString(); parent != u"1"_s;
         parent = cells[parent].cell.value("parent"_L1).toString())
        origin += QPointF(cells[parent].number("x"_L1), cells[parent].number("y"_L1));
    return origin;
}

} // namespace

class TestDrawioWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingIsAtItsPlace_data() {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 60; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void everythingIsAtItsPlace() {
        QFETCH(const quint32, seed);
        const Design design = RandomDesign(seed).make(12, 5, 20, 4, 4, 3);
        const QByteArray file = writeDrawio(design, catalogue());
        QCOMPARE(writeDrawio(design, catalogue()), file);
        const auto cells = cellsOf(file);
        QCOMPARE(cells.size(), design.elements.size() + 2);
        for (const Element& element : design.elements) {
            const Cell cell = cells.value(idOf(element.id));
            const QPointF origin = originOf(cells, cell);
            if (const Connection* connection = design.connections.find(element.id)) {
                QCOMPARE(cell.cell.value("source"_L1).toString(), idOf(connection->source));
                QCOMPARE(cell.cell.value("target"_L1).toString(), idOf(connection->target));
                const QList<Point> route = design.routeOf(*connection);
                QCOMPARE(cell.corners.size(), std::max(route.size() - 2, qsizetype(0)));
                for (qsizetype i = 0; i < cell.corners.size(); ++i)
                    QCOMPARE(cell.corners[i] + origin,
                             QPointF(points(route[i + 1].x), points(route[i + 1].y)));
                QCOMPARE(cell.style().contains("edgeStyle=none"_L1), !route.isEmpty());
                continue;
            }
            QCOMPARE(cell.cell.value("parent"_L1).toString(),
                     element.parent ? idOf(element.parent) : QStringLiteral("1"));
            QCOMPARE(cell.style().contains("locked=1"_L1), element.locked);
            if (const Stroke* stroke = design.strokes.find(element.id)) {
                QCOMPARE(cell.corners.size(), std::max(stroke->points.size(), qsizetype(2)));
                continue;
            }
            const Rect rect = *design.rectOf(element.id);
            QCOMPARE(QPointF(cell.number("x"_L1), cell.number("y"_L1)) + origin,
                     QPointF(points(rect.x), points(rect.y)));
            QCOMPARE(cell.number("width"_L1), points(rect.w));
            QCOMPARE(cell.number("height"_L1), points(rect.h));
            if (const Image* image = design.images.find(element.id))
                QVERIFY(cell.style().contains(
                    QString::fromLatin1("," + design.assets.bytes(image->asset).toBase64() + ';')));
            if (design.frames.contains(element.id))
                QVERIFY(cell.style().contains("container=1;"_L1));
        }
    }

    void labelsLinksAndData() {
        Design design;
        Element element;
        element.id = ElementId(7);
        design.elements.put(element);
        Block block;
        block.id = element.id;
        block.name = u"store"_s;
        block.kind = u"database"_s;
        block.title = u"<img src=x onerror=alert(1)> & \"co\"\nsecond"_s;
        block.technology = u"Postgre\u0001SQL"_s;
        block.link = u"https://example.org/?a=1&b=2"_s;
        block.ml = true;
        block.rect = {1, 2, 800, 400};
        design.blocks.put(block);
        design.notes.put({NoteId(1), block.id, NoteKind::Risk, u"<b>fills</b>\nup"_s, 1});
        const Cell cell = cellsOf(writeDrawio(design, catalogue())).value(u"e7"_s);
        QCOMPARE(cell.label(), u"<b>&lt;img src=x onerror=alert(1)&gt; &amp; &quot;co&quot;<br>second</b><br>"
                               "<font style=\"font-size: 11px\">PostgreSQL</font>"_s);
        QCOMPARE(cell.object.value("link"_L1), block.link);
        for (const QString& link : {u"javascript:alert(1)"_s, u"file:///etc/passwd"_s, u"not a link"_s}) {
            block.link = link;
            design.blocks.put(block);
            QVERIFY2(!writeDrawio(design, catalogue()).contains("link="), qPrintable(link));
        }
        QCOMPARE(cell.object.value("kind"_L1), u"database"_s);
        QCOMPARE(cell.object.value("name"_L1), u"store"_s);
        QCOMPARE(cell.object.value("ml"_L1), u"true"_s);
        QCOMPARE(cell.object.value("tooltip"_L1), u"risk: &lt;b&gt;fills&lt;/b&gt;\nup"_s);
        QVERIFY(cell.style().contains("shape=cylinder3"_L1));
        const KindGroup* group = catalogue().groupOfKind(u"database"_s);
        QVERIFY(cell.style().contains(u"fillColor=%1;strokeColor=%2;"_s.arg(group->tint, group->strong)));
        QCOMPARE(cell.geometry.value("x"_L1), u"0.125"_s);
    }

    /// Frames below connections, connections below all else, as on the board.
    void layersAreThoseOfTheBoard() {
        const Design design = RandomDesign(5).make(6, 4, 8, 2, 0, 1);
        QStringList order;
        const auto cells = cellsOf(writeDrawio(design, {}), &order);
        QHash<QString, int> reached;
        for (const QString& id : std::as_const(order)) {
            const ElementId element(id.mid(1).toLongLong());
            if (!id.startsWith(u'e'))
                continue;
            const int layer = design.frames.contains(element)        ? 0
                              : design.connections.contains(element) ? 1
                                                                     : 2;
            int& most = reached[cells[id].cell.value("parent"_L1).toString()];
            QVERIFY(layer >= most);
            most = layer;
        }
    }
};

} // namespace groundplan

QTEST_GUILESS_MAIN(groundplan::TestDrawioWriter)
#include "test_drawio_writer.moc"

// The design that a picture of two versions shows: both in one.
#include "app/render/board_layers.h"
#include "app/render/difference_picture.h"
#include "app/render/route_shape.h"
#include "model/design/names.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace groundplan;
using namespace Qt::StringLiterals;

class TestDifferencePicture : public QObject {
    Q_OBJECT

    static void addBlock(Design& design, qint64 id, const QString& name, Coord y) {
        Element element;
        element.id = ElementId(id);
        element.type = ElementType::Block;
        design.elements.put(element);
        Block block;
        block.id = element.id;
        block.kind = u"model"_s;
        block.name = block.title = name;
        block.rect = {0, y, 1400, 600};
        design.blocks.put(block);
    }

private Q_SLOTS:
    /// An SVG's ids are made of them: the same input gives the same bytes, in every process.
    void whatIsGoneIsNamedInTheOrderOfTheList() {
        Design before;
        for (int i = 1; i <= 12; ++i)
            addBlock(before, i, i == 1 ? u"a"_s : u"a_%1"_s.arg(i), 1000 * i);
        Design after;
        addBlock(after, 100, u"a"_s, 0);
        const QList<Difference> differences = compare(before, after);
        const Design both = differencePicture(before, after, differences).design;
        QCOMPARE(both.blocks.size(), 13);
        NameGiver names(namesIn(after));
        for (const Difference& difference : differences) {
            if (difference.kind == Difference::Kind::Removed)
                QCOMPARE(both.nameOf(difference.element), names.take(difference.name));
        }
    }

    void aWayKeepsItsPlaceWhereItsSourceHasMoved() {
        Design before;
        addBlock(before, 1, u"a"_s, 0);
        addBlock(before, 2, u"b"_s, 2000);
        Element element;
        element.id = ElementId(3);
        element.type = ElementType::Connection;
        before.elements.put(element);
        Connection connection;
        connection.id = element.id;
        connection.source = ElementId(1);
        connection.target = ElementId(2);
        connection.route = {{700, 600}, {700, 2000}};
        before.connections.put(connection);
        Design after = before;
        after.elements.remove(element.id);
        after.connections.remove(element.id);
        Block moved = after.blocks.at(ElementId(1));
        moved.rect.x = 800;
        after.blocks.put(moved);
        const Design both = differencePicture(before, after, compare(before, after)).design;
        QCOMPARE(both.routeOf(both.connections.at(element.id)), before.routeOf(connection));
    }

    /// A line through words says that they were removed.
    void linesStayClearOfLabels() {
        Design before;
        addBlock(before, 1, u"a"_s, 0);
        addBlock(before, 2, u"b"_s, 4000);
        Element element;
        element.id = ElementId(3);
        element.type = ElementType::Connection;
        before.elements.put(element);
        Connection connection;
        connection.id = element.id;
        connection.source = ElementId(1);
        connection.target = ElementId(2);
        connection.label = u"mails"_s;
        connection.labelSize = {800, 200};
        connection.route = {{700, 600}, {700, 4000}};
        Design after = before;
        after.connections.put(connection);
        before.elements.remove(element.id);
        const ExportRequest picture = differencePicture(before, after, compare(before, after));
        QImage image(200, 600, QImage::Format_RGB32); // a point a pixel
        image.fill(Qt::white);
        QPainter painter(&image);
        picture.overlay(painter, Theme::light(Catalogue()));
        painter.end();
        const auto isFree = [&](int top, int bottom) {
            for (int y = top; y < bottom; ++y) {
                if (image.pixelColor(700 / 8, y) != QColor(Qt::white))
                    return false;
            }
            return true;
        };
        const int middle = (600 + 4000) / 2 / 8;
        QVERIFY(isFree(middle - 12, middle + 12));
        QVERIFY(!isFree(middle - 40, middle - 20));
        QVERIFY(!isFree(middle + 20, middle + 40));
    }

    /// What changed about a block in a crowd covers no other one and leads to its own.
    void wordsKeepOffBlocks() {
        Design before;
        for (int i = 0; i < 25; ++i) {
            addBlock(before, 1 + i, u"a_%1"_s.arg(i), 1000 * (i / 5));
            Block row = before.blocks.at(ElementId(1 + i));
            row.rect.x = 1800 * (i % 5);
            before.blocks.put(row);
        }
        Design after = before;
        const ElementId middle(13);
        Block block = after.blocks.at(middle);
        block.description = u"Ranks a thousand candidates by what viewers are likely to watch to the end"_s;
        block.technology = u"XGBoost"_s;
        after.blocks.put(block);
        QHash<ElementId, Rect> words;
        differencePicture(before, after, compare(before, after), &words);
        QCOMPARE(words.size(), 1);
        const Rect said = words.value(middle);
        QVERIFY(said.w > 800 && said.h > 200);
        for (const Block& each : after.blocks)
            QVERIFY(!each.rect.intersects(said));
    }

    /// Replacing a block in its place is the commonest change of all: the new one is seen, the old one named.
    void whatWasReplacedInItsPlaceHidesNothing() {
        Design before;
        addBlock(before, 1, u"old"_s, 0);
        addBlock(before, 2, u"gone"_s, 4000);
        before.elements.put([&] {
            Element front = before.elements.at(ElementId(1));
            front.order = 5000;
            return front;
        }());
        Design after;
        addBlock(after, 11, u"new"_s, 100);
        QHash<ElementId, Rect> words;
        const ExportRequest picture = differencePicture(before, after, compare(before, after), &words);
        const Table<Element>& elements = picture.design.elements;
        QVERIFY(elements.at(ElementId(1)).order < elements.at(ElementId(11)).order);
        QCOMPARE(words.keys(), QList{ElementId(1)}); // the other one can be read
        QVERIFY(!words.value(ElementId(1)).intersects(after.blocks.at(ElementId(11)).rect));
    }

    /// Where words fill the gap between two blocks, sign and words keep off all three.
    void aLineThatIsAllWordsHasItsSignBeside() {
        Design before;
        addBlock(before, 1, u"a"_s, 0);
        addBlock(before, 2, u"b"_s, 0);
        Block right = before.blocks.at(ElementId(2));
        right.rect.x = 1400 + 320;
        before.blocks.put(right);
        Element element;
        element.id = ElementId(3);
        element.type = ElementType::Connection;
        before.elements.put(element);
        Connection connection;
        connection.id = element.id;
        connection.source = ElementId(1);
        connection.target = ElementId(2);
        connection.route = {{1400, 300}, {1720, 300}};
        before.connections.put(connection);
        Design after = before;
        connection.label = u"180 features"_s;
        connection.labelSize = {600, 160};
        after.connections.put(connection);
        QHash<ElementId, Rect> words;
        const ExportRequest picture = differencePicture(before, after, compare(before, after), &words);
        QCOMPARE(words.keys(), QList{element.id});
        for (const Block& block : after.blocks)
            QVERIFY(!block.rect.intersects(words.value(element.id)));
        QImage image(400, 100, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        picture.overlay(painter, Theme::light(Catalogue()));
        painter.end();
        const QRectF label = toRectF(labelRect(connection, toPointsF(connection.route)));
        QVERIFY(label.width() > 40);
        for (const double part : {0.1, 0.3, 0.5, 0.7, 0.9}) {
            const QPointF at(label.left() + part * label.width(), label.center().y());
            QCOMPARE(image.pixelColor(at.toPoint()), QColor(Qt::white)); // where the words stand
        }
    }

    /// The legend stands below what is said of the lowest things, for which there is room at all sides.
    void theLegendIsBelowAllWords() {
        Design before;
        addBlock(before, 1, u"a"_s, 0);
        Design after = before;
        Block block = after.blocks.at(ElementId(1));
        block.description = u"Ranks a thousand candidates by what viewers are likely to watch to the end"_s;
        block.technology = u"XGBoost"_s;
        after.blocks.put(block);
        const ExportRequest picture = differencePicture(before, after, compare(before, after));
        const Rect rect = block.rect;
        const int bottom = (rect.y + rect.h) / 8;
        QImage image(800, bottom + int(picture.overlayReach + picture.overlayBelow), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.translate(200, 0);
        picture.overlay(painter, Theme::light(Catalogue()));
        painter.end();
        // Words in their box, then nothing, then the legend.
        int gaps = 0;
        bool was = false;
        for (int y = bottom + 8; y < image.height(); ++y) {
            bool is = false;
            for (int x = 0; x < image.width() && !is; ++x)
                is = image.pixelColor(x, y) != QColor(Qt::white);
            gaps += was && !is ? 1 : 0;
            was = is;
        }
        QCOMPARE(gaps, 2);
        QVERIFY(picture.overlayBelow > 20);
    }

    /// What hangs on the board has no place on it: it is said below, for which there is room.
    void whatDiffersAboutTheBoardIsSaid() {
        Design before;
        addBlock(before, 1, u"a"_s, 0);
        Design after = before;
        Metric metric;
        metric.id = MetricId(9);
        metric.name = u"Churn rate"_s;
        metric.current = u"2.6"_s;
        after.metrics.put(metric);
        const ExportRequest none = differencePicture(before, before, {});
        QCOMPARE(none.overlayBelow, 0.0);
        const ExportRequest picture = differencePicture(before, after, compare(before, after));
        QVERIFY(picture.overlayBelow > 30);
        QImage image(700, 200 + int(picture.overlayBelow), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.translate(100, 0);
        picture.overlay(painter, Theme::light(Catalogue()));
        painter.end();
        const int legend = 600 / 8 + int(picture.overlayReach);
        int rows = 0;
        for (int y = legend - 10; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y) != QColor(Qt::white)) {
                    ++rows;
                    break;
                }
            }
        }
        QVERIFY(rows > 15);
        // All of it is on the page.
        for (int x = 0; x < image.width(); ++x)
            QCOMPARE(image.pixelColor(x, legend + int(picture.overlayBelow) - 1), QColor(Qt::white));
    }
};

QTEST_MAIN(TestDifferencePicture)
#include "test_difference_picture.moc"

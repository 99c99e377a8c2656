// The design that a picture of two versions shows: both in one.
#include "app/render/difference_picture.h"
#include "model/design/names.h"

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
};

QTEST_MAIN(TestDifferencePicture)
#include "test_difference_picture.moc"

#include "model/graphviz/title_room.h"

#include <QTest>

namespace groundplan {

/// How frames get the room that their titles need.
class TestTitleRoom : public QObject {
    Q_OBJECT

    Design design_;

    static Rect rectOf(int x, int y, int w, int h) {
        return {units(double(x)), units(double(y)), units(double(w)), units(double(h))};
    }
    void add(qint64 id, ElementType type, const Rect& rect, qint64 parent = 0) {
        Element element;
        element.id = ElementId(id);
        element.type = type;
        element.parent = ElementId(parent);
        element.order = id;
        design_.elements.put(element);
        if (type == ElementType::Frame) {
            Frame frame;
            frame.id = element.id;
            frame.rect = rect;
            design_.frames.put(frame);
        } else {
            Block block;
            block.id = element.id;
            block.rect = rect;
            design_.blocks.put(block);
        }
    }
    Rect made(qint64 frame) {
        return TitleRoom(design_).made(ElementId(frame), design_.frames.find(ElementId(frame))->rect,
                                       units(80.0));
    }

private Q_SLOTS:
    void init() {
        design_ = Design();
        add(1, ElementType::Frame, rectOf(0, 0, 600, 400));
        add(2, ElementType::Frame, rectOf(200, 100, 200, 100), 1);
        add(3, ElementType::Block, rectOf(210, 120, 180, 60), 2);
    }

    void coveredTitlesGetRoomAbove() {
        QCOMPARE(made(2), rectOf(200, 84, 200, 116));
        QCOMPARE(made(1), rectOf(0, 0, 600, 400)); // what it holds lies lower
    }
    void whatStandsBesideTheTitleCoversNothing() {
        add(2, ElementType::Frame, rectOf(120, 100, 280, 100), 1);
        QCOMPARE(made(2), rectOf(120, 100, 280, 100));
    }
    void nothingElseIsCovered() {
        add(4, ElementType::Block, rectOf(220, 20, 100, 68), 1); // down to 88: room for the line alone
        QCOMPARE(made(2), rectOf(200, 92, 200, 108));
        add(5, ElementType::Block, rectOf(340, 40, 100, 56), 1);
        QCOMPARE(made(2), rectOf(200, 100, 200, 100));
    }
};

} // namespace groundplan

QTEST_APPLESS_MAIN(groundplan::TestTitleRoom)
#include "test_title_room.moc"

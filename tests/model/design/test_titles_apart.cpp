#include "model/design/titles_apart.h"

#include <QTest>

using namespace groundplan;
using namespace Qt::StringLiterals;

/// What reports and lists call blocks and frames of one title.
class TestTitlesApart : public QObject {
    Q_OBJECT

    Design design_;

    void addElement(qint64 id, ElementType type, qint64 parent) {
        Element element;
        element.id = ElementId(id);
        element.type = type;
        element.parent = ElementId(parent);
        element.order = id;
        design_.elements.put(element);
    }
    void addFrame(qint64 id, const QString& title, qint64 parent = 0) {
        addElement(id, ElementType::Frame, parent);
        Frame frame;
        frame.id = ElementId(id);
        frame.name = u"internal_%1"_s.arg(id);
        frame.title = title;
        design_.frames.put(frame);
    }
    /// Below those with smaller ids.
    void addBlock(qint64 id, const QString& title, qint64 parent = 0, const QString& technology = {}) {
        addElement(id, ElementType::Block, parent);
        Block block;
        block.id = ElementId(id);
        block.name = u"internal_%1"_s.arg(id);
        block.title = title;
        block.technology = technology;
        block.rect = {0, Coord(id * 1000), 1400, 600};
        design_.blocks.put(block);
    }
    /// In the order of ids; the title alone of those that are not in it.
    QStringList said() const {
        const QHash<ElementId, QString> apart = titlesApart(design_);
        QStringList all;
        for (const Element* element : design_.elements.sorted())
            all.append(apart.value(element->id, design_.captionOf(element->id)));
        return all;
    }

private Q_SLOTS:
    void init() { design_ = {}; }

    void byTheNearestFrameThatDiffers() {
        addFrame(1, u"Online"_s);
        addFrame(2, u"Serving"_s, 1);
        addFrame(3, u"Offline"_s);
        addFrame(4, u"Serving"_s, 3);
        addBlock(5, u"Model"_s, 2);
        addBlock(6, u"Model"_s, 4);
        QCOMPARE(said(), (QStringList{u"Online"_s, u"Serving (Online)"_s, u"Offline"_s,
                                      u"Serving (Offline)"_s, u"Model (Online)"_s, u"Model (Offline)"_s}));
    }

    /// In two frames of one title that lie in no other, as in one.
    void inFramesOfOneTitleByTheirTechnology() {
        addFrame(1, u"Serving"_s);
        addFrame(2, u"Serving"_s);
        addBlock(3, u"Model"_s, 1, u"XGBoost"_s);
        addBlock(4, u"Model"_s, 2, u"PyTorch"_s);
        QCOMPARE(said(), (QStringList{u"Serving (1)"_s, u"Serving (2)"_s, u"Model (XGBoost)"_s,
                                      u"Model (PyTorch)"_s}));
    }

    void whatIsAlikeIsCountedAsItIsTold() {
        addFrame(1, u"Serving"_s);
        addBlock(2, u"Model"_s, 1, u"XGBoost"_s);
        addBlock(3, u"Model"_s, 1, u"XGBoost"_s);
        addBlock(4, u"Model"_s, 1, u"PyTorch"_s);
        QCOMPARE(said(), (QStringList{u"Serving"_s, u"Model (1)"_s, u"Model (2)"_s, u"Model (PyTorch)"_s}));
        addElement(5, ElementType::Connection, 0);
        Connection back;
        back.id = ElementId(5);
        back.source = ElementId(3);
        back.target = ElementId(2);
        design_.connections.put(back);
        QCOMPARE(said().mid(1, 2), (QStringList{u"Model (2)"_s, u"Model (1)"_s}));
    }

    void nothingIsCalledAsSomethingElse() {
        addFrame(1, u"Redis"_s);
        addBlock(2, u"Model"_s, 1);
        addBlock(3, u"Model"_s, 0, u"Redis"_s);
        addBlock(4, u"Model"_s);
        addBlock(5, u"Model"_s);
        addBlock(6, u"Model (2)"_s);
        QCOMPARE(said(), (QStringList{u"Redis"_s, u"Model (Redis)"_s, u"Model (1)"_s, u"Model (3)"_s,
                                      u"Model (4)"_s, u"Model (2)"_s}));
    }
};

QTEST_GUILESS_MAIN(TestTitlesApart)
#include "test_titles_apart.moc"

#include "app/report/report_flow.h"
#include "model/graphviz/dot.h"
#include "model/report/report_of.h"
#include "tests/model/report/reported_design.h"
#include "tests/places.h"

#include <QDirIterator>
#include <QTest>

using namespace groundplan;
using namespace groundplan::report;
using namespace groundplan::shipped;
using namespace Qt::StringLiterals;

/// Where the reports of the designs that come along are parted.
class TestReportFlow : public QObject {
    Q_OBJECT

    /// What a slice is to its entry.
    struct Part {
        qsizetype begin = 0, end = 0; ///< of the entry, heading and all
    };
    static QList<Part> partsOf(const SetReport& set) {
        QList<Part> parts;
        for (qsizetype begin = 0; begin < set.inks.size();) {
            qsizetype end = begin + 1;
            while (end < set.inks.size() && set.inks[end].level == 0)
                ++end;
            for (qsizetype i = begin; i < end; ++i)
                parts.append({begin, end});
            begin = end;
        }
        return parts;
    }
    static QString textOf(const SliceInk& ink) {
        QString text;
        for (const SliceInk::Text& each : ink.texts)
            for (const Piece& piece : each.line)
                text += piece.text.lines.first().text;
        return text;
    }

private Q_SLOTS:
    /// A heading in a script that is read from the right stays above its entry, whose place stands beside it.
    void aHeadingStaysWithItsEntry() {
        const TextStyle heading{fonts::Role::CardStrong, fonts::Role::CardStrong, 12, 16, false, true};
        const TextStyle plain{fonts::Role::CardText, fonts::Role::CardStrong, 10, 14.5, false};
        const QString title = u"אפליקציה"_s;
        QVERIFY(setText(title, heading, 400).first().first().left < 1);
        QVERIFY(setText(title, plain, 400).first().first().right > 399);
    }

    /// Where on the diagram a row's block is, said in each row only where the entry's heading does not say
    /// it.
    void rowsSayTheirPageWhereItIsNotOneForAll() {
        Design design;
        for (qint64 i = 1; i <= 4; ++i) {
            Element element;
            element.id = ElementId(i);
            design.elements.put(element);
            Block block;
            block.id = element.id;
            block.name = block.title = u"block_%1"_s.arg(i);
            block.rect = {Coord(i * 100), 0, 80, 80};
            design.blocks.put(block);
        }
        const Report report = reportOf(design, catalogue(), templates(), {u"T"_s, {}, {}, u"en"_s, {}});
        const auto said = [&report](const DiagramPageOf& pageOf) {
            QStringList texts;
            const SetReport set = setSections(report, 483, pageOf);
            for (const SliceInk& ink : set.inks)
                texts.append(textOf(ink));
            return texts.join(u'|');
        };
        QVERIFY2(said([](ElementId) { return 7; }).endsWith(u"|block_4"_s), "one page");
        const QString parted = said([](ElementId id) { return id == ElementId(4) ? 8 : 7; });
        QVERIFY2(parted.contains(u"Diagram|block_1p. 7|"_s) && parted.endsWith(u"|block_4p. 8"_s),
                 qPrintable(parted));
        for (const SliceInk& ink : setSections(report, 483, {}).inks)
            QVERIFY(ink.level > 0 || ink.anchor.isEmpty() || ink.anchor.startsWith(u"block-"_s));
    }

    void nothingIsTornOff_data() {
        QTest::addColumn<QString>("path");
        for (const char* folder : {"templates/designs", "templates/cases/designs"}) {
            QDirIterator it(projectPath(folder), {u"*.dot"_s});
            while (it.hasNext()) {
                const QString path = it.next();
                QTest::newRow(qPrintable(it.fileName())) << path;
            }
        }
    }
    void nothingIsTornOff() {
        QFETCH(const QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Result<Import> read = readDot(file.readAll(), path, catalogue());
        QVERIFY(read);
        const Report report = reportOf(read->design, catalogue(), templates(), {u"T"_s, {}, {}, u"en"_s, {}});
        constexpr double kWidth = 483; // A4
        const SetReport set = setSections(report, kWidth, {});
        const QList<Part> parts = partsOf(set);
        // As if every height were that of some paper.
        for (double height = 620; height < 720; height += 7) {
            for (const FlowPage& page : flowIntoPages(set.slices, height)) {
                const auto first = std::find_if(page.begin(), page.end(),
                                                [](const PlacedSlice& placed) { return !placed.repeated; });
                const qsizetype at = first->slice;
                const Part& part = parts[at];
                if (at == part.begin)
                    continue;
                const QByteArray where = "“" + textOf(set.inks[at]).toUtf8() + "” of “" +
                                         textOf(set.inks[part.begin]).toUtf8() + "” at " +
                                         QByteArray::number(height);
                QVERIFY2(part.end - part.begin > 8, "a short entry is parted: " + where);
                QVERIFY2(at + 1 < part.end, "the last line stands alone: " + where);
                QVERIFY2(set.slices[at].table >= 0 || set.slices[at - 1].table < 0,
                         "what a table comes to is parted from it: " + where);
            }
        }
    }
};

QTEST_MAIN(TestReportFlow)
#include "test_report_flow.moc"

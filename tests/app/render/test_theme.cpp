#include "app/render/drawing_style.h"
#include "app/render/theme.h"
#include "model/design/catalogue.h"
#include "model/graphviz/dot.h"
#include "tests/app/render/board_samples.h"
#include "tests/places.h"

#include <QTest>

using namespace groundplan;

/// The contrast that look.md promises, in both themes: 4.5 for text, 3 for lines, icons and marks.
class TestTheme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QStringList problems;
        catalogue_ = Catalogue::load({projectPath("templates/catalog")}, &problems);
        QCOMPARE(problems, QStringList());
        QCOMPARE(catalogue_.groups().size(), 8);
    }

    void contrastAfterWcag() {
        QCOMPARE(contrastOf(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastOf(Qt::white, Qt::white), 1.0);
        // #767676 on white is the known grey that just passes.
        QVERIFY(std::abs(contrastOf(QColor(0x76, 0x76, 0x76), Qt::white) - 4.54) < 0.005);
        QCOMPARE(contrastOf(Qt::red, Qt::blue), contrastOf(Qt::blue, Qt::red));
    }

    void readable() {
        for (const QColor& background :
             {QColor(Qt::white), QColor(0x21, 0x26, 0x2E), QColor(0x80, 0x80, 0x80)}) {
            for (const QColor& colour :
                 {QColor(Qt::yellow), QColor(0x30, 0x30, 0x60), QColor(0x80, 0x80, 0x80)})
                QVERIFY(contrastOf(readableOn(colour, background), background) >= 4.5);
        }
        // One that is readable stays as it is.
        QCOMPARE(readableOn(QColor(0x11, 0x22, 0x33), Qt::white), QColor(0x11, 0x22, 0x33));
    }

    void promised_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void promised() {
        QFETCH(bool, dark);
        const Theme t = dark ? Theme::darkTheme(catalogue_) : Theme::light(catalogue_);
        QCOMPARE(t.dark, dark);
        const auto check = [](const QColor& colour, const QColor& on, double least, const char* what) {
            const double contrast = contrastOf(colour, on);
            if (contrast < least) {
                QFAIL(qPrintable(QStringLiteral("%1: %2 on %3 has only %4, not %5")
                                     .arg(QLatin1StringView(what), colour.name(), on.name())
                                     .arg(contrast, 0, 'f', 2)
                                     .arg(least)));
            }
        };
        for (const QColor& on : {t.card, t.panel, t.canvas, t.frameFill, t.hover, t.pressed}) {
            check(t.text, on, 4.5, "text");
            check(t.accent, on, 3, "accent");
        }
        for (const QColor& on : {t.card, t.panel, t.canvas, t.frameFill})
            check(t.muted, on, 4.5, "muted text");
        check(t.text, t.field, 4.5, "text in a field");
        check(t.chipText, t.chip, 4.5, "chip");
        check(t.chipText, t.canvas, 4.5, "label");
        check(t.stickyText, t.sticky, 4.5, "sticky text");
        check(t.stickyMuted, t.sticky, 4.5, "muted sticky text");
        check(t.decisionText, t.decisionTint, 4.5, "chosen option");
        check(t.onAccent, t.accent, 4.5, "text on the accent");
        check(t.warning, t.card, 4.5, "warning");
        for (const QColor& on : {t.chip, t.panel}) {
            check(t.good, on, 3, "verdict good");
            check(t.bad, on, 3, "verdict bad");
        }
        for (const QColor& mark : {t.note, t.decision, t.question, t.finding}) {
            check(mark, t.card, 3, "mark");
            check(mark, t.frameFill, 3, "mark");
            check(t.onMark, mark, 3, "sign in a mark");
        }
        for (std::size_t flow = 0; flow < t.flow.size(); ++flow) {
            check(t.flow[flow], t.canvas, 3, Words<Flow>::words[flow]);
            check(t.flow[flow], t.frameFill, 3, Words<Flow>::words[flow]);
            check(t.flow[flow], t.card, 3, Words<Flow>::words[flow]);
        }
        for (std::size_t i = 1; i < kInks.size(); ++i) { // the first one is the theme's own
            check(QColor(QLatin1StringView(kInks[i])), t.canvas, 3, "ink");
            check(QColor(QLatin1StringView(kInks[i])), t.frameFill, 3, "ink in a frame");
        }
        // A frame in a frame lies on the canvas's colour; its border shows on both.
        check(t.frameBorder, t.frameFill, 1.5, "border of a frame");
        check(t.frameBorder, t.canvas, 1.5, "border of a frame in a frame");
        QCOMPARE(t.groups.size(), catalogue_.groups().size());
        for (auto it = t.groups.cbegin(); it != t.groups.cend(); ++it) {
            check(it->strong, it->tint, 4.5, qPrintable(it.key())); // it is the text of the ML pill, too
            check(it->strong, t.card, 3, qPrintable(it.key()));
        }
        check(t.plain.strong, t.plain.tint, 4.5, "plain");
        // Fills of draw.io, Mermaid and Excalidraw, which come along as colours of blocks, and the other end.
        for (const char* name :
             {"#dae8fc", "#d5e8d4", "#fff2cc", "#ffe6cc", "#f8cecc", "#e1d5e7", "#ffffcc", "#ececff",
              "#fffbeb", "#a5d8ff", "#b2f2bb", "#ffec99", "#ffc9c9", "#ffff00", "#000040", "#1a0000"}) {
            const Theme::GroupColours own = t.coloursOf(QColor(QLatin1StringView(name)));
            check(own.strong, own.tint, 4.5, name);
            check(own.strong, t.card, 4.5, name);
            check(own.tint, t.card, 1.15, name); // as those of the kinds
            // Recognised by its hue.
            const int apart = std::abs(own.strong.hslHue() - QColor(QLatin1StringView(name)).hslHue());
            QVERIFY2(std::min(apart, 360 - apart) < 8, name);
            QVERIFY2(own.strong.hslSaturationF() > 0.2, name);
        }
    }

    /// DOT has no theme: connections have the light one's colours there.
    void dotHasTheColoursOfTheFlows() {
        const Theme t = Theme::light(catalogue_);
        for (std::size_t flow = 0; flow < wordCount<Flow>(); ++flow) {
            samples::Builder b;
            const ElementId a = b.block("model", {}, {}, samples::rectOf(0, 0, 176, 64));
            b.connection(a, a, Flow(flow), {});
            const QByteArray dot = writeDot(b.design, catalogue_);
            const QByteArray edge = dot.mid(dot.indexOf("->"));
            const QByteArray colour = "color=\"" + t.of(Flow(flow)).name().toLatin1() + '"';
            // The default of all edges is not said again.
            const QByteArray fallback = dot.mid(dot.indexOf("edge ["));
            QVERIFY2(edge.contains(colour) || (!edge.contains("color=") && fallback.contains(colour)), dot);
        }
    }

    void groups() {
        const Theme t = Theme::light(catalogue_);
        QCOMPARE(t.groupOf(catalogue_, QStringLiteral("feature-store")).strong, QColor(0x85, 0x4D, 0x0E));
        QCOMPARE(t.groupOf(catalogue_, QStringLiteral("feature-store")).tint, QColor(0xFB, 0xEB, 0xC4));
        QCOMPARE(t.groupOf(catalogue_, QStringLiteral("no-such-kind")).strong, t.plain.strong);
    }

private:
    Catalogue catalogue_;
};

QTEST_MAIN(TestTheme)
#include "test_theme.moc"

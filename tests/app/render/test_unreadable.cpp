#include "app/render/export_formats.h"
#include "app/render/unreadable.h"
#include "tests/app/render/board_samples.h"
#include "tests/places.h"

#include <QBuffer>
#include <QTest>

using namespace groundplan;
using namespace Qt::StringLiterals;

/// Letters that no font has are said, once and by name.
class TestUnreadable : public QObject {
    Q_OBJECT

    static Design titled(const QString& title) {
        Design design;
        Element element;
        element.id = ElementId(1);
        element.type = ElementType::Block;
        design.elements.put(element);
        Block block;
        block.id = element.id;
        block.kind = u"ranking"_s;
        block.title = title;
        block.rect = {0, 0, 1408, 512};
        design.blocks.put(block);
        return design;
    }

private Q_SLOTS:
    void whatFontsHaveIsNotNamed_data() {
        QTest::addColumn<QString>("title");
        QTest::newRow("Latin") << u"Café Ünïcødé"_s;
        QTest::newRow("Cyrillic") << u"Модель"_s;
        QTest::newRow("Chinese") << u"推荐排序服务"_s;
        QTest::newRow("Hebrew and Arabic") << u"אפליקציה خدمة"_s;
        QTest::newRow("emoji, joined") << u"👩‍💻 🚀 ✔️"_s;
        QTest::newRow("signs") << u"p99 ≤ 150 ms → ∞ · “x” − …"_s;
        QTest::newRow("blanks") << u"a\u00a0b\u2009c\u3000d\u200b\u2060"_s;
    }
    void whatFontsHaveIsNotNamed() {
        QFETCH(const QString, title);
        QCOMPARE(unreadableSentence(titled(title), title, Told::Report), QString());
    }

    void whatNoFontHasIsNamedOnce() {
        // The last code of a private plane: no font of anybody's has it.
        const char32_t none = 0x10FFFD;
        const QString title = QString::fromUcs4(&none, 1);
        const QString said = unreadableSentence(titled(title + u" and "_s + title), title, Told::Picture);
        QCOMPARE(said.count(title), 1);
        const Catalogue catalogue = Catalogue::load({projectPath("templates/catalog")});
        ExportRequest request;
        request.design = titled(title);
        for (const QString& format : {u"pdf"_s, u"png"_s, u"svg"_s}) {
            QBuffer out;
            out.open(QIODevice::WriteOnly);
            const Result<QString> remark = exportDesign(request, format, catalogue, out);
            QVERIFY(remark);
            QVERIFY2(remark->contains(title), qPrintable(format));
        }
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        QCOMPARE(*exportDesign(request, u"json"_s, catalogue, out), QString()); // which has no fonts
    }

    void aReportHasMoreTexts() {
        const char32_t none = 0x10FFFD;
        Design design = titled(u"Ranker"_s);
        design.notes.put({NoteId(1), ElementId(1), NoteKind::Risk, QString::fromUcs4(&none, 1), 1});
        QCOMPARE(unreadableSentence(design, {}, Told::Picture), QString());
        QVERIFY(!unreadableSentence(design, {}, Told::Report).isEmpty());
    }
};

QTEST_MAIN(TestUnreadable)
#include "test_unreadable.moc"

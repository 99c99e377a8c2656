#include "model/design/names.h"

#include <QRandomGenerator>
#include <QTest>

using namespace groundplan;
using namespace Qt::StringLiterals;

class TestNames : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void slugs_data() {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("slug");
        const auto row = [](const char* title, const char* slug) {
            QTest::newRow(title) << QString::fromUtf8(title) << QString::fromUtf8(slug);
        };
        row("Feature store", "feature_store");
        row("  A/B   test!  ", "a_b_test");
        row("", "block");
        row("???", "block");
        row("🚀", "block");
        row("🚀 launch", "launch");
        row("2 towers", "b_2_towers");
        row("½ price", "b_½_price");
        row("p99", "p99");
        row("_private_", "private");
        row("Кэш признаков", "кэш_признаков");
        row("特征 存储", "特征_存储");
        row("École", "école");
        row("E\u0301cole", "e\u0301cole"); // a mark stays with its letter
        row("हिन्दी पाठ", "हिन्दी_पाठ");
        row("مخزن", "مخزن");
        row("STRASSE ß", "strasse_ß");
        row("❤️ likes", "likes"); // no variation selector is left over
        row("\"quoted\"\nlines\\", "quoted_lines");
        row("𝒳 model", "𝒳_model"); // letters beyond the first plane
    }
    void slugs() {
        QFETCH(QString, title);
        QFETCH(QString, slug);
        QCOMPARE(slugOf(title), slug);
        QVERIFY(isSlug(slug));
    }

    void slugsAreShort() {
        QCOMPARE(slugOf(QString(100, u'a')), QString(48, u'a'));
        QCOMPARE(slugOf(QString(47, u'a') + u" bc"_s), QString(47, u'a')); // no underscore at the end
        QCOMPARE(slugOf(QString(46, u'a') + u" bc"_s), QString(46, u'a') + u"_b"_s);
        QCOMPARE(slugOf(u'1' + QString(100, u'a')).size(), 48);
        const QString pair = u"𝒳"_s; // two code units are never cut apart
        QCOMPARE(slugOf(QString(47, u'a') + pair), QString(47, u'a'));
    }

    void everyTitleGivesASlug() {
        QRandomGenerator random(20'260'101);
        for (int i = 0; i < 20'000; ++i) {
            QString title;
            for (int n = random.bounded(12); n > 0; --n) {
                // Mostly the first plane, with lone surrogates and all.
                const char32_t c = random.bounded(8) ? random.bounded(0x10000u) : random.bounded(0x110000u);
                if (c < 0x10000)
                    title += QChar(char16_t(c));
                else
                    title += QString::fromUcs4(&c, 1);
            }
            const QString slug = slugOf(title);
            QVERIFY2(isSlug(slug), (title.toUtf8().toHex() + " " + slug.toUtf8().toHex()).constData());
            QVERIFY(slug.size() <= 48);
            QCOMPARE(slugOf(slug), slug);
        }
    }

    void whatIsNoSlug_data() {
        QTest::addColumn<QString>("name");
        for (const char* name :
             {"", "Upper", "with space", "a-b", "1a", "_a", "a\nb", "a\"b", "é!", "a🚀", "ÉCOLE"})
            QTest::newRow(name) << QString::fromUtf8(name);
        QTest::newRow("long") << QString(65, u'a');
        QTest::newRow("half a pair") << u"a"_s + QChar(0xD835);
    }
    void whatIsNoSlug() {
        QFETCH(QString, name);
        QVERIFY(!isSlug(name));
    }

    void numberedSlugsAreSlugs() {
        QVERIFY(isSlug(u"ranker_2"_s));
        QVERIFY(isSlug(QString(48, u'a') + u"_500000"_s));
    }

    void uniqueNamesTakeTheSmallestFreeNumber() {
        QSet<QString> taken;
        QCOMPARE(uniqueName(u"Ranker"_s, taken), u"ranker"_s);
        taken << u"ranker"_s;
        QCOMPARE(uniqueName(u"Ranker"_s, taken), u"ranker_2"_s);
        taken << u"ranker_2"_s << u"ranker_4"_s;
        QCOMPARE(uniqueName(u"ranker"_s, taken), u"ranker_3"_s);
        QCOMPARE(taken.size(), 3); // the result is not added
    }

    void aGiverEqualsAskingOneByOne() {
        QRandomGenerator random(7);
        QSet<QString> taken{u"model"_s, u"model_3"_s, u"model_2_2"_s, u"b_5"_s};
        NameGiver giver(taken);
        const QStringList titles{u"Model"_s, u"Model 2"_s, u"model"_s, u"Model 3"_s,
                                 u"5"_s,     u""_s,        u"Cache"_s};
        for (int i = 0; i < 500; ++i) {
            const QString& title = titles.at(random.bounded(int(titles.size())));
            const QString expected = uniqueName(title, taken);
            QCOMPARE(giver.take(title), expected);
            QVERIFY(!taken.contains(expected));
            taken << expected;
        }
    }

    void namesOfADesign() {
        Design design;
        Block b;
        b.id = ElementId{1};
        b.name = u"cache"_s;
        design.blocks.put(b);
        Frame f;
        f.id = ElementId{2};
        f.name = u"online"_s;
        design.frames.put(f);
        QCOMPARE(namesIn(design), (QSet<QString>{u"cache"_s, u"online"_s}));
        QCOMPARE(namesIn(design, {ElementId{1}}), QSet<QString>{u"online"_s});
        QCOMPARE(namesIn(design, {ElementId{2}}), QSet<QString>{u"cache"_s});
    }
};

QTEST_APPLESS_MAIN(TestNames)
#include "test_names.moc"

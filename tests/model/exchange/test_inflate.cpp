#include "model/exchange/inflate.h"

#include <QTest>

namespace groundplan {

/// What is packed has an end, and is believed only as a whole.
class TestInflate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sizes_data();
    void sizes();
    void damaged();
};

void TestInflate::sizes_data() {
    QTest::addColumn<int>("size");
    QTest::newRow("one") << 1;
    QTest::newRow("a piece") << 16 * 1024;
    QTest::newRow("more") << 1'000'000;
}

void TestInflate::sizes() {
    QFETCH(int, size);
    const QByteArray text(size, 'a');
    const QByteArray packed = qCompress(text).mid(4); // Qt's own length stands before it
    QCOMPARE(inflated(packed, Wrapping::Zlib, size), text);
    QCOMPARE(inflated(packed.sliced(2), Wrapping::Bare, size), text);
    QCOMPARE(inflated(packed + "behind", Wrapping::Zlib, size), text);
    QCOMPARE(inflated(packed, Wrapping::Zlib, size - 1), std::nullopt);
}

void TestInflate::damaged() {
    const QByteArray packed = qCompress("some text that is packed").mid(4);
    for (qsizetype i = 0; i < packed.size(); ++i)
        QCOMPARE(inflated(packed.first(i), Wrapping::Zlib, 1'000), std::nullopt);
    QByteArray changed = packed;
    changed[packed.size() - 1] = char(changed.back() ^ 1); // the checksum
    QCOMPARE(inflated(changed, Wrapping::Zlib, 1'000), std::nullopt);
}

} // namespace groundplan

QTEST_APPLESS_MAIN(groundplan::TestInflate)
#include "test_inflate.moc"

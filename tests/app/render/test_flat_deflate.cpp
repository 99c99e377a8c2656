#include "app/render/flat_deflate.h"

#include <QRandomGenerator>
#include <QTest>

#include <zlib.h>

using namespace groundplan;

namespace {

std::span<const uchar> spanOf(const QByteArray& bytes) {
    return {reinterpret_cast<const uchar*>(bytes.constData()), std::size_t(bytes.size())};
}

QByteArray packed(const QList<QByteArray>& pieces) {
    FlatDeflate deflate;
    QByteArray all = deflate.start();
    for (const QByteArray& piece : pieces)
        all += deflate.add(spanOf(piece));
    return all + deflate.finish();
}

/// What zlib makes of it, which checks the checksum too; nothing when it is not sound.
QByteArray unpacked(const QByteArray& bytes, qsizetype size) {
    QByteArray out(size + 1, 'x');
    uLongf length = uLongf(out.size());
    uLong taken = uLong(bytes.size());
    const int result = uncompress2(reinterpret_cast<Bytef*>(out.data()), &length,
                                   reinterpret_cast<const Bytef*>(bytes.constData()), &taken);
    if (result != Z_OK || taken != uLong(bytes.size()))
        return {};
    out.truncate(qsizetype(length));
    return out;
}

QByteArray zlibs(const QByteArray& bytes, int level) {
    QByteArray out(qsizetype(compressBound(uLong(bytes.size()))), Qt::Uninitialized);
    uLongf length = uLongf(out.size());
    compress2(reinterpret_cast<Bytef*>(out.data()), &length,
              reinterpret_cast<const Bytef*>(bytes.constData()), uLong(bytes.size()), level);
    out.truncate(qsizetype(length));
    return out;
}

QByteArray noise(QRandomGenerator& random, qsizetype size, int values) {
    QByteArray bytes(size, Qt::Uninitialized);
    for (char& byte : bytes)
        byte = char(random.bounded(values));
    return bytes;
}

/// Islands in zeros, some of which come again, as letters and icons in a filtered drawing do.
QByteArray drawing(QRandomGenerator& random, qsizetype size) {
    QList<QByteArray> stamps;
    for (int i = 0; i < 40; ++i)
        stamps += noise(random, 1 + random.bounded(60), 2 + random.bounded(254));
    QByteArray bytes;
    while (bytes.size() < size)
        bytes += stamps[random.bounded(40)] +
                 QByteArray(random.bounded(random.bounded(20) == 0 ? 9000 : 300), '\0');
    bytes.truncate(size);
    return bytes;
}

} // namespace

class TestFlatDeflate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comesBack_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("one byte") << QByteArray("a");
        QTest::newRow("one zero") << QByteArray(1, '\0');
        QTest::newRow("one value") << QByteArray(100'000, 'a');
        // At and beside the longest repetition, and with what is left of one.
        for (const int zeros : {2, 3, 4, 5, 257, 258, 259, 260, 261, 262, 516, 517, 518, 519, 3'000'000})
            QTest::addRow("%d zeros", zeros) << QByteArray(zeros, '\0');
        for (const int zeros : {1, 3, 4, 258, 259, 261})
            QTest::addRow("%d zeros within", zeros) << "ab" + QByteArray(zeros, '\0') + "ab";
        // At and beside the farthest repetition.
        QRandomGenerator random(7);
        const QByteArray stamp = noise(random, 300, 256);
        for (const int away : {32'766, 32'767, 32'768, 32'769, 65'536})
            QTest::addRow("again %d bytes later", away) << stamp + QByteArray(away - 300, '\0') + stamp;
        QByteArray every;
        for (int i = 0; i < 256; ++i)
            every += char(i);
        QTest::newRow("every byte") << every;
        QTest::newRow("noise") << noise(random, 200'000, 256);
        QTest::newRow("noise of two") << noise(random, 200'000, 2);
        QTest::newRow("noise of few") << noise(random, 200'000, 17);
        // One value is so rare, the next twice as frequent and so on that its code would have 24 bits.
        QByteArray steep;
        for (int i = 0; i < 24; ++i)
            steep += noise(random, 1, 256) + QByteArray(1 << std::min(i, 17), char(i + 1));
        QTest::newRow("steep") << steep;
        QTest::newRow("drawing") << drawing(random, 2'000'000);
    }
    void comesBack() {
        QFETCH(QByteArray, bytes);
        const QByteArray packing = packed({bytes});
        QCOMPARE(unpacked(packing, bytes.size()), bytes);
        QCOMPARE(packed({bytes}), packing);
    }

    void piecesAreOneStream() {
        QRandomGenerator random(11);
        QList<QByteArray> pieces;
        QByteArray all;
        for (int i = 0; i < 30; ++i) {
            pieces += i % 7 == 3 ? QByteArray() : drawing(random, random.bounded(100'000));
            all += pieces.constLast();
        }
        QCOMPARE(unpacked(packed(pieces), all.size()), all);
    }

    void anything() {
        for (quint32 seed = 0; seed < 400; ++seed) {
            QRandomGenerator random(seed);
            QByteArray bytes;
            const int size = 1 << random.bounded(17);
            while (bytes.size() < size) {
                const int part = 1 + random.bounded(size);
                switch (random.bounded(4)) {
                case 0:
                    bytes += QByteArray(part, '\0');
                    break;
                case 1:
                    bytes += noise(random, part, 1 + random.bounded(256));
                    break;
                case 2:
                    bytes += drawing(random, part);
                    break;
                default:
                    bytes += bytes.mid(random.bounded(int(bytes.size()) + 1), part);
                }
            }
            const QByteArray packing = packed({bytes});
            QVERIFY2(unpacked(packing, bytes.size()) == bytes, qPrintable(QString::number(seed)));
            QVERIFY(packing.size() < bytes.size() + bytes.size() / 100 + 300);
        }
    }

    void smallerThanZlib() {
        QRandomGenerator random(3);
        const QByteArray bytes = drawing(random, 5'000'000);
        const qsizetype ours = packed({bytes}).size();
        QVERIFY2(ours < zlibs(bytes, 4).size() * 1.02, qPrintable(QString::number(ours)));
    }
};

QTEST_GUILESS_MAIN(TestFlatDeflate)
#include "test_flat_deflate.moc"

#include "app/render/design_import.h"
#include "app/render/dot_import.h"
#include "model/exchange/drawio_writer.h"
#include "tests/places.h"
#include "tests/same_design.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace groundplan;
using namespace Qt::StringLiterals;

/// What Groundplan writes for draw.io comes back as it was.
class TestDrawioRoundTrip : public QObject {
    Q_OBJECT

    const Catalogue catalogue_ = Catalogue::load({projectPath("templates/catalog")});

    Import back(const Design& design) const {
        const QByteArray file = writeDrawio(design, catalogue_);
        auto read = importDesign(file, u"a.drawio"_s, catalogue_);
        if (!read)
            qFatal("%s", qPrintable(read.error().sentence));
        return read->import;
    }

private Q_SLOTS:
    void examples_data() {
        QTest::addColumn<QString>("path");
        for (const char* path : {"templates/designs", "templates/cases/designs"}) {
            const QDir folder(projectPath(path));
            for (const QString& name : folder.entryList({u"*.dot"_s}, QDir::Files, QDir::Name))
                QTest::newRow(qPrintable(name)) << folder.filePath(name);
        }
    }
    void examples() {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Result<Import> written = readDotWhole(file.readAll(), path, catalogue_);
        QVERIFY(written);
        const Import read = back(written->design);
        QCOMPARE(differenceOf(read.design, written->design), QString());
        QCOMPARE(read.design, written->design);
        QCOMPARE(writeDrawio(read.design, catalogue_), writeDrawio(written->design, catalogue_));
        QCOMPARE(read.notTaken, QStringList());
    }
};

QTEST_MAIN(TestDrawioRoundTrip)
#include "test_drawio_round_trip.moc"

#include "model/framework/templates.h"

#include "tests/model/framework/shipped.h"
#include "tests/places.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace groundplan;
using namespace groundplan::shipped;
using namespace Qt::StringLiterals;

namespace {

bool hasTechnology(const QString& name) {
    const auto same = [&name](const QString& other) { return other.compare(name, Qt::CaseInsensitive) == 0; };
    return std::any_of(catalogue().kinds().begin(), catalogue().kinds().end(),
                       [&](const Kind& kind) {
                           return std::any_of(kind.technologies.begin(), kind.technologies.end(), same);
                       }) ||
           std::any_of(catalogue().products().begin(), catalogue().products().end(),
                       [&](const UsualProduct& product) { return same(product.name); });
}

bool hasPrompt(const Step& step, const QString& name) {
    return std::any_of(step.prompts.begin(), step.prompts.end(),
                       [&name](const Prompt& prompt) { return prompt.name == name; });
}

/// Whether what a reference of a table names is there: "framework:cheat-sheet/data/target",
/// "field:data.split".
bool exists(const QString& reference) {
    const QString sort = reference.section(u':', 0, 0);
    const QString name = reference.section(u':', 1).replace(u'_', u' ');
    if (sort == "nothing"_L1)
        return name.isEmpty();
    if (sort == "later"_L1)
        return (QStringList{u"Review rules"_s, u"Numbers"_s, u"Languages"_s, u"Packages"_s, u"In and out"_s,
                            u"The interviewer's side"_s})
            .contains(name);
    if (sort == "framework"_L1) {
        const QStringList way = name.split(u'/');
        const Framework* framework = templates().framework(way.at(0));
        const Step* step = framework && way.size() > 1 ? framework->step(way.at(1)) : nullptr;
        return framework && (way.size() < 2 || step) && (way.size() < 3 || hasPrompt(*step, way.at(2)));
    }
    if (sort == "topic"_L1)
        return templates().topic(name);
    if (sort == "field"_L1)
        return templates().field(name);
    if (sort == "choice"_L1) {
        const SheetField* field = templates().field(name.section(u'.', 0, 1));
        return field &&
               std::any_of(field->choices.begin(), field->choices.end(),
                           [&](const FieldChoice& choice) { return choice.name == name.section(u'.', 2); });
    }
    if (sort == "metric"_L1)
        return catalogue().metric(name);
    if (sort == "kind"_L1)
        return catalogue().kind(name);
    if (sort == "technology"_L1)
        return hasTechnology(name);
    if (sort == "case"_L1)
        return templates().practiceCase(name);
    return false;
}

} // namespace

/// For each of the five founding texts tests/data/coverage has a table: every line by its number, with what
/// in the product covers it, and a remark. Nothing of them is forgotten, and nothing that they lean on may
/// go.
class TestCoverage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyLineHasItsPlace_data() {
        QTest::addColumn<QString>("table");
        QTest::addColumn<int>("lines");
        QTest::newRow("cheat sheet") << u"000.tsv"_s << 157;
        QTest::newRow("systems design chapter") << u"001.tsv"_s << 75;
        QTest::newRow("design primer") << u"002.tsv"_s << 22;
        QTest::newRow("algorithm engineer") << u"003.tsv"_s << 154;
        QTest::newRow("scaling checklist") << u"004.tsv"_s << 98;
    }
    void everyLineHasItsPlace() {
        QFETCH(QString, table);
        QFETCH(int, lines);
        QFile file(projectPath("tests/data/coverage/") + table);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList rows = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(rows.size(), lines);
        QStringList wrong;
        for (int i = 0; i < lines; ++i) {
            const QStringList cells = rows.at(i).split(u'\t');
            QCOMPARE(cells.at(0), QString::number(i + 1));
            QVERIFY2(cells.size() == 3, qPrintable(rows.at(i)));
            const QStringList references = cells.at(1).split(u' ', Qt::SkipEmptyParts);
            if (references.isEmpty())
                wrong << u"%1: no reference"_s.arg(i + 1);
            for (const QString& reference : references) {
                if (!exists(reference))
                    wrong << u"%1: %2"_s.arg(i + 1).arg(reference);
            }
            if (references.contains(u"nothing"_s) &&
                (references.size() > 1 || cells.at(2).trimmed().isEmpty()))
                wrong << u"%1: a line that carries nothing says why"_s.arg(i + 1);
        }
        QCOMPARE(wrong, QStringList());
    }

    void aWrongReferenceIsSeen() {
        for (const QString& reference :
             {u"framework:cheat"_s, u"framework:cheat-sheet/datas"_s,
              u"framework:cheat-sheet/data/nothing-such"_s, u"topic:nothing-such"_s,
              u"field:data.nothing-such"_s, u"choice:data.split.nothing-such"_s, u"metric:Nothing_such"_s,
              u"kind:nothing-such"_s, u"technology:Nothing_such"_s, u"case:nothing-such"_s,
              u"later:Some_day"_s, u"whatever"_s})
            QVERIFY2(!exists(reference), qPrintable(reference));
    }
};

QTEST_APPLESS_MAIN(TestCoverage)
#include "test_coverage.moc"

#include "tests/places.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// What each folder may include beside itself. An include only points down: a folder that is not named here
/// is not a layer, and a file in it fails the test.
const QHash<QString, QStringList>& layers() {
    static const QStringList model{u"model/design"_s,    u"model/document"_s,   u"model/graphviz"_s,
                                   u"model/routing"_s,   u"model/operations"_s, u"model/sketch"_s,
                                   u"model/framework"_s, u"model/versions"_s,   u"model/exchange"_s,
                                   u"model/report"_s};
    static const QStringList belowParts =
        model + QStringList{u"app/render"_s, u"app/report"_s, u"resources"_s};
    static const QHash<QString, QStringList> map{
        {u"model/design"_s, {}},
        {u"model/document"_s, {u"model/design"_s}},
        {u"model/graphviz"_s, {u"model/design"_s}},
        {u"model/graphviz/helper"_s, {u"model/graphviz"_s}},
        {u"model/routing"_s, {u"model/design"_s}},
        {u"model/operations"_s,
         {u"model/document"_s, u"model/routing"_s, u"model/graphviz"_s, u"model/design"_s}},
        {u"model/sketch"_s, {u"model/operations"_s, u"model/document"_s, u"model/design"_s}},
        {u"model/framework"_s, {u"model/operations"_s, u"model/document"_s, u"model/design"_s}},
        {u"model/versions"_s, {u"model/document"_s, u"model/design"_s}},
        {u"model/exchange"_s, {u"model/graphviz"_s, u"model/document"_s, u"model/design"_s}},
        {u"model/exchange/helper"_s, {u"model/exchange"_s, u"model/graphviz/helper"_s}},
        {u"model/report"_s,
         {u"model/exchange"_s, u"model/framework"_s, u"model/operations"_s, u"model/document"_s,
          u"model/design"_s}},
        {u"resources"_s, {}},
        {u"app/render"_s, model},
        {u"app/report"_s, model + QStringList{u"app/render"_s, u"resources"_s}},
        {u"app/cli"_s, belowParts},
        {u"app/tools"_s, belowParts},
        {u"app/canvas"_s, belowParts},
        {u"app/panels"_s, belowParts},
        {u"app/window"_s, belowParts + QStringList{u"app/tools"_s, u"app/canvas"_s, u"app/panels"_s}},
        {u"app"_s,
         belowParts + QStringList{u"app/tools"_s, u"app/canvas"_s, u"app/panels"_s, u"app/window"_s}},
    };
    return map;
}

/// Qt modules whose headers a folder may not include, longest prefix first.
QStringList forbiddenModules(const QString& folder) {
    const QStringList windows{u"QtWidgets"_s, u"QtSvgWidgets"_s, u"QtPrintSupport"_s, u"QtOpenGLWidgets"_s};
    if (folder.startsWith(u"model/"_s))
        return windows + QStringList{u"QtGui"_s, u"QtSvg"_s, u"QtOpenGL"_s};
    if (folder == "app/render"_L1 || folder == "app/report"_L1 || folder == "app/cli"_L1)
        return windows;
    return {};
}

/// Names of the headers of each Qt module that some folder may not include ("QPainter" -> "QtGui").
const QHash<QString, QString>& moduleOfHeader() {
    static const QHash<QString, QString> map = [] {
        QHash<QString, QString> found;
        const QStringList roots = QString::fromLatin1(QT_INCLUDE_DIR).split(u':', Qt::SkipEmptyParts);
        const QStringList modules{u"QtGui"_s,          u"QtWidgets"_s, u"QtSvg"_s,          u"QtSvgWidgets"_s,
                                  u"QtPrintSupport"_s, u"QtOpenGL"_s,  u"QtOpenGLWidgets"_s};
        for (const QString& root : roots) {
            for (const QString& module : modules) {
                const QStringList headers = QDir(root + u'/' + module).entryList(QDir::Files);
                for (const QString& header : headers)
                    found.insert(header, module);
            }
        }
        return found;
    }();
    return map;
}

QString folderOf(const QString& file) {
    return file.left(file.lastIndexOf(u'/'));
}

/// One sentence for each include of `text` that `file` (a path from the root of the project) may not have.
QStringList faultsOf(const QString& file, const QString& text) {
    QStringList faults;
    const QString folder = folderOf(file);
    if (!layers().contains(folder))
        return {file + u": its folder is no layer of the house (tests/house/test_includes.cpp lists them)"_s};
    static const QRegularExpression include(uR"(^\s*#\s*include\s*(["<])([^">]+)[">])"_s,
                                            QRegularExpression::MultilineOption);
    const QStringList forbidden = forbiddenModules(folder);
    for (auto it = include.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const QString target = match.captured(2);
        if (match.capturedView(1) == "\""_L1) {
            if (target.endsWith(".moc"_L1))
                continue;
            const QString targetFolder = target.contains(u'/') ? folderOf(target) : QString();
            if (!layers().contains(targetFolder)) {
                faults +=
                    u"%1 includes \"%2\": write the path from the root of the project"_s.arg(file, target);
            } else if (targetFolder != folder && !layers().value(folder).contains(targetFolder)) {
                faults += u"%1 includes \"%2\": %3 may not know %4"_s.arg(file, target, folder, targetFolder);
            }
            continue;
        }
        static const QRegularExpression wholeModule(u"^Qt(Core|Gui|Widgets|Svg|Test)(/Qt\\1)?$"_s);
        if (wholeModule.match(target).hasMatch()) {
            faults += u"%1 includes <%2>: include the classes, not the module"_s.arg(file, target);
            continue;
        }
        const qsizetype slash = target.indexOf(u'/');
        const QString module =
            slash > 0 && target.startsWith("Qt"_L1) ? target.left(slash) : moduleOfHeader().value(target);
        if (forbidden.contains(module))
            faults += u"%1 includes <%2>: %3 may not know %4"_s.arg(file, target, folder, module);
    }
    return faults;
}

} // namespace

class TestIncludes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyIncludePointsDown() {
        QStringList faults;
        int files = 0;
        const QDir root(groundplan::projectPath());
        for (const QString& top : {u"model"_s, u"app"_s, u"resources"_s}) {
            QDirIterator it(root.filePath(top), {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                            QDirIterator::Subdirectories);
            while (it.hasNext()) {
                QFile file(it.next());
                QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
                faults += faultsOf(root.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll()));
                ++files;
            }
        }
        QVERIFY2(files > 20, "the sources were not found");
        QVERIFY2(faults.isEmpty(), qPrintable(u"\n"_s + faults.join(u'\n')));
    }

    void qtHeadersAreKnown() {
        QCOMPARE(moduleOfHeader().value(u"QPainter"_s), u"QtGui"_s);
        QCOMPARE(moduleOfHeader().value(u"qwidget.h"_s), u"QtWidgets"_s);
        QCOMPARE(moduleOfHeader().value(u"QSvgRenderer"_s), u"QtSvg"_s);
    }

    void badIncludesAreSeen_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("faults");
        const auto row = [](const char* name, const QString& file, const QString& line, int faults) {
            QTest::newRow(name) << file << line << faults;
        };
        row("down", u"app/window/a.cpp"_s, u"#include \"app/panels/b.h\""_s, 0);
        row("own folder", u"app/tools/a.cpp"_s, u"#include \"app/tools/b.h\""_s, 0);
        row("up", u"app/panels/a.h"_s, u"#include \"app/window/b.h\""_s, 1);
        row("up to the model's user", u"model/design/a.h"_s, u"#include \"app/render/b.h\""_s, 1);
        row("up inside the model", u"model/design/a.h"_s, u"#include \"model/document/b.h\""_s, 1);
        row("sideways inside the model", u"model/graphviz/a.h"_s, u"#include \"model/routing/b.h\""_s, 1);
        row("sideways in the app", u"app/canvas/a.h"_s, u"  #  include \"app/tools/b.h\""_s, 1);
        row("command line to a panel", u"app/cli/a.cpp"_s, u"#include \"app/panels/b.h\""_s, 1);
        row("relative", u"app/cli/a.cpp"_s, u"#include \"b.h\""_s, 1);
        row("relative upwards", u"app/cli/a.cpp"_s, u"#include \"../render/b.h\""_s, 1);
        row("a painter in the model", u"model/design/a.h"_s, u"#include <QPainter>"_s, 1);
        row("a colour by module path", u"model/document/a.h"_s, u"#include <QtGui/QColor>"_s, 1);
        row("lower-case header", u"model/document/a.h"_s, u"#include <qfont.h>"_s, 1);
        row("core in the model", u"model/document/a.h"_s, u"#include <QString>\n#include <vector>"_s, 0);
        row("a widget in render", u"app/render/a.h"_s, u"#include <QWidget>"_s, 1);
        row("a painter in render", u"app/render/a.h"_s, u"#include <QPainter>"_s, 0);
        row("a widget in a panel", u"app/panels/a.h"_s, u"#include <QWidget>"_s, 0);
        row("a whole module", u"app/panels/a.h"_s, u"#include <QtWidgets>"_s, 1);
        row("a folder nobody planned", u"model/utilities/a.h"_s, u""_s, 1);
        row("two in one file", u"model/design/a.h"_s, u"#include <QFont>\n\n#include \"app/cli/b.h\""_s, 2);
    }
    void badIncludesAreSeen() {
        QFETCH(QString, file);
        QFETCH(QString, line);
        QFETCH(int, faults);
        QCOMPARE(faultsOf(file, line).size(), faults);
    }
};

QTEST_APPLESS_MAIN(TestIncludes)
#include "test_includes.moc"

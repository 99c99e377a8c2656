#include "app/canvas/board_view.h"
#include "app/render/fonts.h"
#include "app/window/appearance.h"
#include "app/window/board_controller.h"
#include "app/window/desk.h"
#include "app/window/display.h"
#include "app/window/main_window.h"
#include "model/document/unnamed_boards.h"
#include "resources/resources.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <clocale>
#include <cstring>
#include <langinfo.h>

using namespace Qt::StringLiterals;
using namespace groundplan;

namespace {

/// Qt reads and writes file names in UTF-8 only, and says so on standard error under any other locale.
void useUtf8() {
    std::setlocale(LC_ALL, "");
    if (std::strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        qputenv("LC_ALL", "C.UTF-8");
}

/// Whether only something is to be printed.
bool asksForWords(int argc, char** argv) {
    return std::any_of(argv + 1, argv + argc, [](const char* word) {
        return std::strcmp(word, "--help") == 0 || std::strcmp(word, "-h") == 0 ||
               std::strcmp(word, "--version") == 0 || std::strcmp(word, "-v") == 0;
    });
}

/// For groundplan-bench: says "ready" once the board has been painted and nothing else is due, and ends the
/// program.
class ReadyReport : public QObject {
public:
    explicit ReadyReport(QWidget* viewport)
        : QObject(viewport) {
        viewport->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint) {
            watched->removeEventFilter(this);
            QTimer::singleShot(0, qApp, [] {
                QTextStream(stdout) << "ready\n" << Qt::flush;
                QApplication::quit();
            });
        }
        return false;
    }
};

} // namespace

int main(int argc, char** argv) {
    useUtf8();
    initResources();
    QApplication::setApplicationName(u"groundplan"_s);
    QApplication::setApplicationVersion(QStringLiteral(GROUNDPLAN_VERSION));
    QGuiApplication::setDesktopFileName(u"groundplan"_s);
    if (const QString fault = displayFault(argc, argv); !fault.isEmpty()) {
        constexpr int kNoDisplay = 3; // what was to be used cannot be
        if (argc == 2 && std::strcmp(argv[1], "--has-display") == 0)
            return kNoDisplay;
        if (!asksForWords(argc, argv)) {
            QTextStream(stderr) << "groundplan: " << fault << '\n';
            return kNoDisplay;
        }
        qputenv("QT_QPA_PLATFORM", "offscreen");
    } else if (argc == 2 && std::strcmp(argv[1], "--has-display") == 0) {
        return 0; // for packaging/run
    }
    QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(u"Groundplan"_s);

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("Main", "A whiteboard for designing machine-learning systems."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption newOption(u"new"_s,
                                       QCoreApplication::translate("Main", "Begin with an empty board."));
    parser.addOption(newOption);
    QCommandLineOption readyOption(u"quit-when-ready"_s);
    readyOption.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOption(readyOption);
    parser.addPositionalArgument(
        u"FILE"_s,
        QCoreApplication::translate("Main", "Boards (*.gplan) to open, or files of other programs to import."),
        u"[FILE...]"_s);
    parser.process(application);

    const QString fontProblem = fonts::install();
    Settings settings;
    QStringList problems;
    const QString own = settings.templatesFolder();
    Catalogue catalogue = Catalogue::load(catalogueFolders(own), &problems);
    Templates templates = Templates::load(templateRoots(own), catalogue, &problems);
    Appearance appearance(catalogue, settings.theme());
    Desk desk({catalogue, templates, settings, appearance});

    MainWindow* window = nullptr;
    const QStringList files = parser.positionalArguments();
    for (const QString& file : files)
        window = desk.open(file, window);
    removeUntouchedBoards(Document::unnamedFolder()); // but for those just opened
    if (parser.isSet(newOption))
        window = desk.newBoard(window);
    if (!window)
        window = desk.showStartPage();
    if (!fontProblem.isEmpty())
        window->showInfo(u"fonts"_s, fontProblem);
    if (!problems.isEmpty())
        window->showError(u"catalogue"_s, problems.join(u' '));
    if (parser.isSet(readyOption) && window->board())
        new ReadyReport(window->board()->view()->viewport());
    return QApplication::exec();
}

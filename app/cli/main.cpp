#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/render/font_cache_place.h"
#include "app/render/fonts.h"
#include "resources/resources.h"

#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>

#include <algorithm>
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <future>
#include <langinfo.h>
#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using namespace groundplan;
using namespace groundplan::cli;

namespace {

/// Qt reads and writes names in UTF-8 only, and says so on standard error under any other locale.
void useUtf8() {
    std::setlocale(LC_ALL, "");
    if (std::strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        qputenv("LC_ALL", "C.UTF-8");
}

/// Standard error is for our own sentences; what Qt remarks about this machine helps nobody there.
void dropRemarks(QtMsgType type, const QMessageLogContext&, const QString& message) {
    if (type == QtFatalMsg)
        std::fprintf(stderr, "groundplan-cli: %s\n", qPrintable(message));
}

const Command* commandNamed(const QString& name) {
    const auto it = std::find_if(commands().begin(), commands().end(), [&name](const Command& command) {
        return name == QLatin1StringView(command.name);
    });
    return it == commands().end() ? nullptr : &*it;
}

/// Only what paints pays for fonts and a platform; the rest starts in a few milliseconds.
/// Qt is shown no words of ours: it would take some of them ("-title") for its own.
std::unique_ptr<QCoreApplication> makeApplication(char** argv, bool draws) {
    static int argc = 1;
    if (!draws)
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

Result<void> run(const QStringList& words, Console& console) {
    const QString first = words.value(0);
    if (first == "--help"_L1 || first == "-h"_L1 || first == "help"_L1) {
        const Command* command = commandNamed(words.value(1));
        console.bytes((command ? helpOf(*command) : helpOf(commands())).toUtf8());
        return {};
    }
    if (first == "--version"_L1) {
        console.line(u"groundplan-cli "_s + QStringLiteral(GROUNDPLAN_VERSION));
        return {};
    }
    const Command* command = commandNamed(first);
    if (!command) {
        const QString what = first.isEmpty()
                                 ? QCoreApplication::translate("Cli", "There is no command given.")
                                 : QCoreApplication::translate("Cli", "There is no command “%1”.").arg(first);
        return fail(ErrorCode::WrongUse,
                    QCoreApplication::translate("Cli", "%1 “groundplan-cli --help” lists them.").arg(what));
    }
    const Result<Arguments> arguments = parse(*command, words.mid(1));
    if (!arguments)
        return Failure(arguments.error());
    if (arguments->has("help")) {
        console.bytes(helpOf(*command).toUtf8());
        return {};
    }
    if (arguments->has("kinds") && !QFileInfo(arguments->value("kinds")).isDir()) {
        return fail(ErrorCode::Unreadable,
                    QCoreApplication::translate("Cli", "“%1” is no folder: name one that holds kinds.")
                        .arg(arguments->value("kinds")));
    }
    if (arguments->has("templates") && !QFileInfo(arguments->value("templates")).isDir()) {
        return fail(ErrorCode::Unreadable,
                    QCoreApplication::translate("Cli", "“%1” is no folder: name one that holds templates.")
                        .arg(arguments->value("templates")));
    }
    std::shared_future<QString> fontProblem;
    if (command->draws)
        fontProblem = fonts::beginInstall();
    const Result<void> result = command->run(*arguments, console);
    if (const QString problem = fontProblem.valid() ? fontProblem.get() : QString(); !problem.isEmpty())
        console.complain(problem);
    return result;
}

/// Everything is written. Taking fonts, platform and caches to pieces first would only take time: as much as
/// a small command takes altogether.
[[noreturn]] void leave(int code) {
#if defined(__SANITIZE_ADDRESS__)
    std::exit(code); // which looks for what was not given back
#else
    std::_Exit(code);
#endif
}

} // namespace

int main(int argc, char** argv) {
    useUtf8();
    qInstallMessageHandler(dropRemarks);
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words += QFile::decodeName(argv[i]);
    const Command* command = commandNamed(words.value(0));
    const bool draws = command && command->draws;
    std::optional<FontCachePlace> fontCache;
    if (draws)
        fontCache.emplace();
    const auto application = makeApplication(argv, draws);
    application->setApplicationName(u"groundplan"_s);
    application->setApplicationVersion(QStringLiteral(GROUNDPLAN_VERSION));

    initResources();

    Console console;
    Result<void> result = run(words, console);
    if (const Result<void> said = console.flush(); result && !said)
        result = said;
    if (!result)
        console.complain(result.error().sentence);
    const int code = !result ? exitCode(result.error().code) : console.hasFound() ? 1 : 0;
    std::fflush(nullptr);
    fontCache.reset();
    leave(code);
}

// sketch: blocks and connections from a text.
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/reading.h"
#include "app/render/board_painter.h"
#include "app/render/fit_sizes.h"
#include "model/sketch/sketch_plan.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace groundplan::cli {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Cli", text);
}

constexpr qint64 kLongestText = 16 * 1024 * 1024; // bytes; far more than kMostSketched blocks take

Result<QString> textOf(const Arguments& arguments) {
    if (!arguments.second.isNull() && arguments.second != "-"_L1)
        return arguments.second;
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return fail(ErrorCode::Unreadable, tr("Standard input cannot be read: %1.").arg(input.errorString()));
    // A pipe hands out what is in it: one read() is not the whole text.
    QByteArray bytes;
    while (bytes.size() <= kLongestText) {
        const QByteArray more = input.read(kLongestText + 1 - bytes.size());
        if (more.isEmpty())
            break;
        bytes += more;
    }
    if (bytes.size() > kLongestText) {
        return fail(ErrorCode::Unreadable,
                    tr("The text is longer than %1 MB, which is the limit; sketch it in parts.")
                        .arg(kLongestText / (1024 * 1024)));
    }
    return QString::fromUtf8(bytes);
}

Failure unreadable(const SketchError& error) {
    return fail(ErrorCode::Unreadable, error.sentence);
}

QString countsOf(const SketchPlan& plan) {
    const QString counts = tr("blocks: %1, frames: %2, connections: %3, used again: %4")
                               .arg(plan.blocks.size())
                               .arg(plan.frames.size())
                               .arg(plan.connections.size())
                               .arg(plan.used.size());
    return plan.taken.isEmpty() ? counts : tr("%1, put into a frame: %2").arg(counts).arg(plan.taken.size());
}

} // namespace

Result<void> runSketch(const Arguments& arguments, Console& console) {
    const Result<QString> text = textOf(arguments);
    if (!text)
        return Failure(text.error());
    const Catalogue catalogue = catalogueFor(arguments, console);
    SketchContext context;
    context.measure = &measureLabel;

    const bool exists = QFileInfo::exists(arguments.operand);
    if (arguments.has("dry-run") || !exists) {
        // A text that cannot be read makes no file.
        Design design;
        if (exists) {
            const auto reading = openToRead(arguments.operand, console);
            if (!reading)
                return Failure(reading.error());
            design = (*reading)->design();
        }
        const auto plan = planSketch(design, catalogue, *text, context);
        if (!plan)
            return unreadable(plan.error());
        if (arguments.has("dry-run")) {
            console.line(tr("Would add to “%1” (%2).").arg(arguments.operand, countsOf(*plan)));
            return {};
        }
    }
    const auto document = exists ? openToEdit(arguments.operand)
                                 : Document::create(arguments.operand, Document::Use::CommandLine);
    if (!document)
        return Failure(document.error());
    QString counts;
    const EditName name{"sketch", {text->simplified().left(60)}};
    const Result<void> done = (*document)->edit(name, [&](Editor& editor) -> Result<void> {
        const Design before = editor.design();
        const auto plan = planSketch(before, catalogue, *text, context);
        if (!plan)
            return unreadable(plan.error());
        counts = countsOf(*plan);
        if (const auto applied = applySketch(editor, *plan, context.measure); !applied)
            return Failure(applied.error());
        return fitSizes(editor, before);
    });
    return done.map([&] { console.line(tr("Sketched in “%1” (%2).").arg(arguments.operand, counts)); });
}

} // namespace groundplan::cli

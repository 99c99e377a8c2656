// sketch: blocks and connections from a text.
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/reading.h"
#include "app/render/board_painter.h"
#include "app/render/fit_sizes.h"
#include "model/document/edit_names.h"
#include "model/sketch/sketch_plan.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QMap>

using namespace Qt::StringLiterals;

namespace groundplan::cli {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Cli", text);
}

constexpr qint64 kLongestText = 16 * 1024 * 1024; // bytes; far more than kMostSketched blocks take

Failure unreadable(const SketchError& error) {
    return fail(ErrorCode::Unreadable, error.sentence);
}

/// What is no text is refused where it begins to be none, rather than put into titles.
Result<QString> decoded(const QByteArray& bytes) {
    static const QByteArray kReplacement = QStringLiteral("\uFFFD").toUtf8();
    const QByteArray body = bytes.startsWith("\xEF\xBB\xBF") ? bytes.mid(3) : bytes;
    const QString text = QString::fromUtf8(body);
    qsizetype from = 0;
    qsizetype byte = 0; // where `from` is in the bytes
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].isNull())
            return unreadable(sketchError(text, i, tr("A zero byte is no text; give the text as UTF-8.")));
        if (text[i] != QChar::ReplacementCharacter)
            continue;
        byte += QStringView(text).mid(from, i - from).toUtf8().size();
        from = i;
        if (body.mid(byte, kReplacement.size()) != kReplacement)
            return unreadable(sketchError(text, i, tr("This is no UTF-8; give the text as UTF-8.")));
    }
    return text;
}

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
    return decoded(bytes);
}

QString countsOf(const SketchPlan& plan) {
    QStringList counts{tr("blocks: %1, frames: %2, connections: %3, used again: %4")
                           .arg(plan.blocks.size())
                           .arg(plan.frames.size())
                           .arg(plan.connections.size())
                           .arg(plan.used.size())};
    const auto add = [&counts](const char* words, qsizetype count) {
        if (count > 0)
            counts.append(tr(words).arg(count));
    };
    add(QT_TRANSLATE_NOOP("Cli", "put into a frame: %1"), plan.taken.size());
    add(QT_TRANSLATE_NOOP("Cli", "labels: %1"), plan.labels.size());
    QMap<SketchFact::Sort, qsizetype> facts;
    for (const SketchPlan::FactsOf& of : plan.facts) {
        for (const SketchFact& fact : of.facts) {
            ++facts[fact.sort];
            facts[SketchFact::Sort::Option] += fact.options.size();
        }
    }
    add(QT_TRANSLATE_NOOP("Cli", "metrics: %1"), facts.value(SketchFact::Sort::Metric));
    add(QT_TRANSLATE_NOOP("Cli", "notes: %1"), facts.value(SketchFact::Sort::Note));
    add(QT_TRANSLATE_NOOP("Cli", "decisions: %1"), facts.value(SketchFact::Sort::Decision));
    add(QT_TRANSLATE_NOOP("Cli", "options: %1"), facts.value(SketchFact::Sort::Option));
    add(QT_TRANSLATE_NOOP("Cli", "arguments: %1"), facts.value(SketchFact::Sort::Argument));
    add(QT_TRANSLATE_NOOP("Cli", "properties: %1"),
        facts.value(SketchFact::Sort::Path) + facts.value(SketchFact::Sort::Ml));
    return counts.join(tr(", "));
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
    const EditName name{"sketch", {quotedInName(*text)}};
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

// merge: two versions of a design become one, in the history of ours.
#include "model/versions/merge.h"
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/draft.h"
#include "app/cli/reading.h"
#include "app/render/connection_finish.h"
#include "app/render/field_words.h"
#include "model/operations/merging.h"
#include "model/versions/becoming.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace groundplan::cli {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Cli", text);
}

QString saidOf(const SetBeside& each, const Design& design) {
    const QString what = plain(design.captionOf(each.element));
    const QString because = plain(design.captionOf(each.because));
    if (design.isInside(each.element, each.because))
        return tr("“%1” goes with its frame “%2”.").arg(what, because);
    return tr("“%1” is set beside “%2”: in the two versions they lay on the same place.").arg(what, because);
}

} // namespace

Result<void> runMerge(const Arguments& arguments, Console& console) {
    const QString base = arguments.all.at(0);
    const QString ours = arguments.all.at(1);
    const QString theirs = arguments.all.at(2);
    const QString out = arguments.value("output");
    Design before;
    // What git gives where there is no common ancestor.
    if (const QFileInfo info(base); !(info.exists() && !info.isDir() && info.size() == 0)) {
        const auto document = openToRead(base, console);
        if (!document)
            return Failure(document.error());
        before = (*document)->design();
    }
    const auto other = openToRead(theirs, console);
    if (!other)
        return Failure(other.error());
    const auto draft = Draft::copy(ours, out, console);
    if (!draft)
        return Failure(draft.error());
    Document& document = (*draft)->document();
    const bool inSheets = !(document.design().properties == (*other)->design().properties);
    Templates templates; // read only where they can be needed: git starts this once a file
    if (inSheets)
        templates = templatesFor(arguments, catalogueFor(arguments, console), console);
    Result<Merge> merged = merge(before, document.design(), (*other)->design(),
                                 inSheets ? fieldTextBy(templates, u"en"_s) : FieldTextOf());
    if (!merged)
        return Failure(merged.error());
    measureLabels(merged->design);
    const QString shown = arguments.has("name") ? arguments.value("name") : out;
    const EditName name{QByteArrayLiteral("merge"),
                        {arguments.has("name") ? QFileInfo(shown).fileName() : QFileInfo(theirs).fileName()}};
    QList<SetBeside> beside;
    const Design oursThen = document.design();
    const auto done = document.edit(name, [&](Editor& editor) -> Result<void> {
        become(editor, merged->design);
        beside = settleMerge(editor, oursThen, (*other)->design());
        return {};
    });
    if (!done)
        return Draft::notMade(done.error(), out);
    if (const auto saved = (*draft)->save(out, console, shown); !saved)
        return saved;
    for (const QString& remark : std::as_const(merged->remarks))
        console.line(remark);
    for (const SetBeside& each : std::as_const(beside))
        console.line(saidOf(each, document.design()));
    for (const MergeConflict& conflict : std::as_const(merged->conflicts)) {
        console.line(tr("conflict in %1: %2").arg(plain(conflict.caption), plain(conflict.what)));
        console.line(
            tr("  this version: %1").arg(conflict.ours.isEmpty() ? tr("nothing") : plain(conflict.ours)));
        console.line(tr("  the other one: %1")
                         .arg(conflict.theirs.isEmpty() ? tr("nothing") : plain(conflict.theirs)));
    }
    if (!merged->conflicts.isEmpty()) {
        console.line(tr("Conflicts: %1. Both values are in “%2”, as questions on the board.")
                         .arg(merged->conflicts.size())
                         .arg(shown));
        console.found();
    }
    return {};
}

} // namespace groundplan::cli

#include "app/report/printed_pages.h"

#include "app/report/diagram_pages.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan::report {
namespace {

constexpr double kLeastPart = 0.5; ///< the smallest texts of a block, 10 points, become 5
/// Points within the margins of both A4 and Letter, turned or not, of which a line above takes some that says
/// which part it is; for the whole, with the title of the page (page.css).
constexpr QSizeF kPaper{500, 690};
constexpr double kHead = 60;
constexpr double kAroundWhole = 16;
constexpr QSizeF kWholeUpright{500, 612}, kWholeAcross{690, 379};

double scaleIn(QSizeF room, QSizeF content) {
    return std::min({1.0, room.width() / std::max(1.0, content.width()),
                     room.height() / std::max(1.0, content.height())});
}

QString titleOf(const Design& titled, const DiagramPage& first, const DiagramPage& last) {
    const QString frame = first.frame ? titled.captionOf(first.frame).simplified() : QString();
    if (first.part == 0)
        return frame;
    const QString ends = endsOfPart(titled, first.first, last.last);
    return frame.isEmpty() ? ends : u"%1 (%2)"_s.arg(frame, ends);
}

/// As large as that, with so much free above and below it.
DiagramPage seenAs(DiagramPage page, const QSizeF& size, double free = 0) {
    page.scale = scaleIn(size, page.whole().size());
    page.paper = size + QSizeF(0, 2 * free);
    page.room = {QPointF(), page.paper};
    return page;
}

} // namespace

PrintedPages printedPages(const Design& design, const Design& titled, const QRectF& whole, bool across) {
    PrintedPages all;
    DiagramSetting setting;
    const double scale = scaleIn(across ? kWholeAcross : kWholeUpright, whole.size());
    if (scale >= setting.legible)
        return all;
    setting.papers = {kPaper};
    setting.margins = {0, kHead, 0, 0};
    setting.part = kLeastPart;
    setting.around = Around::Tight;
    setting.numbered = Numbered::Parts;
    setting.isParted = true;
    const Diagrams diagrams(titled, setting);
    const QList<DiagramPage>& pages = diagrams.pages();
    // The first of them is the overview, which is none of the parts.
    const auto numberOf = [&pages](int page) { return pages[page].sheet; };
    const auto mapOf = [&](int page, const DiagramPage& seen) {
        PrintedMap map{seen, diagrams.mapOf(page), {}};
        map.labels = mapLabels(design, seen, map.entries, numberOf, Numbered::Parts);
        return map;
    };
    for (int sheet = 1; sheet < diagrams.sheets(); ++sheet) {
        const QList<int> on = diagrams.on(sheet);
        const DiagramPage& first = pages[on.constFirst()];
        PrintedPage page;
        page.title = titleOf(titled, first, pages[on.constLast()]);
        page.across = first.paper.width() > first.paper.height();
        page.columns = first.whole().height() > first.whole().width();
        for (const int index : on) {
            PrintedPart part;
            part.size = pages[index].whole().size() * pages[index].scale;
            part.view = pages[index];
            part.view.scale = 1;
            part.view.room = part.view.whole();
            part.pointers = pagePointers(
                titled, part.view, [&](ElementId id) { return numberOf(diagrams.pageOf(id).value_or(0)); },
                Numbered::Parts);
            part.map = mapOf(index, seenAs(pages[index], part.size));
            page.parts.append(part);
        }
        all.pages.append(page);
    }
    if (!pages.isEmpty()) {
        DiagramPage page = pages.constFirst();
        page.content = whole;
        all.map = mapOf(0, seenAs(page, whole.size() * scale, kAroundWhole));
    }
    return all;
}

} // namespace groundplan::report

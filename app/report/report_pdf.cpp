#include "app/report/report_pdf.h"

#include "app/render/export_time.h"
#include "app/render/exports.h"
#include "app/render/pdf_facts.h"
#include "app/render/pdf_links.h"
#include "app/render/pdf_page.h"
#include "app/render/pdf_source.h"
#include "app/report/diagram_pages.h"
#include "app/report/page_look.h"
#include "app/report/page_pointers.h"
#include "app/report/report_flow.h"
#include "app/report/rubric_page.h"
#include "model/report/report_of.h"

#include <QCoreApplication>
#include <QPainter>

#include <qpdf/QPDF.hh>

#include <memory>

using namespace Qt::StringLiterals;

namespace groundplan::report {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ReportPages)
};

/// "diagram", "diagram-2": the names of the diagram's pages.
QString diagramKey(qsizetype page) {
    return page == 0 ? u"diagram"_s : u"diagram-"_s + QString::number(page + 1);
}

/// Sets, paints and links the pages of one report.
class Pages {
public:
    Pages(const ReportRequest& request, const Report& report, const Catalogue& catalogue)
        : request_(request)
        , report_(report)
        , titled_(withTitles(request.design, catalogue, reportLanguage()))
        , board_(catalogue, Theme::light(catalogue))
        , paper_(seriesOf(request.paper).constFirst())
        , area_(textArea(paper_))
        , diagrams_(request.design, request.paper)
        , described_(describedIn(report))
        , fonts_(std::make_shared<PdfFontSet>()) {
        for (const Section& section : report.sections) {
            for (const Entry& entry : section.entries) {
                if (entry.decision)
                    decided_.insert(entry.decision, entry.key);
            }
        }
        QList<std::pair<QString, QString>> titles;
        for (int i = 0; i < diagrams_.sheets(); ++i)
            titles.append({diagramTitle(i), diagramKey(i)});
        front_ = setFront(report, area_.size(), titles);
        frontPages_ = flowIntoPages(front_.slices, area_.height());
        const auto pageOf = [this](ElementId id) {
            return diagrams_.pageOf(id) ? std::optional(sheetOf(id) + 1) : std::nullopt;
        };
        body_ = setSections(report, area_.width(), pageOf);
        bodyPages_ = flowIntoPages(body_.slices, area_.height());
        findPlaces();
    }

    void paint() {
        paintFlow(front_, frontPages_, 0);
        for (int i = 0; i < diagrams_.sheets(); ++i)
            paintDiagram(i);
        paintFlow(body_, bodyPages_, firstBody());
        PdfPage& page = addPage(paper_);
        QPainter painter(&page);
        paintRubric(painter, paper_, board_.theme());
        paintEdges(painter, paper_, edges(count() - 1, Words::tr("Rubric")), board_.theme());
    }

    /// May throw, as qpdf does.
    void writeTo(QPDF& pdf) {
        for (const auto& page : pages_)
            page->writeTo(pdf);
        PdfLinks links(pdf);
        for (const Area& area : areas_) {
            if (!area.target.url.isEmpty())
                links.addUrl(area.page, area.rect, area.target.url);
            else if (const std::optional<PdfPlace> place = placeOf(area.target))
                links.addLink(area.page, area.rect, *place, area.target.text);
        }
        links.addOutline(outline());
        QList<std::pair<QString, PdfPlace>> names;
        for (auto it = places_.cbegin(); it != places_.cend(); ++it)
            names.append({it.key(), it.value()});
        std::sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        links.addNames(names);
    }

private:
    /// Something to click on.
    struct Area {
        int page;
        QRectF rect;
        Span target;
    };

    int firstDiagram() const { return int(frontPages_.size()); }
    int firstBody() const { return firstDiagram() + diagrams_.sheets(); }
    /// The page of the report on which an element is seen best.
    int sheetOf(ElementId id) const {
        const std::optional<int> page = diagrams_.pageOf(id);
        return firstDiagram() + (page ? diagrams_.pages()[*page].sheet : 0);
    }
    int count() const { return firstBody() + int(bodyPages_.size()) + 1; }

    QString diagramTitle(int sheet) const {
        return sheet == 0 && diagrams_.pages().size() == 1
                   ? Words::tr("Diagram")
                   : Words::tr("Diagram: %1").arg(shownOnSheet(sheet));
    }

    /// "Serving", "outside the frames, 1 of 3 (Kafka to Ranker)".
    QString shownOnSheet(int sheet) const {
        const QList<int> on = diagrams_.on(sheet);
        const DiagramPage& shown = diagrams_.pages()[on.constFirst()];
        const QString frame = shown.frame ? titled_.captionOf(shown.frame).simplified() : QString();
        if (shown.part > 0) {
            return u"%1 (%2)"_s.arg(partTitle(shown, frame),
                                    endsOfPart(titled_, shown.first, diagrams_.pages()[on.constLast()].last));
        }
        return shown.frame ? frame : Words::tr("overview");
    }

    QString partTitle(const DiagramPage& shown, const QString& frame) const {
        const Design& design = request_.design;
        const bool besideFrames =
            std::any_of(design.frames.begin(), design.frames.end(), [&](const Frame& each) {
                return !shown.frame || design.isInside(each.id, shown.frame);
            });
        if (!besideFrames && shown.parts == 1)
            return shown.frame ? frame : Words::tr("in rows");
        if (!besideFrames)
            return shown.frame ? Words::tr("%1, part %2 of %3").arg(frame).arg(shown.part).arg(shown.parts)
                               : Words::tr("part %1 of %2").arg(shown.part).arg(shown.parts);
        const QString what =
            shown.frame ? Words::tr("%1, outside its frames").arg(frame) : Words::tr("outside the frames");
        return shown.parts == 1 ? what : Words::tr("%1, %2 of %3").arg(what).arg(shown.part).arg(shown.parts);
    }

    void findPlaces() {
        for (qsizetype i = 0; i < bodyPages_.size(); ++i) {
            for (const PlacedSlice& placed : bodyPages_[i]) {
                const SliceInk& ink = body_.inks[placed.slice];
                if (!placed.repeated && !ink.anchor.isEmpty())
                    places_.insert(ink.anchor,
                                   {firstBody() + int(i), {area_.left(), area_.top() + placed.top - 8}});
            }
        }
        for (int i = 0; i < diagrams_.sheets(); ++i)
            places_.insert(diagramKey(i), {firstDiagram() + i, {}});
        places_.insert(QString::fromLatin1(kRubricKey), {count() - 1, {}});
    }

    std::optional<PdfPlace> placeOf(const Span& target) const {
        if (target.element) {
            const std::optional<int> page = diagrams_.pageOf(target.element);
            if (!page)
                return std::nullopt;
            const QPointF at = diagrams_.placeOf(target.element, *page).topLeft() - QPointF(40, 40);
            return PdfPlace{sheetOf(target.element), {std::max(0.0, at.x()), std::max(0.0, at.y())}};
        }
        const auto it = places_.constFind(target.entry);
        return it == places_.cend() ? std::nullopt : std::optional(*it);
    }

    PageEdges edges(int page, const QString& right) const {
        return {report_.title, right, u"%1 / %2"_s.arg(page + 1).arg(count())};
    }

    PdfPage& addPage(QSizeF paper) {
        pages_.push_back(std::make_unique<PdfPage>(paper, fonts_));
        return *pages_.back();
    }

    void paintFlow(const SetReport& set, const QList<FlowPage>& pages, int first) {
        for (qsizetype i = 0; i < pages.size(); ++i) {
            PdfPage& page = addPage(paper_);
            QPainter painter(&page);
            const int number = first + int(i);
            QString section;
            for (const PlacedSlice& placed : pages[i]) {
                const SliceInk& ink = set.inks[placed.slice];
                paintSlice(painter, set.slices[placed.slice], ink, area_.topLeft() + QPointF(0, placed.top),
                           number);
                if (!section.isEmpty() || ink.section < 0)
                    continue;
                section = report_.sections[ink.section].title;
                if (!ink.within.isEmpty()) // whose sheet it is that goes on here
                    section += u": "_s + ink.within;
            }
            PageEdges around = edges(number, section);
            if (number == 0)
                around.left.clear(); // the title itself stands there
            paintEdges(painter, paper_, around, board_.theme());
        }
    }

    void paintSlice(QPainter& painter, const Slice& slice, const SliceInk& ink, QPointF topLeft, int page) {
        const Theme& theme = board_.theme();
        for (const SliceInk::Text& text : ink.texts) {
            paintLine(painter, topLeft + text.at, text.line, text.muted, theme);
            for (const Piece& piece : text.line) {
                if (leads(piece.target) && piece.left < piece.right)
                    areas_.append({page,
                                   QRectF(topLeft.x() + text.at.x() + piece.left, topLeft.y() + text.at.y(),
                                          piece.right - piece.left, piece.text.height * piece.scale),
                                   piece.target});
            }
        }
        if (ink.rule != SliceInk::Rule::None) {
            const bool strong = ink.rule == SliceInk::Rule::Strong;
            paintRule(painter, {topLeft.x(), topLeft.y() + slice.height}, topLeft.x() + area_.width(),
                      strong ? theme.text : theme.cardBorder, strong ? 0.9 : 0.6);
        }
        if (!ink.pageOf.isEmpty())
            paintPageNumber(painter, slice, ink, topLeft, page);
    }

    /// At the right end of a line of the contents, which leads there as a whole.
    void paintPageNumber(QPainter& painter, const Slice& slice, const SliceInk& ink, QPointF topLeft,
                         int page) {
        const auto place = places_.constFind(ink.pageOf);
        if (place == places_.cend() || ink.texts.isEmpty() || ink.texts.constFirst().line.isEmpty())
            return;
        const Theme& theme = board_.theme();
        const Piece& title = ink.texts.constFirst().line.constLast();
        const SetLine number = setText(QString::number(place->page + 1), ink.pageStyle, 60).value(0);
        const double baseline = baselineOf(ink.pageStyle);
        const double left = topLeft.x() + area_.width() - number.constFirst().right;
        paintLine(painter, {left, topLeft.y()}, number, ink.pageStyle.muted, theme);
        const double from = topLeft.x() + ink.texts.constFirst().at.x() + title.right + 8;
        if (from < left - 8) {
            QPen dots(theme.muted, 0.8, Qt::CustomDashLine, Qt::FlatCap);
            dots.setDashPattern({1, 5});
            painter.setPen(dots);
            painter.drawLine(QPointF(from, topLeft.y() + baseline),
                             QPointF(left - 8, topLeft.y() + baseline));
        }
        Span target;
        target.entry = ink.pageOf;
        areas_.append({page, QRectF(topLeft.x(), topLeft.y(), area_.width(), slice.height), target});
    }

    void paintDiagram(int sheet) {
        const QList<int> on = diagrams_.on(sheet);
        const QSizeF paper = diagrams_.pages()[on.constFirst()].paper;
        PdfPage& page = addPage(paper);
        QPainter painter(&page);
        diagrams_.paint(page, painter, board_, sheet);
        const int number = firstDiagram() + sheet;
        for (const int index : on) {
            addLeads(painter, index, number);
            addMap(painter, index, number);
        }
        paintEdges(painter, paper, edges(number, diagramTitle(sheet)), board_.theme());
    }

    /// What leads elsewhere from what one of `diagrams_` shows.
    void addLeads(QPainter& painter, int index, int number) {
        const DiagramPage& shown = diagrams_.pages()[index];
        const QList<PagePointer> pointers =
            pagePointers(titled_, shown, [this](ElementId id) { return sheetOf(id) + 1; });
        paintPointers(painter, pointers, request_.design, board_.theme());
        for (const PagePointer& pointer : pointers) {
            Span target{pointer.text.shown()};
            target.element = pointer.to;
            areas_.append({number, pointer.place, target});
        }
        const QList<MapEntry> map = diagrams_.mapOf(index);
        for (const auto& [id, rect] : diagrams_.placesOn(index)) {
            const QRectF visible = rect.intersected(QRectF(QPointF(), shown.paper));
            const QString key = keyOf(id);
            // What has a larger page is clicked to see that.
            const QRectF place = shown.toPage().inverted().mapRect(rect);
            const bool isMapped = std::any_of(map.begin(), map.end(), [&place](const MapEntry& entry) {
                return entry.area.intersects(place);
            });
            if (!key.isEmpty() && !visible.isEmpty() && !isMapped) {
                Span target{titled_.captionOf(id).simplified()};
                target.entry = key;
                areas_.append({number, visible, target});
            }
        }
    }

    /// What an overview says of the pages that show its parts, and leads there.
    void addMap(QPainter& painter, int index, int number) {
        const QList<MapEntry> map = diagrams_.mapOf(index);
        if (map.isEmpty())
            return;
        const DiagramPage& shown = diagrams_.pages()[index];
        const auto sheetAt = [this](int page) { return diagrams_.pages()[page].sheet; };
        const QList<MapLabel> labels = mapLabels(
            request_.design, shown, map, [&](int page) { return firstDiagram() + sheetAt(page) + 1; });
        paintMap(painter, shown, map, labels, board_.theme());
        const auto addLead = [&](const QRectF& place, int sheet) {
            Span target{shownOnSheet(sheet)};
            target.entry = diagramKey(sheet);
            areas_.append({number, place, target});
        };
        QList<MapLine> lines;
        QList<int> sheets; // of the lines
        for (const MapEntry& entry : map) {
            const int sheet = sheetAt(entry.page);
            addLead(shown.toPage().mapRect(entry.area), sheet);
            if (!sheets.contains(sheet)) { // one shows several parts
                sheets.append(sheet);
                lines.append({shownOnSheet(sheet), firstDiagram() + sheet + 1, entry.level});
            }
        }
        for (qsizetype i = 0; i < map.size(); ++i) {
            if (!labels[i].place.isEmpty())
                addLead(labels[i].place, sheetAt(map[i].page));
        }
        const QList<QRectF> places = paintMapList(painter, diagrams_.mapRoomOf(index), lines, board_.theme());
        for (qsizetype i = 0; i < places.size(); ++i)
            addLead(places[i], sheets[i]);
    }

    /// Where what lies on the diagram is described.
    QString keyOf(ElementId id) const {
        if (const Card* card = request_.design.cards.find(id)) {
            if (card->kind == CardKind::Task)
                return QString::fromLatin1(sections::kTask);
            if (card->kind == CardKind::Decision)
                return decided_.value(card->decision);
            return {};
        }
        return described_.value(id);
    }

    QList<OutlineEntry> outline() const {
        QList<OutlineEntry> entries;
        const auto add = [&](const QString& title, int level, const QString& key) {
            const auto it = places_.constFind(key);
            if (it != places_.cend())
                entries.append({title, level, *it});
        };
        entries.append(
            {report_.version.isEmpty() ? report_.title : u"%1 · %2"_s.arg(report_.title, report_.version),
             1,
             {}});
        for (int i = 0; i < diagrams_.sheets(); ++i)
            add(diagramTitle(i), i == 0 ? 1 : 2, diagramKey(i));
        for (qsizetype i = 0; i < report_.sections.size(); ++i) {
            const Section& section = report_.sections[i];
            add(numbered(i, section.title), 1, section.key);
            for (const Entry& entry : section.entries)
                add(entry.title, 2, entry.key);
        }
        add(Words::tr("Rubric"), 1, QString::fromLatin1(kRubricKey));
        return entries;
    }

    const ReportRequest& request_;
    const Report& report_;
    const Design titled_; ///< for what is said; what is drawn is the design as it is
    BoardPainter board_;
    QSizeF paper_;
    QRectF area_;
    Diagrams diagrams_;
    QHash<ElementId, QString> described_;
    QHash<DecisionId, QString> decided_;
    std::shared_ptr<PdfFontSet> fonts_;
    SetReport front_, body_;
    QList<FlowPage> frontPages_, bodyPages_;
    QHash<QString, PdfPlace> places_; ///< by key
    std::vector<std::unique_ptr<PdfPage>> pages_;
    QList<Area> areas_;
};

} // namespace

ReportRequest requestFor(Shown shown, const QString& author, Paper paper) {
    ReportRequest request;
    request.design = std::move(shown.design);
    request.title = shown.title;
    request.author = author;
    request.session = shown.session;
    request.paper = paper;
    request.source = std::move(shown.source);
    request.version = shown.version;
    return request;
}

Result<void> writeReportPdf(const ReportRequest& request, const Catalogue& catalogue,
                            const Templates& templates, QIODevice& out) {
    if (const auto timed = checkExportTime(); !timed)
        return Failure(timed.error());
    TravellingSource source(request.source);
    const Report report = reportOf(request.design, catalogue, templates,
                                   {request.title, request.author, exportTime().date(), reportLanguage(),
                                    request.session, request.version});
    Pages pages(request, report, catalogue);
    pages.paint();
    try {
        QPDF pdf;
        pdf.emptyPDF();
        pages.writeTo(pdf);
        if (const auto attached = source.attachTo(pdf, request.title); !attached)
            return attached;
        return finishPdf(pdf, {request.title, request.author, request.version}, out);
    } catch (const std::exception& problem) {
        return fail(
            ErrorCode::NotWritten,
            Words::tr("The report could not be made: %1.").arg(QString::fromLocal8Bit(problem.what())));
    }
}

} // namespace groundplan::report

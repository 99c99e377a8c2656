#include "app/panels/inspector_panel.h"

#include "app/panels/controls.h"
#include "app/panels/decision_section.h"
#include "app/panels/inspector_page.h"
#include "app/panels/metric_section.h"
#include "app/panels/note_section.h"
#include "app/panels/requirement_section.h"
#include "app/panels/sheet_stack.h"
#include "app/panels/tab_order.h"
#include "model/versions/conflict_marks.h"

#include <QApplication>
#include <QVBoxLayout>

#include <algorithm>

namespace groundplan {

namespace {
constexpr int kSettlesWithin = 400; ///< milliseconds in which the entries of a subject find their heights
} // namespace

InspectorPanel::InspectorPanel(PanelHost& host, QWidget* parent)
    : QScrollArea(parent)
    , host_(host)
    , content_(new QWidget) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setMinimumWidth(256);
    viewport()->setBackgroundRole(QPalette::Window);
    viewport()->setAutoFillBackground(true);
    content_->setBackgroundRole(QPalette::Window);
    auto* column = new QVBoxLayout(content_);
    column->setContentsMargins(12, 18, 12, 18);
    column->setSpacing(0);
    column->addStretch();
    setWidget(content_);
    timer_.setSingleShot(true);
    timer_.setInterval(0);
    connect(&timer_, &QTimer::timeout, this, &InspectorPanel::updateNow);
    connect(&host_, &PanelHost::changed, this, &InspectorPanel::schedule);
    connect(&host_, &PanelHost::selectionChanged, this, &InspectorPanel::schedule);
    const auto startAnew = [this] {
        shown_.clear();
        currentPage_ = PageCount;
        schedule();
    };
    connect(&host_, &PanelHost::documentReset, this, startAnew);
    connect(&host_, &PanelHost::kindsReplaced, this, startAnew);
    connect(&host_, &PanelHost::themeChanged, content_, qOverload<>(&QWidget::update));
}

void InspectorPanel::schedule() {
    if (isVisible() && !timer_.isActive())
        timer_.start();
}

void InspectorPanel::showEvent(QShowEvent* event) {
    QScrollArea::showEvent(event);
    schedule();
}

bool InspectorPanel::focusNextPrevChild(bool next) {
    // What was just typed may bring fields with it, which have their turn (a new decision its options).
    Q_EMIT host_.commitRequested();
    if (timer_.isActive())
        updateNow();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    orderTabsByPlace(*this, *content_);
    return QScrollArea::focusNextPrevChild(next);
}

InspectorPage* InspectorPanel::page(Page which) {
    InspectorPage*& made = pages_[std::size_t(which)];
    if (!made) {
        constexpr std::array makers{makeBlockPage,   makeFramePage,   makeConnectionPage, makeCardPage,
                                    makeDrawingPage, makeSeveralPage, makeDesignPage};
        made = makers[std::size_t(which)](host_);
        static_cast<QVBoxLayout*>(content_->layout())->insertWidget(0, made);
    }
    return made;
}

void InspectorPanel::makeSections() {
    if (metrics_)
        return;
    requirements_ = new RequirementSection(host_);
    metrics_ = new MetricSection(host_);
    decisions_ = new DecisionSection(host_);
    notes_ = new NoteSection(host_);
    sheets_ = new SheetStack(host_);
    auto* column = static_cast<QVBoxLayout*>(content_->layout());
    for (Section* section : std::initializer_list<Section*>{requirements_, metrics_, decisions_, notes_}) {
        auto* line = new Hairline;
        lines_.append(line);
        column->insertWidget(column->count() - 1, line);
        column->insertWidget(column->count() - 1, section);
        connect(section, &Section::added, this, [this](Entry* entry) { showFrom(entry); });
        connect(section, &Section::unfolded, this, [this](Entry* entry) { showFrom(entry); });
        if (section == metrics_)
            column->insertWidget(column->count() - 1, sheets_);
    }
    connect(sheets_, &SheetStack::unfolded, this, &InspectorPanel::showFrom);
}

void InspectorPanel::updateNow() {
    timer_.stop();
    const Design& design = host_.design();
    QList<ElementId> ids;
    for (const ElementId id : host_.selection()) {
        if (design.elements.contains(id))
            ids.append(id);
    }
    Page which = DesignP;
    const auto pageOf = [&](ElementId id) {
        return Page(std::min(int(design.elements.find(id)->type), int(DrawingP)));
    };
    if (ids.size() == 1)
        which = pageOf(ids.first());
    else if (!ids.isEmpty())
        which = std::all_of(ids.begin(), ids.end(), [&](ElementId id) { return pageOf(id) == DrawingP; })
                    ? DrawingP
                    : SeveralP;
    static_assert(int(BlockP) == int(ElementType::Block) && int(FrameP) == int(ElementType::Frame) &&
                  int(ConnectionP) == int(ElementType::Connection) && int(CardP) == int(ElementType::Card));

    makeSections();
    if (which != currentPage_ || ids != shown_) {
        const QWidget* focused = QApplication::focusWidget();
        if (focused && content_->isAncestorOf(focused))
            host_.focusBoard(); // the field in use belongs to what is not shown any more
        InspectorPage* next = page(which);
        if (current_ && current_ != next)
            current_->hide();
        current_ = next;
        currentPage_ = which;
        shown_ = ids;
        current_->setSubjects(ids);
        const ElementId subject = ids.size() == 1 ? ids.first() : ElementId{};
        const bool one = which == BlockP || which == FrameP || which == ConnectionP || which == DesignP;
        const std::array<std::pair<Section*, bool>, 4> wanted{
            {{requirements_, which == DesignP},
             {metrics_, which == DesignP || which == BlockP},
             {decisions_, one},
             {notes_, one}}};
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            const auto [section, visible] = wanted[i];
            section->setSubject(subject);
            section->setVisible(visible);
            lines_[qsizetype(i)]->setVisible(visible);
        }
        sheets_->setSubject(subject);
        sheets_->setVisible(which == DesignP || which == BlockP);
        current_->refresh();
        current_->show();
        ensureVisible(0, 0);
    } else {
        current_->refresh();
    }
    for (Section* section : std::initializer_list<Section*>{requirements_, metrics_, decisions_, notes_}) {
        if (section->isVisibleTo(content_))
            section->refresh();
    }
    if (sheets_->isVisibleTo(content_))
        sheets_->refresh();
    content_->layout()->activate();
    orderTabsByPlace(*this, *content_);
}

void InspectorPanel::showFrom(QWidget* target) {
    sought_ = target;
    seeking_.setRemainingTime(kSettlesWithin);
    content_->layout()->activate();
    seek();
}

/// Once what is sought has its place.
void InspectorPanel::seek() {
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (!sought_ || seeking_.hasExpired())
                return;
            ensureWidgetVisible(sought_, 0, 12);
            const int top = sought_->mapTo(content_, QPoint(0, 0)).y();
            ensureVisible(0, top, 0, 12);
        },
        Qt::QueuedConnection);
}

bool InspectorPanel::eventFilter(QObject* watched, QEvent* event) {
    // Texts find their heights only when they have a width, one after another.
    if (watched == content_ && event->type() == QEvent::Resize && !seeking_.hasExpired())
        seek();
    return QScrollArea::eventFilter(watched, event);
}

void InspectorPanel::reveal(ElementId subject, Reveal what) {
    host_.setSelection(subject ? QSet<ElementId>{subject} : QSet<ElementId>{});
    updateNow();
    Section* section = what == Reveal::Decisions ? static_cast<Section*>(decisions_) : notes_;
    if (!section->isVisibleTo(content_))
        return;
    const Design& design = host_.design();
    const auto sortOf = [](const Note& note) {
        return isConflictMark(note)              ? Reveal::Conflicts
               : note.kind == NoteKind::Question ? Reveal::Questions
                                                 : Reveal::Notes;
    };
    Entry* fitting = nullptr;
    for (Entry* entry : section->entries()) {
        const Note* note = design.notes.find(NoteId(entry->id()));
        // A note that is still empty was made to be typed into.
        if (note && note->text.isEmpty()) {
            fitting = entry;
            break;
        }
        const bool fits = what == Reveal::Decisions || (note && sortOf(*note) == what);
        if (fits && !fitting)
            fitting = entry;
    }
    if (fitting)
        fitting->focusFirst();
    showFrom(fitting ? static_cast<QWidget*>(fitting) : section);
}

void InspectorPanel::focusFirst() {
    updateNow();
    current_->focusFirst();
}

void InspectorPanel::reveal(const BoardRow& row) {
    std::visit([this](auto id) { reveal(id); }, row);
}

void InspectorPanel::reveal(PropertyId id) {
    if (const Property* property = host_.design().properties.find(id))
        revealField(property->subject, property->field);
}

void InspectorPanel::reveal(DecisionId id) {
    makeSections();
    if (const Decision* decision = host_.design().decisions.find(id))
        revealEntry(decision->subject, decisions_, id.value());
}

void InspectorPanel::reveal(NoteId id) {
    makeSections();
    if (const Note* note = host_.design().notes.find(id))
        revealEntry(note->subject, notes_, id.value());
}

void InspectorPanel::reveal(MetricId id) {
    makeSections();
    if (const Metric* metric = host_.design().metrics.find(id))
        revealEntry(metric->subject, metrics_, id.value());
}

void InspectorPanel::reveal(RequirementId id) {
    makeSections();
    if (host_.design().requirements.contains(id))
        revealEntry({}, requirements_, id.value());
}

void InspectorPanel::revealField(ElementId subject, const QString& field) {
    host_.setSelection(subject ? QSet<ElementId>{subject} : QSet<ElementId>{});
    updateNow();
    if (sheets_->isVisibleTo(content_))
        sheets_->focusField(field);
}

void InspectorPanel::revealEntry(ElementId subject, Section* section, qint64 id) {
    host_.setSelection(subject ? QSet<ElementId>{subject} : QSet<ElementId>{});
    updateNow();
    if (!section->isVisibleTo(content_))
        return;
    if (Entry* entry = section->entry(id)) {
        entry->focusFirst();
        showFrom(entry);
    }
}

void InspectorPanel::startEntry(Section* section) {
    updateNow();
    if (!section->isVisibleTo(content_))
        return;
    section->add();
}

void InspectorPanel::addMetric() {
    makeSections();
    startEntry(metrics_);
}

void InspectorPanel::addDecision() {
    makeSections();
    startEntry(decisions_);
}

void InspectorPanel::addNote() {
    makeSections();
    startEntry(notes_);
}

} // namespace groundplan

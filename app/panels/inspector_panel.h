#pragma once

#include "app/panels/panel_host.h"

#include <QDeadlineTimer>
#include <QPointer>
#include <QScrollArea>
#include <QTimer>

#include <array>

namespace groundplan {

class InspectorPage;
class Section;
class MetricSection;
class DecisionSection;
class NoteSection;
class RequirementSection;
class SheetStack;

/// Shows and edits what is selected; the design itself while nothing is. Pages are made when they are first
/// needed. It follows the selection and the design after the event that changed them, never inside it: what
/// has been typed is written to the last subject then, and a change handler must not edit.
class InspectorPanel : public QScrollArea {
    Q_OBJECT
public:
    explicit InspectorPanel(PanelHost& host, QWidget* parent = nullptr);

    /// Opens the section of an element's notes, questions, conflicts or decisions, unfolds the fitting entry
    /// and scrolls to it.
    enum class Reveal { Notes, Questions, Conflicts, Decisions };
    void reveal(ElementId subject, Reveal what);
    void reveal(const BoardRow& row);
    void reveal(DecisionId id);
    void reveal(NoteId id);
    void reveal(MetricId id);
    void reveal(RequirementId id);
    void reveal(PropertyId id);
    /// A field of a sheet ("data.split") of a block, or of the board; does nothing where no sheet has it.
    void revealField(ElementId subject, const QString& field);
    /// Puts the keyboard into the first field.
    void focusFirst();
    /// Adds to what is selected (for the Insert menu); does nothing where the sort does not fit.
    void addMetric();
    void addDecision();
    void addNote();
    /// Takes over the selection and the design now.
    void updateNow();
    QSize sizeHint() const override { return {296, 400}; }

protected:
    void showEvent(QShowEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum Page { BlockP, FrameP, ConnectionP, CardP, DrawingP, SeveralP, DesignP, PageCount };
    void schedule();
    void makeSections();
    InspectorPage* page(Page which);
    void showFrom(QWidget* target);
    void seek();
    void revealEntry(ElementId subject, Section* section, qint64 id);
    void startEntry(Section* section);

    PanelHost& host_;
    QWidget* content_;
    QTimer timer_;
    std::array<InspectorPage*, PageCount> pages_{};
    InspectorPage* current_ = nullptr;
    Page currentPage_ = PageCount;
    QList<ElementId> shown_;
    RequirementSection* requirements_ = nullptr;
    MetricSection* metrics_ = nullptr;
    DecisionSection* decisions_ = nullptr;
    NoteSection* notes_ = nullptr;
    SheetStack* sheets_ = nullptr;
    QPointer<QWidget> sought_; ///< what was to be shown last
    QDeadlineTimer seeking_;
    QList<QWidget*> lines_; ///< the hairline above each section
};

} // namespace groundplan

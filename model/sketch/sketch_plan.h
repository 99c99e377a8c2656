#pragma once

#include "model/design/catalogue.h"
#include "model/design/design.h"
#include "model/operations/operations.h"
#include "model/sketch/sketch_facts.h"
#include "model/sketch/word_matching.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace groundplan {

/// Most new connections at one block of one text, since they all leave the same four sides; and most of them
/// altogether, beside kTwoForEach for each block that they join. Branches multiply: 100 blocks that lead to
/// 100 others are 10,000 connections in one short line, and finding ways for many between few takes minutes.
/// With these figures it takes some two seconds.
inline constexpr int kMostAtOneBlock = 400;
inline constexpr int kMostBetweenFew = 1'500;
inline constexpr int kTwoForEach = 2;

/// Where a sketch is made.
struct SketchContext {
    /// The canvas cursor: new blocks that hang on nothing have their middle there; none: below all there is.
    std::optional<Point> at;
    /// What is seen of the board: new blocks stay inside as far as they fit; what is wider begins at its
    /// left, what is higher at its top. None: wherever.
    std::optional<Rect> seen;
    QList<ElementId> selected; ///< what a link at the end of a chain, and facts without a name, are about
    QString language = QStringLiteral("en"); ///< of the titles of new blocks
    MeasureLabel measure;
    /// Knows the catalogue and, with `reuse`, all that is on the board, oldest first: so that a keystroke
    /// need not take a thousand titles apart. None: made for the occasion.
    const WordMatcher* words = nullptr;
    bool typing = false; ///< the end of the text closes what is open in it: braces without further ado; what
                         ///< else it is SketchPlan::missing says
    bool reuse = true;   ///< words may mean what is on the board; false: each is a new block
};

/// What a sketch will do to a design: made from the design alone, so that the same line gives a ghost while
/// it is typed, and rows when it is done.
struct SketchPlan {
    struct NewBlock {
        Block row; ///< with its place
        ElementId parent;
    };
    struct NewFrame {
        Frame row;
        ElementId parent;
    };
    struct Labelled {
        ElementId connection; ///< of the design: gets a label
        QString label;
    };
    struct FactsOf {
        ElementId subject; ///< none: the design, the board
        QList<SketchFact> facts;
        DecisionId decision = {}; ///< that options and arguments belong to; none: the subject's last one
    };
    QList<NewFrame> frames; ///< outer ones first
    QList<NewBlock> blocks;
    QList<Connection> connections; ///< new ones, not routed
    QList<Labelled> labels;
    QHash<ElementId, Rect> grown; ///< frames of the design that must hold more
    QHash<ElementId, Rect>
        moved; ///< blocks of the design that go elsewhere, into the frame they are written in
    QHash<ElementId, ElementId> taken; ///< blocks of the design and the frame that they are written in
    QList<FactsOf> facts;
    std::optional<SketchError> missing; ///< the quote or parenthesis that is open at the end of what is typed
    QSet<ElementId> used;               ///< what was there before and is named
    /// What each word stands for, in the order of the text.
    struct Named {
        TextSpan words;
        ElementId id;
        bool isNew = false;
    };
    QList<Named> named;

    bool isEmpty() const {
        return frames.isEmpty() && blocks.isEmpty() && connections.isEmpty() && labels.isEmpty() &&
               facts.isEmpty() && taken.isEmpty();
    }
};

/// Reads a sketch and says what it means on this design. Blocks that exist are meant by their title, name or
/// technology before new ones are made; flows follow the catalogue's table of links; new blocks stand in
/// layers from left to right, beside what they are connected with, in free places. A block that is named
/// within a frame's braces belongs to that frame, whether it is new or not; where several name it, to the
/// last.
tl::expected<SketchPlan, SketchError> planSketch(const Design& design, const Catalogue& catalogue,
                                                 const QString& text, const SketchContext& context);

/// What an applied sketch has touched.
struct SketchResult {
    QSet<ElementId> added;   ///< blocks and frames
    QSet<ElementId> changed; ///< elements that were there and got facts, labels, a frame or a larger one
    int connections = 0;     ///< new ones
};

/// Puts a plan's rows into the design, routed. The plan must have been made from the editor's design.
Result<SketchResult> applySketch(Editor& editor, const SketchPlan& plan, const MeasureLabel& measure = {});

} // namespace groundplan

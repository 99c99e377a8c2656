#include "app/render/left_out.h"

#include "model/design/web_link.h"
#include "model/exchange/mermaid_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Export)
};

template <class Rows, class Is>
bool any(const Rows& rows, const Is& is) {
    return std::any_of(rows.begin(), rows.end(), is);
}

/// What a drawing shows of the board as a whole, it shows on cards, and what hangs on something in a tooltip.
class Shown {
public:
    explicit Shown(const Design& design) {
        for (const Card& card : design.cards) {
            if (card.kind == CardKind::Task)
                task_ = true;
            else if (card.kind == CardKind::Decision)
                decisions_.insert(card.decision);
        }
    }
    bool task() const { return task_; }
    bool is(const Metric& row) const { return row.subject || (task_ && row.shown); }
    bool is(const Requirement& row) const { return task_ && row.shown; }
    bool is(const Decision& row) const { return row.subject || onCard(row.id); }
    bool onCard(DecisionId id) const { return decisions_.contains(id); }

private:
    bool task_ = false;
    QSet<DecisionId> decisions_;
};

/// A sort of thing, and whether there is some of it that a flowchart, or a drawing, leaves out.
struct Sort {
    QString word;
    bool flowchart = false;
    bool drawing = false;
    bool document = false; ///< that has no picture
};

QList<Sort> sortsOf(const Design& design, const Catalogue& catalogue) {
    const Board& board = design.board;
    const Shown shown(design);
    const auto hidden = [&shown](const auto& rows) {
        return any(rows, [&shown](const auto& row) { return !shown.is(row); });
    };
    const auto ofBoard = [](const auto& row) { return !row.subject; };
    // A prompt of the framework that was ticked by hand is no fact.
    const auto isFact = [&board](const Property& row) {
        return board.framework.isEmpty() || row.field.section(u'.', 0, 0) != board.framework;
    };
    // What a reader takes from the kind need not be said.
    const auto differs = [&](auto Block::*mine, auto Kind::*usual) {
        return any(design.blocks, [&](const Block& block) {
            const Kind* kind = catalogue.kind(block.kind);
            return block.*mine != (kind ? kind->*usual : Block().*mine);
        });
    };
    const bool sketches =
        !design.strokes.isEmpty() || !design.shapes.isEmpty(); // of shapes a document has the texts
    return {
        {Text::tr("the task"), !board.task.isEmpty(), !board.task.isEmpty() && !shown.task()},
        {Text::tr("the case"), !board.practice.isEmpty(), !board.practice.isEmpty()},
        {Text::tr("the framework"), !board.framework.isEmpty(), !board.framework.isEmpty()},
        {Text::tr("requirements"), !design.requirements.isEmpty(), hidden(design.requirements)},
        {Text::tr("metrics"), !design.metrics.isEmpty(), hidden(design.metrics)},
        {Text::tr("costs of errors"), false,
         any(design.metrics,
             [](const Metric& row) {
                 return !row.costFalsePositive.isEmpty() || !row.costFalseNegative.isEmpty();
             })},
        {Text::tr("decisions"), !design.decisions.isEmpty(), hidden(design.decisions)},
        {Text::tr("options of decisions"), false,
         any(design.options, [&](const Option& row) { return !shown.onCard(row.decision); })},
        {Text::tr("scores of options"), false, !design.criteria.isEmpty()},
        {Text::tr("sheets"), any(design.properties, isFact),
         any(design.properties, [&](const Property& row) { return ofBoard(row) && isFact(row); })},
        {Text::tr("notes"), !design.notes.isEmpty(), any(design.notes, ofBoard)},
        {Text::tr("descriptions"),
         any(design.blocks, [](const Block& block) { return !block.description.isEmpty(); })},
        {Text::tr("links"),
         any(design.blocks,
             [](const Block& block) {
                 return !block.link.isEmpty() && mermaidtext::link(block.link).isEmpty();
             }),
         any(design.blocks,
             [](const Block& block) { return !block.link.isEmpty() && !webLink(block.link).isValid(); })},
        {Text::tr("ML marks"), differs(&Block::ml, &Kind::ml)},
        {Text::tr("online and offline paths"), differs(&Block::path, &Kind::path)},
        {Text::tr("the order of presenting"),
         any(design.elements, [](const Element& element) { return element.stop > 0; }),
         any(design.elements, [](const Element& element) { return element.stop > 0; })},
        {Text::tr("cards"), !design.cards.isEmpty()},
        {Text::tr("drawings"), sketches, false, sketches},
        {Text::tr("pictures"), !design.images.isEmpty(), false, !design.images.isEmpty()},
    };
}

} // namespace

QString leftOutSentence(const Design& design, const Catalogue& catalogue, LeavesAs leavesAs) {
    QStringList words;
    for (const Sort& sort : sortsOf(design, catalogue)) {
        if (leavesAs == LeavesAs::Flowchart ? sort.flowchart
            : leavesAs == LeavesAs::Drawing ? sort.drawing
                                            : sort.document)
            words.append(sort.word);
    }
    if (words.isEmpty())
        return {};
    const QString list = words.join(Text::tr(", "));
    switch (leavesAs) {
    case LeavesAs::Flowchart:
        return Text::tr("Not in it, as Mermaid has no place for them: %1.").arg(list);
    case LeavesAs::Drawing:
        return Text::tr("Not in it, as the design does not travel inside: %1.").arg(list);
    case LeavesAs::DocumentAlone:
        return Text::tr("Not in it, as no picture of the diagram lies beside it: %1.").arg(list);
    }
    return {};
}

} // namespace groundplan

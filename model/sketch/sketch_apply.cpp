#include "model/sketch/sketch_plan.h"

#include "model/operations/metrics.h"
#include "model/operations/parts.h"
#include "model/sketch/word_matching.h"

#include <algorithm>

namespace groundplan {

namespace {

/// The rows of facts: notes, decisions, metrics and properties of one subject.
class FactWriter {
public:
    /// `decision`: that options and arguments belong to; none: the subject's last one.
    FactWriter(Editor& editor, ElementId subject, DecisionId decision)
        : editor_(editor)
        , subject_(subject)
        , decision_(decision) {}

    void write(const SketchFact& fact) {
        switch (fact.sort) {
        case SketchFact::Sort::Note:
            editor_.put(Note{NoteId::random(), subject_, fact.note, cleaned(fact.text),
                             lastOrder(editor_.design().notes)});
            break;
        case SketchFact::Sort::Decision:
            writeDecision(fact.text, fact.options);
            break;
        case SketchFact::Sort::Option:
            writeOption(decision(), fact.text);
            break;
        case SketchFact::Sort::Argument:
            editor_.put(Argument{ArgumentId::random(), option(), fact.side, cleaned(fact.text),
                                 lastOrder(editor_.design().arguments)});
            break;
        case SketchFact::Sort::Metric:
            putTypedMetric(editor_, subject_, {fact.metric, fact.isTarget});
            break;
        case SketchFact::Sort::Path:
            change([&](Block& block) { block.path = fact.path; });
            break;
        case SketchFact::Sort::Ml:
            change([&](Block& block) { block.ml = fact.ml; });
            break;
        }
    }

private:
    template <class Change>
    void change(Change&& how) {
        if (const Block* block = editor_.design().blocks.find(subject_)) {
            Block row = *block;
            how(row);
            editor_.put(row);
        }
    }

    DecisionId writeDecision(const QString& question, const QStringList& options) {
        Decision row;
        row.id = DecisionId::random();
        row.subject = subject_;
        row.question = cleaned(question);
        row.order = lastOrder(editor_.design().decisions);
        editor_.put(row);
        for (const QString& option : options)
            writeOption(row.id, option);
        return row.id;
    }
    OptionId writeOption(DecisionId decision, const QString& title) {
        const Option row{OptionId::random(), decision, cleaned(title), lastOrder(editor_.design().options)};
        editor_.put(row);
        return row.id;
    }
    /// The subject's last decision; one about what it is, where it has none.
    DecisionId decision() {
        const Design& design = editor_.design();
        if (decision_)
            return decision_;
        const QList<const Decision*> all =
            design.decisions.sorted([this](const Decision& d) { return d.subject == subject_; });
        if (!all.isEmpty())
            return all.last()->id;
        return writeDecision(OperationText::tr("Why %1?").arg(caption()), {});
    }
    /// That decision's last option; the subject's own technology or title where there is none.
    OptionId option() {
        const DecisionId of = decision();
        const QList<const Option*> all =
            editor_.design().options.sorted([of](const Option& o) { return o.decision == of; });
        return all.isEmpty() ? writeOption(of, caption()) : all.last()->id;
    }
    QString caption() const {
        const Block* block = editor_.design().blocks.find(subject_);
        return block && !block->technology.isEmpty() ? block->technology
                                                     : editor_.design().captionOf(subject_);
    }
    Editor& editor_;
    const ElementId subject_;
    const DecisionId decision_;
};

} // namespace

Result<SketchResult> applySketch(Editor& editor, const SketchPlan& plan, const MeasureLabel& measure) {
    SketchResult result;
    QSet<ElementId> placed;
    if (const auto moved = placeElements(editor, plan.moved); !moved)
        return Failure(moved.error());
    for (auto it = plan.grown.cbegin(); it != plan.grown.cend(); ++it) {
        putRect(editor, it.key(), it.value());
        placed.insert(it.key());
        result.changed.insert(it.key());
    }
    qint64 order = lastOrder(editor.design().elements);
    const auto putNew = [&](ElementId id, ElementType type, ElementId parent) {
        Element element;
        element.id = id;
        element.type = type;
        element.parent = parent;
        element.order = order;
        order += kOrderGap;
        editor.put(element);
    };
    for (const SketchPlan::NewFrame& frame : plan.frames) {
        putNew(frame.row.id, ElementType::Frame, frame.parent);
        editor.put(frame.row);
        placed.insert(frame.row.id);
        result.added.insert(frame.row.id);
    }
    for (const SketchPlan::NewBlock& block : plan.blocks) {
        putNew(block.row.id, ElementType::Block, block.parent);
        editor.put(block.row);
        placed.insert(block.row.id);
        result.added.insert(block.row.id);
    }
    // A frame that grows takes the ends of its connections along; to what is in another frame, the way is
    // another.
    QSet<ElementId> routed =
        editor.design().connectionsAt(QSet<ElementId>(plan.grown.keyBegin(), plan.grown.keyEnd()) |
                                      QSet<ElementId>(plan.taken.keyBegin(), plan.taken.keyEnd()));
    for (const ElementId id : sortedIds({plan.taken.keyBegin(), plan.taken.keyEnd()})) {
        putParent(editor, id, plan.taken.value(id));
        placed.insert(id);
        result.changed.insert(id);
    }
    for (const Connection& connection : plan.connections) {
        putNew(connection.id, ElementType::Connection, {});
        editor.put(connection);
        routed.insert(connection.id);
        ++result.connections;
    }
    for (const SketchPlan::Labelled& labelled : plan.labels) {
        if (const Connection* connection = editor.design().connections.find(labelled.connection)) {
            Connection row = *connection;
            row.label = labelled.label;
            row.labelSize = labelSize(row.label, measure);
            editor.put(row);
            result.changed.insert(row.id);
        }
    }
    for (const SketchPlan::FactsOf& facts : plan.facts) {
        if (facts.subject && !editor.design().blocks.contains(facts.subject) &&
            !editor.design().frames.contains(facts.subject) &&
            !editor.design().connections.contains(facts.subject)) {
            return fail(
                ErrorCode::Refused,
                OperationText::tr("Facts belong to a block, a frame or a connection; select one of them."));
        }
        FactWriter writer(editor, facts.subject, facts.decision);
        for (const SketchFact& fact : facts.facts)
            writer.write(fact);
        if (facts.subject && !result.added.contains(facts.subject))
            result.changed.insert(facts.subject);
    }
    if (!placed.isEmpty() || !routed.isEmpty())
        rerouteAround(editor, placed, routed);
    return result;
}

} // namespace groundplan

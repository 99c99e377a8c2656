#include "model/operations/operations.h"

#include "model/design/names.h"
#include "model/design/validate.h"
#include "model/operations/nesting.h"
#include "model/operations/parts.h"

#include <QLocale>

#include <algorithm>

namespace groundplan {

Design selectionOf(const Design& design, const QSet<ElementId>& ids) {
    Design part;
    const QSet<ElementId> chosen = design.withDescendants(ids);
    QSet<ElementId> subjects;
    QSet<DecisionId> shown;
    for (const ElementId id : chosen) {
        const Element* element = design.elements.find(id);
        if (!element || element->type == ElementType::Connection)
            continue;
        Element row = *element;
        if (!chosen.contains(row.parent))
            row.parent = {};
        part.elements.put(row);
        subjects.insert(id);
        if (const Block* block = design.blocks.find(id))
            part.blocks.put(*block);
        else if (const Frame* frame = design.frames.find(id))
            part.frames.put(*frame);
        else if (const Card* card = design.cards.find(id)) {
            part.cards.put(*card);
            if (card->decision)
                shown.insert(card->decision);
        } else if (const Stroke* stroke = design.strokes.find(id))
            part.strokes.put(*stroke);
        else if (const Shape* shape = design.shapes.find(id))
            part.shapes.put(*shape);
        else if (const Image* image = design.images.find(id)) {
            part.images.put(*image);
            part.assets.add(design.assets.bytes(image->asset));
        }
    }
    for (const Connection& connection : design.connections) {
        if (chosen.contains(connection.source) && chosen.contains(connection.target)) {
            part.connections.put(connection);
            part.elements.put(*design.elements.find(connection.id));
            subjects.insert(connection.id);
        }
    }
    for (const Note& note : design.notes) {
        if (subjects.contains(note.subject))
            part.notes.put(note);
    }
    for (const Metric& metric : design.metrics) {
        if (subjects.contains(metric.subject))
            part.metrics.put(metric);
    }
    for (const Property& property : design.properties) {
        if (subjects.contains(property.subject))
            part.properties.put(property);
    }
    for (const Decision& decision : design.decisions) {
        const bool own = subjects.contains(decision.subject);
        if (!own && !shown.contains(decision.id))
            continue;
        Decision row = decision;
        if (!own)
            row.subject = {};
        part.decisions.put(row);
    }
    for (const Option& option : design.options) {
        if (part.decisions.contains(option.decision))
            part.options.put(option);
    }
    for (const Argument& argument : design.arguments) {
        if (part.options.contains(argument.option))
            part.arguments.put(argument);
    }
    for (const Criterion& criterion : design.criteria) {
        if (part.decisions.contains(criterion.decision))
            part.criteria.put(criterion);
    }
    for (const Score& score : design.scores) {
        if (part.options.contains(score.option))
            part.scores.put(score);
    }
    return part;
}

namespace {

qsizetype rowsOf(const Design& design) {
    return 1 + design.elements.size() * 2 + design.notes.size() + design.decisions.size() +
           design.options.size() + design.arguments.size() + design.metrics.size() +
           design.requirements.size() + design.properties.size() + design.criteria.size() +
           design.scores.size();
}

/// Inserts a part: new ids, in the order of the part's own rows.
class Insertion {
public:
    Insertion(Editor& editor, const Design& part, Point by, ElementId parent)
        : editor_(editor)
        , part_(part)
        , before_(editor.design())
        , by_(by)
        , parent_(parent) {}

    QSet<ElementId> run() {
        for (const Element* element : part_.elements.sorted()) {
            if (const auto rect = part_.rectOf(element->id))
                by_ = clampedStep(*rect, by_);
            elements_.insert(element->id, ElementId::random());
        }
        takeGroups();
        for (const Decision* decision : part_.decisions.sorted())
            decisions_.insert(decision->id, DecisionId::random());
        for (const Option* option : part_.options.sorted())
            options_.insert(option->id, OptionId::random());
        insertBoard();
        insertElements();
        insertAttached();
        return tops_;
    }
    QSet<ElementId> placed() const { return placed_; }
    QSet<ElementId> unrouted() const { return unrouted_; }

private:
    /// A copied group is a group of its own; one of which a single member came is none.
    void takeGroups() {
        hasStops_ = std::any_of(before_.elements.begin(), before_.elements.end(),
                                [](const Element& element) { return element.stop > 0; });
        QHash<GroupId, int> members;
        for (const Element& element : part_.elements)
            ++members[element.group];
        members.remove(GroupId());
        for (auto it = members.cbegin(); it != members.cend(); ++it) {
            if (it.value() > 1)
                groups_.insert(it.key(), GroupId::random());
        }
    }

    void insertBoard() {
        Board board = before_.board;
        if (board.title.isEmpty())
            board.title = part_.board.title;
        if (board.task.isEmpty())
            board.task = part_.board.task;
        if (board.framework.isEmpty())
            board.framework = part_.board.framework;
        if (board.practice.isEmpty())
            board.practice = part_.board.practice;
        editor_.put(board);
    }

    void insertElements() {
        NameGiver names(namesIn(before_));
        // A copy keeps its name where it is free; the number at the end of one that is not makes room for the
        // next.
        const auto nameFor = [&](const QString& name) {
            const QString given = names.take(name);
            const qsizetype cut = name.lastIndexOf(u'_');
            const bool numbered =
                cut > 0 && cut + 1 < name.size() &&
                std::all_of(name.cbegin() + cut + 1, name.cend(), [](QChar c) { return c.isDigit(); });
            return given == name || !numbered ? given : names.take(name.left(cut));
        };
        const FrameFinder finder(before_);
        qint64 order = lastOrder(before_.elements);
        for (const Element* element : part_.elements.sorted()) {
            Element row = *element;
            row.id = elements_.value(element->id);
            row.order = order;
            order += kOrderGap;
            row.group = groups_.value(row.group);
            if (hasStops_)
                row.stop = 0; // the presentation that is here goes on as it is
            if (row.parent)
                row.parent = elements_.value(row.parent);
            else if (row.type != ElementType::Connection)
                row.parent = parentOfTop(finder, *element);
            if (row.type != ElementType::Connection) {
                placed_.insert(row.id);
                if (!element->parent)
                    tops_.insert(row.id);
            }
            editor_.put(row);
            if (const Block* block = part_.blocks.find(element->id)) {
                Block copy = *block;
                copy.id = row.id;
                copy.name = nameFor(copy.name);
                copy.rect = copy.rect.translated(by_);
                editor_.put(copy);
            } else if (const Frame* frame = part_.frames.find(element->id)) {
                Frame copy = *frame;
                copy.id = row.id;
                copy.name = nameFor(copy.name);
                copy.rect = copy.rect.translated(by_);
                editor_.put(copy);
            } else if (const Card* card = part_.cards.find(element->id)) {
                Card copy = *card;
                copy.id = row.id;
                copy.rect = copy.rect.translated(by_);
                copy.decision = decisions_.value(copy.decision);
                editor_.put(copy);
            } else if (const Stroke* stroke = part_.strokes.find(element->id)) {
                putMoved(*stroke, row.id);
            } else if (const Shape* shape = part_.shapes.find(element->id)) {
                putMoved(*shape, row.id);
            } else if (const Image* image = part_.images.find(element->id)) {
                editor_.addAsset(part_.assets.bytes(image->asset));
                putMoved(*image, row.id);
            } else if (const Connection* connection = part_.connections.find(element->id)) {
                Connection copy = *connection;
                copy.id = row.id;
                copy.source = elements_.value(copy.source);
                copy.target = elements_.value(copy.target);
                if (copy.route.isEmpty())
                    unrouted_.insert(copy.id);
                editor_.put(copy);
            }
        }
    }

    template <class Row>
    void putMoved(Row row, ElementId id) {
        row.id = id;
        row.rect = row.rect.translated(by_);
        editor_.put(row);
    }

    ElementId parentOfTop(const FrameFinder& finder, const Element& element) const {
        const Rect rect = part_.rectOf(element.id)->translated(by_);
        const int height = heightOf(part_, element.id);
        if (!parent_)
            return finder.parentFor(rect.center(), areaOf(rect), height);
        return depthOf(before_, parent_) + height <= limits::kDepth ? parent_ : ElementId{};
    }

    void insertAttached() {
        qint64 order = lastOrder(before_.notes);
        for (const Note* note : part_.notes.sorted()) {
            Note row = *note;
            row.id = NoteId::random();
            row.subject = elements_.value(row.subject);
            row.order = order;
            order += kOrderGap;
            editor_.put(row);
        }
        order = lastOrder(before_.decisions);
        for (const Decision* decision : part_.decisions.sorted()) {
            Decision row = *decision;
            row.id = decisions_.value(row.id);
            row.subject = elements_.value(row.subject);
            row.chosen = options_.value(row.chosen);
            row.order = order;
            order += kOrderGap;
            editor_.put(row);
        }
        for (const Option* option : part_.options.sorted()) {
            Option row = *option;
            row.id = options_.value(row.id);
            row.decision = decisions_.value(row.decision);
            editor_.put(row);
        }
        for (const Argument* argument : part_.arguments.sorted()) {
            Argument row = *argument;
            row.id = ArgumentId::random();
            row.option = options_.value(row.option);
            editor_.put(row);
        }
        order = lastOrder(before_.metrics);
        for (const Metric* metric : part_.metrics.sorted()) {
            Metric row = *metric;
            row.id = MetricId::random();
            row.subject = elements_.value(row.subject);
            row.order = order;
            order += kOrderGap;
            editor_.put(row);
        }
        order = lastOrder(before_.requirements);
        for (const Requirement* requirement : part_.requirements.sorted()) {
            Requirement row = *requirement;
            row.id = RequirementId::random();
            row.order = order;
            order += kOrderGap;
            editor_.put(row);
        }
        insertProperties();
        QHash<CriterionId, CriterionId> criteria;
        for (const Criterion* criterion : part_.criteria.sorted()) {
            Criterion row = *criterion;
            row.id = CriterionId::random();
            row.decision = decisions_.value(row.decision);
            criteria.insert(criterion->id, row.id);
            editor_.put(row);
        }
        for (const Score* score : part_.scores.sorted()) {
            Score row = *score;
            row.id = ScoreId::random();
            row.option = options_.value(row.option);
            row.criterion = criteria.value(row.criterion);
            editor_.put(row);
        }
    }

    /// What the board says of itself already stays as it is.
    void insertProperties() {
        QSet<QString> filled;
        for (const Property& property : before_.properties) {
            if (!property.subject)
                filled.insert(property.field);
        }
        for (const Property* property : part_.properties.sorted()) {
            if (!property->subject && filled.contains(property->field))
                continue;
            Property row = *property;
            row.id = PropertyId::random();
            row.subject = elements_.value(row.subject);
            editor_.put(row);
        }
    }

    Editor& editor_;
    const Design part_; ///< copies: the part may be the editor's own design
    const Design before_;
    Point by_;
    ElementId parent_;
    QHash<ElementId, ElementId> elements_;
    QHash<GroupId, GroupId> groups_;
    bool hasStops_ = false;
    QHash<DecisionId, DecisionId> decisions_;
    QHash<OptionId, OptionId> options_;
    QSet<ElementId> tops_, placed_, unrouted_;
};

} // namespace

Result<QSet<ElementId>> insertDesign(Editor& editor, const Design& part, Point by, ElementId parent) {
    const Design& design = editor.design();
    if (parent && !design.frames.contains(parent)) {
        return fail(
            ErrorCode::Refused,
            OperationText::tr("The frame to insert into is no longer in the design; choose another place."));
    }
    const QLocale locale;
    if (design.elements.size() + part.elements.size() > limits::kElements ||
        rowsOf(design) + rowsOf(part) > limits::kRows) {
        return fail(
            ErrorCode::Refused,
            OperationText::tr("A design can hold %1 elements and this would make it more; insert less.")
                .arg(locale.toString(limits::kElements)));
    }
    Insertion insertion(editor, part, by, parent);
    const QSet<ElementId> tops = insertion.run();
    // Routes inside the part are as they were; what it covers goes round it.
    QSet<ElementId> kept;
    for (const Connection& connection : editor.design().connections) {
        if (insertion.placed().contains(connection.source) && !insertion.unrouted().contains(connection.id))
            kept.insert(connection.id);
    }
    rerouteAround(editor, insertion.placed(), insertion.unrouted(), kept);
    return tops;
}

} // namespace groundplan

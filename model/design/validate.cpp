#include "model/design/validate.h"

#include "model/design/names.h"
#include "model/design/template_reader.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <array>

namespace groundplan {

namespace {

/// Goes over a design once and collects sentences. Everything is looked up in the design's own tables or in
/// sets built in one pass, so the work grows with the number of rows and nothing else.
class Checker {
    Q_DECLARE_TR_FUNCTIONS(Validate)

public:
    /// `ordered`: rows are visited by order and id, so that the same faults come out as the same sentences
    /// everywhere.
    Checker(const Design& design, qsizetype most, bool ordered)
        : design_(design)
        , most_(most)
        , ordered_(ordered) {}

    QStringList run() {
        checkCounts();
        checkBoard();
        names_.reserve(design_.blocks.size() + design_.frames.size());
        countTypes();
        checkTable(design_.elements, [this](const Element& e) { checkElement(e); });
        checkNesting();
        checkTable(design_.blocks, [this](const Block& b) { checkBlock(b); });
        checkTable(design_.frames, [this](const Frame& f) { checkFrame(f); });
        checkTable(design_.connections, [this](const Connection& c) { checkConnection(c); });
        checkTable(design_.cards, [this](const Card& c) { checkCard(c); });
        checkTable(design_.strokes, [this](const Stroke& s) { checkStroke(s); });
        checkTable(design_.shapes, [this](const Shape& s) { checkShape(s); });
        checkTable(design_.images, [this](const Image& i) { checkImage(i); });
        checkTable(design_.notes, [this](const Note& n) { checkNote(n); });
        checkTable(design_.decisions, [this](const Decision& d) { checkDecision(d); });
        checkTable(design_.options, [this](const Option& o) { checkOption(o); });
        checkTable(design_.arguments, [this](const Argument& a) { checkArgument(a); });
        checkTable(design_.metrics, [this](const Metric& m) { checkMetric(m); });
        checkTable(design_.requirements, [this](const Requirement& r) { checkRequirement(r); });
        checkTable(design_.properties, [this](const Property& p) { checkProperty(p); });
        checkTable(design_.criteria, [this](const Criterion& c) { checkCriterion(c); });
        checkTable(design_.scores, [this](const Score& s) { checkScore(s); });
        return problems_;
    }

private:
    bool full() const { return problems_.size() >= most_; }
    void say(const QString& sentence) {
        if (!full())
            problems_ << sentence;
    }

    template <class Row, class Check>
    void checkTable(const Table<Row>& table, Check check) {
        const auto visit = [&](const Row& row) {
            if (row.id.value() <= 0)
                say(tr("The id %1 is not a positive number.").arg(row.id.value()));
            check(row);
        };
        if (ordered_) {
            for (const Row* row : table.sorted()) {
                if (full())
                    return;
                visit(*row);
            }
        } else {
            for (const Row& row : table) {
                if (full())
                    return;
                visit(row);
            }
        }
    }

    // What a sentence calls a row. Only built when there is something to say.
    QString called(ElementType type, ElementId id) const {
        const QString caption = quoted(design_.captionOf(id), id.value());
        switch (type) {
        case ElementType::Block:
            return tr("The block %1").arg(caption);
        case ElementType::Frame:
            return tr("The frame %1").arg(caption);
        case ElementType::Connection:
            return tr("The connection %1").arg(caption);
        case ElementType::Card:
            return tr("The card %1").arg(caption);
        case ElementType::Stroke:
            return tr("The stroke %1").arg(caption);
        case ElementType::Shape:
            return tr("The shape %1").arg(caption);
        case ElementType::Image:
            return tr("The image %1").arg(caption);
        }
        return tr("The element %1").arg(caption);
    }
    QString called(const Element& e) const { return called(e.type, e.id); }
    QString called(const Block& b) const { return called(ElementType::Block, b.id); }
    QString called(const Frame& f) const { return called(ElementType::Frame, f.id); }
    QString called(const Connection& c) const { return called(ElementType::Connection, c.id); }
    QString called(const Card& c) const { return called(ElementType::Card, c.id); }
    QString called(const Stroke& s) const { return called(ElementType::Stroke, s.id); }
    QString called(const Shape& s) const { return called(ElementType::Shape, s.id); }
    QString called(const Image& i) const { return called(ElementType::Image, i.id); }
    QString called(const Note& n) const { return tr("The note %1").arg(quoted(n.text, n.id.value())); }
    QString called(const Decision& d) const {
        return tr("The decision %1").arg(quoted(d.question, d.id.value()));
    }
    QString called(const Option& o) const { return tr("The option %1").arg(quoted(o.title, o.id.value())); }
    QString called(const Argument& a) const {
        return tr("The argument %1").arg(quoted(a.text, a.id.value()));
    }
    QString called(const Metric& m) const { return tr("The metric %1").arg(quoted(m.name, m.id.value())); }
    QString called(const Requirement& r) const {
        return tr("The requirement %1").arg(quoted(r.question, r.id.value()));
    }
    QString called(const Property& p) const {
        return tr("The property %1").arg(quoted(p.field, p.id.value()));
    }
    QString called(const Criterion& c) const {
        return tr("The criterion %1").arg(quoted(c.title, c.id.value()));
    }
    QString called(const Score& s) const { return tr("The score %1").arg(s.id.value()); }
    QString called(const Board&) const { return tr("The board"); }

    /// “Feature store” (7), shortened: the sentence must stay one even when a title has ten megabytes.
    static QString quoted(const QString& text, qint64 id) {
        constexpr qsizetype kShown = 40;
        QString shown = text.left(2 * kShown).simplified();
        if (shown.size() > kShown || text.size() > 2 * kShown)
            shown = shown.left(kShown) + u'\u2026';
        return shown.isEmpty() ? QString::number(id)
                               : QStringLiteral("\u201c%1\u201d (%2)").arg(shown).arg(id);
    }

    template <auto Field, class Row>
    void checkText(const Row& row, const char* what) {
        const QString& text = row.*Field;
        if (text.isEmpty())
            return;
        if (text.size() > limits::kLongest<Field>) {
            say(tr("%1 is too long in its %2: %3 characters, the limit is %4.")
                    .arg(called(row), tr(what))
                    .arg(text.size())
                    .arg(limits::kLongest<Field>));
        } else if (text.contains(QChar(u'\0')) || !text.isValidUtf16()) {
            say(tr("%1 has characters in its %2 that are no text.").arg(called(row), tr(what)));
        }
    }
    /// A name of a template, or none.
    template <auto Field, class Row>
    void checkWord(const Row& row, const char* what) {
        const QString& text = row.*Field;
        if (!text.isEmpty() && !isTemplateName(text))
            say(tr("%1 has a %2 that is not made of lower-case letters, digits and hyphens.")
                    .arg(called(row), tr(what)));
    }
    template <class Row>
    void checkColour(const Row& row) {
        if (row.colour.isEmpty())
            return;
        const auto isHex = [](QChar c) {
            return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
        };
        if (row.colour.size() != 7 || row.colour.front() != u'#' ||
            !std::all_of(row.colour.begin() + 1, row.colour.end(), isHex))
            say(tr("%1 has a colour that is not written as #rrggbb.").arg(called(row)));
    }
    template <class Row>
    void checkRect(const Row& row) {
        const Rect& r = row.rect;
        if (r.x < -kMaxCoord || r.x > kMaxCoord || r.y < -kMaxCoord || r.y > kMaxCoord)
            say(tr("%1 lies outside the board.").arg(called(row)));
        if (r.w < kMinSize || r.w > kMaxSize || r.h < kMinSize || r.h > kMaxSize)
            say(tr("%1 has a size out of range.").arg(called(row)));
    }
    template <class Row>
    void checkName(const Row& row) {
        if (!isSlug(row.name))
            say(tr("%1 has a name that is not made of lower-case letters, digits and underscores.")
                    .arg(called(row)));
        const qsizetype before = names_.size();
        names_.insert(row.name);
        if (names_.size() == before)
            say(tr("%1 has the name %2, which another one has too.").arg(called(row), row.name.left(64)));
    }
    /// Where there are as many elements of a type as rows of it, and each element has its row, each row has
    /// its element.
    void countTypes() {
        std::array<qsizetype, wordCount<ElementType>()> elements{};
        for (const Element& element : design_.elements)
            ++elements[std::size_t(element.type)];
        const std::array<qsizetype, wordCount<ElementType>()> rows{
            design_.blocks.size(),  design_.frames.size(), design_.connections.size(), design_.cards.size(),
            design_.strokes.size(), design_.shapes.size(), design_.images.size()};
        typesMatch_ = elements == rows;
    }
    /// Every row of a type has its element row of that type.
    template <class Row>
    void checkOwnElement(const Row& row, ElementType type) {
        if (typesMatch_)
            return;
        const Element* element = design_.elements.find(row.id);
        if (!element)
            say(tr("%1 has no row among the elements.").arg(called(row)));
        else if (element->type != type)
            say(tr("%1 is something else among the elements.").arg(called(row)));
    }
    /// What a note, decision or metric hangs on: nothing (the board), a block, a frame or a connection.
    template <class Row>
    void checkSubject(const Row& row) {
        if (!row.subject)
            return;
        const Element* subject = design_.elements.find(row.subject);
        if (!subject)
            say(tr("%1 hangs on an element that does not exist.").arg(called(row)));
        else if (subject->type != ElementType::Block && subject->type != ElementType::Frame &&
                 subject->type != ElementType::Connection)
            say(tr("%1 hangs on a %2; only blocks, frames, connections and the board can have it.")
                    .arg(called(row), wordOf(subject->type)));
    }

    void checkCounts() {
        const Design& d = design_;
        if (d.elements.size() > limits::kElements)
            say(tr("There are %1 elements; the limit is %2.").arg(d.elements.size()).arg(limits::kElements));
        const qsizetype rows = 1 + d.elements.size() + d.blocks.size() + d.frames.size() +
                               d.connections.size() + d.cards.size() + d.strokes.size() + d.shapes.size() +
                               d.images.size() + d.notes.size() + d.decisions.size() + d.options.size() +
                               d.arguments.size() + d.metrics.size() + d.requirements.size() +
                               d.properties.size() + d.criteria.size() + d.scores.size();
        if (rows > limits::kRows)
            say(tr("There are %1 rows; the limit is %2.").arg(rows).arg(limits::kRows));
    }

    void checkBoard() {
        const Board& board = design_.board;
        if (board.id != BoardId{1})
            say(tr("The board has the id %1 instead of 1.").arg(board.id.value()));
        checkText<&Board::title>(board, QT_TR_NOOP("title"));
        checkText<&Board::task>(board, QT_TR_NOOP("task"));
        checkWord<&Board::framework>(board, QT_TR_NOOP("framework"));
        checkWord<&Board::practice>(board, QT_TR_NOOP("case"));
    }

    void checkElement(const Element& element) {
        const bool found = [&] {
            switch (element.type) {
            case ElementType::Block:
                return design_.blocks.contains(element.id);
            case ElementType::Frame:
                return design_.frames.contains(element.id);
            case ElementType::Connection:
                return design_.connections.contains(element.id);
            case ElementType::Card:
                return design_.cards.contains(element.id);
            case ElementType::Stroke:
                return design_.strokes.contains(element.id);
            case ElementType::Shape:
                return design_.shapes.contains(element.id);
            case ElementType::Image:
                return design_.images.contains(element.id);
            }
            return false;
        }();
        if (!found)
            say(tr("%1 has no row of its own type.").arg(called(element)));
        if (!element.parent)
            return;
        if (element.type == ElementType::Connection) {
            say(tr("%1 lies inside a frame; connections belong to the board.").arg(called(element)));
            return;
        }
        const Element* parent = design_.elements.find(element.parent);
        if (!parent)
            say(tr("%1 lies inside a frame that does not exist.").arg(called(element)));
        else if (parent->type != ElementType::Frame)
            say(tr("%1 lies inside something that is not a frame.").arg(called(element)));
    }

    /// No frame lies inside itself, none too deep. Each frame's depth is found once: its ancestors are
    /// followed up to the first one whose depth is known.
    void checkNesting() {
        constexpr int kOnTheWay = -1;
        QHash<ElementId, int> depthOf;
        depthOf.reserve(design_.frames.size());
        QList<const Element*> way;
        const auto visit = [&](const Frame& frame) {
            way.clear();
            int depth = 0;
            for (const Element* e = design_.elements.find(frame.id); e;
                 e = design_.elements.find(e->parent)) {
                const auto known = depthOf.constFind(e->id);
                if (known != depthOf.cend() && *known != kOnTheWay) {
                    depth = *known;
                    break;
                }
                if (known != depthOf.cend()) {
                    say(tr("%1 lies inside itself.").arg(called(*e)));
                    break;
                }
                depthOf.insert(e->id, kOnTheWay);
                way.append(e);
            }
            while (!way.isEmpty()) {
                const Element* e = way.takeLast();
                depthOf[e->id] = ++depth;
                if (depth == limits::kDepth + 1)
                    say(tr("%1 is nested more than %2 frames deep.").arg(called(*e)).arg(limits::kDepth));
            }
        };
        checkTable(design_.frames, visit);
    }

    void checkBlock(const Block& block) {
        checkOwnElement(block, ElementType::Block);
        checkName(block);
        if (block.kind.isEmpty())
            say(tr("%1 has no kind.").arg(called(block)));
        checkText<&Block::kind>(block, QT_TR_NOOP("kind"));
        checkText<&Block::title>(block, QT_TR_NOOP("title"));
        checkText<&Block::technology>(block, QT_TR_NOOP("technology"));
        checkText<&Block::description>(block, QT_TR_NOOP("description"));
        checkText<&Block::link>(block, QT_TR_NOOP("link"));
        checkColour(block);
        checkRect(block);
    }

    void checkFrame(const Frame& frame) {
        checkOwnElement(frame, ElementType::Frame);
        checkName(frame);
        checkText<&Frame::title>(frame, QT_TR_NOOP("title"));
        checkText<&Frame::remark>(frame, QT_TR_NOOP("remark"));
        checkColour(frame);
        checkRect(frame);
    }

    void checkConnection(const Connection& connection) {
        checkOwnElement(connection, ElementType::Connection);
        checkEnd(connection, connection.source, QT_TR_NOOP("%1 begins at an element that does not exist."),
                 QT_TR_NOOP("%1 begins at something that is neither a block nor a frame."));
        checkEnd(connection, connection.target, QT_TR_NOOP("%1 ends at an element that does not exist."),
                 QT_TR_NOOP("%1 ends at something that is neither a block nor a frame."));
        checkText<&Connection::label>(connection, QT_TR_NOOP("label"));
        const Size label = connection.labelSize;
        if (label.w < 0 || label.w > kMaxSize || label.h < 0 || label.h > kMaxSize)
            say(tr("%1 has a label of a size out of range.").arg(called(connection)));
        if (connection.labelAt < 0 || connection.labelAt > 1000)
            say(tr("%1 has its label at a place that is not on the line.").arg(called(connection)));
        if (connection.route.size() > limits::kRoutePoints) {
            say(tr("%1 has %2 corners; the limit is %3.")
                    .arg(called(connection))
                    .arg(connection.route.size())
                    .arg(limits::kRoutePoints));
        }
        if (connection.route.size() == 1)
            say(tr("%1 has a route of a single point.").arg(called(connection)));
        const auto isFar = [](Point p) {
            return p.x < -2 * kMaxCoord || p.x > 2 * kMaxCoord || p.y < -2 * kMaxCoord || p.y > 2 * kMaxCoord;
        };
        if (std::any_of(connection.route.begin(), connection.route.end(), isFar))
            say(tr("%1 has a corner outside the board.").arg(called(connection)));
        if (connection.waypoints.size() > limits::kWaypoints) {
            say(tr("%1 has %2 waypoints; the limit is %3.")
                    .arg(called(connection))
                    .arg(connection.waypoints.size())
                    .arg(limits::kWaypoints));
        }
        if (std::any_of(connection.waypoints.begin(), connection.waypoints.end(), isFar))
            say(tr("%1 has a waypoint outside the board.").arg(called(connection)));
    }
    void checkEnd(const Connection& connection, ElementId end, const char* isGone, const char* isNoEnd) {
        if (design_.blocks.contains(end) || design_.frames.contains(end))
            return;
        const bool isThere = design_.elements.contains(end);
        say(tr(isThere ? isNoEnd : isGone).arg(called(connection)));
    }

    void checkCard(const Card& card) {
        checkOwnElement(card, ElementType::Card);
        checkText<&Card::text>(card, QT_TR_NOOP("text"));
        if (card.decision && !design_.decisions.contains(card.decision))
            say(tr("%1 shows a decision that does not exist.").arg(called(card)));
        checkRect(card);
    }

    void checkStroke(const Stroke& stroke) {
        checkOwnElement(stroke, ElementType::Stroke);
        checkColour(stroke);
        checkRect(stroke);
        if (stroke.width < 1 || stroke.width > limits::kWidestStroke)
            say(tr("%1 has a width out of range.").arg(called(stroke)));
        if (stroke.points.isEmpty() || stroke.points.size() > limits::kStrokePoints) {
            say(tr("%1 has %2 points; 1 to %3 can be.")
                    .arg(called(stroke))
                    .arg(stroke.points.size())
                    .arg(limits::kStrokePoints));
        }
    }

    void checkShape(const Shape& shape) {
        checkOwnElement(shape, ElementType::Shape);
        checkText<&Shape::text>(shape, QT_TR_NOOP("text"));
        checkColour(shape);
        checkRect(shape);
        if (shape.textSize < 1 || shape.textSize > limits::kLargestText)
            say(tr("%1 has letters of a size out of range.").arg(called(shape)));
    }

    void checkImage(const Image& image) {
        checkOwnElement(image, ElementType::Image);
        checkText<&Image::description>(image, QT_TR_NOOP("description"));
        checkRect(image);
        if (!design_.assets.contains(image.asset))
            say(tr("%1 has lost its picture.").arg(called(image)));
    }

    void checkNote(const Note& note) {
        checkSubject(note);
        checkText<&Note::text>(note, QT_TR_NOOP("text"));
    }

    void checkDecision(const Decision& decision) {
        checkSubject(decision);
        checkText<&Decision::question>(decision, QT_TR_NOOP("question"));
        checkText<&Decision::reason>(decision, QT_TR_NOOP("reason"));
        checkWord<&Decision::topic>(decision, QT_TR_NOOP("topic"));
        if (!decision.chosen)
            return;
        const Option* chosen = design_.options.find(decision.chosen);
        if (!chosen || chosen->decision != decision.id)
            say(tr("%1 has chosen an option that it does not have.").arg(called(decision)));
    }

    void checkOption(const Option& option) {
        if (!design_.decisions.contains(option.decision))
            say(tr("%1 belongs to a decision that does not exist.").arg(called(option)));
        checkText<&Option::title>(option, QT_TR_NOOP("title"));
    }

    void checkArgument(const Argument& argument) {
        if (!design_.options.contains(argument.option))
            say(tr("%1 belongs to an option that does not exist.").arg(called(argument)));
        checkText<&Argument::text>(argument, QT_TR_NOOP("text"));
    }

    void checkMetric(const Metric& metric) {
        checkSubject(metric);
        checkText<&Metric::name>(metric, QT_TR_NOOP("name"));
        checkText<&Metric::unit>(metric, QT_TR_NOOP("unit"));
        checkText<&Metric::target>(metric, QT_TR_NOOP("target"));
        checkText<&Metric::current>(metric, QT_TR_NOOP("current value"));
        checkText<&Metric::costFalsePositive>(metric, QT_TR_NOOP("cost of a false positive"));
        checkText<&Metric::costFalseNegative>(metric, QT_TR_NOOP("cost of a false negative"));
    }

    void checkRequirement(const Requirement& requirement) {
        checkText<&Requirement::question>(requirement, QT_TR_NOOP("question"));
        checkText<&Requirement::answer>(requirement, QT_TR_NOOP("answer"));
        checkWord<&Requirement::topic>(requirement, QT_TR_NOOP("topic"));
    }

    void checkProperty(const Property& property) {
        checkSubject(property);
        const qsizetype dot = property.field.indexOf(u'.');
        if (dot < 0 || !isTemplateName(property.field.left(dot)) ||
            !isTemplateName(property.field.mid(dot + 1)))
            say(tr("%1 is of a field that is not written as SHEET.FIELD.").arg(called(property)));
        checkText<&Property::field>(property, QT_TR_NOOP("field"));
        checkText<&Property::value>(property, QT_TR_NOOP("value"));
        const qsizetype before = filled_.size();
        filled_.insert({property.subject, property.field});
        if (filled_.size() == before)
            say(tr("%1 is there twice.").arg(called(property)));
    }

    void checkCriterion(const Criterion& criterion) {
        if (!design_.decisions.contains(criterion.decision))
            say(tr("%1 belongs to a decision that does not exist.").arg(called(criterion)));
        checkText<&Criterion::title>(criterion, QT_TR_NOOP("title"));
        if (criterion.weight < 0 || criterion.weight > kMostWeight)
            say(tr("%1 has a weight out of range.").arg(called(criterion)));
    }

    void checkScore(const Score& score) {
        const Option* option = design_.options.find(score.option);
        const Criterion* criterion = design_.criteria.find(score.criterion);
        if (!option || !criterion || option->decision != criterion->decision)
            say(tr("%1 is not of an option and a criterion of one decision.").arg(called(score)));
        if (score.value < 1 || score.value > kBestScore)
            say(tr("%1 is out of range.").arg(called(score)));
        const qsizetype before = scored_.size();
        scored_.insert({score.option, score.criterion});
        if (scored_.size() == before)
            say(tr("%1 is there twice.").arg(called(score)));
    }

    const Design& design_;
    const qsizetype most_;
    const bool ordered_;
    bool typesMatch_ = false;
    QSet<QString> names_;
    QSet<std::pair<ElementId, QString>> filled_;
    QSet<std::pair<OptionId, CriterionId>> scored_;
    QStringList problems_;
};

} // namespace

QStringList validate(const Design& design, int most) {
    if (most <= 0)
        return {};
    // Sorting every table costs more than checking it, and nearly every design is sound.
    if (Checker(design, 1, false).run().isEmpty())
        return {};
    return Checker(design, most, true).run();
}

} // namespace groundplan

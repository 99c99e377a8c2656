#include "model/sketch/sketch_plan.h"

#include "model/design/names.h"
#include "model/design/validate.h"
#include "model/operations/parts.h"
#include "model/sketch/sketch_placing.h"
#include "model/sketch/twins.h"
#include "model/sketch/word_matching.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

struct PlanText {
    Q_DECLARE_TR_FUNCTIONS(Sketch)
};

class Planner {
public:
    Planner(const Design& design, const Catalogue& catalogue, const QString& text,
            const SketchContext& context)
        : design_(design)
        , catalogue_(catalogue)
        , text_(text)
        , context_(context)
        , matcher_(context.words ? WordMatcher::over(*context.words) : wordsOf(design, catalogue, context))
        , names_(context.words && context.reuse ? context.words->names() : namesIn(design))
        , twins_(design, context.selected) {
        // What is selected once more, and last: among equals that one is meant.
        for (const ElementId id : context.reuse ? context.selected : QList<ElementId>()) {
            if (const Block* block = design.blocks.find(id))
                matcher_.add(*block);
        }
    }

    tl::expected<SketchPlan, SketchError> plan() {
        // A figure that is the title of something that is there is that.
        const auto isFacts = [this](const QString& words) {
            return looksLikeFacts(words, catalogue_) &&
                   (!words.front().isLetterOrNumber() || !matcher_.titled(words));
        };
        const auto statements = readSketch(text_, context_.typing ? &plan_.missing : nullptr, isFacts);
        if (!statements)
            return tl::unexpected(statements.error());
        if (!addStatements(*statements, -1, {}))
            return tl::unexpected(error_);
        place();
        return std::move(plan_);
    }

private:
    static WordMatcher wordsOf(const Design& design, const Catalogue& catalogue,
                               const SketchContext& context) {
        WordMatcher words(catalogue, context.language);
        if (context.reuse)
            words.add(design);
        return words;
    }

    /// What an item stands for, once it does.
    struct Place {
        int frame = -1;     ///< index into units_ of the new frame it is written in
        ElementId existing; ///< the frame of the design it is written in
    };

    bool addStatements(const QList<SketchStatement>& statements, int frame, ElementId existing) {
        for (const SketchStatement& statement : statements) {
            QList<ElementId> end;
            near_ = context_.at;
            if (statement.chain && !addChain(*statement.chain, {frame, existing}, end))
                return false;
            if (statement.facts && !addFacts(*statement.facts, {frame, existing}, end))
                return false;
        }
        return true;
    }

    /// `before`: becomes the group at its end.
    bool addChain(const SketchChain& chain, Place place, QList<ElementId>& before) {
        const SketchLink* link = nullptr;
        if (chain.first) {
            before = selectedEnds();
            if (before.isEmpty()) {
                error_ = sketchError(
                    text_, chain.first->span.from,
                    PlanText::tr(
                        "Nothing is selected that this arrow could begin at; name a block before it."));
                return false;
            }
            link = &*chain.first;
            near_ = design_.rectOf(before.first())->center();
        }
        for (qsizetype g = 0; g < chain.groups.size(); ++g) {
            QList<ElementId> now;
            QHash<ElementId, QString> labels; // of single branches
            for (const SketchItem& item : chain.groups[g]) {
                const std::optional<ElementId> id = resolve(item, place);
                if (!id)
                    return false;
                if (!now.contains(*id))
                    now.append(*id);
                if (!item.label.isEmpty())
                    labels.insert(*id, item.label);
            }
            if (link && !connect(before, now, *link, labels))
                return false;
            before = now;
            link = g < chain.links.size() ? &chain.links[g] : nullptr;
        }
        // An arrow at the end leads to what is selected; without a selection it is one that is still being
        // typed.
        if (chain.last) {
            const QList<ElementId> after = selectedEnds();
            if (!after.isEmpty() && after != before)
                return connect(before, after, *chain.last, {});
        }
        return true;
    }

    QList<ElementId> selectedEnds() const {
        QList<ElementId> ends;
        for (const ElementId id : context_.selected) {
            if (design_.blocks.contains(id) || design_.frames.contains(id))
                ends.append(id);
        }
        return ends;
    }

    bool faultAt(qsizetype at, const QString& sentence) {
        error_ = sketchError(text_, at, sentence);
        return false;
    }

    /// Facts about what they name, else about `end`, the group that their chain ends with; alone they are
    /// about the frame they stand in, else what is selected, else the whole design.
    bool addFacts(const SketchFacts& facts, Place place, QList<ElementId> end) {
        if (facts.subject) {
            const std::optional<ElementId> subject = resolve(*facts.subject, place);
            if (!subject)
                return false;
            end = {*subject};
        }
        auto read = readFacts(facts.text, catalogue_, text_, facts.span.from);
        if (!read) {
            error_ = read.error();
            return false;
        }
        const qsizetype at = facts.span.from;
        if (end.isEmpty() && place.frame >= 0)
            end = {units_[place.frame].id};
        else if (end.isEmpty() && place.existing)
            end = {place.existing};
        for (const ElementId id : std::as_const(end)) {
            if (!addFactsOf(id, *read, at))
                return false;
        }
        if (!end.isEmpty())
            return true;
        if (context_.selected.isEmpty())
            return addFactsOf({}, *read, at);
        bool any = false;
        for (const ElementId id : context_.selected) {
            const Card* card = design_.cards.find(id);
            if (card && card->kind == CardKind::Decision && design_.decisions.contains(card->decision)) {
                if (!std::all_of(read->begin(), read->end(), isOfDecision)) {
                    return faultAt(at, PlanText::tr("A decision takes options (| …) and what speaks for and "
                                                    "against them (+ …, - …); select a block for this."));
                }
                plan_.facts.append({design_.decisions.at(card->decision).subject, *read, card->decision});
            } else if (design_.blocks.contains(id) || design_.frames.contains(id) ||
                       design_.connections.contains(id)) {
                if (!addFactsOf(id, *read, at))
                    return false;
            } else {
                continue;
            }
            plan_.used.insert(id);
            any = true;
        }
        return any || faultAt(at, PlanText::tr("Facts belong to a block, a frame or a connection; select one "
                                               "of them, or nothing for the whole design."));
    }

    static bool isOfDecision(const SketchFact& fact) {
        return fact.sort == SketchFact::Sort::Option || fact.sort == SketchFact::Sort::Argument;
    }
    /// `id`: none: the whole design.
    bool addFactsOf(ElementId id, const QList<SketchFact>& facts, qsizetype at) {
        const bool isBlock = design_.blocks.contains(id) || newBlocks_.contains(id);
        bool decides = std::any_of(design_.decisions.begin(), design_.decisions.end(),
                                   [](const Decision& decision) { return !decision.subject; });
        for (const SketchPlan::FactsOf& before : std::as_const(plan_.facts)) {
            decides =
                decides || (!before.subject &&
                            std::any_of(before.facts.begin(), before.facts.end(), [](const SketchFact& fact) {
                                return fact.sort == SketchFact::Sort::Decision;
                            }));
        }
        for (const SketchFact& fact : facts) {
            if (fact.sort == SketchFact::Sort::Decision)
                decides = true;
            if (!id && isOfDecision(fact) && !decides) {
                return faultAt(at, PlanText::tr("This is about a decision, and none is selected; select a "
                                                "block or a decision first."));
            }
            if (!isBlock && (fact.sort == SketchFact::Sort::Path || fact.sort == SketchFact::Sort::Ml)) {
                return faultAt(at, PlanText::tr("@online, @offline, @ml and @no ml are about a block; select "
                                                "one, or write its name and a colon before them."));
            }
        }
        if (!facts.isEmpty())
            plan_.facts.append({id, facts, {}});
        return true;
    }

    /// The element that an item stands for, in the frame that it is written in.
    std::optional<ElementId> resolve(const SketchItem& item, Place place) {
        const std::optional<ElementId> id = meant(item, place);
        return id && takeInto(*id, item, place) ? id : std::nullopt;
    }

    /// What is there already goes into the frame whose braces hold its name. A frame without braces is only
    /// named there, as an arrow's end.
    bool takeInto(ElementId id, const SketchItem& item, Place place) {
        if (place.frame < 0 && !place.existing)
            return true;
        const auto fault = [&](const QString& sentence) {
            error_ = sketchError(text_, item.span.from, sentence);
            return false;
        };
        int unit = unitOf_.value(id, -1);
        if (unit < 0) {
            const Element* element = design_.elements.find(id);
            const bool isBlock = design_.blocks.contains(id);
            if (!element || (!isBlock && !item.isFrame) || id == place.existing ||
                (place.existing && design_.isInside(id, place.existing)))
                return true;
            if (!isBlock) {
                return fault(PlanText::tr("The frame “%1” is on the board already; drag it into another one.")
                                 .arg(design_.captionOf(id)));
            }
            if (element->locked) {
                return fault(PlanText::tr("“%1” is locked; unlock it to put it into a frame.")
                                 .arg(design_.captionOf(id)));
            }
            const Rect rect = *design_.rectOf(id);
            unit = addUnit(id, {rect.w, rect.h}, false, place);
            units_[unit].there = true;
            units_[unit].rect = rect;
            return true;
        }
        if (unit == place.frame || (units_[unit].isFrame && !item.isFrame))
            return true;
        // In a frame within this one it is in this one, too; a frame does not go into itself.
        for (int up = units_[unit].inside; up >= 0; up = units_[up].inside) {
            if (up == place.frame)
                return true;
        }
        int depth = 0;
        for (int up = place.frame; up >= 0; up = units_[up].inside, ++depth) {
            if (up == unit)
                return true;
        }
        if (units_[unit].isFrame && depth + 1 > kDeepestSketch) {
            return fault(
                PlanText::tr("Frames lie inside each other %1 deep; that is the limit.").arg(kDeepestSketch));
        }
        units_[unit].inside = place.frame;
        units_[unit].parent = place.existing;
        units_[unit].parentIsFree = false;
        return true;
    }

    /// The element that an item stands for; makes it where there is none.
    std::optional<ElementId> meant(const SketchItem& item, Place place) {
        if (item.words.size() > limits::kTitleLength || item.title.size() > limits::kTitleLength ||
            item.technology.size() > limits::kTitleLength) {
            error_ = sketchError(text_, item.span.from,
                                 PlanText::tr("This name is longer than %1 characters, which is the limit.")
                                     .arg(limits::kTitleLength));
            return std::nullopt;
        }
        if (item.isFrame)
            return resolveFrame(item, place);
        if (!item.title.isEmpty()) {
            if (const ElementId id = matcher_.titled(item.title); id && fitsKind(id, item.words))
                return used(item.words.isEmpty() ? twins_.meant(id, item.title, near_) : id, item);
        }
        Meaning meaning;
        if (item.words.isEmpty()) {
            const Kind* kind = catalogue_.guess(item.title);
            meaning.kind = kind ? kind->name : kPlainKind;
        } else if (item.title.isEmpty()) {
            if (const auto before = resolved_.constFind(item.words.toCaseFolded());
                before != resolved_.cend())
                return used(*before, item);
            meaning.existing = matcher_.titled(item.words); // also a frame, by its whole title
            if (!meaning.existing)
                meaning = meaningOf(item.words);
        } else {
            meaning = newMeaningOf(item.words);
        }
        if (meaning.existing) {
            const ElementId id = twins_.meant(meaning.existing, item.words, near_);
            resolved_.insert(item.words.toCaseFolded(), id);
            return used(id, item);
        }
        const ElementId id = addBlock(meaning, item, place);
        if (item.title.isEmpty())
            resolved_.insert(item.words.toCaseFolded(), id);
        return id;
    }

    /// Full-width letters mean what the plain ones do; what means nothing keeps what was typed.
    Meaning meaningOf(const QString& words) const {
        Meaning meaning = matcher_.meaningOf(words);
        const QString plain = plainSigns(words);
        if (plain == words || meaning.rank < kOnlyOffered - 1)
            return meaning;
        const Meaning other = matcher_.meaningOf(plain);
        if (other.rank < kOnlyOffered - 1)
            return other;
        meaning.kind = other.kind;
        return meaning;
    }

    /// With a title of its own an item is a new block of what its words say, whatever is there already.
    Meaning newMeaningOf(const QString& words) const {
        const QList<Meaning> all = matcher_.meanings(plainSigns(words), 8);
        for (const Meaning& meaning : all) {
            if (meaning.rank >= kOnlyOffered)
                break;
            if (!meaning.existing)
                return meaning;
            // What the catalogue says of the same words: a cache, not the Redis that the cache here is.
            for (const Meaning& other : all) {
                if (!other.existing && other.rank < kOnlyOffered && other.kind == meaning.kind)
                    return other;
            }
            if (!meaning.kind.isEmpty())
                return {{}, meaning.kind, technologyOf(meaning.existing), {}, meaning.rank};
        }
        Meaning meaning = meaningOf(words);
        meaning.existing = {};
        return meaning;
    }
    QString technologyOf(ElementId id) const {
        if (const Block* block = design_.blocks.find(id))
            return block->technology;
        const auto it = newBlocks_.constFind(id);
        return it == newBlocks_.cend() ? QString() : plan_.blocks[*it].row.technology;
    }
    /// Whether a block that has the wanted title is also of the kind that the words ask for.
    bool fitsKind(ElementId id, const QString& words) const {
        if (words.isEmpty())
            return true;
        const QString kind = kindOf(id);
        return !kind.isEmpty() && newMeaningOf(words).kind == kind;
    }
    QString kindOf(ElementId id) const {
        if (const Block* block = design_.blocks.find(id))
            return block->kind;
        const auto it = newBlocks_.constFind(id);
        return it == newBlocks_.cend() ? QString() : plan_.blocks[*it].row.kind;
    }

    ElementId used(ElementId id, const SketchItem& item) {
        const bool isNew = newBlocks_.contains(id) || frameUnits_.contains(id);
        if (!isNew) {
            plan_.used.insert(id);
            near_ = design_.rectOf(id)->center();
        }
        plan_.named.append({item.wordsSpan, id, isNew});
        return id;
    }

    ElementId addBlock(const Meaning& meaning, const SketchItem& item, Place place) {
        const Kind* kind = catalogue_.kind(meaning.kind);
        Block block;
        block.id = ElementId::random();
        block.kind = meaning.kind;
        // "kafka (3 nodes)": the product was said already, so the brackets say more about it.
        const QString product = cleaned(meaning.technology);
        const QString said = matcher_.product(cleaned(item.technology));
        const bool more = !product.isEmpty() && !said.isEmpty() && item.title.isEmpty() &&
                          product.compare(said, Qt::CaseInsensitive) != 0;
        const QString own = more ? u"%1 (%2)"_s.arg(product, said)
                                 : cleaned(!item.title.isEmpty() ? item.title : meaning.title);
        const QString usual = kind ? kind->title.in(context_.language) : titleFrom(item.words, catalogue_);
        block.ownTitle = !own.isEmpty() && own != usual;
        block.title = (own.isEmpty() ? usual : own).left(limits::kTitleLength);
        block.technology = more || said.isEmpty() ? product : said;
        block.name = names_.take(block.title);
        if (kind) {
            block.ml = kind->ml;
            block.path = kind->path;
        }
        addUnit(block.id, kBlockSize, false, place);
        newBlocks_.insert(block.id, plan_.blocks.size());
        plan_.blocks.append({block, {}});
        matcher_.add(block);
        plan_.named.append({item.wordsSpan, block.id, true});
        return block.id;
    }

    std::optional<ElementId> resolveFrame(const SketchItem& item, Place place) {
        const QString title = cleaned(!item.title.isEmpty() ? item.title : titleFrom(item.words, catalogue_));
        ElementId id = title.isEmpty() ? ElementId{} : matcher_.titled(title);
        if (id && !design_.frames.contains(id) && !frameUnits_.contains(id))
            id = {};
        if (!id) {
            Frame frame;
            frame.id = id = ElementId::random();
            frame.title = title.isEmpty() ? PlanText::tr("Frame") : title;
            frame.ownTitle = !title.isEmpty();
            frame.name = names_.take(frame.title);
            frameUnits_.insert(id, addUnit(id, kFrameSize, true, place));
            plan_.frames.append({frame, {}});
            matcher_.add(frame);
            plan_.named.append({item.wordsSpan, id, true});
        } else {
            used(id, item);
        }
        const auto unit = frameUnits_.constFind(id);
        const bool isNew = unit != frameUnits_.cend();
        return addStatements(item.content, isNew ? *unit : -1, isNew ? ElementId{} : id) ? std::optional(id)
                                                                                         : std::nullopt;
    }

    int addUnit(ElementId id, Size size, bool isFrame, Place place) {
        PlacedUnit unit;
        unit.id = id;
        unit.size = size;
        unit.isFrame = isFrame;
        unit.inside = place.frame;
        unit.parent = place.existing;
        unit.parentIsFree = place.frame < 0 && !place.existing;
        unitOf_.insert(id, int(units_.size()));
        units_.append(unit);
        return int(units_.size()) - 1;
    }

    /// `labels`: of branches on the right that have their own.
    bool connect(const QList<ElementId>& left, const QList<ElementId>& right, const SketchLink& link,
                 const QHash<ElementId, QString>& labels) {
        SketchLink branch = link;
        for (const ElementId a : left) {
            for (const ElementId b : right) {
                branch.label = labels.value(b, link.label);
                connect(link.backward ? b : a, link.backward ? a : b, branch);
                const int most = std::max(ends_.value(a), ends_.value(b));
                const qsizetype all = kMostBetweenFew + kTwoForEach * ends_.size();
                if (most <= kMostAtOneBlock && plan_.connections.size() <= all)
                    continue;
                error_ = sketchError(
                    text_, link.span.from,
                    most > kMostAtOneBlock
                        ? PlanText::tr("With this arrow a block gets more than %1 connections, the most that "
                                       "one text can give it; sketch it in parts.")
                              .arg(kMostAtOneBlock)
                        : PlanText::tr(
                              "With this arrow, branches multiply into more than %1 connections "
                              "between %2 blocks, the most that one text can make; sketch it in parts.")
                              .arg(all)
                              .arg(ends_.size()));
                return false;
            }
        }
        return true;
    }

    void connect(ElementId source, ElementId target, const SketchLink& link) {
        // Those of the design only when they may be meant: most lines add blocks.
        if (!presentComplete_ && design_.elements.contains(source) && design_.elements.contains(target)) {
            for (const Connection& there : design_.connections)
                present_.insert({there.source, there.target}, there.id);
            presentComplete_ = true;
        }
        // Said again, a connection is the same one, unless something else is said of it.
        for (auto [it, end] = present_.equal_range({source, target}); it != end; ++it) {
            const Connection* there = design_.connections.find(*it);
            const auto made = std::find_if(plan_.connections.begin(), plan_.connections.end(),
                                           [&](const Connection& c) { return c.id == *it; });
            const Connection* same = there ? there : made != plan_.connections.end() ? &*made : nullptr;
            if (!same || (link.flow && *link.flow != same->flow) || link.direction != same->direction)
                continue;
            if (!link.label.isEmpty() && !same->label.isEmpty() && link.label != same->label)
                continue;
            if (!link.label.isEmpty() && same->label.isEmpty()) {
                if (there)
                    plan_.labels.append({there->id, cleaned(link.label)});
                else
                    made->label = cleaned(link.label);
            }
            return;
        }
        Connection connection;
        connection.id = ElementId::random();
        connection.source = source;
        connection.target = target;
        connection.direction = link.direction;
        connection.label = cleaned(link.label).left(limits::kTitleLength);
        connection.labelSize = labelSize(connection.label, context_.measure);
        connection.flow = link.flow ? *link.flow : likelyFlow(catalogue_, blockOf(source), blockOf(target));
        present_.insert({source, target}, connection.id);
        ++ends_[source];
        ++ends_[target];
        plan_.connections.append(connection);
    }
    const Block* blockOf(ElementId id) const {
        if (const Block* block = design_.blocks.find(id))
            return block;
        const auto it = newBlocks_.constFind(id);
        return it == newBlocks_.cend() ? nullptr : &plan_.blocks[*it].row;
    }

    void place() {
        if (units_.isEmpty())
            return;
        QList<PlacedLink> links;
        for (const Connection& connection : std::as_const(plan_.connections))
            links.append({connection.source, connection.target, connection.labelSize.w});
        // What goes elsewhere keeps to what it is connected with.
        if (std::any_of(units_.begin(), units_.end(), [](const PlacedUnit& unit) { return unit.there; })) {
            for (const Connection* connection : design_.connections.sorted()) {
                if (unitOf_.contains(connection->source) || unitOf_.contains(connection->target))
                    links.append({connection->source, connection->target, connection->labelSize.w});
            }
        }
        const Placing placing = placeUnits(design_, units_, links, context_.at, context_.seen);
        plan_.grown = placing.grown;
        QHash<ElementId, const PlacedUnit*> placed;
        const auto parentOf = [&](const PlacedUnit& unit) {
            return unit.inside >= 0 ? placing.units[unit.inside].id : unit.parent;
        };
        const auto depthOf = [&](const SketchPlan::NewFrame& frame) {
            int depth = 0;
            for (int up = placing.units[unitOf_.value(frame.row.id)].inside; up >= 0;
                 up = placing.units[up].inside)
                ++depth;
            return depth;
        };
        for (const PlacedUnit& unit : placing.units) {
            placed.insert(unit.id, &unit);
            if (!unit.there)
                continue;
            plan_.taken.insert(unit.id, parentOf(unit));
            if (const Rect rect = clamped(unit.rect); rect != *design_.rectOf(unit.id))
                plan_.moved.insert(unit.id, rect);
        }
        std::stable_sort(plan_.frames.begin(), plan_.frames.end(),
                         [&](const auto& a, const auto& b) { return depthOf(a) < depthOf(b); });
        for (SketchPlan::NewBlock& block : plan_.blocks) {
            block.row.rect = clamped(placed.value(block.row.id)->rect);
            block.parent = parentOf(*placed.value(block.row.id));
        }
        for (SketchPlan::NewFrame& frame : plan_.frames) {
            frame.row.rect = clamped(placed.value(frame.row.id)->rect);
            frame.parent = parentOf(*placed.value(frame.row.id));
        }
    }

    const Design& design_;
    const Catalogue& catalogue_;
    const QString& text_;
    const SketchContext& context_;
    WordMatcher matcher_;
    NameGiver names_;
    Twins twins_;
    std::optional<Point> near_; ///< where what the statement makes will stand
    SketchPlan plan_;
    SketchError error_;
    QList<PlacedUnit> units_;
    QHash<ElementId, int> unitOf_;          ///< index into units_
    QHash<ElementId, int> frameUnits_;      ///< new frames: their units
    QHash<ElementId, qsizetype> newBlocks_; ///< index into plan_.blocks
    QHash<QString, ElementId> resolved_;    ///< words that were met before in this text
    QMultiHash<std::pair<ElementId, ElementId>, ElementId> present_; ///< connections by their ends
    QHash<ElementId, int> ends_;   ///< how many of the new connections begin or end there
    bool presentComplete_ = false; ///< holds those of the design
};

} // namespace

tl::expected<SketchPlan, SketchError> planSketch(const Design& design, const Catalogue& catalogue,
                                                 const QString& text, const SketchContext& context) {
    return Planner(design, catalogue, text, context).plan();
}

} // namespace groundplan

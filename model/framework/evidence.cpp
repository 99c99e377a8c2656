#include "model/framework/evidence.h"

#include "model/framework/board_texts.h"
#include "model/framework/complete_path.h"
#include "model/framework/placeholder.h"
#include "model/framework/sheets.h"
#include "model/framework/ways.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace groundplan {

class EvidenceSearch::Board {
public:
    Board(const Design& design, const Catalogue& catalogue)
        : design_(design)
        , catalogue_(catalogue) {}

    Found run(const Evidence& evidence) {
        found_ = {};
        look(evidence);
        std::sort(found_.elements.begin(), found_.elements.end());
        found_.elements.erase(std::unique(found_.elements.begin(), found_.elements.end()),
                              found_.elements.end());
        return std::exchange(found_, {});
    }

private:
    void look(const Evidence& e) {
        switch (e.kind) {
        case EvidenceKind::Task:
            if (!isPlaceholder(design_.board.task))
                take({});
            return;
        case EvidenceKind::Requirement:
            takeFrom(design_.requirements, [&](const Requirement& row) {
                return e.names.contains(row.topic) && isAnswered(row) &&
                       (!e.assumed || row.source == Source::Assumed) &&
                       (!e.figure || hasFigure(row.answer)) && says(row.answer, e);
            });
            return;
        case EvidenceKind::Assumption:
            takeFrom(design_.notes, [&](const Note& row) {
                return row.kind == NoteKind::Assumption && isWritten(row.text, e);
            });
            takeFrom(design_.requirements, [&](const Requirement& row) {
                return row.source == Source::Assumed && isWritten(row.answer, e);
            });
            return;
        case EvidenceKind::Note:
            takeFrom(design_.notes, [&](const Note& row) {
                return e.names.contains(wordOf(row.kind)) && isWritten(row.text, e);
            });
            return;
        case EvidenceKind::Metric:
            takeFrom(design_.metrics, [&](const Metric& row) {
                return e.names.contains(wordOf(row.kind)) && !isPlaceholder(row.name) &&
                       (!e.target || !isPlaceholder(row.target));
            });
            return;
        case EvidenceKind::MetricNamed:
            takeFrom(design_.metrics, [&](const Metric& row) {
                const UsualMetric* usual = catalogue_.metric(row.name);
                return e.names.contains(usual ? usual->name : row.name) &&
                       (!e.target || !isPlaceholder(row.target));
            });
            return;
        case EvidenceKind::ErrorCost:
            takeFrom(design_.metrics, [](const Metric& row) {
                return !isPlaceholder(row.costFalsePositive) || !isPlaceholder(row.costFalseNegative);
            });
            return;
        case EvidenceKind::Block:
            takeBlocks(e.count, [&](const Block& block) {
                return e.names.contains(block.kind) && isSaidOn(block.id, e) &&
                       (e.technologies.isEmpty() ||
                        e.technologies.contains(block.technology, Qt::CaseInsensitive));
            });
            return;
        case EvidenceKind::Group:
            takeBlocks(e.count, [&](const Block& block) {
                const KindGroup* group = catalogue_.groupOfKind(block.kind);
                return group && e.names.contains(group->name) && isSaidOn(block.id, e);
            });
            return;
        case EvidenceKind::Flow:
            for (const Connection& connection : design_.connections) {
                if (e.names.contains(wordOf(connection.flow)))
                    take(connection.id);
            }
            return;
        case EvidenceKind::Path:
            for (const ElementId id : completePath(design_, catalogue_))
                take(id);
            return;
        case EvidenceKind::Sides:
            takeBoth([](const Block& block) { return block.path == groundplan::Path::Offline; },
                     [](const Block& block) { return block.path == groundplan::Path::Online; });
            return;
        case EvidenceKind::MachineLearning:
            takeBoth([](const Block& block) { return block.ml; },
                     [](const Block& block) { return !block.ml; });
            return;
        case EvidenceKind::Decision:
            takeFrom(design_.decisions, [&](const Decision& row) { return isDecision(row, e); });
            return;
        case EvidenceKind::Field:
            takeFrom(design_.properties, [&](const Property& row) {
                return e.names.contains(row.field) &&
                       (e.values.isEmpty() ? isDone(row, e) : isChosen(row.value, e.values)) &&
                       isWritten(row.value, e);
            });
            return;
        case EvidenceKind::Frame:
            for (const Element& element : design_.elements) {
                if (element.type == ElementType::Block && element.parent)
                    take(element.parent);
            }
            return;
        case EvidenceKind::All:
            takeAll(e.parts);
            return;
        case EvidenceKind::Any:
            for (const Evidence& part : e.parts) {
                look(part);
                if (found_.holds)
                    return;
            }
            return;
        case EvidenceKind::Said:
            for (const BoardTexts::Text& text : texts().all()) {
                if (says(text.words, e))
                    take(text.subject);
            }
            return;
        case EvidenceKind::Way:
            for (const ElementId id : wayThrough(e.way, design_, catalogue_))
                take(id);
            return;
        case EvidenceKind::Link:
            for (const Connection& row : design_.connections) {
                if (isLink(row, e))
                    take(row.id);
            }
            return;
        }
    }

    void takeAll(const QList<Evidence>& parts) {
        Found together;
        for (const Evidence& part : parts) {
            found_ = {};
            look(part);
            if (!found_.holds) {
                found_ = {};
                return;
            }
            together.elements += found_.elements;
            together.said += found_.said;
            together.onBoard = together.onBoard || found_.onBoard;
            together.row = together.row ? together.row : found_.row;
        }
        together.holds = !parts.isEmpty();
        found_ = together;
    }

    void take(ElementId subject) {
        found_.holds = true;
        if (subject)
            found_.elements.append(subject);
        else
            found_.onBoard = true;
    }

    template <class Row, class Predicate>
    void takeFrom(const Table<Row>& table, Predicate wanted) {
        for (const Row& row : table) {
            if (!wanted(row))
                continue;
            ElementId subject;
            if constexpr (requires { row.subject; })
                subject = row.subject;
            take(subject);
            if (!subject && !found_.row)
                found_.row = row.id;
        }
    }

    static bool isChosen(const QString& value, const QStringList& choices) {
        const QStringList said = choicesIn(value);
        return std::any_of(choices.begin(), choices.end(),
                           [&said](const QString& choice) { return said.contains(choice); });
    }
    /// Whether a field says more than that nothing is done.
    static bool isDone(const Property& row, const Evidence& e) {
        const auto idle = e.idle.constFind(row.field);
        if (idle == e.idle.constEnd())
            return true;
        const QStringList said = choicesIn(row.value);
        return !std::all_of(said.begin(), said.end(),
                            [&](const QString& choice) { return idle->contains(choice); });
    }
    static bool isAnswered(const Requirement& row) {
        return row.source == Source::NotRelevant || !isPlaceholder(row.answer);
    }

    static bool hasFigure(const QString& text) {
        static const QRegularExpression figure(
            u"\\d\\s?([kKMGTPB]\\b|[kKMGTP]i?B\\b|\\w*illion|thousand|hundred|bytes|(\\w+ ){0,2}(rows|lines|samples|"
            u"examples|records|events|documents|images|pairs|hours|users|customers|items))"_s);
        return figure.match(text).hasMatch();
    }

    const BoardTexts& texts() {
        if (!texts_)
            texts_.emplace(design_, catalogue_);
        return *texts_;
    }
    bool says(const SpokenText& text, const Evidence& e) {
        if (e.said.isEmpty())
            return true;
        const QString quote = text.quoteOf(e.said);
        if (!quote.isEmpty())
            found_.said.append(quote);
        return !quote.isEmpty();
    }
    bool says(const QString& text, const Evidence& e) {
        return e.said.isEmpty() || says(SpokenText(text), e);
    }
    bool isWritten(const QString& text, const Evidence& e) { return !isPlaceholder(text) && says(text, e); }
    bool isSaidOn(ElementId block, const Evidence& e) {
        if (e.said.isEmpty())
            return true;
        const QList<SpokenText> said = texts().on(block);
        return std::any_of(said.begin(), said.end(), [&](const SpokenText& text) { return says(text, e); });
    }

    /// Blocks that were only dropped on the board say nothing: a connection ends at them or at a frame around
    /// them, or something is said on them.
    bool isPlaced(ElementId block) {
        if (!connected_) {
            connected_.emplace();
            for (const Connection& row : design_.connections) {
                if (row.source != row.target)
                    *connected_ << row.source << row.target;
            }
        }
        if (texts().isSpokenOf(block))
            return true;
        for (ElementId at = block; at;) {
            if (connected_->contains(at))
                return true;
            const Element* element = design_.elements.find(at);
            at = element ? element->parent : ElementId();
        }
        return false;
    }

    /// Whether one of the names is a kind or a group of that block, or of a block in that frame.
    bool isEnd(ElementId end, const QStringList& names) const {
        const auto isNamed = [&](const Block& block) {
            const KindGroup* group = catalogue_.groupOfKind(block.kind);
            return names.contains(block.kind) || (group && names.contains(group->name));
        };
        if (names.isEmpty())
            return true;
        if (const Block* block = design_.blocks.find(end))
            return isNamed(*block);
        return std::any_of(design_.blocks.begin(), design_.blocks.end(), [&](const Block& block) {
            return isNamed(block) && design_.isInside(block.id, end);
        });
    }
    bool isLink(const Connection& row, const Evidence& e) {
        if (row.source == row.target || (!e.flows.isEmpty() && !e.flows.contains(wordOf(row.flow))) ||
            (e.labelled && isPlaceholder(row.label)))
            return false;
        const bool ends =
            (isEnd(row.source, e.from) && isEnd(row.target, e.to)) ||
            (row.direction != Direction::Forward && isEnd(row.target, e.from) && isEnd(row.source, e.to));
        return ends && says(row.label, e);
    }

    template <class Predicate>
    QList<ElementId> blocksThat(Predicate wanted) const {
        QList<ElementId> ids;
        for (const Block& block : design_.blocks) {
            if (wanted(block))
                ids.append(block.id);
        }
        return ids;
    }
    template <class Predicate>
    QList<ElementId> placedBlocksThat(Predicate wanted) {
        return blocksThat([&](const Block& block) { return wanted(block) && isPlaced(block.id); });
    }
    template <class Predicate>
    void takeBlocks(int count, Predicate wanted) {
        const QList<ElementId> ids = placedBlocksThat(wanted);
        if (ids.size() < std::max(count, 1))
            return;
        for (const ElementId id : ids)
            take(id);
    }
    template <class One, class Other>
    void takeBoth(One one, Other other) {
        const QList<ElementId> first = placedBlocksThat(one);
        const QList<ElementId> second = placedBlocksThat(other);
        if (first.isEmpty() || second.isEmpty())
            return;
        for (const ElementId id : first + second)
            take(id);
    }

    /// As it is set, else as its question says.
    QString topicOf(const Decision& decision, const Evidence& e) {
        if (!decision.topic.isEmpty() || !e.questions)
            return decision.topic;
        if (std::exchange(questions_, e.questions) != e.questions)
            asked_.clear();
        const auto known = asked_.constFind(decision.id);
        return known != asked_.constEnd()
                   ? *known
                   : *asked_.insert(decision.id, e.questions->topicOf(decision.question));
    }
    bool isDecision(const Decision& decision, const Evidence& e) {
        const QString text = BoardTexts::textOf(decision, design_);
        if (!e.names.contains(topicOf(decision, e)) || (e.chosen && !decision.chosen) ||
            (e.reasoned && !isReasoned(decision)) || !isWritten(text, e))
            return false;
        if (e.options == 0 && !e.argued)
            return true;
        int options = 0;
        for (const Option& option : design_.options) {
            if (option.decision != decision.id || isPlaceholder(option.title))
                continue;
            ++options;
            if (e.argued && !(hasArgument(option.id, Side::Pro) && hasArgument(option.id, Side::Con)))
                return false;
        }
        return options >= std::max(e.options, e.argued ? 1 : 0);
    }
    bool isReasoned(const Decision& decision) const {
        return !isPlaceholder(decision.reason) ||
               (decision.chosen && hasArgument(decision.chosen, Side::Pro));
    }
    bool hasArgument(OptionId option, Side side) const {
        return std::any_of(design_.arguments.begin(), design_.arguments.end(), [&](const Argument& row) {
            return row.option == option && row.side == side && !isPlaceholder(row.text);
        });
    }

    const Design& design_;
    const Catalogue& catalogue_;
    std::optional<BoardTexts> texts_;                    ///< taken apart at the first need
    std::optional<QSet<ElementId>> connected_;           ///< the same: ends of connections
    std::shared_ptr<const DecisionQuestions> questions_; ///< of which asked_ is
    QHash<DecisionId, QString> asked_;                   ///< topics by their questions, at the first need
    Found found_;
};

EvidenceSearch::EvidenceSearch(const Design& design, const Catalogue& catalogue)
    : board_(std::make_unique<Board>(design, catalogue)) {}
EvidenceSearch::~EvidenceSearch() = default;

Found EvidenceSearch::look(const Evidence& evidence) {
    return board_->run(evidence);
}

Found EvidenceSearch::lookForAny(const QList<Evidence>& evidence) {
    for (const Evidence& one : evidence) {
        Found found = look(one);
        if (found.holds)
            return found;
    }
    return {};
}

Evidence EvidenceSearch::seenOf(const Evidence& evidence) {
    if (!look(evidence).holds)
        return evidence;
    Evidence seen = evidence;
    Evidence one = evidence;
    one.count = 1; // two kinds may be there once each
    seen.said.clear();
    for (const KeyPhrase& phrase : evidence.said) {
        one.said = {phrase};
        const Found found = look(one);
        KeyPhrase quoted = phrase;
        quoted.text = found.said.value(0);
        const auto same = [&](const KeyPhrase& other) { return other.text == quoted.text; };
        if (found.holds && std::none_of(seen.said.begin(), seen.said.end(), same))
            seen.said.append(quoted);
    }
    one.said = seen.said;
    seen.names.removeIf([&](const QString& name) {
        one.names = {name};
        return !look(one).holds;
    });
    if (evidence.kind == EvidenceKind::Any) // else each is there
        seen.parts.removeIf([&](const Evidence& part) { return !look(part).holds; });
    for (Evidence& part : seen.parts)
        part = seenOf(part);
    return seen;
}

bool EvidenceSearch::isSeenInPart(const Evidence& evidence) {
    if (evidence.kind == EvidenceKind::All || evidence.kind == EvidenceKind::Any) {
        return std::any_of(evidence.parts.begin(), evidence.parts.end(),
                           [this](const Evidence& part) { return isSeenInPart(part); });
    }
    if (look(evidence).holds)
        return true;
    const bool saidAlone = evidence.kind == EvidenceKind::Said;
    Evidence less = evidence;
    if (!saidAlone)
        less.said.clear();
    less.values.clear();
    less.idle.clear();
    less.count = 1;
    less.options = 0;
    less.assumed = less.figure = less.target = less.chosen = less.argued = less.reasoned = less.labelled =
        false;
    return !saidAlone && look(less).holds;
}

Found look(const Evidence& evidence, const Design& design, const Catalogue& catalogue) {
    return EvidenceSearch(design, catalogue).look(evidence);
}

Found lookForAny(const QList<Evidence>& evidence, const Design& design, const Catalogue& catalogue) {
    return EvidenceSearch(design, catalogue).lookForAny(evidence);
}

} // namespace groundplan

#include "model/framework/evidence.h"

#include "model/framework/complete_path.h"
#include "model/framework/sheets.h"

#include <algorithm>
#include <utility>

namespace groundplan {

namespace {

class Search {
public:
    Search(const Design& design, const Catalogue& catalogue)
        : design_(design)
        , catalogue_(catalogue) {}

    Found run(const Evidence& evidence) {
        look(evidence);
        std::sort(found_.elements.begin(), found_.elements.end());
        found_.elements.erase(std::unique(found_.elements.begin(), found_.elements.end()),
                              found_.elements.end());
        return std::move(found_);
    }

private:
    void look(const Evidence& e) {
        switch (e.kind) {
        case EvidenceKind::Task:
            if (!design_.board.task.trimmed().isEmpty())
                take({});
            return;
        case EvidenceKind::Requirement:
            takeFrom(design_.requirements,
                     [&](const Requirement& row) { return e.names.contains(row.topic) && isAnswered(row); });
            return;
        case EvidenceKind::Assumption:
            takeFrom(design_.notes, [](const Note& row) { return row.kind == NoteKind::Assumption; });
            takeFrom(design_.requirements, [](const Requirement& row) {
                return row.source == Source::Assumed && !row.answer.trimmed().isEmpty();
            });
            return;
        case EvidenceKind::Note:
            takeFrom(design_.notes, [&](const Note& row) { return e.names.contains(wordOf(row.kind)); });
            return;
        case EvidenceKind::Metric:
            takeFrom(design_.metrics, [&](const Metric& row) {
                return e.names.contains(wordOf(row.kind)) && !row.name.trimmed().isEmpty() &&
                       (!e.target || !row.target.trimmed().isEmpty());
            });
            return;
        case EvidenceKind::MetricNamed:
            takeFrom(design_.metrics, [&](const Metric& row) {
                const UsualMetric* usual = catalogue_.metric(row.name);
                return e.names.contains(usual ? usual->name : row.name);
            });
            return;
        case EvidenceKind::ErrorCost:
            takeFrom(design_.metrics, [](const Metric& row) {
                return !row.costFalsePositive.isEmpty() || !row.costFalseNegative.isEmpty();
            });
            return;
        case EvidenceKind::Block:
            takeBlocks(e.count, [&](const Block& block) {
                return e.names.contains(block.kind) &&
                       (e.technologies.isEmpty() ||
                        e.technologies.contains(block.technology, Qt::CaseInsensitive));
            });
            return;
        case EvidenceKind::Group:
            takeBlocks(e.count, [&](const Block& block) {
                const KindGroup* group = catalogue_.groupOfKind(block.kind);
                return group && e.names.contains(group->name);
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
                return e.names.contains(row.field) && !row.value.trimmed().isEmpty() &&
                       (e.values.isEmpty() || says(row.value, e.values));
            });
            return;
        case EvidenceKind::Frame:
            for (const Element& element : design_.elements) {
                if (element.type == ElementType::Block && element.parent)
                    take(element.parent);
            }
            return;
        }
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
            if constexpr (requires { row.subject; })
                take(row.subject);
            else
                take({});
        }
    }

    static bool says(const QString& value, const QStringList& choices) {
        const QStringList said = choicesIn(value);
        return std::any_of(choices.begin(), choices.end(),
                           [&said](const QString& choice) { return said.contains(choice); });
    }
    static bool isAnswered(const Requirement& row) {
        return row.source == Source::NotRelevant || !row.answer.trimmed().isEmpty();
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
    void takeBlocks(int count, Predicate wanted) {
        const QList<ElementId> ids = blocksThat(wanted);
        if (ids.size() < std::max(count, 1))
            return;
        for (const ElementId id : ids)
            take(id);
    }
    template <class One, class Other>
    void takeBoth(One one, Other other) {
        const QList<ElementId> first = blocksThat(one);
        const QList<ElementId> second = blocksThat(other);
        if (first.isEmpty() || second.isEmpty())
            return;
        for (const ElementId id : first + second)
            take(id);
    }

    bool isDecision(const Decision& decision, const Evidence& e) const {
        if (!e.names.contains(decision.topic) || (e.chosen && !decision.chosen))
            return false;
        if (e.options == 0 && !e.argued)
            return true;
        int options = 0;
        for (const Option& option : design_.options) {
            if (option.decision != decision.id)
                continue;
            ++options;
            if (e.argued && !(hasArgument(option.id, Side::Pro) && hasArgument(option.id, Side::Con)))
                return false;
        }
        return options >= std::max(e.options, e.argued ? 1 : 0);
    }
    bool hasArgument(OptionId option, Side side) const {
        return std::any_of(design_.arguments.begin(), design_.arguments.end(), [&](const Argument& row) {
            return row.option == option && row.side == side && !row.text.trimmed().isEmpty();
        });
    }

    const Design& design_;
    const Catalogue& catalogue_;
    Found found_;
};

} // namespace

Found look(const Evidence& evidence, const Design& design, const Catalogue& catalogue) {
    return Search(design, catalogue).run(evidence);
}

Found lookForAny(const QList<Evidence>& evidence, const Design& design, const Catalogue& catalogue) {
    for (const Evidence& one : evidence) {
        Found found = look(one, design, catalogue);
        if (found.holds)
            return found;
    }
    return {};
}

} // namespace groundplan

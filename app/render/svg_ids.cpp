#include "app/render/svg_ids.h"

#include <algorithm>
#include <tuple>
#include <vector>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

/// Calls `visit(id, n)` for the n-th of those that are equal in all but their last member, n from 2.
template <class Row, class Visit>
void eachAgain(std::vector<Row>& rows, Visit visit) {
    std::sort(rows.begin(), rows.end());
    int number = 1;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        Row twin = rows[i];
        std::get<ElementId>(twin) = std::get<ElementId>(rows[i - 1]);
        number = twin == rows[i - 1] ? number + 1 : 1;
        if (number > 1)
            visit(std::get<ElementId>(rows[i]), number);
    }
}

} // namespace

SvgIds::SvgIds(const Design& design)
    : design_(design) {
    const auto note = [this](ElementId id, int number) { numbers_.insert(id, number); };
    std::vector<std::tuple<qint64, qint64, ElementId>> links;
    links.reserve(std::size_t(design.connections.size()));
    for (const Connection& connection : design.connections)
        links.emplace_back(connection.source.value(), connection.target.value(), connection.id);
    eachAgain(links, note);
    // Only where two versions are shown as one is a name there twice.
    std::vector<std::tuple<QStringView, ElementId>> names;
    names.reserve(std::size_t(design.blocks.size() + design.frames.size()));
    for (const Block& block : design.blocks)
        names.emplace_back(block.name, block.id);
    for (const Frame& frame : design.frames)
        names.emplace_back(frame.name, frame.id);
    eachAgain(names, note);
}

QString SvgIds::of(ElementId id) const {
    // In large designs each look into a table takes its time: what most ids are is asked for first.
    QString text;
    if (const Block* block = design_.blocks.find(id)) {
        text = block->name;
    } else if (const Connection* connection = design_.connections.find(id)) {
        text = of(connection->source) + u"-to-"_s + of(connection->target);
    } else if (const Frame* frame = design_.frames.find(id)) {
        text = frame->name;
    } else if (const Element* element = design_.elements.find(id)) {
        return wordOf(element->type) + u'-' + QString::number(id.value());
    } else {
        return {};
    }
    if (const auto number = numbers_.constFind(id); number != numbers_.cend())
        text += u'-' + QString::number(*number);
    return text;
}

} // namespace groundplan

#include "model/exchange/node_names.h"

namespace groundplan {

namespace {

QString beginning(const QString& text) {
    constexpr qsizetype kMost = 40;
    return text.simplified().left(kMost);
}

} // namespace

QString NodeNames::captionOf(qsizetype node) const {
    const QString words = wordsOf(node);
    return words.isEmpty() ? placeOf(node) : words;
}

QString NodeNames::called(qsizetype node) const {
    const QString words = wordsOf(node);
    return words.isEmpty() ? placeOf(node) : u'“' + words + u'”';
}

QString NodeNames::wordsOf(qsizetype node) const {
    const QString label = beginning(diagram_.nodes[node].title());
    return label.isEmpty() ? beginning(diagram_.nodes[node].name) : label;
}

QString NodeNames::placeOf(qsizetype node) const {
    const Diagram::Node& nameless = diagram_.nodes[node];
    if (!nameless.rect)
        return beginning(nameless.id);
    if (!neighbours_) {
        neighbours_.emplace();
        for (const Diagram::Node& other : diagram_.nodes) {
            if (other.rect)
                neighbours_->add(other.label, *other.rect);
        }
    }
    return neighbours_->whereIs(*nameless.rect);
}

} // namespace groundplan

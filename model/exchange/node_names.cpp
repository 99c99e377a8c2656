#include "model/exchange/node_names.h"

#include "model/design/not_taken.h"

namespace groundplan {

QString NodeNames::called(qsizetype node) const {
    const Diagram::Node& named = diagram_.nodes[node];
    return NotTaken::thing(named.id, named.title(), drawnAs(node));
}

QString NodeNames::drawnAs(qsizetype node) const {
    const Diagram::Node& named = diagram_.nodes[node];
    const QString words = NotTaken::called(named.title(), NotTaken::called(named.name));
    return words.isEmpty() ? placeOf(node) : words;
}

QString NodeNames::placeOf(qsizetype node) const {
    const Diagram::Node& nameless = diagram_.nodes[node];
    if (!nameless.rect)
        return NotTaken::called(nameless.id);
    if (!neighbours_) {
        neighbours_.emplace();
        for (const Diagram::Node& other : diagram_.nodes) {
            if (other.rect && !other.title().trimmed().isEmpty())
                neighbours_->add(NotTaken::thing(other.id, other.title()), *other.rect);
        }
    }
    return neighbours_->whereIs(*nameless.rect);
}

} // namespace groundplan

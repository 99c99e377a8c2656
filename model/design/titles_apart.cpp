#include "model/design/titles_apart.h"

#include "model/design/flow_order.h"

#include <QCoreApplication>
#include <QMap>
#include <QSet>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

/// From the inside out, each once.
QStringList framesAround(const Design& design, ElementId id) {
    QStringList captions;
    const Element* element = design.elements.find(id);
    while (element && element->parent) {
        if (const QString caption = design.captionOf(element->parent).simplified();
            !caption.isEmpty() && !captions.contains(caption))
            captions.append(caption);
        element = design.elements.find(element->parent);
    }
    return captions;
}

QStringList technologyOf(const Design& design, ElementId id) {
    const Block* block = design.blocks.find(id);
    const QString technology = block ? block->technology.simplified() : QString();
    return technology.isEmpty() ? QStringList() : QStringList(technology);
}

} // namespace

QHash<ElementId, QString> titlesApart(const Design& design) {
    QMap<std::pair<QString, bool>, QList<ElementId>> called; // by whether they are frames
    QSet<QString> said;
    for (const ElementId id : flowOrder(design)) {
        const QString caption = design.captionOf(id).simplified();
        called[{caption, design.frames.contains(id)}].append(id);
        said.insert(caption);
    }
    QHash<ElementId, QString> apart;
    for (const auto& [title, all] : called.asKeyValueRange()) {
        QList<ElementId> left = all;
        const auto with = [caption = title.first](const QString& word) {
            return QCoreApplication::translate("Report", "%1 (%2)", "a title that is there twice, where")
                .arg(caption, word);
        };
        const auto say = [&](ElementId id, const QString& word) {
            apart.insert(id, with(word));
            said.insert(with(word));
        };
        // Each by the first of its words that none of the others has.
        const auto sayOwn = [&](const std::function<QStringList(ElementId)>& wordsOf) {
            QHash<QString, int> holders;
            for (const ElementId id : std::as_const(left)) {
                for (const QString& word : wordsOf(id))
                    ++holders[word];
            }
            left.removeIf([&](ElementId id) {
                const QStringList words = wordsOf(id);
                const auto own = std::ranges::find_if(words, [&](const QString& word) {
                    return holders.value(word) == 1 && !said.contains(with(word));
                });
                if (own != words.end())
                    say(id, *own);
                return own != words.end();
            });
        };
        if (left.size() > 1)
            sayOwn([&design](ElementId id) { return framesAround(design, id); });
        if (left.size() > 1)
            sayOwn([&design](ElementId id) { return technologyOf(design, id); });
        if (left.size() < 2)
            continue;
        int number = 0;
        for (const ElementId id : std::as_const(left)) {
            do
                ++number;
            while (said.contains(with(QString::number(number)))); // somebody's own title
            say(id, QString::number(number));
        }
    }
    return apart;
}

} // namespace groundplan

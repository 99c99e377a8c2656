#include "model/report/titles_apart.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan::report {
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

} // namespace

QHash<ElementId, QString> titlesApart(const Design& design) {
    QHash<std::pair<bool, QString>, QList<ElementId>> called; // by whether they are frames
    for (const Element& element : design.elements) {
        if (element.type == ElementType::Block || element.type == ElementType::Frame)
            called[{element.type == ElementType::Frame, design.captionOf(element.id).simplified()}].append(
                element.id);
    }
    QHash<ElementId, QString> apart;
    for (auto it = called.cbegin(); it != called.cend(); ++it) {
        const QList<ElementId>& same = it.value();
        if (same.size() < 2)
            continue;
        QHash<QString, int> within;
        for (const ElementId id : same) {
            for (const QString& caption : framesAround(design, id))
                ++within[caption];
        }
        const auto say = [&](ElementId id, const QString& with) {
            apart.insert(
                id, QCoreApplication::translate("Report", "%1 (%2)", "a title that is there twice, where")
                        .arg(it.key().second, with));
        };
        QList<ElementId> left;
        for (const ElementId id : same) {
            const QStringList frames = framesAround(design, id);
            const auto own = std::ranges::find_if(
                frames, [&within](const QString& caption) { return within.value(caption) == 1; });
            if (own != frames.end())
                say(id, *own);
            else
                left.append(id);
        }
        for (const ElementId id : std::as_const(left)) {
            if (left.size() > 1)
                say(id, design.nameOf(id));
        }
    }
    return apart;
}

} // namespace groundplan::report

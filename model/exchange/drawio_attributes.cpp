#include "model/exchange/drawio_attributes.h"

#include "model/design/recognition.h"
#include "model/exchange/drawio_carried.h"
#include "model/exchange/html_text.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace groundplan::drawio {

namespace {

std::optional<bool> truthOf(const QString& value) {
    return value == u"true"_s    ? std::optional(true)
           : value == u"false"_s ? std::optional(false)
                                 : std::nullopt;
}

bool isOurs(const Cell& cell, const QString& name) {
    return cell.edge ? name == u"flow"_s
                     : name == u"kind"_s || name == u"technology"_s || name == u"name"_s ||
                           name == u"path"_s || name == u"ml"_s;
}

bool saysSomething(const QString& name, const QString& value) {
    if (name == u"path"_s)
        return fromWord<Path>(value).has_value();
    if (name == u"ml"_s)
        return truthOf(value).has_value();
    if (name == u"flow"_s)
        return fromWord<Flow>(value).has_value();
    return !value.isEmpty() && (name != u"name"_s || Recognition::isReadable(value));
}

} // namespace

Attributes attributesOf(const Cell& cell) {
    Attributes attributes;
    for (const auto& [name, value] : cell.data) {
        if (!isOurs(cell, name))
            continue;
        if (name == u"kind"_s)
            attributes.kind = value.simplified();
        else if (name == u"technology"_s)
            attributes.technology = tidiedLines(value);
        else if (name == u"name"_s)
            attributes.name = value.simplified();
        else if (name == u"path"_s)
            attributes.path = fromWord<Path>(value);
        else if (name == u"ml"_s)
            attributes.ml = truthOf(value);
        else
            attributes.flow = fromWord<Flow>(value);
    }
    return attributes;
}

QString sortOfMark(const Cell& cell) {
    for (const auto& [name, value] : cell.data) {
        if (name == kCarried)
            return value.section(u' ', 0, 0);
    }
    return {};
}

QString markOf(const Design& design, const Element& element, bool carries) {
    QString sort;
    if (const Shape* shape = design.shapes.find(element.id))
        sort = wordOf(shape->kind);
    else if (element.type == ElementType::Block || element.type == ElementType::Frame ||
             element.type == ElementType::Card)
        sort = wordOf(element.type);
    if (!carries || element.type == ElementType::Image)
        return sort;
    return sort + (sort.isEmpty() ? QString() : u" "_s) + element.id.toString();
}

Cell withoutAttributes(Cell cell, bool ours) {
    cell.data.removeIf([&cell, ours](const auto& entry) {
        return isOurs(cell, entry.first) && (ours || saysSomething(entry.first, entry.second));
    });
    return cell;
}

QStringList unread(const Cell& cell, const Cell* written) {
    QStringList lines;
    for (const auto& [name, value] : cell.data) {
        const bool isWord = name == u"path"_s || name == u"ml"_s || name == u"flow"_s;
        if (isWord && isOurs(cell, name) && !saysSomething(name, value) &&
            !(written && written->data.contains(std::pair(name, value))))
            lines << name + u": "_s + value.simplified();
    }
    return lines;
}

} // namespace groundplan::drawio

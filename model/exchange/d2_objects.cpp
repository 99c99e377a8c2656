#include "model/exchange/d2_objects.h"

#include "model/exchange/exchange_limits.h"

#include <QCoreApplication>
#include <QSet>

using namespace Qt::StringLiterals;

namespace groundplan::d2 {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Exchange", text);
}

/// Keys that say something about what they stand in, instead of being a shape in it.
bool isKeyword(const Part& part) {
    static const QSet<QString> words{
        u"label"_s,
        u"desc"_s,
        u"shape"_s,
        u"icon"_s,
        u"style"_s,
        u"tooltip"_s,
        u"link"_s,
        u"near"_s,
        u"width"_s,
        u"height"_s,
        u"top"_s,
        u"left"_s,
        u"direction"_s,
        u"constraint"_s,
        u"class"_s,
        u"classes"_s,
        u"vars"_s,
        u"layers"_s,
        u"scenarios"_s,
        u"steps"_s,
        u"grid-rows"_s,
        u"grid-columns"_s,
        u"grid-gap"_s,
        u"vertical-gap"_s,
        u"horizontal-gap"_s,
        u"source-arrowhead"_s,
        u"target-arrowhead"_s,
    };
    return !part.quoted && words.contains(part.text.toLower());
}

/// "label", or "label" within the braces of an arrow head; `path` goes on behind its name at `from`.
void takeEnd(const Path& path, qsizetype from, const Entry& entry, Looks::End& end) {
    const QString what = from + 1 < path.size() ? path[from + 1].text.toLower() : u"label"_s;
    if (entry.hasValue && what == "shape"_L1)
        end.shape = entry.value.toLower();
    else if (entry.hasValue && what == "label"_L1)
        end.label = entry.value;
    for (const Entry& inside : entry.map) {
        if (inside.ends.size() != 1)
            continue;
        const QString name = inside.ends[0][0].text.toLower();
        if (name == "label"_L1)
            end.label = inside.value;
        else if (name == "shape"_L1)
            end.shape = inside.value.toLower();
    }
}

/// One attribute of a shape, connection or class, which stands at `from` of `path`.
void takeLook(const Path& path, qsizetype from, const Entry& entry, Looks& looks) {
    const QString name = path[from].text.toLower();
    const QString& value = entry.value;
    if (from + 1 < path.size() && (name == "label"_L1 || name == "icon"_L1))
        return; // "label.near: top-center" only places it
    if (name == "label"_L1) {
        looks.label = value;
        looks.language = entry.language;
    } else if (name == "shape"_L1) {
        looks.shape = value.toLower();
    } else if (name == "icon"_L1) {
        looks.icon = value;
    } else if (name == "tooltip"_L1 || name == "desc"_L1) {
        looks.tooltip = value;
    } else if (name == "link"_L1) {
        looks.link = value;
    } else if (name == "near"_L1) {
        looks.near = value;
    } else if (name == "direction"_L1) {
        looks.direction = value;
    } else if (name == "class"_L1) {
        looks.classes = entry.values.isEmpty() ? QStringList{value} : entry.values;
    } else if (name == "constraint"_L1) {
        looks.constraint = entry.values.isEmpty() ? value : entry.values.join(u", "_s);
    } else if (name == "source-arrowhead"_L1) {
        takeEnd(path, from, entry, looks.atSource);
    } else if (name == "target-arrowhead"_L1) {
        takeEnd(path, from, entry, looks.atTarget);
    } else if (!value.isEmpty()) {
        looks.layout.insert(name, value);
    }
}

/// "style.fill: red", or all entries of "style: {...}".
void takeStyle(const Path& path, qsizetype from, const Entry& entry, Looks& looks) {
    if (from + 1 < path.size()) {
        looks.style.insert(path[from + 1].text.toLower(), entry.value);
        return;
    }
    for (const Entry& inside : entry.map) {
        if (inside.ends.size() == 1)
            looks.style.insert(inside.ends[0][0].text.toLower(), inside.value);
    }
}

/// What stands in the map of a class or connection.
void takeLooks(const QList<Entry>& entries, Looks& looks) {
    for (const Entry& entry : entries) {
        if (entry.ends.size() != 1)
            continue;
        const QString name = entry.ends[0][0].text.toLower();
        if (name == "style"_L1)
            takeStyle(entry.ends[0], 0, entry, looks);
        else
            takeLook(entry.ends[0], 0, entry, looks);
    }
}

} // namespace

bool Board::take(const QList<Entry>& entries, const std::atomic<bool>* cancelled) {
    cancelled_ = cancelled;
    return takeInto(entries, root());
}

bool Board::takeInto(const QList<Entry>& entries, Object& container) {
    for (const Entry& entry : entries) {
        if (isCancelled())
            return false;
        if (!takeEntry(entry, container))
            return false;
        if (qsizetype(objects_.size()) > exchangelimits::kUnplacedNodes) {
            overLine_ = entry.line;
            return false;
        }
    }
    return true;
}

bool Board::takeEntry(const Entry& entry, Object& container) {
    if (!entry.pattern.isEmpty()) {
        notTaken_.add(tr("Line %1 was left out, a pattern or another file: %2")
                          .arg(QString::number(entry.line), entry.pattern));
        return true;
    }
    if (entry.index >= 0 || !entry.suffix.isEmpty())
        return takeReference(entry, container);
    if (entry.ends.size() > 1 || !entry.prefix.isEmpty())
        return takeConnections(entry, container);
    const Path& path = entry.ends[0];
    qsizetype attribute = -1;
    Object* object = find(path, container, &attribute);
    if (attribute >= 0) {
        takeAttribute(path, attribute, entry, *object);
        return true;
    }
    if (entry.isNull) {
        object->gone = true;
        return true;
    }
    if (entry.hasValue) {
        object->looks.label = entry.value;
        object->looks.language = entry.language;
    }
    return takeInto(entry.map, *object);
}

/// The object at the end of a path, made where it is not there yet; `attribute` becomes the place of the
/// first keyword in the path, if there is one.
Object* Board::find(const Path& path, Object& container, qsizetype* attribute) {
    Object* object = &container;
    for (qsizetype i = 0; i < path.size(); ++i) {
        if (attribute && isKeyword(path[i])) {
            *attribute = i;
            break;
        }
        if (path[i].text == "_"_L1 && !path[i].quoted)
            object = object->parent ? object->parent : object;
        else
            object = childOf(*object, path[i].text);
    }
    return object;
}
Object* Board::childOf(Object& container, const QString& key) {
    Object*& known = container.byKey[key.toCaseFolded()];
    // What was set to null is gone with its connections; whoever names it again means a new one.
    if (!known || known->gone) {
        known = &objects_.emplace_back();
        known->key = key;
        known->parent = &container;
        container.inside << known;
    }
    return known;
}

void Board::takeAttribute(const Path& path, qsizetype from, const Entry& entry, Object& object) {
    const QString name = path[from].text.toLower();
    if (name == "style"_L1) {
        takeStyle(path, from, entry, object.looks);
    } else if (name == "classes"_L1) {
        takeClass(path, from + 1, entry);
    } else if (name == "vars"_L1) {
        takeVariable(path, from + 1, entry, {}, 0);
    } else if (name == "layers"_L1 || name == "scenarios"_L1 || name == "steps"_L1) {
        for (const Entry& inside : entry.map) {
            if (!inside.ends.isEmpty())
                notTaken_.add(tr("The board %1 (%2) was left out.")
                                  .arg(NotTaken::called(inside.ends[0][0].text, u"“”"_s), name));
        }
    } else {
        takeLook(path, from, entry,
                 object.looks); // what "label: x { near: ... }" holds places the label only
    }
}
/// "classes: { hot: { ... } }", "classes.hot: { ... }", "classes.hot.style.fill: red".
void Board::takeClass(const Path& path, qsizetype from, const Entry& entry) {
    if (from == path.size()) {
        for (const Entry& inside : entry.map) {
            if (inside.ends.size() == 1)
                takeClass(inside.ends[0], 0, inside);
        }
        return;
    }
    Looks& looks = classes_[path[from].text];
    if (from + 1 == path.size())
        takeLooks(entry.map, looks);
    else if (path[from + 1].text.toLower() == "style"_L1)
        takeStyle(path, from + 1, entry, looks);
    else
        takeLook(path, from + 1, entry, looks);
}
/// "vars: { a: { b: 1 } }", "vars.a.b: 1".
void Board::takeVariable(const Path& path, qsizetype from, const Entry& entry, const QString& prefix,
                         int depth) {
    QStringList parts;
    for (qsizetype i = from; i < path.size(); ++i)
        parts << path[i].text;
    const QString name = prefix + parts.join(u'.');
    const QString first = parts.value(0);
    if (prefix.isEmpty() && (first == "d2-config"_L1 || first == "d2-legend"_L1)) {
        notTaken_.add(
            tr("Line %1 was left out, a setting or legend: %2").arg(QString::number(entry.line), first));
        return;
    }
    if (entry.hasValue)
        variables_.insert(name, entry.value);
    constexpr int kDepth = 16;
    for (const Entry& inside : entry.map) {
        if (inside.ends.size() == 1 && depth < kDepth)
            takeVariable(inside.ends[0], 0, inside, name.isEmpty() ? name : name + u'.', depth + 1);
    }
}

bool Board::takeConnections(const Entry& entry, Object& container) {
    Object* around = find(entry.prefix, container);
    QList<Object*> ends;
    for (const Path& path : entry.ends)
        ends << find(path, *around);
    for (qsizetype i = 0; i < entry.arrows.size(); ++i) {
        Connection& connection = connections_.emplace_back();
        connection.source = ends[i];
        connection.target = ends[i + 1];
        connection.arrow = entry.arrows[i];
        if (entry.hasValue) {
            connection.looks.label = entry.value;
            connection.looks.language = entry.language;
        }
        takeLooks(entry.map, connection.looks);
        between_[{ends[i], ends[i + 1]}] << &connection;
    }
    return true;
}

/// "(a -> b)[0].style.stroke: red": something about a connection that is there already.
bool Board::takeReference(const Entry& entry, Object& container) {
    Object* around = find(entry.prefix, container);
    for (qsizetype i = 0; i + 1 < entry.ends.size(); ++i) {
        const QList<Connection*> known =
            between_.value({find(entry.ends[i], *around), find(entry.ends[i + 1], *around)});
        const qsizetype index = std::max(entry.index, 0);
        if (index >= known.size()) {
            notTaken_.add(tr("Line %1 was left out: there is no such connection.").arg(entry.line));
            continue;
        }
        Connection& connection = *known[index];
        if (entry.suffix.isEmpty()) {
            connection.gone = entry.isNull;
            if (entry.hasValue && !entry.isNull)
                connection.looks.label = entry.value;
            takeLooks(entry.map, connection.looks);
        } else if (entry.suffix[0].text.toLower() == "style"_L1) {
            takeStyle(entry.suffix, 0, entry, connection.looks);
        } else {
            takeLook(entry.suffix, 0, entry, connection.looks);
        }
    }
    return true;
}

const Looks* Board::classCalled(const QString& name) const {
    const auto found = classes_.constFind(name);
    return found == classes_.cend() ? nullptr : &*found;
}

QString Board::substituted(const QString& text) const {
    constexpr int kMostRounds = 5; // of variables that stand for others
    QString whole = text;
    for (int round = 0; round < kMostRounds && whole.contains("${"_L1); ++round) {
        QString next;
        bool replaced = false;
        qsizetype done = 0;
        for (qsizetype at = whole.indexOf("${"_L1); at >= 0; at = whole.indexOf("${"_L1, done)) {
            const qsizetype end = whole.indexOf(u'}', at);
            if (end < 0)
                break;
            next += QStringView(whole).sliced(done, at - done);
            const auto variable = variables_.constFind(whole.mid(at + 2, end - at - 2).trimmed());
            const bool known = variable != variables_.cend() &&
                               next.size() + variable->size() <= exchangelimits::kTextLength;
            next += known ? *variable : whole.mid(at, end + 1 - at);
            replaced = replaced || known;
            done = end + 1;
        }
        next += QStringView(whole).sliced(done);
        whole = next;
        if (!replaced)
            break;
    }
    return whole;
}

} // namespace groundplan::d2

#include "model/exchange/d2_likeness.h"

#include "model/exchange/d2_syntax.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

using d2::Entry;
using d2::Part;
using d2::Path;

/// Longer texts than anybody pastes for a diagram are not looked through.
constexpr qsizetype kMost = 1'000'000;
constexpr qsizetype kLongestEnd = 60;
constexpr qsizetype kMostOpen = 20; ///< braces

/// What a key says that D2 knows by name ("shape: cylinder", "a.style.fill: red").
bool isKeyword(const Path& path, const Entry& entry) {
    static const QSet<QString> shapes{u"rectangle"_s, u"square"_s,    u"page"_s,   u"parallelogram"_s,
                                      u"document"_s,  u"cylinder"_s,  u"queue"_s,  u"package"_s,
                                      u"step"_s,      u"callout"_s,   u"person"_s, u"stored_data"_s,
                                      u"diamond"_s,   u"oval"_s,      u"circle"_s, u"hexagon"_s,
                                      u"cloud"_s,     u"sql_table"_s, u"class"_s,  u"sequence_diagram"_s,
                                      u"image"_s,     u"text"_s,      u"code"_s,   u"c4-person"_s};
    static const QSet<QString> ways{u"up"_s, u"down"_s, u"left"_s, u"right"_s};
    for (const Part& part : path) {
        const QString key = part.quoted ? QString() : part.text.toLower();
        if (key == u"style"_s || key == u"classes"_s || key == u"vars"_s)
            return path.size() > 1 || !entry.map.isEmpty();
        if (key == u"shape"_s)
            return shapes.contains(entry.value.toLower());
        if (key == u"direction"_s)
            return ways.contains(entry.value.toLower());
    }
    return false;
}

/// Nobody calls a box so without quotes: it is a sentence, or code.
bool isNoName(const Path& path) {
    static const QRegularExpression signs(u"[()\\[\\]=,;!?`]"_s);
    return std::any_of(path.begin(), path.end(), [](const Part& part) {
        return part.text.size() > kLongestEnd || (!part.quoted && signs.match(part.text).hasMatch());
    });
}

struct Signs {
    bool keywords = false;
    bool keywordsInside = false; ///< of the braces of something
    bool labels = false;         ///< behind the colon of a connection, or braces
    bool noNames = false;
    qsizetype connections = 0;
    qsizetype others = 0; ///< keys that no connection leads to
    bool namedEnds = false;
};

Signs signsIn(const QList<Entry>& map) {
    Signs signs;
    QSet<QString> ends;
    for (const Entry& entry : map) {
        if (entry.arrows.isEmpty())
            continue;
        ++signs.connections;
        signs.labels |= entry.hasValue || !entry.map.isEmpty();
        for (const Path& end : entry.ends) {
            signs.noNames |= isNoName(end);
            if (!end.isEmpty())
                ends.insert(end.first().text);
        }
    }
    for (const Entry& entry : map) {
        const Path key = entry.arrows.isEmpty() ? entry.ends.value(0) : entry.suffix;
        signs.keywords |= isKeyword(key, entry);
        if (entry.arrows.isEmpty() && !key.isEmpty() && !isKeyword(key, entry)) {
            const bool isEnd = ends.contains(key.first().text);
            signs.namedEnds |= isEnd && (entry.hasValue || !entry.map.isEmpty());
            signs.others += isEnd || !entry.map.isEmpty() ? 0 : 1;
        }
        const Signs inside = signsIn(entry.map);
        signs.keywords |= inside.keywords;
        signs.keywordsInside |= inside.keywords;
        signs.labels |= inside.labels;
        signs.noNames |= inside.noNames;
        signs.namedEnds |= inside.namedEnds;
        signs.connections += inside.connections;
    }
    return signs;
}

} // namespace

bool isLikeD2(const QString& text) {
    const QString start = text.left(200).trimmed();
    // Data of other languages has braces and colons, too.
    if (text.size() > kMost || start.isEmpty() || QStringView(u"{[<").contains(start.front()))
        return false;
    auto parsed = d2::parse(text, {}, nullptr);
    // An open brace makes it no other language.
    if (const qsizetype open = text.count(u'{') - text.count(u'}'); !parsed && open > 0 && open <= kMostOpen)
        parsed = d2::parse(text + u'\n' + QString(open, u'}'), {}, nullptr);
    if (!parsed)
        return false;
    const Signs signs = signsIn(*parsed);
    if (signs.noNames)
        return false;
    if (signs.keywords)
        return signs.connections > 0 || signs.keywordsInside;
    return signs.connections > 0 && (signs.namedEnds || (signs.labels && signs.others == 0));
}

} // namespace groundplan

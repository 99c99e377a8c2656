#include "model/exchange/drawio_style.h"

#include <QRegularExpression>

#include <array>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace groundplan::drawio {

namespace {

/// Figures that draw.io's libraries have for what Graphviz has a word for. A name is found as a whole or as
/// the end of a longer one ("mxgraph.flowchart.decision").
constexpr std::array<std::pair<QStringView, QStringView>, 38> kOutlines{{
    {u"rhombus", u"diamond"},
    {u"decision", u"diamond"},
    {u"conditional selector", u"diamond"},
    {u"ellipse", u"ellipse"},
    {u"doubleellipse", u"doublecircle"},
    {u"startstate", u"point"},
    {u"endstate", u"point"},
    {u"waypoint", u"point"},
    {u"start_1", u"ellipse"},
    {u"start_2", u"ellipse"},
    {u"terminator", u"ellipse"},
    {u"cylinder", u"cylinder"},
    {u"cylinder2", u"cylinder"},
    {u"cylinder3", u"cylinder"},
    {u"datastore", u"cylinder"},
    {u"datastorage", u"cylinder"},
    {u"database", u"cylinder"},
    {u"table", u"cylinder"},
    {u"direct_data", u"cylinder"},
    {u"stored_data", u"cylinder"},
    {u"triangle", u"triangle"},
    {u"hexagon", u"hexagon"},
    {u"preparation", u"hexagon"},
    {u"octagon", u"octagon"},
    {u"parallelogram", u"parallelogram"},
    {u"data", u"parallelogram"},
    {u"trapezoid", u"trapezium"},
    {u"manual_operation", u"invtrapezium"},
    {u"cube", u"box3d"},
    {u"isocube", u"box3d"},
    {u"component", u"component"},
    {u"module", u"component"},
    {u"folder", u"folder"},
    {u"document", u"note"},
    {u"card", u"note"},
    {u"tape", u"note"},
    {u"multi-document", u"note"},
    {u"multi_document", u"note"},
}};

/// Figures whose very name tells nothing: what they show stands in another value, or is a box.
bool isPlainName(const QString& name) {
    static const QStringList plain{u"image"_s,       u"icon"_s,
                                   u"label"_s,       u"rectangle"_s,
                                   u"rect"_s,        u"ellipse"_s,
                                   u"text"_s,        u"group"_s,
                                   u"mxgraph"_s,     u"resourceicon"_s,
                                   u"producticon"_s, u"swimlane"_s,
                                   u"hexicon"_s,     u"partialrectangle"_s,
                                   u"line"_s,        u"rhombus"_s,
                                   u"note"_s,        u"note2"_s,
                                   u"roundrect"_s,   u"rrect"_s,
                                   u"ext"_s,         u"table"_s,
                                   u"tablerow"_s,    u"groupcenter"_s,
                                   u"group2"_s,      u"doubleellipse"_s,
                                   u"container"_s,   u"umlframe"_s,
                                   u"triangle"_s,    u"hexagon"_s,
                                   u"edgelabel"_s,   u"cross"_s,
                                   u"tee"_s,         u"corner"_s,
                                   u"crossbar"_s,    u"waypoint"_s,
                                   u"switch"_s,      u"delay"_s,
                                   u"or"_s,          u"xor"_s,
                                   u"manualinput"_s, u"looplimit"_s,
                                   u"link"_s,        u"offpageconnector"_s,
                                   u"sumellipse"_s,  u"orellipse"_s,
                                   u"flexarrow"_s,   u"arrow"_s,
                                   u"singlearrow"_s, u"doublearrow"_s,
                                   u"lineellipse"_s, u"bracket"_s,
                                   u"dot"_s,         u"curlybracket"_s,
                                   u"isorectangle"_s};
    return plain.contains(name.toLower());
}

/// "mxgraph.aws4.lambda_function", "img/lib/azure2/databases/SQL_Database.svg" and the like.
QString iconName(const QString& text) {
    constexpr qsizetype kLongest = 500;
    if (text.size() > kLongest || text.startsWith(u"data:"_s))
        return {};
    // An outline that its author drew, packed, and libraries of mere forms.
    for (const QStringView forms :
         {QStringView(u"stencil("), QStringView(u"mxgraph.basic."), QStringView(u"mxgraph.arrows"),
          QStringView(u"mxgraph.flowchart.annotation")}) {
        if (text.startsWith(forms, Qt::CaseInsensitive))
            return {};
    }
    QString name = text;
    if (name.contains(u'/')) {
        static const QRegularExpression tail(u"([?#].*)$"_s);
        name.remove(tail);
        name = name.section(u'/', -1);
        static const QRegularExpression suffix(u"\\.(svg|png|jpe?g|gif|webp)$"_s,
                                               QRegularExpression::CaseInsensitiveOption);
        name.remove(suffix);
        static const QRegularExpression size(u"[_-]\\d+x\\d+$"_s);
        name.remove(size);
    } else {
        name = name.section(u'.', -1);
    }
    if (isPlainName(name))
        return {};
    static const QRegularExpression group(u"^group_"_s);
    name.remove(group);
    name.replace(u'_', u' ').replace(u'-', u' ');
    name = name.simplified();
    // "10-Icon-Service-..." of a downloaded set, "umlActor", "mxActor"
    static const QRegularExpression technical(u"^(\\d+ )?icon service |^(uml|mx)(?=[A-Z])"_s,
                                              QRegularExpression::CaseInsensitiveOption);
    return name.remove(technical);
}

} // namespace

Style::Style(const QString& text) {
    QString last;
    for (const QString& part : text.split(u';')) {
        const qsizetype equals = part.indexOf(u'=');
        const QString name = part.left(equals < 0 ? part.size() : equals).trimmed();
        if (name.isEmpty())
            continue;
        if (part.startsWith(u"base64,"_s) && last == u"image"_s) {
            // Written by hand: draw.io itself leaves ";base64" out, as a semicolon ends a value.
            values_[last] += u';' + part;
        } else if (equals < 0) {
            words_ << name.toLower();
        } else {
            values_.insert(name, part.sliced(equals + 1).trimmed());
            last = name;
        }
    }
    shape_ = value(u"shape"_s).toLower();
    if (shape_.isEmpty() && !words_.isEmpty())
        shape_ = words_.first();
}

double Style::number(const QString& name, double usually) const {
    bool valid = false;
    const double number = values_.value(name).toDouble(&valid);
    return valid && std::isfinite(number) ? number : usually;
}

QString outlineOf(const Style& style) {
    const QString last = style.shape().section(u'.', -1);
    for (const auto& [name, outline] : kOutlines) {
        if (last == name)
            return outline.toString();
    }
    return {};
}

QStringList iconsOf(const Style& style) {
    QStringList icons;
    const auto add = [&icons](const QString& text) {
        const QString name = iconName(text);
        if (!name.isEmpty() && !icons.contains(name))
            icons << name;
    };
    for (const QString& name :
         {u"resIcon"_s, u"prIcon"_s, u"grIcon"_s, u"image"_s, u"sapIcon"_s, u"appIcon"_s})
        add(style.value(name));
    // Outlines have names of their own; of the rest, icons of a library and figures that mean something.
    if (outlineOf(style).isEmpty())
        add(style.value(u"shape"_s));
    for (const QString& word : {u"cloud"_s, u"actor"_s}) {
        if (style.hasWord(word))
            add(word);
    }
    return icons;
}

bool isNone(const QString& colour) {
    return colour == u"none"_s || colour == u"transparent"_s;
}
bool isText(const Style& style) {
    if (style.shape() != u"text"_s && !style.hasWord(u"text"_s))
        return false;
    const auto drawn = [&style](const QString& name) {
        const QString colour = style.value(name);
        return !colour.isEmpty() && !isNone(colour);
    };
    return !drawn(u"strokeColor"_s) && !drawn(u"fillColor"_s);
}
bool isPicture(const Style& style) {
    return !style.value(u"image"_s).isEmpty() && (style.shape() == u"image"_s || style.hasWord(u"image"_s));
}
bool isContainer(const Style& style) {
    const QString& shape = style.shape();
    return style.hasWord(u"swimlane"_s) || shape == u"swimlane"_s || shape == u"umlframe"_s ||
           shape.endsWith(u".group"_s) || shape.endsWith(u".groupcenter"_s) || shape.endsWith(u".group2"_s);
}

bool isPlain(const Style& style) {
    const QString& shape = style.shape();
    return shape.isEmpty() || shape == u"rectangle"_s || shape == u"rect"_s || shape == u"ellipse"_s ||
           shape == u"label"_s || shape == u"text"_s || shape == u"ext"_s;
}

} // namespace groundplan::drawio

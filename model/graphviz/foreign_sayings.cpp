#include "model/graphviz/foreign_sayings.h"

#include "model/graphviz/foreign_labels.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

/// All that Graphviz 2 to 12 knows itself, by lower case: looks, places, and what identifies.
const QSet<QByteArray>& knownToGraphviz() {
    static const QSet<QByteArray> known = [] {
        const QByteArray words =
            "area arrowhead arrowsize arrowtail bb beautify bgcolor center charset class cluster clusterrank "
            "color colorscheme compound concentrate constraint damping decorate defaultdist dim dimen dir "
            "diredgeconstraints distortion dpi edgetarget epsilon esep fillcolor fixedsize fontcolor fontname "
            "fontnames fontpath fontsize forcelabels gradientangle group head_lp headclip headlabel headport "
            "headtarget height id image imagepath imagepos imagescale inputscale k key label label_scheme "
            "labelangle labeldistance labelfloat labelfontcolor labelfontname labelfontsize labeljust "
            "labelloc labeltarget landscape layer layerlistsep layers layerselect layersep layout len levels "
            "levelsgap lhead lheight linelength lp ltail lwidth margin maxiter mclimit mindist minlen mode "
            "model newrank nodesep nojustify normalize notranslate nslimit nslimit1 oneblock ordering "
            "orientation outputmode outputorder overlap overlap_scaling overlap_shrink pack packmode pad page "
            "pagedir pencolor penwidth peripheries pin pos quadtree quantum radius rank rankdir ranksep ratio "
            "rects regular remincross repulsiveforce resolution root rotate rotation samehead sametail "
            "samplepoints scale searchsize sep shape shapefile showboxes sides size skew smoothing sortv "
            "splines start style stylesheet tail_lp tailclip taillabel tailport tailtarget target tbbalance "
            "truecolor vertices viewport voro_margin weight width xdotversion xlabel xlp z";
        const QByteArrayList list = words.split(' ');
        return QSet<QByteArray>(list.begin(), list.end());
    }();
    return known;
}

} // namespace

ForeignSayings::Sort ForeignSayings::sortOf(QByteArrayView name) {
    const QByteArray word = name.toByteArray().toLower();
    if (word.endsWith("url") || word.endsWith("href"))
        return Sort::Address;
    if (word.endsWith("tooltip") || word == "comment")
        return Sort::Words;
    if (word == "label" || word == "xlabel" || word == "headlabel" || word == "taillabel")
        return Sort::Label; // the reader has its text, but not what its HTML says besides
    // Drawing operations begin with an underline: _draw_, _ldraw_, _background.
    return word.isEmpty() || word.startsWith('_') || knownToGraphviz().contains(word) ? Sort::None
                                                                                      : Sort::Data;
}

ForeignSayings::ForeignSayings(const DotGraph& graph)
    : graph_(graph) {
    for (const std::string_view name : graph.wire().names)
        sorts_ << sortOf(viewOf(name));
    seen_.fill(0, sorts_.size());
    any_ = std::any_of(sorts_.cbegin(), sorts_.cend(), [](Sort sort) { return sort != Sort::None; });
}

QStringList ForeignSayings::of(const DotObject& object) {
    QStringList texts;
    picture_ = false;
    if (!any_ || isFull())
        return texts;
    ++object_;
    for (const wire::Attribute& attribute : object.own()) {
        seen_[attribute.name] = object_;
        add(attribute, texts);
    }
    for (const wire::Attribute& attribute : object.defaults()) {
        if (seen_[attribute.name] != object_)
            add(attribute, texts);
    }
    texts.removeDuplicates();
    return texts;
}

void ForeignSayings::add(const wire::Attribute& attribute, QStringList& texts) {
    const Sort sort = sorts_[attribute.name];
    if (sort == Sort::None || attribute.value.empty())
        return;
    const QByteArrayView value = viewOf(attribute.value);
    if (sort == Sort::Label && !attribute.html)
        return;
    examined_ += attribute.value.size();
    if (sort == Sort::Label) {
        texts << foreignlabels::htmlSayings(value, picture_);
        return;
    }
    if (sort == Sort::Address) {
        texts << dottext::decodeEntities(dottext::fromUtf8(value)).simplified();
        return;
    }
    const QStringList lines = attribute.html ? foreignlabels::htmlLines(value)
                                             : foreignlabels::plainLines(value, {}, graph_.name());
    if (lines.isEmpty())
        return;
    const QString said = lines.join(u'\n');
    texts << (sort == Sort::Words
                  ? said
                  : dottext::fromUtf8(viewOf(graph_.wire().names[attribute.name])).simplified() + u": "_s +
                        said);
}

} // namespace groundplan

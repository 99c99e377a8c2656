#pragma once

#include "model/graphviz/dot_graph.h"

#include <QList>
#include <QStringList>

namespace groundplan {

/// What foreign DOT says to a reader beside labels, looks and places: tooltips, addresses and comments of
/// whatever it is said of (edgetooltip, headURL, labelhref, those within HTML-like labels), and every
/// attribute that Graphviz does not know, which is the author's own data.
class ForeignSayings {
public:
    explicit ForeignSayings(const DotGraph& graph);

    /// Of one object, each once; data as "name: value".
    QStringList of(const DotObject& object);
    /// Whether an HTML-like label of the last object shows a picture.
    bool sawPicture() const { return picture_; }
    /// Bytes that are looked through, those of shared defaults again for each object: then of() says nothing.
    static constexpr std::size_t kMost = 32'000'000;
    bool isFull() const { return examined_ > kMost; }

private:
    enum class Sort : quint8 { None, Address, Words, Data, Label };
    static Sort sortOf(QByteArrayView name);
    void add(const wire::Attribute& attribute, QStringList& texts);

    const DotGraph& graph_;
    QList<Sort> sorts_;   ///< by name
    QList<quint32> seen_; ///< by name: the last object that says it itself
    quint32 object_ = 0;
    bool any_ = false;
    bool picture_ = false;
    std::size_t examined_ = 0;
};

} // namespace groundplan

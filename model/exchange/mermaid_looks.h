#pragma once

#include "model/exchange/mermaid_link.h"
#include "model/exchange/mermaid_parts.h"

#include <QHash>
#include <QMap>
#include <QStringList>

namespace groundplan::mermaid {

/// What classes, styles, links to pages and icons say about the nodes and links of a flowchart, kept until
/// all are known.
class FlowchartLooks {
public:
    explicit FlowchartLooks(Diagram& diagram)
        : diagram_(diagram) {}

    void addClass(const QString& id, const QString& name);
    /// "classDef a,b fill:#f9f", "class a,b name", "style a fill:#f9f", "linkStyle 0,2 stroke:red", without
    /// the first word, which is `word`.
    void read(const QString& word, QStringView rest);
    void addClick(const Click& click);
    void addIcons(const QString& node, qsizetype count);
    /// Something about how a node of that id is drawn ("w", "form") that nothing here asks for.
    void addUnasked(const QString& id, const QString& look);
    /// The shape of a node, where it is none of the usual ones ("procs"); else empty.
    void addShape(const QString& id, const QString& shape);
    /// A link in the order in which linkStyle counts; `edge` is its place in the diagram, -1: it is
    /// invisible.
    void addLink(const Link& link, const QString& source, const QString& target, qsizetype edge);

    /// Gives them what they look like; hidden ones go. What is lost is said.
    void apply(Nodes& nodes);

private:
    struct Counted {
        QString id;             ///< empty: none
        QString source, target; ///< as they are written
        QString label;
        QString marks; ///< of its ends
        qsizetype edge = -1;
        QHash<QString, QString> style;
    };
    void readLinkStyle(const QString& numbers, QStringView said);
    static bool isHidden(const QHash<QString, QString>& properties);
    void applyToNodes();
    void applyToLinks(Nodes& nodes);
    void leaveOutHidden();
    void sayLostLooks();
    /// What the classes and styles of a node or link say together: later words hold.
    QHash<QString, QString> propertiesOf(const QString& id) const;
    static QString called(Nodes& nodes, const QString& id);
    static QString nameOf(Nodes& nodes, const Counted& link);

    /// Of each look or shape by its name: who has it, the first few by name.
    struct Bearers {
        QStringList first;
        qsizetype count = 0;
    };
    using Lost = QMap<QString, Bearers>;
    static void note(Lost& lost, const QString& look, const QString& whose);
    void say(const QString& sentence, const Lost& lost);

    Diagram& diagram_;
    QHash<QString, QStringList> classesOf_;
    QHash<QString, QHash<QString, QString>> classes_;
    QHash<QString, QHash<QString, QString>> styles_;
    QList<Click> clicks_;
    QList<Counted> links_;
    QList<bool> hiddenEdges_;             ///< by place in the diagram
    QStringList icons_;                   ///< ids of nodes
    QHash<QString, QStringList> unasked_; ///< by id
    QHash<QString, QString> shapes_;      ///< by id
    Lost lostLooks_;
    bool allLinks_ = false; ///< linkStyle default
    bool ours_ = false;     ///< written by Groundplan: a plain link is a request
};

} // namespace groundplan::mermaid

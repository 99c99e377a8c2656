#pragma once

#include "model/design/design.h"
#include "model/design/flow_drawn.h"
#include "model/design/not_taken.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace groundplan {

/// A drawing of another program, as its reader found it: texts, shapes, places and links, before anybody has
/// asked what they mean. Mermaid, D2, draw.io and Excalidraw are read into one; design_from_diagram.h makes a
/// design of it. Ids are the file's own, unique among nodes; lengths are units with y growing downwards, as
/// on the board.
struct Diagram {
    enum class NodeType {
        Block,     ///< a box that means something
        Frame,     ///< a container of others, perhaps empty
        Sticky,    ///< a sheet of paper with text
        Text,      ///< letters without a box
        Rectangle, ///< a plain figure that nothing is linked to and that has no text of its own
        Ellipse,
        Image, ///< `picture`
        Stroke,
    };
    /// What Groundplan itself has exported comes back as it was, where the drawing still shows it.
    struct Own {
        std::shared_ptr<const Design> design; ///< that was exported; null: another program drew this
        ElementId element;                    ///< of that design
        bool words = false;                   ///< says what it said; of a block: has the title that it had
        bool hangs = false;                   ///< its tooltip describes it as it did
        bool look = false;                    ///< has the colours, or line, that it had
        bool way = false;                     ///< of a connection: has the corners that it had
        bool order = false;                   ///< lies above and below what it did
        explicit operator bool() const { return design != nullptr; }
    };
    struct Node {
        QString id;
        QString parent; ///< id of a frame; empty: the board
        NodeType type = NodeType::Block;
        QString label;            ///< plain text, lines divided by \n, as it is to be read
        qsizetype titleLines = 0; ///< of the label, above a rule; the rest describes; 0: there is no rule
        QString name;             ///< a readable id that the author chose ("feature_store"); empty: none
        /// What the outline hints at, by the words of Graphviz ("cylinder", "diamond", "folder"); empty:
        /// nothing.
        QString shape;
        QStringList hints; ///< names of icons and classes that tell a kind or technology, likeliest first
        bool calledByIcon = false; ///< nobody labelled it: the label is the name of its icon
        QString description;
        QString link;
        QString colour; ///< "#rrggbb" of the fill, else of the border; empty or a grey: none
        std::optional<Rect> rect;
        std::optional<Size> size = {}; ///< of a block without a rect, where the file says so much
        bool locked = false;
        QString group = {}; ///< nodes with the same one move together; empty: none
        // Stroke
        StrokeTool tool = StrokeTool::Pen;
        Coord width = 20; ///< of its line
        QList<Point> points = {};
        QList<quint8> pressures = {}; ///< as many as points, or none
        // Image
        QByteArray picture = {}; ///< a file of any format; ImportContext::picture knows some
        bool filled = false;     ///< Rectangle, Ellipse
        // Text
        Coord textSize = 0;    ///< height of the letters' em; 0: not said
        double heldAcross = 0; ///< where it is aligned to, a share of its width: 0 left, 0.5 centred
        double heldDown = 0;   ///< the same of its height, from the top
        bool wraps = false;    ///< at the width of its rectangle, if it has one
        // Block
        QString technology = {}; ///< where the format says it apart from the label; empty: it does not
        QString kind = {};       ///< by its name, the same
        std::optional<Path> path = {};
        std::optional<bool> ml = {};
        /// Our own export says what it is, with or without the design: the label is the title alone, and
        /// nothing is guessed.
        bool exact = false;
        Own own = {};

        /// The lines of the label that call it.
        QString title() const { return titleLines > 0 ? label.section(u'\n', 0, titleLines - 1) : label; }
    };
    struct Edge {
        using Line = LineLook;
        QString source, target; ///< ids of blocks or frames
        QString label;
        Line line = Line::Plain;
        Direction direction = Direction::Forward;
        std::optional<Flow> flow = {}; ///< where the format says it
        QList<Point> waypoints = {};   ///< that its author set, on the board
        QString remark = {};           ///< what else was said about it; becomes a note of the connection
        QString colour = {};           ///< "#rrggbb" of a drawn line; the flow says it here
        Own own = {};
        QList<Point> route = {}; ///< of our own: all of its way on the board, as it is drawn
        qint32 labelAt = 500;    ///< of our own: in thousandths of that
    };

    QString title;       ///< of the whole; empty: none
    QString remark = {}; ///< what else is said of it; becomes a note of the board
    /// Lowest first: what comes later lies above. A frame may come after what it holds.
    QList<Node> nodes;
    QList<Edge> edges;
    /// What belongs to no element of our own export (the board's row and what hangs on it); null: none.
    std::shared_ptr<const Design> ownBoard;
    bool leftToRight = false; ///< how it is to be laid out where places are missing
    NotTaken notTaken;        ///< what the reader could not take over

    /// The first line of a text is the title, what stands below it says more of the whole.
    void setTitle(const QString& text) {
        title = text.trimmed().section(u'\n', 0, 0).simplified();
        const QString below = text.trimmed().section(u'\n', 1).trimmed();
        remark += (remark.isEmpty() || below.isEmpty() ? QString() : QStringLiteral("\n")) + below;
    }
};

} // namespace groundplan

#pragma once

#include "model/design/error.h"
#include "model/exchange/diagram.h"
#include "model/exchange/markup_text.h"
#include "model/exchange/text_cursor.h"

#include <QHash>

#include <atomic>

namespace groundplan::mermaid {

class Nodes;

/// What a diagram of Mermaid begins with, and where the words of it are. Comments and directives are blanked
/// out.
struct Source {
    QStringView text;          ///< from behind the word that names the type
    const QString& sourceName; ///< in sentences
    qsizetype firstLine = 1;   ///< of `text`, within the file
    const std::atomic<bool>* cancelled = nullptr;

    /// "NAME cannot be read as Mermaid, line 7: reason."
    Failure failAt(const TextCursor& cursor, qsizetype at, const QString& reason) const;
    /// Behind each statement, which began at `at`: fails when the import was cancelled, and when there are
    /// more nodes or links than can be read.
    Result<void> mayGoOn(const TextCursor& cursor, qsizetype at, const Nodes& nodes) const;
    Failure tooMany(const TextCursor& cursor, qsizetype at) const;
};

Result<void> readFlowchart(const Source& source, Diagram& diagram);
Result<void> readArchitecture(const Source& source, Diagram& diagram);
Result<void> readC4(const Source& source, Diagram& diagram);

/// What a diagram says of itself behind "title", "accTitle" or "accDescr" (`word`, behind which the cursor
/// stands): to the end of the line, or on several in braces. The title that is shown is the diagram's.
void readCaption(const QString& word, TextCursor& cursor, Diagram& diagram);

/// A label as it is to be read: Markdown between backticks, HTML, entities with # or &; names of icons within
/// it go to `hints`, its links to `besides`.
QString plainLabel(QStringView written, QStringList* hints = nullptr, markuptext::Besides* besides = nullptr);
/// "fill:#f9f,stroke:#333" by name, in lower case.
QHash<QString, QString> propertiesOf(QStringView written);
/// "#rrggbb" out of these, or nothing.
QString colourOf(const QHash<QString, QString>& properties);
/// What Graphviz calls a shape of Mermaid ("cyl" -> "cylinder"); empty: it says nothing.
QString shapeOf(const QString& name);
/// Whether what has such a shape, a text beside a brace, is a remark on the drawing.
bool isComment(const QString& name);
/// Whether such a shape says what any drawing's outlines say: it has brackets of its own, or is a text.
bool isUsualShape(const QString& name);

/// What a click on a node does: "id "address" "tooltip" _blank", "id href "address"", "id call name()", "id
/// name".
struct Click {
    QString id;
    QString link;
    QString tooltip;
    bool calls = false; ///< a function of the page
};
Click clickOf(QStringView written);

/// The nodes of a diagram by their ids.
class Nodes {
public:
    explicit Nodes(Diagram& diagram)
        : diagram_(diagram) {}
    /// The one with that id, made if there is none. `type` is that of a new one.
    Diagram::Node& find(const QString& id, Diagram::NodeType type = Diagram::NodeType::Block);
    Diagram::Node* known(const QString& id);
    bool tooMany() const;

private:
    Diagram& diagram_;
    QHash<QString, qsizetype> index_;
};

} // namespace groundplan::mermaid

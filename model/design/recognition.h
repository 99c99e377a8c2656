#pragma once

#include "model/design/catalogue.h"
#include "model/design/flow_drawn.h"
#include "model/design/label_words.h"
#include "model/design/not_taken.h"

#include <QStringList>

#include <optional>

namespace groundplan {

/// What the texts, shapes and lines of other programs' drawings mean. Made once for a file.
class Recognition {
public:
    /// `catalogue` must outlive this.
    explicit Recognition(const Catalogue& catalogue);

    /// What a drawing says about one box.
    struct Said {
        QStringList lines;  ///< of its label, none of them empty; at least one
        bool table = false; ///< the lines are fields or rows: apart from each other on purpose
        QString tooltip;
        QString shape;            ///< by Graphviz's name ("cylinder")
        QStringList hints = {};   ///< names of icons and classes ("aws4.dynamodb"), likeliest first
        qsizetype titleLines = 0; ///< so many of the lines stand above a rule; 0: there is none
    };
    /// Title, technology, description, kind, ml and path of a block: a product on a line of its own is its
    /// technology, and so is one beside a noun ("Kafka topic"), which the title keeps; breaks inside a short
    /// text are only there for the drawing, and what follows the first line of a long one, or a rule,
    /// describes. The icon of a product says the kind where the label's words say only a weak one. `whose` is
    /// what a sentence about a text that is too long calls the block.
    void read(const Said& said, const QString& whose, Block& block, NotTaken& notTaken) const;

    /// The usual technology that a line names and nothing else: "Kafka", "(Kafka)", "[kafka]"; empty: none.
    QString technologyIn(const QString& line) const;
    /// A line that names several, as it is written: "FastAPI + XGBoost"; empty: it does not, or says more.
    QString technologiesIn(const QString& line) const;
    /// Of the name of an icon, or of a class.
    QString technologyOfIcon(const QString& icon) const { return words_.technologyOfIcon(icon); }
    /// What such a label means; nullptr: nothing that is known.
    const Kind* kindOf(const QString& label) const { return words_.meaningOf(label).kind; }

    /// Told by the line, as our own DOT draws the flows for other programs; a plain thin line tells none.
    /// `width` in points.
    static std::optional<Flow> flowOf(LineLook look, double width);

    /// "#rrggbb", or nothing for black, white and the greys that programs set for everything, which tell no
    /// block from another.
    static QString visible(const QString& colour);
    /// Ids that programs number or hash say nothing: "node12", "Node000003", "a3f09c...".
    static bool isReadable(const QString& id);

private:
    void readTexts(const Said& said, const QString& whose, Block& block, NotTaken& notTaken) const;
    void takeTechnologyFromTitle(Block& block) const;
    void readMeaning(const Said& said, Block& block) const;

    const Catalogue& catalogue_;
    LabelWords words_;
};

} // namespace groundplan

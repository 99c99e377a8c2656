#pragma once

#include "model/design/catalogue.h"
#include "model/design/design.h"
#include "model/framework/phrases.h"

#include <QHash>

namespace groundplan {

/// What is said on a board by its author, word by word: notes, decisions, assumptions, fields of sheets,
/// cards and drawings with text, the task, labels, titles and descriptions. What was given or answered does
/// not count, nor does a title that is only what the block is anyway, nor a placeholder.
class BoardTexts {
public:
    BoardTexts(const Design& design, const Catalogue& catalogue);

    struct Text {
        ElementId subject; ///< none: the board
        SpokenText words;
    };
    const QList<Text>& all() const { return all_; }
    /// Of one block: also its technology, and the labels of its connections.
    QList<SpokenText> on(ElementId block) const { return onBlock_.value(block); }
    /// Whether somebody has written a note, a decision, a metric, a field or a description for it.
    bool isSpokenOf(ElementId element) const { return spokenOf_.contains(element); }

    /// The question, options, arguments and reason of a decision.
    static QString textOf(const Decision& decision, const Design& design);

private:
    void add(ElementId subject, const QString& text);
    /// The same of what somebody has written for that very element.
    void speakOf(ElementId subject, const QString& text);
    void addBlocks(const Design& design, const Catalogue& catalogue);

    QList<Text> all_;
    QHash<ElementId, QList<SpokenText>> onBlock_;
    QSet<ElementId> spokenOf_;
};

} // namespace groundplan

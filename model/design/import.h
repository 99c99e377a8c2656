#pragma once

#include "model/design/design.h"
#include "model/design/not_taken.h"

#include <QStringList>

#include <functional>

namespace groundplan {

/// What came out of a file of any format.
struct Import {
    Design design;           ///< of our own formats: equal to what was written, ids included; else: fresh ids
    bool ours = false;       ///< written by Groundplan, or by hand in one of its own formats
    bool positioned = false; ///< everything had a place, or Graphviz gave it one; else they stand in rows
    QStringList notTaken;    ///< what could not be taken over, in sentences that name it
    QStringList notTakenLines; ///< the same with a line for each thing, in bounds
    int notTakenItems = 0;     ///< how many things they speak of; at least one each
    QStringList told;          ///< what was done to it that lost nothing, in sentences

    /// All that the list says, in place of what is said.
    void say(const NotTaken& list) {
        notTaken = list.sentences();
        notTakenLines = list.lines();
        notTakenItems = list.items();
        told = list.told();
    }
    /// One thing more, before or behind the others.
    void sayFirst(const QString& sentence) { insertAt(0, sentence); }
    void sayLast(const QString& sentence) { insertAt(notTaken.size(), sentence); }

private:
    void insertAt(qsizetype at, const QString& sentence) {
        notTaken.insert(at, sentence);
        notTakenLines.insert(at == 0 ? 0 : notTakenLines.size(), sentence);
        ++notTakenItems;
    }
};

/// What a file does not say itself.
struct ImportContext {
    // Sizes in units, which only a program with fonts can measure; without them blocks get 176 x 64 points
    // and labels no room.
    std::function<Size(const Block&)> block; ///< at least block.rect's size: at which its title is whole
    std::function<Size(const QString&)> label;
    Assets pictures = {}; ///< bytes that stand in files beside the text, see text_form.h
    /// The bytes of a picture's file that is neither PNG nor JPEG, which are taken as they are, as a document
    /// keeps it: one of these; empty: it cannot be. Without it there are no others.
    std::function<QByteArray(const QByteArray& file)> picture = {};
    // Of what another program has drawn. Without them blocks that are drawn too small grow to what `block`
    // says, and cards and texts stay as they are.
    std::function<Size(const Block&)> leastBlock = {}; ///< at least its rect's size: at which it says all
    std::function<Size(const Card&)> card = {};        ///< of its width or wider: at which its text is seen
    /// A free text whose lines are at most `widest`, but for words that are wider.
    std::function<Size(const Shape&, Coord widest)> text = {};
};

} // namespace groundplan

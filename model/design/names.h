#pragma once

#include "model/design/design.h"

namespace groundplan {

/// A readable slug of a title for DOT, text and the command line: lower-case letters (with their marks) and
/// digits of any script, runs of anything else become one underscore ("Feature store" -> "feature_store");
/// never empty ("block"), never longer than 48 characters, never beginning with a digit.
QString slugOf(const QString& title);

/// Whether `name` could have come from slugOf() or uniqueName(): what the validator asks of every name.
/// Lower-case letters, marks, digits and underscores, at most 64 characters, the first one a letter.
bool isSlug(const QString& name);

/// The slug of `title`, with the smallest free number appended when it is taken ("ranker", "ranker_2", ...).
/// `taken` are the names in use; the result is not added to it.
QString uniqueName(const QString& title, const QSet<QString>& taken);

/// Gives out unique names one after the other: each call equals uniqueName() with the names taken so far, in
/// constant time however often the same title comes (an import of 10,000 blocks called "Model").
class NameGiver {
public:
    explicit NameGiver(QSet<QString> taken)
        : taken_(std::move(taken)) {}
    QString take(const QString& title);

private:
    QSet<QString> taken_;
    QHash<QString, qint64> next_; ///< by slug: the smallest number that may be free
};

/// Names of all blocks and frames, but for those of `except`.
QSet<QString> namesIn(const Design& design, const QSet<ElementId>& except = {});

} // namespace groundplan

#pragma once

#include "model/design/rows.h"

#include <QStringList>

namespace groundplan {

// The words of the enumerations as a user reads them, translated.
QString textOf(Flow flow); ///< lower case: "model artifact"
QString textOf(Direction direction);
QString textOf(NoteKind kind);
QString textOf(MetricKind kind);
QString textOf(Goal goal);
QString textOf(Source source);
QString textOf(CardKind kind);
QString textOf(StrokeTool tool);
QString textOf(ShapeKind kind);

/// With a capital, for a list of choices.
QString capitalised(const QString& text);

/// All of them, in the order of the values.
template <class Enum>
QStringList textsOf() {
    QStringList texts;
    for (std::size_t i = 0; i < wordCount<Enum>(); ++i)
        texts.append(textOf(Enum(i)));
    return texts;
}

} // namespace groundplan

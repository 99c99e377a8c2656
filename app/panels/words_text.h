#pragma once

#include "model/design/rows.h"

#include <QStringList>

namespace groundplan {

// The words of the enumerations as a user reads them, translated; in the order of the values.
QString textOf(Flow flow);
QString textOf(Direction direction);
QString textOf(NoteKind kind);
QString textOf(MetricKind kind);
QString textOf(Goal goal);
QString textOf(Source source);
QString textOf(CardKind kind);

template <class Enum>
QStringList textsOf() {
    QStringList texts;
    for (std::size_t i = 0; i < wordCount<Enum>(); ++i)
        texts.append(textOf(Enum(i)));
    return texts;
}

} // namespace groundplan

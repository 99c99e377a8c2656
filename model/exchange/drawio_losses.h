#pragma once

#include "model/design/not_taken.h"

namespace groundplan::drawio {

/// What of a draw.io file has no place in a design, named by what it stands on (CellNames), over all pages.
class Losses {
public:
    void hiddenLayer(const QString& layer);
    /// A shape or connector that is not seen; `layer` is the hidden one that it lies on, or empty.
    void hidden(const QString& name, const QString& text, const QString& layer);
    void layers(const QStringList& names);
    void circle(const QString& name);
    void wrongNumbers(const QString& name);
    void turned(const QString& name);
    void seeThrough(const QString& name);
    void figure(const QString& name);
    void ornament(const QString& whose);
    void blockPicture(const QString& whose);
    /// One or more within a text.
    void labelPicture(const QString& whose);
    void farPicture(const QString& name, const QString& address);
    void pageLink(const QString& name, const QString& link);
    void pageColour(const QString& page, const QString& colour);
    void endMarks(const QString& connector, const QString& marks);
    void endless(const QString& connector, bool atConnector);
    /// A connector with an end at something hidden.
    void hiddenEnd(const QString& connector);

    void connectionColour(const QString& connector);
    /// What hangs on something and is kept, though its tooltip was typed anew.
    void hung(const QString& whose);
    /// An attribute with a value that says nothing.
    void attribute(const QString& whose, const QString& attribute);

    NotTaken notTaken;
};

} // namespace groundplan::drawio

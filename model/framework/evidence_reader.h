#pragma once

#include "model/design/template_reader.h"
#include "model/framework/evidence.h"

namespace groundplan {

/// A name in a template that is looked up when everything is read, and where it stands.
struct NamedElsewhere {
    EvidenceKind kind; ///< Link: a kind or a group
    QString name;
    QString path;
    QString what;
    QStringList values = {}; ///< choices of the field
    bool technology = false; ///< Block: not a kind, but what one is made with
};

/// Reads the list of evidence under a key of what `reader` has entered. What is wrong with an entry is said
/// with its place, and it is left out; the names it gives are appended to `named`.
QList<Evidence> readEvidence(TemplateReader& reader, const QString& what, QStringList& problems,
                             QList<NamedElsewhere>& named);

} // namespace groundplan

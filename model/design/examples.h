#pragma once

#include "model/design/local_text.h"

#include <QList>

namespace groundplan {

/// A design that comes with the program: File > New from example, `groundplan-cli new --example NAME`.
struct Example {
    QString name; ///< "video-recommendation": the file's name without its ending
    LocalText title;
    LocalText description; ///< one line
    QString path;          ///< a DOT file that exists
};

/// The examples of a folder (templatesFolder("designs")): its *.dot in the order of index.json, which has
/// their titles and descriptions; those it does not name come last, called by their file names. What is wrong
/// is said in `problems`, one sentence each; the rest still loads.
QList<Example> loadExamples(const QString& folder, QStringList* problems = nullptr);

} // namespace groundplan

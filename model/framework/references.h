#pragma once

#include "model/framework/templates.h"

namespace groundplan {

/// A design that answers a practice case well, shown to those who have tried it.
struct ReferenceDesign {
    const PracticeCase* practice = nullptr; ///< of the templates, which outlive it
    QString name;                           ///< "churn": the file's name without its ending
    QString path;                           ///< a DOT file that exists
    int number = 0;                         ///< from 1 where the case has several

    /// "Customer churn (reference)": the title of the board that it becomes.
    QString title(const QString& language) const;
};

QList<ReferenceDesign> referencesOf(const PracticeCase& practice);
/// Those of all cases, in the order of the cases.
QList<ReferenceDesign> allReferences(const Templates& templates);

} // namespace groundplan

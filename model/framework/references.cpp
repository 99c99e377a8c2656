#include "model/framework/references.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace groundplan {

QString ReferenceDesign::title(const QString& language) const {
    const QString title = practice->title.in(language);
    return number > 0 ? QCoreApplication::translate("References", "%1 (reference %2)").arg(title).arg(number)
                      : QCoreApplication::translate("References", "%1 (reference)").arg(title);
}

QList<ReferenceDesign> referencesOf(const PracticeCase& practice) {
    QList<ReferenceDesign> designs;
    for (const QString& path : practice.references) {
        const int number = practice.references.size() > 1 ? int(designs.size()) + 1 : 0;
        designs.append({&practice, QFileInfo(path).completeBaseName(), path, number});
    }
    return designs;
}

QList<ReferenceDesign> allReferences(const Templates& templates) {
    QList<ReferenceDesign> designs;
    for (const PracticeCase& practice : templates.cases())
        designs += referencesOf(practice);
    return designs;
}

} // namespace groundplan

#include "app/report/paper.h"

using namespace Qt::StringLiterals;

namespace groundplan::report {

std::optional<Paper> paperNamed(const QString& name) {
    for (const Paper paper : {Paper::A4, Paper::Letter}) {
        if (name.compare(nameOf(paper), Qt::CaseInsensitive) == 0)
            return paper;
    }
    return std::nullopt;
}

QString nameOf(Paper paper) {
    return paper == Paper::A4 ? u"a4"_s : u"letter"_s;
}

QList<QSizeF> seriesOf(Paper paper) {
    if (paper == Paper::A4) // down to A0; 72 points are 25.4 mm
        return {{595.276, 841.89},
                {841.89, 1190.551},
                {1190.551, 1683.78},
                {1683.78, 2383.937},
                {2383.937, 3370.394}};
    return {{612, 792}, {792, 1224}, {1224, 1584}, {1584, 2448}, {2448, 3168}};
}

} // namespace groundplan::report

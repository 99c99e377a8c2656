#include "model/framework/whole_seconds.h"

using namespace Qt::StringLiterals;

namespace groundplan {

QString spanText(qint64 ms) {
    return u"%1:%2"_s.arg(ms / 60'000).arg(ms / 1'000 % 60, 2, 10, QLatin1Char('0'));
}

} // namespace groundplan

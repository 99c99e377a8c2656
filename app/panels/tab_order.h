#pragma once

class QWidget;

namespace groundplan {

/// Fields come and go, so the keyboard goes by where they stand, not by when they were made: the Tab key leads
/// from `panel` through what is visible in `content`, line by line.
void orderTabsByPlace(QWidget& panel, QWidget& content);

} // namespace groundplan

#pragma once

#include <QByteArray>

namespace groundplan {

/// The JSON of a text that has it between ```json and ```, as assistants answer: all else is blank, so that
/// lines keep their numbers. A text without such a block stays as it is. Takes time that grows with the text.
QByteArray unfencedJson(const QByteArray& text);

/// Whether somebody who has such a text means a design: JSON with lists of blocks or frames, within other
/// words or without; or JSON and nothing else, whatever it holds.
bool isLikeJson(const QByteArray& text);

} // namespace groundplan

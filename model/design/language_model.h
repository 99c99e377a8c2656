#pragma once

#include <QString>

namespace groundplan {

/// The name of a large model with its version, as it is written in a text: "GPT-4o mini", "Claude 3.5
/// Sonnet", "Llama 3.1 70B". Versions come faster than a catalogue of them; another one is another model.
/// Empty: the text names none.
QString languageModelIn(const QString& text);

} // namespace groundplan

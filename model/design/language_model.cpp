#include "model/design/language_model.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace groundplan {

QString languageModelIn(const QString& text) {
    // A family, then at least one version, size or tier. Nothing is tried twice, however long the text.
    static const QRegularExpression name(
        uR"((?<![\w-])(?:(?:GPT|Claude|Gemini|Gemma|(?:Code ?)?Llama|Mistral|Mixtral|Qwen|DeepSeek|Phi|Grok|text-embedding)(?:[- ]?v?\d\w*+(?:\.\d\w*+)*+|[- ](?:Opus|Sonnet|Haiku|Flash|Pro|Ultra|Nano|Small|Medium|Large|R1|ada)(?!\w))|o\d(?=-))(?:[- ](?:v?\d\w*+(?:\.\d\w*+)*+|(?:mini|nano|micro|turbo|preview|pro|ultra|lite|flash|opus|sonnet|haiku|instruct|chat|vision|small|medium|large|coder|scout|maverick|it|R1|ada)(?!\w)))*+)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString found = name.match(text.left(200)).captured();
    return found.size() > 2 ? found : QString(); // "o1" alone is anything
}

} // namespace groundplan

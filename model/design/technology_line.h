#pragma once

#include "model/design/label_words.h"

namespace groundplan {

/// A line below a title that says what a block is made with and nothing else, in more than one word for it:
/// "FastAPI + XGBoost", "S3, Parquet", "vLLM on A100". At least one of its parts is a product; without any
/// sign between them all parts are products or machines.
bool isTechnologyLine(const LabelWords& words, const QString& line);

/// "16×A100", "8 GPUs", "H100".
bool namesMachines(const QString& line);

} // namespace groundplan

#pragma once

#include <cstddef>
#include <string>

namespace groundplan {

/// What groundplan-unpack answers to a PDF file (unpack_answer.h): the document attached to it, or why
/// there is none: one of more than `most` bytes is too large, one of more than `honest` a bomb. Never throws.
/// qpdf sets no bounds on time and memory: these are the caller's.
std::string unpackPdf(const std::string& file, std::size_t most, std::size_t honest);

} // namespace groundplan

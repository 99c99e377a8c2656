#pragma once

#include "model/design/error.h"
#include "model/exchange/unpack_answer.h"

#include <QByteArray>
#include <QString>

#include <atomic>
#include <optional>

namespace groundplan {

// A whole document (documentBytes(), the bytes of a .gplan file) travels inside of what is exported: as an
// attachment "design.gplan" of a PDF, as the text "Groundplan" of a PNG, as an element of an SVG's metadata.
// In PNG and SVG it is packSource() in Base64: `base64 -d | pigz -dz` gives the document, too.

inline constexpr auto kSourceAttachment = "design.gplan";
inline constexpr auto kSourceKeyword = "Groundplan";              ///< of the PNG's text chunk
inline constexpr auto kSourceNamespace = "urn:groundplan:source"; ///< of the SVG's element "source"

/// Why a document of that size cannot travel (nothing could read it back); nothing: it can.
Result<void> checkSource(const QByteArray& document);

/// The document as zlib packs it: the same bytes for the same bytes. Any thread.
QByteArray packSource(const QByteArray& document);

/// An element for the `<metadata>` of an SVG file. Any thread.
QByteArray sourceMetadata(const QByteArray& document);

enum class SourceCarrier { Pdf, Svg, Png };

/// The document that the file carries, as bytes that nobody has checked: they are to be opened as any file
/// from a stranger. Nothing: it carries none. Fails with one sentence, which begins with `sourceName`, on
/// a file that is damaged, too large or out of all proportion. A PDF is read in a helper process
/// (groundplan-unpack), up to `timeoutMs` or until `cancelled` becomes true; any thread.
Result<std::optional<QByteArray>> embeddedSource(const QByteArray& file, SourceCarrier carrier,
                                                 const QString& sourceName, int timeoutMs = 30'000,
                                                 const std::atomic<bool>* cancelled = nullptr);

} // namespace groundplan

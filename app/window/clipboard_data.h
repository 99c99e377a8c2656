#pragma once

#include "app/render/design_import.h"
#include "model/design/catalogue.h"
#include "model/design/design.h"

#include <QMimeData>

#include <optional>

namespace groundplan {

inline constexpr auto kDotMimeType = "text/vnd.graphviz";
inline constexpr auto kSvgMimeType = "image/svg+xml";
inline constexpr auto kPngMimeType = "image/png";

/// A part of a design on the clipboard, in every form at once: the document's own, SVG, PNG, DOT and the
/// captions as text. Each is made when somebody asks for it, so that copying costs nothing.
class ClipboardData : public QMimeData {
    Q_OBJECT
public:
    /// `part`: a valid design of its own (selectionOf()).
    ClipboardData(const Design& part, const Catalogue& catalogue);

    QStringList formats() const override;
    bool hasFormat(const QString& format) const override;

protected:
    QVariant retrieveData(const QString& format, QMetaType type) const override;

private:
    QByteArray bytesAs(const QString& format) const;

    const Design part_;
    const Catalogue catalogue_; ///< the clipboard may outlive the window
    mutable QHash<QString, QByteArray> made_;
};

/// What another program has copied that is more than a text.
struct CopiedDiagram {
    QByteArray text;
    std::optional<ImportFormat> format; ///< none: of a language that is known, and not read
    QString name;                       ///< for sentences: "The DOT on the clipboard"
    bool orText = false;                ///< what cannot be read of it is pasted as the text that it is
};

/// The diagram that lies in `data`, as DOT of ours or as a text that begins like DOT, Mermaid, draw.io or
/// Excalidraw, as the languages of other diagrams, or is JSON; nothing when there is none. No sentence that
/// somebody writes begins so.
std::optional<CopiedDiagram> diagramIn(const QMimeData& data);

} // namespace groundplan

#pragma once

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

/// DOT that lies in `data`, as such or as a text that begins like DOT; nothing when there is none.
std::optional<QByteArray> dotOf(const QMimeData& data);

} // namespace groundplan

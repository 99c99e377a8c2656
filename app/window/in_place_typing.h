#pragma once

#include "model/document/document.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace groundplan {

class BoardController;

/// Keeps what is typed into the in-place editor: written within a second while it lasts, all of it one edit.
/// Abandoned, the text is again what it was, and no edit is left.
class InPlaceTyping : public QObject {
    Q_OBJECT
public:
    /// Within this many milliseconds of a key its text is in the file (design.md 3 allows a second).
    static constexpr int kCommitWithin = 700;

    explicit InPlaceTyping(BoardController& board);

    void begin(ElementId id);
    void edited(const QString& text);
    /// Whether there was nothing to write or it is written.
    bool committed(const QString& text);
    void abandoned();

private:
    bool write();
    bool outgrown() const;
    bool writeShape(const QString& typed);
    void end();

    BoardController& board_;
    QTimer timer_;
    ElementId id_;
    Design start_; ///< as it was when typing began
    /// The row as it was when typing began; what has been typed meanwhile counts from there, so that a name
    /// follows the title as finished, not its first letters.
    std::optional<Block> block_;
    std::optional<Frame> frame_;
    std::optional<Connection> connection_;
    std::optional<Card> card_;
    std::optional<QString> task_;
    std::optional<Shape> shape_;
    QString before_;
    QString typed_;
    bool written_ = false;
    bool finished_ = false; ///< what is written now is the last
};

} // namespace groundplan

#pragma once

#include "model/design/error.h"

#include <QString>
#include <QStringView>

#include <algorithm>
#include <optional>

namespace groundplan {

/// A place in a text that a reader goes through once.
class TextCursor {
public:
    explicit TextCursor(QStringView text)
        : text_(text) {}

    bool atEnd() const { return at_ >= text_.size(); }
    qsizetype at() const { return at_; }
    void setAt(qsizetype at) { at_ = std::min(at, text_.size()); }
    /// The character `ahead` of here; null behind the end.
    QChar peek(qsizetype ahead = 0) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : QChar();
    }
    QChar take() { return at_ < text_.size() ? text_[at_++] : QChar(); }
    void skip(qsizetype count = 1) { setAt(at_ + count); }
    bool startsWith(QStringView word) const { return text_.sliced(at_).startsWith(word); }
    /// Skips `word` if it comes next.
    bool takeIf(QStringView word) {
        if (!startsWith(word))
            return false;
        at_ += word.size();
        return true;
    }
    /// Blanks and tabs.
    void skipBlanks() {
        while (peek() == u' ' || peek() == u'\t' || peek() == u'\r' || peek() == QChar::Nbsp)
            ++at_;
    }
    void skipSpace() {
        while (!atEnd() && text_[at_].isSpace())
            ++at_;
    }
    bool atLineEnd() const { return atEnd() || text_[at_] == u'\n'; }
    /// What is left of the line; the cursor stands at its end.
    QStringView takeLine() {
        const qsizetype from = at_;
        while (!atLineEnd())
            ++at_;
        return text_.sliced(from, at_ - from);
    }
    template <class Fits>
    QStringView takeWhile(Fits fits) {
        const qsizetype from = at_;
        while (!atEnd() && fits(text_[at_]))
            ++at_;
        return text_.sliced(from, at_ - from);
    }
    /// What comes before `end`, which is skipped; nothing, with the cursor where it was, when there is no
    /// such end.
    std::optional<QStringView> takeUntil(QStringView end) {
        const qsizetype stop = text_.indexOf(end, at_);
        if (stop < 0)
            return std::nullopt;
        const QStringView found = text_.sliced(at_, stop - at_);
        at_ = stop + end.size();
        return found;
    }
    /// The beginning of what stands at `at`, for sentences.
    QString near(qsizetype at) const {
        constexpr qsizetype kShown = 30;
        const QStringView rest = text_.sliced(at, std::min(kShown, text_.size() - at));
        const qsizetype line = rest.indexOf(u'\n');
        return rest.first(line < 0 ? rest.size() : line).trimmed().toString();
    }
    QStringView text() const { return text_; }
    /// From 1. Counts: for sentences only.
    qsizetype lineAt(qsizetype at) const { return text_.first(std::min(at, text_.size())).count(u'\n') + 1; }

private:
    QStringView text_;
    qsizetype at_ = 0;
};

} // namespace groundplan

#pragma once

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace groundplan {

/// What could not be taken over, one sentence each; of a hostile file's hundred thousand only the first.
class NotTaken {
public:
    void add(const QString& sentence) {
        constexpr qsizetype kMost = 100;
        if (sentences_.size() < kMost)
            sentences_ << sentence.simplified(); // they quote the file, which may have lines
        else
            ++more_;
    }
    /// At most `longest` characters of a text of `whose`; says so when some are lost.
    QString clipped(const QString& text, qsizetype longest, const QString& whose) {
        if (text.size() <= longest)
            return text;
        add(QCoreApplication::translate("Dot",
                                        "A text of %1 is longer than %2 characters; the rest was left out.")
                .arg(whose, QLocale().toString(longest)));
        const bool splits = text[longest - 1].isHighSurrogate();
        return text.left(splits ? longest - 1 : longest);
    }
    QStringList sentences() const {
        QStringList all = sentences_;
        if (more_ > 0) {
            all << QCoreApplication::translate("Dot", "%n more thing(s) could not be taken over.", nullptr,
                                               more_);
        }
        return all;
    }

private:
    QStringList sentences_;
    int more_ = 0;
};

} // namespace groundplan

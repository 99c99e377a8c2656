#include "app/cli/console.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>

namespace groundplan::cli {
namespace {

/// A terminal may take them for commands, or show what follows in another order.
bool mayHarmTerminal(QChar c) {
    const char16_t code = c.unicode();
    return c.category() == QChar::Other_Control || (code >= 0x202A && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069);
}

/// Places of a terminal that a character takes: two for those of East Asia and for emoji, none for a mark
/// upon the one before. (wcwidth() knows them only where the locale does.)
int placesOf(char32_t letter) {
    struct Range {
        char32_t first, last;
    };
    constexpr std::array kWide{Range{0x1100, 0x115F},   Range{0x2E80, 0x303E},   Range{0x3041, 0x4DBF},
                               Range{0x4E00, 0xA4CF},   Range{0xA960, 0xA97C},   Range{0xAC00, 0xD7A3},
                               Range{0xF900, 0xFAFF},   Range{0xFE30, 0xFE6F},   Range{0xFF01, 0xFF60},
                               Range{0xFFE0, 0xFFE6},   Range{0x1F300, 0x1F64F}, Range{0x1F680, 0x1F6FF},
                               Range{0x1F900, 0x1F9FF}, Range{0x20000, 0x3FFFD}};
    const QChar::Category category = QChar::category(letter);
    if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing ||
        category == QChar::Other_Format)
        return 0;
    return std::any_of(kWide.begin(), kWide.end(),
                       [letter](const Range& each) { return letter >= each.first && letter <= each.last; })
               ? 2
               : 1;
}

qsizetype placesOf(const QString& text) {
    qsizetype places = 0;
    for (const char32_t letter : text.toUcs4())
        places += placesOf(letter);
    return places;
}

} // namespace

QStringList inColumns(const QList<QStringList>& rows) {
    QList<qsizetype> widths;
    for (const QStringList& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (qsizetype i = 0; i + 1 < row.size(); ++i)
            widths[i] = std::max(widths.at(i), placesOf(row.at(i)));
    }
    QStringList lines;
    for (const QStringList& row : rows) {
        QString line;
        for (qsizetype i = 0; i + 1 < row.size(); ++i)
            line += row.at(i) + QString(widths.at(i) + 2 - placesOf(row.at(i)), u' ');
        lines += line + row.value(row.size() - 1);
    }
    return lines;
}

QString plain(const QString& text) {
    QString line = text.simplified();
    line.removeIf(mayHarmTerminal);
    return line;
}

QString plain(const LocalText& text) {
    return plain(text.in(QStringLiteral("en")));
}

void Console::line(const QString& text) {
    QString clean = text;
    clean.removeIf(mayHarmTerminal);
    while (clean.endsWith(u' '))
        clean.chop(1);
    bytes(clean.toUtf8() + '\n');
}

void Console::bytes(const QByteArray& bytes) {
    wroteAll(std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout) == size_t(bytes.size()));
}

void Console::wroteAll(bool all) {
    if (!all && !(mayLeave_ && errno == EPIPE))
        failed_ = true;
}

void Console::letReaderLeave() {
    mayLeave_ = true;
    std::signal(SIGPIPE, SIG_IGN);
}

void Console::complain(const QString& sentence) {
    const QByteArray text = "groundplan-cli: " + plain(sentence).toUtf8() + '\n';
    std::fwrite(text.constData(), 1, size_t(text.size()), stderr);
}

Result<void> Console::flush() {
    wroteAll(std::fflush(stdout) == 0);
    if (failed_) {
        return fail(ErrorCode::NotWritten,
                    QCoreApplication::translate("Cli", "Standard output could not be written: "
                                                       "the disk is full or it is closed."));
    }
    return {};
}

} // namespace groundplan::cli

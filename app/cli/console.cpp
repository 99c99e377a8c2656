#include "app/cli/console.h"

#include <QCoreApplication>

#include <algorithm>

namespace groundplan::cli {
namespace {

/// A terminal may take them for commands, or show what follows in another order.
bool mayHarmTerminal(QChar c) {
    const char16_t code = c.unicode();
    return c.category() == QChar::Other_Control || (code >= 0x202A && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069);
}

} // namespace

QStringList inColumns(const QList<QStringList>& rows) {
    QList<qsizetype> widths;
    for (const QStringList& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (qsizetype i = 0; i + 1 < row.size(); ++i)
            widths[i] = std::max(widths.at(i), row.at(i).size());
    }
    QStringList lines;
    for (const QStringList& row : rows) {
        QString line;
        for (qsizetype i = 0; i + 1 < row.size(); ++i)
            line += row.at(i).leftJustified(widths.at(i) + 2);
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
    if (std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout) != size_t(bytes.size()))
        failed_ = true;
}

void Console::complain(const QString& sentence) {
    const QByteArray text = "groundplan-cli: " + plain(sentence).toUtf8() + '\n';
    std::fwrite(text.constData(), 1, size_t(text.size()), stderr);
}

Result<void> Console::flush() {
    if (std::fflush(stdout) != 0)
        failed_ = true;
    if (failed_) {
        return fail(ErrorCode::NotWritten,
                    QCoreApplication::translate("Cli", "Standard output could not be written: "
                                                       "the disk is full or it is closed."));
    }
    return {};
}

} // namespace groundplan::cli

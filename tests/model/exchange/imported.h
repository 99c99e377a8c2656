#pragma once

#include "model/design/import.h"

#include <QDir>
#include <QFile>
#include <QStringList>
#include <QTest>

/// A design in words, for tests of readers.
namespace groundplan::imported {

inline QString inFrame(const Design& design, ElementId id) {
    const ElementId parent = design.elements.find(id)->parent;
    return parent ? QStringLiteral(" in ") + design.captionOf(parent) : QString();
}
/// "title (kind, technology) in frame", sorted.
inline QStringList blocksOf(const Design& design) {
    QStringList list;
    for (const Block& block : design.blocks) {
        const QString technology = block.technology.isEmpty() || block.technology == block.title
                                       ? QString()
                                       : QStringLiteral(", ") + block.technology;
        list << block.title + QStringLiteral(" (") + block.kind + technology + QLatin1Char(')') +
                    inFrame(design, block.id);
    }
    list.sort();
    return list;
}
/// "source -> target: label [flow]", with <-> and -- for the other directions, sorted.
inline QStringList connectionsOf(const Design& design, bool flows = false) {
    QStringList list;
    for (const Connection& connection : design.connections) {
        const QString arrow = connection.direction == Direction::Forward ? QStringLiteral(" -> ")
                              : connection.direction == Direction::Both  ? QStringLiteral(" <-> ")
                                                                         : QStringLiteral(" -- ");
        list << design.captionOf(connection.source) + arrow + design.captionOf(connection.target) +
                    (connection.label.isEmpty() ? QString() : QStringLiteral(": ") + connection.label) +
                    (flows ? QStringLiteral(" [") + wordOf(connection.flow) + QLatin1Char(']') : QString());
    }
    list.sort();
    return list;
}
/// "title in frame", sorted.
inline QStringList framesOf(const Design& design) {
    QStringList list;
    for (const Frame& frame : design.frames)
        list << frame.title + inFrame(design, frame.id);
    list.sort();
    return list;
}
/// "text in frame", sorted, each on one line.
inline QStringList stickiesOf(const Design& design) {
    QStringList list;
    for (const Card& card : design.cards)
        list << card.text.simplified() + inFrame(design, card.id);
    list.sort();
    return list;
}
/// All of it: title, blocks, connections with their flows, frames, and what was not taken over.
inline QStringList wordsOf(const Import& import) {
    QStringList words{QStringLiteral("title: ") + import.design.board.title};
    const auto add = [&words](const QString& heading, const QStringList& lines) {
        words << QString() << heading << lines;
    };
    add(QStringLiteral("blocks"), blocksOf(import.design));
    add(QStringLiteral("connections"), connectionsOf(import.design, true));
    add(QStringLiteral("frames"), framesOf(import.design));
    if (!import.design.cards.isEmpty())
        add(QStringLiteral("stickies"), stickiesOf(import.design));
    add(QStringLiteral("not taken over"), import.notTaken);
    return words << QString();
}
/// nullptr: there is none.
inline const Block* blockCalled(const Design& design, const QString& title) {
    for (const Block& block : design.blocks) {
        if (block.title == title)
            return design.blocks.find(block.id);
    }
    return nullptr;
}
inline const Frame* frameCalled(const Design& design, const QString& title) {
    for (const Frame& frame : design.frames) {
        if (frame.title == title)
            return design.frames.find(frame.id);
    }
    return nullptr;
}

/// A row of test data for each file of a folder, whose "words" is the file that says what becomes of it.
inline void addFilesWithWords(const QString& folder) {
    QTest::addColumn<QString>("words");
    const QDir files(folder);
    for (const QString& name : files.entryList(QDir::Files, QDir::Name)) {
        if (!name.endsWith(QLatin1String(".words")))
            QTest::newRow(qPrintable(name)) << files.filePath(name + QStringLiteral(".words"));
    }
}
inline void compareWithWords(const Import& import, const QString& words) {
    QVERIFY(import.positioned);
    QFile expected(words);
    const QStringList found = wordsOf(import);
    if (qEnvironmentVariableIsSet("WRITE_GOLDEN") && expected.open(QIODevice::WriteOnly)) {
        expected.write(found.join(QLatin1Char('\n')).toUtf8());
        expected.close();
    }
    QVERIFY2(expected.open(QIODevice::ReadOnly),
             qPrintable(words + QStringLiteral(" is missing:\n") + found.join(QLatin1Char('\n'))));
    QCOMPARE(found, QString::fromUtf8(expected.readAll()).split(QLatin1Char('\n')));
}

} // namespace groundplan::imported

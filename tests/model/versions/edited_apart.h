#pragma once

#include "model/document/document.h"
#include "model/operations/operations.h"
#include "tests/reliability/database.h"
#include "tests/reliability/random_edits.h"
#include "tests/sample_design.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace groundplan {

/// A design and what two people made of copies of it.
struct EditedApart {
    Design base;
    Design ours;
    Design theirs;
};

/// One row of every sort on the board.
inline Design sampleDesign() {
    const QTemporaryDir folder(temporaryTemplate());
    const auto document = Document::create(folder.filePath(QStringLiteral("sample.gplan")));
    if (!document)
        qFatal("%s", qPrintable(document.error().sentence));
    const auto done = (*document)->edit({"paste", {QStringLiteral("1")}}, [](Editor& editor) -> Result<void> {
        sample::putOneOfEach(editor);
        return {};
    });
    if (!done)
        qFatal("%s", qPrintable(done.error().sentence));
    return (*document)->design();
}

/// `apart` random gestures on each of two copies of a board of `before` gestures; the same for the same seed.
inline EditedApart editedApart(quint64 seed, int before, int apart) {
    idGenerator().seed(quint32(seed));
    const QTemporaryDir folder(temporaryTemplate());
    const auto make = [&](const QString& name) {
        auto document = Document::create(folder.filePath(name));
        if (!document)
            qFatal("%s", qPrintable(document.error().sentence));
        return std::move(*document);
    };
    const auto run = [](Document& document, RandomEdits& edits, int count) {
        for (int i = 0; i < count; ++i) {
            if (const auto done = edits.edit(document); !done)
                qFatal("%s", qPrintable(done.error().sentence));
        }
        return document.design();
    };
    EditedApart made;
    const auto base = make(QStringLiteral("base.gplan"));
    RandomEdits first(seed);
    made.base = run(*base, first, before);
    for (const bool us : {true, false}) {
        const QString path =
            folder.filePath(us ? QStringLiteral("ours.gplan") : QStringLiteral("theirs.gplan"));
        if (const auto copied = base->saveCopy(path, false); !copied)
            qFatal("%s", qPrintable(copied.error().sentence));
        const auto copy = Document::open(path, Document::Use::Window);
        if (!copy)
            qFatal("%s", qPrintable(copy.error().sentence));
        RandomEdits edits(seed * 2 + (us ? 1'000'001 : 2'000'003));
        (us ? made.ours : made.theirs) = run(**copy, edits, apart);
    }
    return made;
}

/// A row of test data for each seed from 1 to `count`.
inline void addSeeds(quint64 count) {
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= count; ++seed)
        QTest::addRow("seed %llu", static_cast<unsigned long long>(seed)) << seed;
}

} // namespace groundplan

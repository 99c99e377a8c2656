#pragma once

#include "model/design/catalogue.h"
#include "model/design/validate.h"
#include "model/document/document.h"
#include "model/operations/kept_index.h"
#include "model/operations/operations.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

namespace groundplan::test {

inline Kind makeKind(const QString& name, const QString& title, bool ml = false, Path path = Path::Unset) {
    Kind kind;
    kind.name = name;
    kind.title = LocalText({{QStringLiteral("en"), title}});
    kind.ml = ml;
    kind.path = path;
    return kind;
}

inline Rect rectInPoints(double x, double y, double w, double h) {
    return {units(x), units(y), units(w), units(h)};
}

/// Why a stored route does not fit its connection: it begins and ends on the borders of its ends. Empty: all
/// fit.
inline QString looseRoutes(const Design& design) {
    for (const Connection* connection : design.connections.sorted()) {
        const QList<Point> path = design.routeOf(*connection);
        const auto onBorder = [&](ElementId end, Point p) {
            const Rect rect = *design.rectOf(end);
            return rect.contains(p) && !rect.grown(-1).contains(p);
        };
        if (path.size() < 2)
            return QStringLiteral("connection %1 is not routed").arg(connection->id.value());
        if (!onBorder(connection->source, path.first()) || !onBorder(connection->target, path.last()))
            return QStringLiteral("the route of connection %1 does not meet its ends")
                .arg(connection->id.value());
    }
    return {};
}

/// Where test documents lie: in memory where the system has such a folder, since what is tested here is not
/// the disk.
inline QString folderTemplate() {
    const QString memory = QStringLiteral("/dev/shm");
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) +
           QStringLiteral("/groundplan-XXXXXX");
}

/// A document of its own and operations on it; after each one the design must be sound and every route in
/// place.
class Workbench {
public:
    Workbench() {
        auto created =
            Document::create(folder_.filePath(QStringLiteral("test.gplan")), Document::Use::CommandLine);
        if (!created)
            qFatal("%s", qPrintable(created.error().sentence));
        document_ = std::move(*created);
    }
    const Design& design() const { return document_->design(); }
    Document& document() { return *document_; }

    /// Carries it out as one edit.
    Result<void> run(const EditFunction& function) {
        const auto done = document_->edit({"move", {QStringLiteral("1")}}, function);
        const QStringList wrong = validate(design());
        if (!wrong.isEmpty())
            qFatal("%s", qPrintable(wrong.first()));
        const QString loose = looseRoutes(design());
        if (!loose.isEmpty())
            qFatal("%s", qPrintable(loose));
        if (++runs_ % 3 == 0 && !(routingIndexOf(*document_) == RoutingIndex(design())))
            qFatal("the kept index shows another design");
        return done;
    }
    /// The same for an operation that makes something; a failure ends the test.
    template <class Value>
    Value make(const std::function<Result<Value>(Editor&)>& function) {
        Value made{};
        const auto done = run([&](Editor& editor) -> Result<void> {
            const auto result = function(editor);
            if (!result)
                return Failure(result.error());
            made = *result;
            return {};
        });
        if (!done)
            qFatal("%s", qPrintable(done.error().sentence));
        return made;
    }

    ElementId block(double x, double y, const QString& title = QStringLiteral("Model")) {
        return make<ElementId>([&](Editor& editor) {
            return addBlock(editor, makeKind(QStringLiteral("model"), title), {units(x), units(y)},
                            QStringLiteral("en"));
        });
    }
    ElementId frame(double x, double y, double w, double h, const QString& title = QStringLiteral("Frame")) {
        return make<ElementId>(
            [&](Editor& editor) { return addFrame(editor, rectInPoints(x, y, w, h), title); });
    }
    ElementId card(double x, double y, double w = 240, double h = 120) {
        return make<ElementId>([&](Editor& editor) {
            return addCard(editor, CardKind::Text, rectInPoints(x, y, w, h), QStringLiteral("text"));
        });
    }
    ElementId connect(ElementId source, ElementId target, const QString& label = {}) {
        return make<ElementId>([&](Editor& editor) {
            return connectElements(editor, source, target, Flow::Request, Direction::Forward, label);
        });
    }
    NoteId note(ElementId subject, const QString& text = QStringLiteral("note")) {
        Note row;
        row.id = NoteId::random();
        row.subject = subject;
        row.text = text;
        put(row);
        return row.id;
    }
    MetricId metric(ElementId subject) {
        Metric row;
        row.id = MetricId::random();
        row.subject = subject;
        row.name = QStringLiteral("AUC");
        put(row);
        return row.id;
    }
    /// With two options, an argument each, the second one chosen.
    DecisionId decision(ElementId subject) {
        Decision row;
        row.id = DecisionId::random();
        row.subject = subject;
        row.question = QStringLiteral("Which model?");
        QList<Option> options(2);
        QList<Argument> arguments(2);
        for (int i = 0; i < 2; ++i) {
            options[i].id = OptionId::random();
            options[i].decision = row.id;
            options[i].title = QStringLiteral("Option %1").arg(i + 1);
            options[i].order = i;
            arguments[i].id = ArgumentId::random();
            arguments[i].option = options[i].id;
            arguments[i].text = QStringLiteral("Argument %1").arg(i + 1);
        }
        row.chosen = options[1].id;
        const Criterion criterion{CriterionId::random(), row.id, QStringLiteral("Latency"), 2};
        run([&](Editor& editor) -> Result<void> {
            editor.put(row);
            editor.put(criterion);
            for (int i = 0; i < 2; ++i) {
                editor.put(options[i]);
                editor.put(arguments[i]);
                editor.put(Score{ScoreId::random(), options[i].id, criterion.id, i + 1});
            }
            return {};
        });
        return row.id;
    }
    template <class Row>
    void put(const Row& row) {
        run([&](Editor& editor) -> Result<void> {
            editor.put(row);
            return {};
        });
    }
    void lock(const QSet<ElementId>& ids, bool locked = true) {
        run([&](Editor& editor) { return setLocked(editor, ids, locked); });
    }

    Rect rect(ElementId id) const { return *design().rectOf(id); }
    ElementId parent(ElementId id) const { return design().elements.find(id)->parent; }
    QString name(ElementId id) const { return design().nameOf(id); }

private:
    QTemporaryDir folder_{folderTemplate()};
    std::unique_ptr<Document> document_;
    int runs_ = 0;
};

} // namespace groundplan::test

#pragma once

#include "app/render/board_painter.h"
#include "model/design/design.h"

#include <QHash>

#include <initializer_list>

/// Designs for the tests and the benchmark of app/render.
namespace samples {

using namespace groundplan;

inline Rect rectOf(double x, double y, double w, double h) {
    return {units(x), units(y), units(w), units(h)};
}

/// Puts designs together with small ids that count up, so that a failing test can be read.
class Builder {
public:
    Design design;

    ElementId element(ElementType type, ElementId parent = {}, bool locked = false) {
        const ElementId id(next_++);
        Element row;
        row.id = id;
        row.type = type;
        row.parent = parent;
        row.order = id.value() * 1024;
        row.locked = locked;
        design.elements.put(row);
        return id;
    }

    ElementId block(const char* kind, const QString& title, const QString& technology, const Rect& rect,
                    bool ml = false) {
        const ElementId id = element(ElementType::Block);
        Block block;
        block.id = id;
        block.kind = QString::fromLatin1(kind);
        block.name = QStringLiteral("b%1").arg(id.value());
        block.title = title;
        block.technology = technology;
        block.ml = ml;
        block.rect = rect;
        design.blocks.put(block);
        return id;
    }

    ElementId frame(const QString& title, const QString& remark, const QString& colour, const Rect& rect) {
        const ElementId id = element(ElementType::Frame);
        Frame frame;
        frame.id = id;
        frame.name = QStringLiteral("f%1").arg(id.value());
        frame.title = title;
        frame.remark = remark;
        frame.colour = colour;
        frame.rect = rect;
        design.frames.put(frame);
        return id;
    }

    /// Corners on the board, in points.
    ElementId connection(ElementId source, ElementId target, Flow flow,
                         std::initializer_list<QPointF> corners, const QString& label = {},
                         Direction direction = Direction::Forward) {
        const ElementId id = element(ElementType::Connection);
        Connection connection;
        connection.id = id;
        connection.source = source;
        connection.target = target;
        connection.flow = flow;
        connection.direction = direction;
        connection.label = label;
        connection.labelSize = measureLabel(label);
        const Point origin = design.rectOf(source).value_or(Rect()).topLeft();
        for (QPointF corner : corners)
            connection.route.append(Point{units(corner.x()), units(corner.y())} - origin);
        design.connections.put(connection);
        return id;
    }

    ElementId card(CardKind kind, const QString& text, const Rect& rect, DecisionId decision = {}) {
        const ElementId id = element(ElementType::Card);
        design.cards.put({id, kind, text, decision, rect});
        return id;
    }

    void note(ElementId subject, NoteKind kind, const QString& text) {
        const NoteId id(next_++);
        design.notes.put({id, subject, kind, text, id.value()});
    }

    void metric(ElementId subject, MetricKind kind, const QString& name, const QString& unit, Goal goal,
                const QString& target, const QString& current, bool shown = true) {
        const MetricId id(next_++);
        design.metrics.put({id, subject, kind, name, unit, goal, target, current, shown, id.value()});
    }

    void requirement(const QString& question, const QString& answer, Source source, bool shown = true) {
        const RequirementId id(next_++);
        design.requirements.put({id, question, answer, source, shown, id.value()});
    }

    struct Choice {
        QString title;
        QStringList pros;
        QStringList cons;
    };
    DecisionId decision(ElementId subject, const QString& question, const QList<Choice>& choices,
                        int chosen = -1, const QString& reason = {}) {
        const DecisionId id(next_++);
        OptionId chosenId;
        for (qsizetype i = 0; i < choices.size(); ++i) {
            const OptionId option(next_++);
            if (i == chosen)
                chosenId = option;
            design.options.put({option, id, choices[i].title, option.value()});
            for (const QString& text : choices[i].pros)
                argument(option, Side::Pro, text);
            for (const QString& text : choices[i].cons)
                argument(option, Side::Con, text);
        }
        design.decisions.put({id, subject, question, chosenId, reason, id.value()});
        return id;
    }

private:
    void argument(OptionId option, Side side, const QString& text) {
        const ArgumentId id(next_++);
        design.arguments.put({id, option, side, text, id.value()});
    }

    qint64 next_ = 1;
};

/// The design of look.md's pictures: every kind of element, flow, mark and card.
inline Design videoRecommendation() {
    using enum Flow;
    Builder b;
    const auto s = [](const char* text) { return QString::fromUtf8(text); };
    b.design.board.title = s("Video recommendation");
    b.design.board.task =
        s("Recommend the next video on the home page; raise watch time without more reports of bad content.");
    const ElementId online =
        b.frame(s("Online path"), s("p99 ≤ 150 ms"), s("#15803D"), rectOf(236, 96, 1052, 266));
    b.frame(s("Offline path"), s("daily"), s("#6D28D9"), rectOf(236, 398, 1052, 310));

    const auto viewer =
        b.block("user-client", s("Viewer app"), s("iOS, Android, web"), rectOf(256, 190, 176, 64));
    const auto gateway = b.block("api-gateway", s("API gateway"), s("Envoy"), rectOf(468, 190, 176, 84));
    const auto retrieval =
        b.block("retrieval", s("Retrieval"), s("two towers + HNSW"), rectOf(680, 140, 176, 84), true);
    const auto ranking =
        b.block("ranking", s("Ranking"), s("deep model, GPU"), rectOf(892, 140, 176, 84), true);
    const auto reranking =
        b.block("ranking", s("Re-ranking"), s("rules, diversity"), rectOf(1092, 140, 176, 64));
    const auto store =
        b.block("feature-store", s("Feature store"), s("Feast · Redis"), rectOf(786, 268, 176, 84));
    const auto clicks = b.block("event-stream", s("Click events"), s("Kafka"), rectOf(256, 460, 176, 84));
    const auto lake = b.block("object-storage", s("Data lake"), s("S3 · Iceberg"), rectOf(468, 460, 176, 64));
    const auto pipeline =
        b.block("batch-transform", s("Feature pipeline"), s("Spark"), rectOf(680, 460, 176, 64));
    const auto monitor =
        b.block("monitoring", s("Drift monitor"), s("Evidently"), rectOf(1092, 460, 176, 64));
    const auto join = b.block("labelling", s("Label join"), s("24 h window"), rectOf(680, 590, 176, 64));
    const auto training = b.block("training", s("Training"), s("PyTorch"), rectOf(892, 590, 176, 84), true);
    const auto registry =
        b.block("model-registry", s("Model registry"), s("MLflow"), rectOf(1092, 590, 176, 64));

    b.connection(viewer, gateway, Request, {{432, 222}, {468, 222}});
    b.connection(gateway, retrieval, Request, {{644, 222}, {662, 222}, {662, 172}, {680, 172}});
    b.connection(retrieval, ranking, Request, {{856, 172}, {892, 172}}, s("300"));
    b.connection(ranking, reranking, Request, {{1068, 172}, {1092, 172}});
    b.connection(retrieval, store, Request, {{724, 224}, {724, 300}, {786, 300}});
    b.connection(store, ranking, Request, {{962, 300}, {980, 300}, {980, 224}}, s("180"));
    b.connection(viewer, clicks, Stream, {{398, 254}, {398, 460}}, s("clicks"));
    b.connection(clicks, lake, Stream, {{432, 492}, {468, 492}});
    b.connection(lake, pipeline, Batch, {{644, 492}, {680, 492}});
    b.connection(lake, join, Batch, {{556, 524}, {556, 622}, {680, 622}});
    b.connection(pipeline, store, Batch, {{856, 492}, {874, 492}, {874, 352}}, s("hourly"));
    b.connection(pipeline, training, TrainingData, {{812, 524}, {812, 557}, {930, 557}, {930, 590}});
    b.connection(join, training, TrainingData, {{856, 622}, {892, 622}});
    b.connection(training, registry, ModelArtifact, {{1068, 622}, {1092, 622}});
    b.connection(registry, ranking, ModelArtifact,
                 {{1180, 654}, {1180, 682}, {1278, 682}, {1278, 380}, {1014, 380}, {1014, 224}}, s("canary"));
    b.connection(monitor, training, Feedback, {{1092, 492}, {1000, 492}, {1000, 590}}, s("retrain on drift"));
    b.connection(reranking, monitor, Telemetry, {{1150, 204}, {1150, 460}}, s("predictions"));

    using enum MetricKind;
    b.metric(gateway, NonFunctional, s("peak"), s("k/s"), Goal::AtLeast, s("4"), {});
    b.metric(retrieval, NonFunctional, s("p99"), s("ms"), Goal::AtMost, s("30"), s("25"));
    b.metric(ranking, NonFunctional, s("p99"), s("ms"), Goal::AtMost, s("60"), s("71"));
    b.metric(ranking, Offline, s("AUC"), {}, Goal::AtLeast, s("0.78"), {});
    b.metric(store, NonFunctional, s("p99"), s("ms"), Goal::AtMost, {}, s("8"));
    b.metric(clicks, NonFunctional, s("rate"), s("k/s"), Goal::AtLeast, {}, s("12"));
    b.metric(training, NonFunctional, s("run"), s("h"), Goal::AtMost, {}, s("2"));
    b.metric({}, Offline, s("AUC"), {}, Goal::AtLeast, s("0.78"), {});
    b.metric({}, Offline, s("recall@300"), {}, Goal::AtLeast, s("0.9"), {});
    b.metric({}, Online, s("watch time"), {}, Goal::AtLeast, s("+2 %"), {});

    const auto which = b.decision(ranking, s("Which ranking model?"),
                                  {{s("Logistic regression"), {s("fast, explains itself")}, {s("AUC 0.71")}},
                                   {s("Gradient boosting"), {s("strong baseline")}, {s("no embeddings")}},
                                   {s("Deep model"), {s("AUC 0.79")}, {s("GPU, 60 ms p99")}}},
                                  2, s("the gain pays for two GPUs; fall back to boosting"));
    b.decision(retrieval, s("Exact or approximate search?"), {{s("exact"), {}, {}}, {s("HNSW"), {}, {}}});
    b.note(ranking, NoteKind::Assumption, s("300 candidates arrive sorted"));
    b.note(pipeline, NoteKind::Question, s("How late may features be?"));
    b.note(monitor, NoteKind::Risk, s("No fallback if ranking times out"));
    b.note(online, NoteKind::Remark, s("Two regions"));
    b.requirement(s("How many viewers?"), s("100 M viewers a day, 10 M videos, 10 shown"), Source::Given);
    b.requirement(s("How fresh are clicks?"), s("clicks reach us within 5 s"), Source::Assumed);

    b.card(CardKind::Task, {}, rectOf(256, 738, 331, 176));
    b.card(CardKind::Decision, {}, rectOf(616, 738, 400, 176), which);
    b.card(CardKind::Legend, {}, rectOf(1046, 738, 238, 176));
    return b.design;
}

/// The benchmark's board: `count` blocks of 140x60 on a square grid with 220x120 spacing, each connected to
/// its right and lower neighbour.
inline Design grid(int count) {
    static constexpr const char* kKinds[] = {"feature-store",   "training", "ranking",    "event-stream",
                                             "object-storage",  "model",    "monitoring", "user-client",
                                             "batch-transform", "cache"};
    Builder b;
    const int columns = int(std::ceil(std::sqrt(count)));
    QList<ElementId> ids;
    for (int i = 0; i < count; ++i) {
        ids.append(b.block(kKinds[i % 10], QStringLiteral("Block %1").arg(i + 1),
                           QStringLiteral("Service %1").arg(i % 97),
                           rectOf(i % columns * 220, i / columns * 120, 140, 60)));
    }
    for (int i = 0; i < count; ++i) {
        const double x = i % columns * 220, y = i / columns * 120;
        if (i % columns + 1 < columns && i + 1 < count)
            b.connection(ids[i], ids[i + 1], Flow(i % 7),
                         {{x + 140, y + 30}, {x + 180, y + 30}, {x + 180, y + 30}, {x + 220, y + 30}});
        if (i + columns < count)
            b.connection(ids[i], ids[i + columns], Flow(i % 5), {{x + 70, y + 60}, {x + 70, y + 120}});
    }
    return b.design;
}

/// Titles that text fitting, fonts and PDF must get right.
inline QStringList nastyTitles() {
    const auto s = [](const char* text) { return QString::fromUtf8(text); };
    return {s("特征存储平台"),
            s("ランキングモデル"),
            s("מאגר תכונות"),
            s("مخزن الميزات"),
            s("abc עברית 123 def"),
            s("Überprüfung ß Ω ≥ 0.78 → ok"),
            s("Emoji 🚀 rocket"),
            s("👨‍👩‍👧‍👦 family 🇩🇪"),
            s("e\u0301 o\u0302\u0301\u0323 combining"),
            s("Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034fa\u0334\u0319\u0324lgo tower"),
            s("office ffi fl affluent"),
            s("<b>not html</b> & \"quoted\""),
            s("tab\there\nand a line break"),
            s("back\\slash\\"),
            s("A title that is far too long for any block and has to be elided somewhere"),
            s("Donaudampfschifffahrtsgesellschaftskapitänsmütze"),
            QString(2000, QLatin1Char('W')),
            s("ไทย ภาษา"),
            s("हिन्दी देवनागरी"),
            s(" ")};
}

/// Blocks of many sizes with nasty titles, and cards and labels with them.
inline Design nasty() {
    Builder b;
    const QStringList titles = nastyTitles();
    ElementId last;
    for (qsizetype i = 0; i < titles.size(); ++i) {
        const double x = double(i % 5) * 220, y = double(i / 5) * 110;
        const auto id =
            b.block("model", titles[i], titles[(i + 3) % titles.size()], rectOf(x, y, 176, 64), i % 3 == 0);
        if (i % 5 != 0)
            b.connection(last, id, Flow(i % 7), {{x - 44, y + 32}, {x, y + 32}}, titles[i].left(6));
        last = id;
    }
    double x = 0;
    for (const double size : {8.0, 16.0, 24.0, 32.0, 44.0, 60.0, 80.0, 110.0, 150.0}) {
        const auto id = b.block("ranking", QStringLiteral("Ranking"), QStringLiteral("deep model"),
                                rectOf(x, 460, size, size * 0.6 < 8 ? 8 : size * 0.6), true);
        b.metric(id, MetricKind::Offline, QStringLiteral("AUC"), {}, Goal::AtLeast, QStringLiteral("0.8"),
                 QStringLiteral("0.7"));
        x += size + 16;
    }
    const auto many = b.block("ranking", QStringLiteral("Many metrics"), QStringLiteral("technology"),
                              rectOf(0, 570, 200, 110), true);
    for (int i = 0; i < 9; ++i)
        b.metric(many, MetricKind::Offline, QStringLiteral("metric %1").arg(i), {}, Goal::AtLeast,
                 QStringLiteral("0.%1").arg(i), i % 2 ? QStringLiteral("0.5") : QString());
    b.card(CardKind::Text, titles.join(QLatin1Char('\n')).left(900), rectOf(230, 570, 300, 200));
    b.card(CardKind::Text, titles[2] + QLatin1Char('\n') + titles[3].repeated(6), rectOf(550, 570, 200, 90));
    b.card(CardKind::Text, QStringLiteral("unbroken").repeated(40), rectOf(770, 570, 120, 90));
    b.card(CardKind::Task, {}, rectOf(550, 680, 30, 20));
    b.card(CardKind::Decision, {}, rectOf(600, 680, 120, 60));
    return b.design;
}

} // namespace samples

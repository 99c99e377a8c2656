#pragma once

#include "model/framework/session_clock.h"
#include "tests/model/framework/shipped.h"

#include <QTimeZone>

namespace groundplan::shipped {

/// A small design with something for every section of a report.
inline Design reportedDesign() {
    using namespace Qt::StringLiterals;
    Design design;
    const auto element = [&design](qint64 id, ElementType type, qint64 parent = 0) {
        Element row;
        row.id = ElementId(id);
        row.type = type;
        row.parent = ElementId(parent);
        row.order = id;
        design.elements.put(row);
    };
    const auto block = [&](qint64 id, const QString& name, const QString& title, Point at,
                           qint64 parent = 0) {
        element(id, ElementType::Block, parent);
        Block row;
        row.id = ElementId(id);
        row.kind = u"feature-store"_s;
        row.name = name;
        row.title = title;
        row.rect = {at.x, at.y, 140 * kUnitsPerPoint, 60 * kUnitsPerPoint};
        return row;
    };
    design.board.title = u"Next video"_s;
    design.board.task = u"Recommend the next video."_s;
    design.board.framework = u"cheat-sheet"_s;
    design.board.practice = u"video-recommendation"_s;

    element(1, ElementType::Frame);
    Frame frame;
    frame.id = ElementId(1);
    frame.name = u"online"_s;
    frame.title = u"Online path"_s;
    frame.remark = u"p99 ≤ 150 ms"_s;
    frame.rect = {0, 0, 8000, 4000};
    design.frames.put(frame);

    Block ranking = block(3, u"ranking"_s, u"Ranking"_s, {2400, 400}, 1);
    ranking.kind = u"model-server"_s;
    ranking.technology = u"Triton"_s;
    ranking.ml = true;
    ranking.path = Path::Online;
    ranking.description = u"Orders 500 candidates."_s;
    ranking.link = u"https://example.org/ranking?a=1&b=2"_s;
    design.blocks.put(ranking);
    Block retrieval = block(2, u"retrieval"_s, u"Retrieval"_s, {160, 400}, 1);
    retrieval.link = u"javascript:alert(1)"_s;
    design.blocks.put(retrieval);
    design.blocks.put(block(4, u"хранилище"_s, u"Хранилище"_s, {160, 6000}));

    element(5, ElementType::Connection);
    Connection connection;
    connection.id = ElementId(5);
    connection.source = ElementId(2);
    connection.target = ElementId(3);
    connection.flow = Flow::Stream;
    connection.label = u"candidates"_s;
    connection.route = {{1120, 240}, {2240, 240}};
    design.connections.put(connection);

    element(6, ElementType::Card);
    Card card;
    card.id = ElementId(6);
    card.text = u"Ask about the budget"_s;
    card.rect = {0, 8000, 2400, 1200};
    design.cards.put(card);

    design.notes.put({NoteId(10), ElementId(2), NoteKind::Risk, u"Cold start — 冷启动 🧊"_s, 1});
    design.notes.put({NoteId(11), {}, NoteKind::Assumption, u"Users are signed in"_s, 1});
    design.notes.put({NoteId(12), ElementId(5), NoteKind::Question, u"How many candidates?"_s, 1});

    design.decisions.put(
        {DecisionId(20), ElementId(3), u"Which model?"_s, OptionId(31), u"The gain pays for it."_s, 1});
    design.options.put({OptionId(30), DecisionId(20), u"Boosting"_s, 1});
    design.options.put({OptionId(31), DecisionId(20), u"Deep network"_s, 2});
    design.arguments.put({ArgumentId(40), OptionId(31), Side::Con, u"Needs GPUs"_s, 1});
    design.arguments.put({ArgumentId(41), OptionId(31), Side::Pro, u"Learns crossings"_s, 2});
    design.criteria.put({CriterionId(70), DecisionId(20), u"Latency"_s, 3, 1});
    design.scores.put({ScoreId(80), OptionId(30), CriterionId(70), 5});
    design.scores.put({ScoreId(81), OptionId(31), CriterionId(70), 2});
    design.decisions.put({DecisionId(21), {}, u"What happens when it is down?"_s, {}, {}, 1});
    design.options.put({OptionId(32), DecisionId(21), u"Popular videos"_s, 1});

    Metric p99;
    p99.id = MetricId(50);
    p99.subject = ElementId(3);
    p99.kind = MetricKind::NonFunctional;
    p99.name = u"p99"_s;
    p99.unit = u"ms"_s;
    p99.goal = Goal::AtMost;
    p99.target = u"60"_s;
    p99.current = u"71"_s;
    p99.costFalsePositive = u"5 $"_s;
    design.metrics.put(p99);
    Metric watch;
    watch.id = MetricId(51);
    watch.kind = MetricKind::Business;
    watch.name = u"watch time"_s;
    watch.target = u"+2 %"_s;
    design.metrics.put(watch);

    const auto requirement = [&design](qint64 id, const QString& question, const QString& answer,
                                       const QString& topic, Source source = Source::Asked) {
        Requirement row;
        row.id = RequirementId(id);
        row.question = question;
        row.answer = answer;
        row.topic = topic;
        row.source = source;
        row.order = id;
        design.requirements.put(row);
    };
    requirement(60, u"How many viewers?"_s, u"100M"_s, u"users-count"_s);
    requirement(61, u"What do they do?"_s, u"Open, watch, close."_s, u"user-steps"_s);
    requirement(62, u"How fast?"_s, {}, u"latency"_s);
    requirement(63, u"Is there a wall screen?"_s, {}, {}, Source::NotRelevant);

    design.properties.put({PropertyId(90), ElementId(3), u"serving.mode"_s, u"hybrid"_s});
    design.properties.put({PropertyId(91), {}, u"evaluation.baselines"_s, u"random, existing"_s});
    design.properties.put({PropertyId(92), ElementId(2), u"somebody.own"_s, u"kept"_s});
    design.properties.put({PropertyId(93), {}, u"cheat-sheet.some-prompt"_s, u"yes"_s});
    return design;
}

/// A session of that design's case, five minutes into its second step.
inline PracticeSession reportedSession() {
    const QDateTime begun({2026, 11, 21}, {9, 0}, QTimeZone::utc());
    PracticeSession session = beginSession(*templates().framework(QStringLiteral("cheat-sheet")),
                                           QStringLiteral("video-recommendation"), 45, begun);
    goToStep(session, 1, begun.addSecs(4 * 60 + 30));
    note(session, SessionEventKind::Fact, templates().practiceCase(session.practice)->facts.first().name,
         begun.addSecs(60));
    endSession(session, begun.addSecs(9 * 60 + 30));
    return session;
}

} // namespace groundplan::shipped

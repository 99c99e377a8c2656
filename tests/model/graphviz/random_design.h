#pragma once

#include "model/design/design.h"
#include "model/design/names.h"
#include "model/design/validate.h"

#include <QRandomGenerator>

namespace groundplan {

/// Designs made up from a seed: valid, and full of what a file format stumbles over.
class RandomDesign {
public:
    explicit RandomDesign(quint32 seed)
        : random_(seed) {}

    Design make(int blocks, int frames, int connections, int cards, int hangers, int drawings = 0) {
        design_ = {};
        NameGiver names({});
        design_.board.title = text(40);
        design_.board.task = text(400);
        design_.board.framework = topic();
        design_.board.practice = topic();
        QList<ElementId> ends;
        for (int i = 0; i < frames; ++i) {
            Frame frame;
            frame.id = addElement(ElementType::Frame, true);
            frame.title = text(30);
            frame.name = names.take(frame.title);
            frame.ownTitle = chance(2);
            frame.remark = chance(2) ? text(20) : QString();
            frame.colour = colour();
            frame.rect = rect();
            design_.frames.put(frame);
            frames_.append(frame.id);
            ends.append(frame.id);
        }
        for (int i = 0; i < blocks; ++i) {
            Block block;
            block.id = addElement(ElementType::Block, true);
            block.kind = kinds_.at(below(int(kinds_.size())));
            block.title = text(30);
            block.name = names.take(block.title);
            block.ownTitle = chance(2);
            block.technology = chance(2) ? text(16) : QString();
            block.description = chance(3) ? text(300) : QString();
            block.link = chance(4) ? QStringLiteral("https://example.org/?q=") + text(20) : QString();
            block.colour = colour();
            block.ml = chance(2);
            block.path = Path(below(3));
            block.rect = rect();
            design_.blocks.put(block);
            ends.append(block.id);
        }
        for (int i = 0; i < connections && !ends.isEmpty(); ++i) {
            Connection connection;
            connection.id = addElement(ElementType::Connection, false);
            connection.source = ends.at(below(int(ends.size())));
            connection.target = chance(8) ? connection.source : ends.at(below(int(ends.size())));
            connection.flow = Flow(below(int(wordCount<Flow>())));
            connection.direction = Direction(below(3));
            if (chance(2)) {
                connection.label = text(24);
                connection.labelSize = {below(4000), below(400)};
                connection.labelAt = chance(2) ? 500 : below(1001);
            }
            if (chance(2)) {
                const int corners = 2 + below(6);
                for (int c = 0; c < corners; ++c)
                    connection.route.append({below(20'000) - 10'000, below(20'000) - 10'000});
            }
            if (chance(4))
                connection.waypoints.append({below(20'000) - 10'000, below(20'000) - 10'000});
            design_.connections.put(connection);
            ends_.append(connection.id);
        }
        ends_ += ends;
        for (int i = 0; i < hangers; ++i)
            addHangers();
        for (int i = 0; i < cards; ++i)
            addCard();
        for (int i = 0; i < drawings; ++i) {
            addStroke();
            addShape();
            addImage();
        }
        return design_;
    }

    /// A text of up to `longest` characters in which everything may occur that a title may hold.
    QString text(int longest) {
        QString text;
        const int length = below(longest + 1);
        while (text.size() < length) {
            const QString& piece = pieces_.at(below(int(pieces_.size())));
            text += piece;
        }
        return text;
    }

private:
    int below(int limit) { return int(random_.bounded(limit)); }
    bool chance(int oneIn) { return below(oneIn) == 0; }
    template <class Key>
    Key id() {
        return Key(qint64(random_.generate64() >> (1 + below(40))) | 1);
    }
    qint64 order() {
        return chance(10) ? -qint64(random_.bounded(1000)) : qint64(random_.bounded(100)) * 1024;
    }

    ElementId addElement(ElementType type, bool mayNest) {
        Element element;
        do {
            element.id = id<ElementId>();
        } while (design_.elements.contains(element.id));
        element.type = type;
        element.order = order();
        element.locked = chance(5);
        element.pinned = chance(5);
        element.group = GroupId(chance(4) ? 1 + below(3) : 0);
        element.stop = chance(6) ? 1 + below(20) : 0;
        if (mayNest && !frames_.isEmpty() && chance(2))
            element.parent = frames_.at(below(int(frames_.size())));
        design_.elements.put(element);
        return element.id;
    }
    Rect rect() {
        return {below(80'001) - 40'000, below(80'001) - 40'000, 64 + below(8'000), 64 + below(8'000)};
    }
    QString colour() {
        return chance(3) ? QStringLiteral("#%1").arg(below(0x1000000), 6, 16, QLatin1Char('0')) : QString();
    }
    QString topic() { return chance(3) ? QStringLiteral("topic-%1").arg(below(9)) : QString(); }
    ElementId subject() {
        return chance(4) || ends_.isEmpty() ? ElementId() : ends_.at(below(int(ends_.size())));
    }

    void addHangers() {
        Note note;
        note.id = id<NoteId>();
        note.subject = subject();
        note.kind = NoteKind(below(4));
        note.text = text(200);
        note.order = order();
        design_.notes.put(note);

        Decision decision;
        decision.id = id<DecisionId>();
        decision.subject = subject();
        decision.question = text(60);
        decision.reason = text(100);
        decision.order = order();
        decision.topic = topic();
        QList<CriterionId> criteria;
        for (int c = below(3); c > 0; --c) {
            Criterion criterion;
            criterion.id = id<CriterionId>();
            criterion.decision = decision.id;
            criterion.title = text(20);
            criterion.weight = below(kMostWeight + 1);
            criterion.order = order();
            design_.criteria.put(criterion);
            criteria.append(criterion.id);
        }
        const int options = below(4);
        for (int o = 0; o < options; ++o) {
            Option option;
            option.id = id<OptionId>();
            option.decision = decision.id;
            option.title = text(20);
            option.order = order();
            if (chance(3))
                decision.chosen = option.id;
            const int arguments = below(4);
            for (int a = 0; a < arguments; ++a) {
                Argument argument;
                argument.id = id<ArgumentId>();
                argument.option = option.id;
                argument.side = Side(below(2));
                argument.text = text(60);
                argument.order = order();
                design_.arguments.put(argument);
            }
            for (const CriterionId criterion : std::as_const(criteria)) {
                if (chance(2))
                    design_.scores.put(Score{id<ScoreId>(), option.id, criterion, 1 + below(kBestScore)});
            }
            design_.options.put(option);
        }
        design_.decisions.put(decision);
        decisions_.append(decision.id);

        Metric metric;
        metric.id = id<MetricId>();
        metric.subject = subject();
        metric.kind = MetricKind(below(4));
        metric.name = text(12);
        metric.unit = text(6);
        metric.goal = Goal(below(2));
        metric.target = text(8);
        metric.current = text(8);
        metric.shown = chance(2);
        metric.order = order();
        if (chance(3))
            metric.costFalsePositive = text(12);
        if (chance(3))
            metric.costFalseNegative = text(12);
        design_.metrics.put(metric);

        Requirement requirement;
        requirement.id = id<RequirementId>();
        requirement.question = text(60);
        requirement.answer = text(60);
        requirement.source = Source(below(4));
        requirement.shown = chance(2);
        requirement.order = order();
        requirement.topic = topic();
        design_.requirements.put(requirement);

        Property property;
        property.id = id<PropertyId>();
        property.subject = subject();
        property.field = QStringLiteral("data.field-%1").arg(property.id.value() % 1'000'000'007);
        property.value = text(100);
        design_.properties.put(property);
    }

    void addCard() {
        Card card;
        card.id = addElement(ElementType::Card, true);
        card.kind = CardKind(below(4));
        card.text = text(200);
        if (card.kind == CardKind::Decision && !decisions_.isEmpty())
            card.decision = decisions_.at(below(int(decisions_.size())));
        card.rect = rect();
        design_.cards.put(card);
    }

    void addStroke() {
        Stroke stroke;
        stroke.id = addElement(ElementType::Stroke, true);
        stroke.tool = StrokeTool(below(int(wordCount<StrokeTool>())));
        stroke.colour = colour();
        stroke.width = 1 + below(limits::kWidestStroke);
        const int count = chance(20) ? 4'000 : 1 + below(30); // 4,000 points go over several attributes
        for (int i = 0; i < count; ++i)
            stroke.points.append(
                {quint16(below(65'536)), quint16(below(65'536)), quint8(chance(3) ? 128 : below(256))});
        stroke.rect = rect();
        design_.strokes.put(stroke);
    }

    void addShape() {
        Shape shape;
        shape.id = addElement(ElementType::Shape, true);
        shape.kind = ShapeKind(below(int(wordCount<ShapeKind>())));
        shape.text = text(200);
        shape.colour = colour();
        shape.filled = chance(2);
        shape.textSize = 1 + below(limits::kLargestText);
        shape.rect = rect();
        design_.shapes.put(shape);
    }

    /// Now and then with the bytes of another one.
    void addImage() {
        Image image;
        image.id = addElement(ElementType::Image, true);
        QByteArray bytes(chance(3) ? 1 : chance(8) ? 100'000 : 2 + below(500), Qt::Uninitialized);
        for (char& byte : bytes)
            byte = bytes.size() == 1 ? char(below(2)) : char(below(256));
        image.asset = design_.assets.add(bytes);
        image.description = text(40);
        image.rect = rect();
        design_.images.put(image);
    }

    QRandomGenerator random_;
    Design design_;
    QList<ElementId> frames_;
    QList<ElementId> ends_;
    QList<DecisionId> decisions_;
    const QStringList kinds_{QStringLiteral("model"), QStringLiteral("feature-store"),
                             QStringLiteral("database"), QStringLiteral("kind nobody \"knows\"\\")};
    const QStringList pieces_{
        QStringLiteral("a"),           QStringLiteral("Feature"),
        QStringLiteral(" "),           QStringLiteral("  "),
        QStringLiteral("\\"),          QStringLiteral("\\\\"),
        QStringLiteral("\""),          QStringLiteral("\\\""),
        QStringLiteral("\n"),          QStringLiteral("\r\n"),
        QStringLiteral("\t"),          QStringLiteral("\\n"),
        QStringLiteral("\\N"),         QStringLiteral("\\G"),
        QStringLiteral("<b>bold</b>"), QStringLiteral("<"),
        QStringLiteral(">"),           QStringLiteral("&amp;"),
        QStringLiteral("&"),           QStringLiteral("&#8594;"),
        QStringLiteral("&nosuch;"),    QStringLiteral("|"),
        QStringLiteral(" | "),         QStringLiteral("%41"),
        QStringLiteral("%"),           QStringLiteral("{"),
        QStringLiteral("}"),           QStringLiteral("id=7"),
        QStringLiteral("decision"),    QStringLiteral("//"),
        QStringLiteral("#"),           QStringLiteral("\u0001"),
        QStringLiteral("\u001b"),      QStringLiteral("\u007f"),
        QStringLiteral("\u0085"),      QStringLiteral("\u00a0"),
        QStringLiteral("\u2028"),      QStringLiteral("\u3000"),
        QStringLiteral("\ufeff"),      QStringLiteral("\u0645\u0631\u062d\u0628\u0627"),
        QStringLiteral("\u202e"),      QStringLiteral("\u7279\u5f81\u5e73\u53f0"),
        QStringLiteral("\U0001f9e0"),  QStringLiteral("\u2400"),
        QStringLiteral("\u00e9"),      QStringLiteral("e\u0301"),
        QStringLiteral("\uffff"),      QStringLiteral("key"),
        QStringLiteral("1"),
    };
};

} // namespace groundplan

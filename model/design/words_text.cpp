#include "model/design/words_text.h"

#include <QCoreApplication>

namespace groundplan {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

} // namespace

QString capitalised(const QString& text) {
    return text.left(1).toUpper() + text.mid(1);
}

QString textOf(Flow flow) {
    switch (flow) {
    case Flow::Request:
        return Text::tr("request");
    case Flow::Stream:
        return Text::tr("stream");
    case Flow::Batch:
        return Text::tr("batch");
    case Flow::TrainingData:
        return Text::tr("training data");
    case Flow::ModelArtifact:
        return Text::tr("model artifact");
    case Flow::Feedback:
        return Text::tr("feedback");
    case Flow::Telemetry:
        return Text::tr("telemetry");
    }
    return {};
}

QString textOf(Direction direction) {
    switch (direction) {
    case Direction::Forward:
        return Text::tr("Forward");
    case Direction::Both:
        return Text::tr("Both ways");
    case Direction::None:
        return Text::tr("No arrow");
    }
    return {};
}

QString textOf(NoteKind kind) {
    switch (kind) {
    case NoteKind::Assumption:
        return Text::tr("Assumption");
    case NoteKind::Question:
        return Text::tr("Question");
    case NoteKind::Risk:
        return Text::tr("Risk");
    case NoteKind::Remark:
        return Text::tr("Remark");
    }
    return {};
}

QString textOf(MetricKind kind) {
    switch (kind) {
    case MetricKind::Offline:
        return Text::tr("offline");
    case MetricKind::Online:
        return Text::tr("online");
    case MetricKind::Business:
        return Text::tr("business");
    case MetricKind::NonFunctional:
        return Text::tr("non-functional");
    }
    return {};
}

QString textOf(Goal goal) {
    switch (goal) {
    case Goal::AtLeast:
        return Text::tr("At least");
    case Goal::AtMost:
        return Text::tr("At most");
    }
    return {};
}

QString textOf(Source source) {
    switch (source) {
    case Source::Asked:
        return Text::tr("Asked");
    case Source::Given:
        return Text::tr("Given");
    case Source::Assumed:
        return Text::tr("Assumed");
    case Source::NotRelevant:
        return Text::tr("Not relevant");
    }
    return {};
}

QString textOf(CardKind kind) {
    switch (kind) {
    case CardKind::Text:
        return Text::tr("Sticky");
    case CardKind::Task:
        return Text::tr("Task card");
    case CardKind::Decision:
        return Text::tr("Decision card");
    case CardKind::Legend:
        return Text::tr("Legend");
    }
    return {};
}

QString textOf(StrokeTool tool) {
    switch (tool) {
    case StrokeTool::Pen:
        return Text::tr("Pen stroke");
    case StrokeTool::Highlighter:
        return Text::tr("Highlighting");
    case StrokeTool::Line:
        return Text::tr("Line");
    case StrokeTool::Arrow:
        return Text::tr("Arrow");
    }
    return {};
}

QString textOf(ShapeKind kind) {
    switch (kind) {
    case ShapeKind::Rectangle:
        return Text::tr("Rectangle");
    case ShapeKind::Ellipse:
        return Text::tr("Ellipse");
    case ShapeKind::Text:
        return Text::tr("Text");
    }
    return {};
}

} // namespace groundplan

#pragma once

#include "model/framework/evidence.h"

#include "tests/model/framework/shipped.h"

#include <QTest>

namespace groundplan::test {

using namespace groundplan::shipped;
using namespace Qt::StringLiterals;

/// A design that is put together row by row; ids count up from 1.
struct TestBoard {
    Design design;
    qint64 last = 0;

    void put(ElementId id, ElementType type) {
        Element element;
        element.id = id;
        element.type = type;
        design.elements.put(element);
    }

    ElementId block(const QString& kind, bool ml = false, groundplan::Path path = groundplan::Path::Unset) {
        const ElementId id(++last);
        put(id, ElementType::Block);
        Block row;
        row.id = id;
        row.kind = kind;
        row.ml = ml;
        row.path = path;
        design.blocks.put(row);
        return id;
    }
    ElementId connect(ElementId from, ElementId to, Flow flow = Flow::Request,
                      groundplan::Direction direction = groundplan::Direction::Forward) {
        const ElementId id(++last);
        put(id, ElementType::Connection);
        Connection row;
        row.id = id;
        row.source = from;
        row.target = to;
        row.flow = flow;
        row.direction = direction;
        design.connections.put(row);
        return id;
    }
    /// One that has a note, so that it counts.
    ElementId placedBlock(const QString& kind) {
        const ElementId id = block(kind);
        note(NoteKind::Remark, u"of lists"_s, id);
        return id;
    }
    void note(NoteKind kind, const QString& text, ElementId subject = {}) {
        design.notes.put({NoteId(++last), subject, kind, text, last});
    }
    void decide(const QString& question, const QString& topic = {}) {
        design.decisions.put({DecisionId(++last), {}, question, {}, {}, last, topic});
    }
    MetricId metric(MetricKind kind, const QString& name, const QString& target = {},
                    ElementId subject = {}) {
        groundplan::Metric row;
        row.id = MetricId(++last);
        row.subject = subject;
        row.kind = kind;
        row.name = name;
        row.target = target;
        design.metrics.put(row);
        return row.id;
    }
    void requirement(const QString& topic, const QString& answer, Source source = Source::Asked) {
        groundplan::Requirement row;
        row.id = RequirementId(++last);
        row.topic = topic;
        row.answer = answer;
        row.source = source;
        design.requirements.put(row);
    }
    Found look(const Evidence& evidence) const { return groundplan::look(evidence, design, catalogue()); }
};

inline Evidence saying(EvidenceKind kind, const QStringList& phrases, const QStringList& names = {}) {
    Evidence evidence;
    evidence.kind = kind;
    evidence.names = names;
    evidence.said = phrasesOf(phrases);
    return evidence;
}

inline Evidence of(EvidenceKind kind, const QStringList& names = {}) {
    Evidence evidence;
    evidence.kind = kind;
    evidence.names = names;
    return evidence;
}

} // namespace groundplan::test

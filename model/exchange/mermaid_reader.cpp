#include "model/exchange/mermaid_reader.h"

#include "model/exchange/d2_reader.h"
#include "model/exchange/exchange_limits.h"
#include "model/exchange/markup_text.h"
#include "model/exchange/mermaid_head.h"
#include "model/exchange/mermaid_markdown.h"
#include "model/exchange/mermaid_parts.h"
#include "model/exchange/source_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Exchange", text);
}

/// A type of Mermaid, by what its word begins with, and what people call it.
struct Type {
    QStringView word;
    const char* name;
};
const Type* typeOf(QStringView word) {
    static constexpr Type types[] = {
        {u"sequenceDiagram", QT_TRANSLATE_NOOP("Exchange", "a sequence diagram")},
        {u"classDiagram", QT_TRANSLATE_NOOP("Exchange", "a class diagram")},
        {u"stateDiagram", QT_TRANSLATE_NOOP("Exchange", "a state diagram")},
        {u"erDiagram", QT_TRANSLATE_NOOP("Exchange", "an entity relationship diagram")},
        {u"graph", QT_TRANSLATE_NOOP("Exchange", "a flowchart")},
        {u"flowchart", QT_TRANSLATE_NOOP("Exchange", "a flowchart")},
        {u"architecture", QT_TRANSLATE_NOOP("Exchange", "an architecture diagram")},
        {u"C4", QT_TRANSLATE_NOOP("Exchange", "a C4 diagram")},
        {u"gantt", QT_TRANSLATE_NOOP("Exchange", "a Gantt chart")},
        {u"pie", QT_TRANSLATE_NOOP("Exchange", "a pie chart")},
        {u"journey", QT_TRANSLATE_NOOP("Exchange", "a user journey")},
        {u"mindmap", QT_TRANSLATE_NOOP("Exchange", "a mind map")},
        {u"timeline", QT_TRANSLATE_NOOP("Exchange", "a timeline")},
        {u"gitGraph", QT_TRANSLATE_NOOP("Exchange", "a Git graph")},
        {u"quadrantChart", QT_TRANSLATE_NOOP("Exchange", "a quadrant chart")},
        {u"requirementDiagram", QT_TRANSLATE_NOOP("Exchange", "a requirement diagram")},
        {u"block", QT_TRANSLATE_NOOP("Exchange", "a block diagram")},
        {u"sankey", QT_TRANSLATE_NOOP("Exchange", "a Sankey diagram")},
        {u"xychart", QT_TRANSLATE_NOOP("Exchange", "a chart")},
        {u"packet", QT_TRANSLATE_NOOP("Exchange", "a packet diagram")},
        {u"kanban", QT_TRANSLATE_NOOP("Exchange", "a Kanban board")},
        {u"radar", QT_TRANSLATE_NOOP("Exchange", "a radar chart")},
        {u"treemap", QT_TRANSLATE_NOOP("Exchange", "a tree map")},
        {u"zenuml", QT_TRANSLATE_NOOP("Exchange", "a sequence diagram")},
    };
    const auto found = std::find_if(std::begin(types), std::end(types),
                                    [word](const Type& type) { return word.startsWith(type.word); });
    return found == std::end(types) ? nullptr : found;
}
/// What people call the types of Mermaid that hold no system design.
QString otherType(QStringView word) {
    const Type* type = typeOf(word);
    return type ? tr(type->name) : QString();
}

/// Of a diagram in Markdown whose language has another reader, or none.
QString otherLanguage(mermaid::Language language) {
    return language == mermaid::Language::Dot ? tr("one of Graphviz, which is read from a file of its own")
                                              : tr("one of PlantUML, which is not read");
}

struct Reading {
    Result<void> (*read)(const mermaid::Source&, Diagram&) = nullptr;
    bool leftToRight = false;
};
/// Which reader a diagram needs, by the word that it begins with.
Reading readingOf(QStringView word) {
    if (word == u"flowchart" || word == u"graph" || word == u"flowchart-elk")
        return {mermaid::readFlowchart, false};
    if (word.startsWith(u"architecture"))
        return {mermaid::readArchitecture, true};
    if (word.startsWith(u"C4"))
        return {mermaid::readC4, false};
    return {};
}

/// The word that says the type of a diagram; the cursor stands behind it.
QStringView takeType(TextCursor& cursor) {
    cursor.skipSpace();
    return cursor.takeWhile([](QChar c) { return c.isLetterOrNumber() || c == u'-' || c == u'_'; });
}

Result<Diagram> readExcerpt(QStringView whole, const mermaid::Excerpt& excerpt, const QString& sourceName,
                            const std::atomic<bool>* cancelled) {
    Diagram diagram;
    mermaid::Head head;
    const QString text = mermaid::withoutHead(whole.sliced(excerpt.begin, excerpt.end - excerpt.begin), head);
    diagram.title = head.title;
    diagram.notTaken = head.settings;
    TextCursor cursor(text);
    const QStringView type = takeType(cursor);
    const qsizetype behind = cursor.at();
    const mermaid::Source all{text, sourceName, excerpt.line, cancelled};
    const Reading reading = readingOf(type);
    if (!reading.read) {
        const QString other = otherType(type);
        return all.failAt(
            cursor, behind,
            other.isEmpty()
                ? tr("“%1” is no type of diagram; flowcharts, architecture and C4 diagrams can be read.")
                      .arg(type.left(40).toString())
                : tr("it is %1; flowcharts, architecture and C4 diagrams can be read.").arg(other));
    }
    diagram.leftToRight = reading.leftToRight;
    const mermaid::Source source{QStringView(text).sliced(behind), sourceName,
                                 excerpt.line + cursor.lineAt(behind) - 1, cancelled};
    const Result<void> read = reading.read(source, diagram);
    if (!read)
        return Failure(read.error());
    return diagram;
}

/// A diagram of Markdown, in whatever language it is.
Result<Diagram> readFenced(QStringView whole, const mermaid::Excerpt& excerpt, const QString& sourceName,
                           const std::atomic<bool>* cancelled) {
    switch (excerpt.language) {
    case mermaid::Language::Mermaid:
        return readExcerpt(whole, excerpt, sourceName, cancelled);
    case mermaid::Language::D2:
        return readD2(whole.sliced(excerpt.begin, excerpt.end - excerpt.begin).toString(), sourceName,
                      cancelled, excerpt.line);
    case mermaid::Language::Dot:
    case mermaid::Language::PlantUml:
        break;
    }
    return fail(ErrorCode::Unreadable,
                tr("%1: the diagram in line %2 was not read: it is %3.")
                    .arg(sourceName, QString::number(excerpt.line), otherLanguage(excerpt.language)));
}

/// What a text that is not read as a diagram is, for sentences, and its title.
struct Other {
    QString type, title;
    bool isReadable = false; ///< such diagrams are
};
Other otherIn(QStringView text, mermaid::Language language) {
    Other other;
    if (language != mermaid::Language::Mermaid) {
        const bool isD2 = language == mermaid::Language::D2;
        other.isReadable = isD2 && !text.trimmed().isEmpty();
        other.type = isD2 ? tr("an empty one") : otherLanguage(language);
        return other;
    }
    mermaid::Head head;
    const QString bare = mermaid::withoutHead(text, head);
    other.title = head.title;
    TextCursor cursor(bare);
    const QString word = takeType(cursor).left(40).toString();
    other.isReadable = readingOf(word).read != nullptr;
    other.type = otherType(word);
    if (other.type.isEmpty())
        other.type = NotTaken::called(word, tr("an empty one"));
    return other;
}

/// The diagrams of a Markdown file: of several each in a frame of its own, one as it is.
class Collection {
public:
    Collection(QStringView text, const QString& sourceName, const std::atomic<bool>* cancelled)
        : text_(text)
        , sourceName_(sourceName)
        , cancelled_(cancelled)
        , markdown_(mermaid::markdownOf(text)) {}

    bool isEmpty() const { return markdown_.diagrams.isEmpty(); }

    Result<Diagram> read() {
        const QList<mermaid::Excerpt>& all = markdown_.diagrams;
        const qsizetype most = std::min<qsizetype>(all.size(), exchangelimits::kUnplacedNodes);
        std::optional<Result<Diagram>> first; // of none that can be read: what is wrong with the first
        for (qsizetype i = 0; i < most; ++i) {
            if (cancelled_ && cancelled_->load(std::memory_order_relaxed))
                return fail(ErrorCode::Cancelled, tr("The import was cancelled."));
            Result<Diagram> diagram = readFenced(text_, all[i], sourceName_, cancelled_);
            if (!diagram && diagram.error().code == ErrorCode::Cancelled)
                return diagram;
            const bool isEmpty = diagram && diagram->nodes.isEmpty();
            if (!diagram || isEmpty)
                sayOther(all[i], diagram ? QString() : diagram.error().sentence);
            else
                take(std::move(*diagram), all[i]);
            if (!first && (taken_ == 0 || isEmpty))
                first = std::move(diagram);
        }
        if (taken_ == 0 && (all.size() == 1 || !*first))
            return *first;
        if (most < all.size())
            others_.add(tr("The diagrams from line %1 on were left out: there are more than %2.")
                            .arg(QString::number(all[most].line), QLocale().toString(most)));
        Diagram whole = taken_ == 1 ? std::move(only_) : std::move(album_);
        if (whole.title.isEmpty() && !markdown_.ours)
            whole.title =
                plainHeading(markdown_.title.isEmpty() && taken_ == 1 ? onlyHeading_ : markdown_.title);
        NotTaken lost;
        if (markdown_.hasText)
            lost.add(markdown_.ours
                         ? tr("Only the diagram of this document was read: its text, requirements, metrics "
                              "and decisions were left out. A PDF, SVG, PNG or JSON of the design brings all "
                              "of it back.")
                         : tr("Only the diagrams of this document were read: its text was left out."));
        if (taken_ == 1 && all.size() > 1)
            lost.add(tr("One of %1 diagrams was taken over, the one in line %2.")
                         .arg(QString::number(all.size()), QString::number(onlyLine_)));
        lost.take(whole.notTaken);
        lost.take(others_);
        whole.notTaken = lost;
        return whole;
    }

private:
    void take(Diagram diagram, const mermaid::Excerpt& excerpt) {
        nodes_ += diagram.nodes.size() + 1;
        edges_ += diagram.edges.size();
        if (taken_ > 0 &&
            (nodes_ > exchangelimits::kUnplacedNodes || edges_ > exchangelimits::kUnplacedEdges)) {
            nodes_ -= diagram.nodes.size() + 1;
            edges_ -= diagram.edges.size();
            others_.add(tr("The diagram in line %1 was left out: with it there are more than %2 nodes or %3 "
                           "links.")
                            .arg(QString::number(excerpt.line),
                                 QLocale().toString(exchangelimits::kUnplacedNodes),
                                 QLocale().toString(exchangelimits::kUnplacedEdges)));
            return;
        }
        ++taken_;
        if (taken_ == 1) {
            only_ = std::move(diagram);
            onlyHeading_ = excerpt.heading;
            onlyLine_ = excerpt.line;
            return;
        }
        if (taken_ == 2) {
            album_.leftToRight = only_.leftToRight;
            addFrame(std::exchange(only_, {}), onlyHeading_, onlyLine_);
        }
        addFrame(std::move(diagram), excerpt.heading, excerpt.line);
    }
    static QString plainHeading(QStringView heading) {
        constexpr qsizetype kLongest = 500;
        return heading.size() > kLongest ? QString()
                                         : markuptext::fromMarkdown(heading.toString()).simplified();
    }
    void addFrame(Diagram diagram, QStringView heading, qsizetype line) {
        const QString prefix = QString::number(++frames_) + u'/';
        Diagram::Node frame;
        frame.id = prefix;
        frame.type = Diagram::NodeType::Frame;
        frame.label = diagram.title.simplified();
        if (frame.label.isEmpty())
            frame.label = plainHeading(heading);
        if (frame.label.isEmpty())
            frame.label = tr("Diagram in line %1").arg(line);
        frame.description = diagram.remark;
        if (diagram.leftToRight != album_.leftToRight)
            diagram.notTaken.add(tr("Directions of diagrams were left out: %1."),
                                 NotTaken::thing({}, frame.label) +
                                     (diagram.leftToRight ? u" (LR)"_s : u" (TB)"_s));
        const bool isPlaced = std::any_of(diagram.nodes.begin(), diagram.nodes.end(),
                                          [](const Diagram::Node& node) { return node.rect.has_value(); });
        if (isPlaced)
            diagram.notTaken.add(tr("Places of a drawing that is one of several were left out: %1."),
                                 NotTaken::thing({}, frame.label));
        album_.notTaken.take(diagram.notTaken, prefix);
        album_.nodes << frame;
        for (Diagram::Node& node : diagram.nodes) {
            node.id.prepend(prefix);
            if (const auto rect = std::exchange(node.rect, std::nullopt))
                node.size = Size{rect->w, rect->h};
            node.parent.prepend(prefix); // of none it is the frame
            album_.nodes << std::move(node);
        }
        for (Diagram::Edge& edge : diagram.edges) {
            edge.source.prepend(prefix);
            edge.target.prepend(prefix);
            album_.edges << std::move(edge);
        }
    }
    /// `fault`: what is wrong with it, if its type could be read.
    void sayOther(const mermaid::Excerpt& excerpt, const QString& fault) {
        const Other other =
            otherIn(text_.sliced(excerpt.begin, excerpt.end - excerpt.begin), excerpt.language);
        const QString line = QString::number(excerpt.line);
        if (other.isReadable && !fault.isEmpty())
            others_.add(tr("The diagram in line %1 was left out. %2").arg(line, fault));
        else if (other.title.isEmpty())
            others_.add(tr("The diagram in line %1 was left out: %2.")
                            .arg(line, other.isReadable ? tr("an empty one") : other.type));
        else
            others_.add(tr("The diagram %3 in line %1 was left out: %2.")
                            .arg(line, other.isReadable ? tr("an empty one") : other.type,
                                 NotTaken::called(other.title)));
    }

    QStringView text_;
    const QString& sourceName_;
    const std::atomic<bool>* cancelled_;
    const mermaid::Markdown markdown_;
    Diagram only_; ///< the first, as long as there is no other
    QStringView onlyHeading_;
    qsizetype onlyLine_ = 0;
    Diagram album_;
    NotTaken others_;
    qsizetype taken_ = 0, frames_ = 0, nodes_ = 0, edges_ = 0;
};

} // namespace

bool isOtherMermaid(const QString& text) {
    constexpr qsizetype kMost = 1'000'000; // longer texts than anybody pastes for a diagram
    if (text.size() > kMost)
        return false;
    mermaid::Head head;
    const QString bare = mermaid::withoutHead(text, head);
    TextCursor cursor(bare);
    const QStringView type = takeType(cursor);
    const QStringView rest = cursor.takeLine().trimmed();
    const bool isAlone = rest.isEmpty() || rest == u":" || rest.startsWith(u"title ") || rest == u"showData";
    cursor.skipSpace();
    const Type* known = typeOf(type);
    const bool isWhole =
        known && (type.size() == known->word.size() || type[known->word.size()] == u'-'); // "block-beta"
    return isWhole && isAlone && !cursor.atEnd() && !readingOf(type).read;
}

Result<Diagram> readMermaid(const QString& text, const QString& sourceName,
                            const std::atomic<bool>* cancelled) {
    const Result<QString> source = sourceText(text, sourceName, u"Mermaid"_s);
    if (!source)
        return Failure(source.error());
    const QString& plain = *source;
    mermaid::Head head;
    const QString bare = mermaid::withoutHead(plain, head);
    TextCursor cursor(bare);
    const QStringView type = takeType(cursor);
    if (readingOf(type).read || !otherType(type).isEmpty())
        return readExcerpt(plain, {0, plain.size(), 1, {}}, sourceName, cancelled);
    Collection collection(plain, sourceName, cancelled);
    if (!collection.isEmpty())
        return collection.read();
    if (type.isEmpty())
        return fail(ErrorCode::Unreadable, tr("%1 holds no Mermaid diagram.").arg(sourceName));
    return readExcerpt(plain, {0, plain.size(), 1, {}}, sourceName, cancelled);
}

} // namespace groundplan

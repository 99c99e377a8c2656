#include "model/sketch/sketch_text.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

struct SketchText {
    Q_DECLARE_TR_FUNCTIONS(Sketch)
};

// One character each, so that places in the text stay what they are.
constexpr QChar kForwardArrow = u'\u2192';
constexpr QChar kBackwardArrow = u'\u2190';
constexpr QChar kBothArrow = u'\u2194';
constexpr qsizetype kLongestFigures = 1000; // of one statement

/// What the flows are called in Russian; where two begin alike, the earlier one is meant.
constexpr struct {
    QStringView word;
    Flow flow;
} kRussianFlows[] = {
    {u"запрос", Flow::Request},
    {u"поток", Flow::Stream},
    {u"пакет", Flow::Batch},
    {u"данные", Flow::Batch},
    {u"обучение", Flow::TrainingData},
    {u"обучающие-данные", Flow::TrainingData},
    {u"модель", Flow::ModelArtifact},
    {u"артефакт", Flow::ModelArtifact},
    {u"обратная-связь", Flow::Feedback},
    {u"связь", Flow::Feedback},
    {u"телеметрия", Flow::Telemetry},
};

/// The flow whose word begins like that: "s" -> stream, "train" -> training data, "te" -> telemetry.
std::optional<Flow> flowFor(const QString& written) {
    const QString begun = written.toLower().replace(u' ', u'-');
    for (std::size_t i = 0; i < wordCount<Flow>(); ++i) {
        if (QString(wordOf(Flow(i))).startsWith(begun))
            return Flow(i);
    }
    if (u"artifact"_s.startsWith(begun))
        return Flow::ModelArtifact;
    if (u"data"_s == begun)
        return Flow::Batch;
    for (const auto& [word, flow] : kRussianFlows) {
        if (word.startsWith(begun))
            return flow;
    }
    return std::nullopt;
}

class Reader {
public:
    Reader(const QString& text, std::optional<SketchError>* missing, const FactTest& isFacts)
        : raw_(text)
        , text_(plainSigns(text))
        , missing_(missing)
        , isFacts_(isFacts) {}

    tl::expected<QList<SketchStatement>, SketchError> read() {
        QList<SketchStatement> statements;
        if (!readStatements(statements, 0))
            return tl::unexpected(error_);
        if (at_ < text_.size())
            return tl::unexpected(sketchError(raw_, at_, SketchText::tr("This brace closes no frame.")));
        return statements;
    }

private:
    // ---- characters

    QChar at(qsizetype place) const { return place < text_.size() ? text_[place] : QChar(); }
    QChar here() const { return at(at_); }
    bool atEnd() const { return at_ >= text_.size(); }
    static bool endsStatement(QChar c) { return c == u'\n' || c == u';'; }

    void skipBlanks() {
        while (!atEnd() && (here() == u' ' || here() == u'\t' || here() == u'\r' ||
                            here().category() == QChar::Separator_Space))
            ++at_;
        if (here() == u'/' && at(at_ + 1) == u'/') {
            while (!atEnd() && here() != u'\n')
                ++at_;
        }
    }
    bool fail(qsizetype at, const QString& sentence) {
        error_ = sketchError(raw_, at, sentence);
        return false;
    }
    /// A quote or a parenthesis that opened at `at` is not closed: a fault, but not at the end of what
    /// somebody is typing.
    bool unclosed(qsizetype at, const QString& sentence) {
        if (!missing_ || !atEnd())
            return fail(at, sentence);
        if (!*missing_)
            *missing_ = sketchError(raw_, at, sentence);
        return true;
    }
    bool opensFrame() const { return here() == u'{' || (here() == u'(' && at(at_ + 1) == u'('); }
    bool closesFrame() const { return here() == u'}' || (here() == u')' && at(at_ + 1) == u')'); }
    void passBrace() { at_ += here() == u'{' || here() == u'}' ? 1 : 2; }

    /// Whether a link begins at `place`; a hyphen inside a word is none.
    bool linkAt(qsizetype place) const {
        const QChar c = at(place);
        if (c == u'>' || c == u'<' || c == u'~' || c == kForwardArrow || c == kBackwardArrow ||
            c == kBothArrow)
            return true;
        if (c == u'(')
            return at(place + 1) == u'-' || at(place + 1) == u'_';
        if (c == u'_')
            return at(place + 1) == u')' && at(place + 2) != u')';
        if (c == u'=')
            return at(place + 1) == u'>' || (at(place + 1) == u'=' && at(place + 2) == u'>');
        if (c != u'-')
            return false;
        const QChar next = at(place + 1);
        if (next == u'-' || next == u'>' || next == u'"' || next == kForwardArrow)
            return true;
        if (next == u')')
            return at(place + 2) != u')' || true;
        const bool afterBlank =
            place == 0 || at(place - 1).isSpace() || at(place - 1) == u'"' || at(place - 1) == u')';
        return afterBlank && (next.isLetter() || next.isSpace());
    }

    // ---- the grammar

    bool readStatements(QList<SketchStatement>& statements, int depth) {
        for (;;) {
            skipBlanks();
            while (!atEnd() && endsStatement(here())) {
                ++at_;
                skipBlanks();
            }
            if (atEnd() || (depth > 0 && closesFrame()) || here() == u'}')
                return true;
            SketchStatement statement;
            if (!readStatement(statement, depth))
                return false;
            statements.append(std::move(statement));
            skipBlanks();
            if (!atEnd() && !endsStatement(here()) && !(depth > 0 && closesFrame())) {
                return fail(at_,
                            here() == u'}'
                                ? SketchText::tr("This brace closes no frame.")
                                : SketchText::tr("“%1” is not expected here; put “>”, “,” or “;” before it.")
                                      .arg(raw_.mid(at_, 1)));
            }
        }
    }

    bool readStatement(SketchStatement& statement, int depth) {
        if (isFactsAt(at_, depth))
            return readFacts(statement, std::nullopt, depth);
        SketchChain chain;
        if (linkAt(at_)) {
            SketchLink link;
            if (!readLink(link))
                return false;
            chain.first = link;
        }
        for (;;) {
            QList<SketchItem> group;
            const qsizetype start = at_;
            if (!readGroup(group, depth, chain.first || !chain.links.isEmpty()))
                return false;
            if (!chain.first && chain.groups.isEmpty() && group.size() == 1 && here() == u':') {
                ++at_;
                return noChainFollows(group.first(), depth) &&
                       readFacts(statement, std::move(group.first()), depth);
            }
            if (group.isEmpty()) {
                if (chain.links.isEmpty())
                    return fail(start, SketchText::tr("A block is expected here."));
                chain.last = chain.links.takeLast(); // typed up to here, or leads to what is selected
                break;
            }
            chain.groups.append(std::move(group));
            skipBlanks();
            if (here() == u':') { // about what the chain ends with
                ++at_;
                const SketchItem last = chain.groups.last().last();
                statement.chain = std::move(chain);
                return noChainFollows(last, depth) && readFacts(statement, std::nullopt, depth);
            }
            if (!linkAt(at_))
                break;
            SketchLink link;
            if (!readLink(link))
                return false;
            chain.links.append(link);
            skipBlanks();
            if (linkAt(at_))
                return fail(at_, SketchText::tr("A block is missing between two arrows."));
        }
        statement.chain = std::move(chain);
        return true;
    }

    /// Where the statement that `place` is in ends.
    qsizetype statementEnd(qsizetype place, int depth, qsizetype most) const {
        const qsizetype end = std::min(text_.size() - place, most) + place;
        for (bool quoted = false; place < end && text_[place] != u'\n'; ++place) {
            quoted = quoted != (text_[place] == u'"');
            if (!quoted && (text_[place] == u';' || text_[place] == u'}' ||
                            (depth > 0 && text_[place] == u')' && at(place + 1) == u')')))
                break;
        }
        return place;
    }
    bool isFactsAt(qsizetype place, int depth) const {
        if (!isFacts_)
            return false;
        // Figures are short; a long line need not be looked through at each of its colons.
        const qsizetype most = at(place).isLetterOrNumber() ? kLongestFigures : text_.size();
        const QString statement = raw_.mid(place, statementEnd(place, depth, most) - place).trimmed();
        return !statement.isEmpty() && isFacts_(statement);
    }
    /// Whether a statement is more than words: an arrow, a frame or facts about something that it names.
    bool isSignedAt(qsizetype place, int depth) const {
        for (const qsizetype end = statementEnd(place, depth, text_.size()); place < end; ++place) {
            if (linkAt(place) || text_[place] == u'{' || text_[place] == u':' ||
                (text_[place] == u'(' && at(place + 1) == u'('))
                return true;
        }
        return false;
    }
    /// "offline: kafka > spark" is meant as a frame.
    bool noChainFollows(const SketchItem& subject, int depth) {
        skipBlanks();
        if (!isFacts_ || atEnd() || isFactsAt(at_, depth) || !isSignedAt(at_, depth) ||
            factFollows(at_, depth))
            return true;
        const QString& name = subject.words.isEmpty() ? subject.title : subject.words;
        return fail(at_, SketchText::tr("Behind a colon facts are expected, not a chain; a frame is written "
                                        "%1 { … }.")
                             .arg(name));
    }

    /// Whether what stands behind a ";" is one more fact about the same block, not a chain.
    bool factFollows(qsizetype place, int depth) const {
        while (at(place) == u' ')
            ++place;
        static const QString kMarks = QStringLiteral("?!*#№|\\@%+");
        if (kMarks.contains(at(place)) || (at(place) == u'-' && at(place + 1) == u' ') ||
            isFactsAt(place, depth))
            return true;
        // "auc >= 0.8": no arrow has such a sign.
        for (; place < text_.size() && !endsStatement(text_[place]) && text_[place] != u'"'; ++place) {
            const QChar c = text_[place];
            const QChar next = at(place + 1);
            if (c == u':' && next.isSpace())
                return false; // "; model: recall >= 0.5" is about something else
            if (c == u'≥' || c == u'≤' || (QStringView(u"><()").contains(c) && next == u'=') ||
                (c == u'(' && next == u'-' && at(place + 2) == u'='))
                return true;
            const QStringView rest = QStringView(text_).sliced(place);
            if (rest.startsWith(u"не меньше ") || rest.startsWith(u"не больше "))
                return true;
        }
        return false;
    }

    /// Facts about `subject`; none: about what stands before them, or about what is selected.
    bool readFacts(SketchStatement& statement, std::optional<SketchItem> subject, int depth) {
        skipBlanks();
        SketchFacts facts;
        const bool alone = !subject && !statement.chain;
        facts.subject = std::move(subject);
        facts.span.from = at_;
        bool quoted = false;
        while (!atEnd() && here() != u'\n' &&
               (quoted || (here() != u'}' && !(depth > 0 && closesFrame()) &&
                           (here() != u';' || factFollows(at_ + 1, depth) ||
                            (alone && !isSignedAt(at_ + 1, depth)))))) {
            quoted = quoted != (here() == u'"');
            ++at_;
        }
        facts.span.to = at_;
        facts.text = raw_.mid(facts.span.from, facts.span.to - facts.span.from).trimmed();
        statement.facts = std::move(facts);
        return true;
    }

    bool readGroup(QList<SketchItem>& group, int depth, bool behindArrow) {
        for (;;) {
            skipBlanks();
            SketchItem item;
            const qsizetype start = at_;
            if (behindArrow && !group.isEmpty() && !readLabel(item.label))
                return false;
            if (!readItem(item, depth))
                return false;
            if (item.span.from == item.span.to && !item.isFrame) {
                if (group.isEmpty())
                    return true; // nothing there: the caller knows whether that is a fault
                return atEnd() || endsStatement(here())
                           ? true // "a > b," typed up to here
                           : fail(start, SketchText::tr("A block is missing after the comma."));
            }
            if (++count_ > kMostSketched) {
                return fail(start, SketchText::tr(
                                       "This is more than %1 blocks and arrows, the most that one text can "
                                       "hold; sketch it in parts.")
                                       .arg(kMostSketched));
            }
            group.append(std::move(item));
            skipBlanks();
            if (here() != u',')
                return true;
            ++at_;
        }
    }

    bool readItem(SketchItem& item, int depth) {
        item.span.from = at_;
        item.wordsSpan.from = at_;
        while (!atEnd() && isWordAt(at_))
            ++at_;
        qsizetype end = at_;
        while (end > item.span.from && text_[end - 1].isSpace())
            --end;
        item.words = raw_.mid(item.span.from, end - item.span.from).simplified();
        item.wordsSpan.to = end;
        item.span.to = end;
        at_ = end;
        for (bool more = true; more;) {
            more = false;
            const qsizetype before = at_;
            skipBlanks();
            if (here() == u'"' && item.title.isEmpty()) {
                if (!readQuoted(item.title))
                    return false;
                more = true;
            } else if (here() == u'(' && at(at_ + 1) != u'(' && !linkAt(at_) && item.technology.isEmpty() &&
                       item.span.to > item.span.from) {
                if (!readTechnology(item.technology))
                    return false;
                more = true;
            } else {
                at_ = before;
            }
            if (more)
                item.span.to = at_;
        }
        const qsizetype before = at_;
        skipBlanks();
        if (!opensFrame()) {
            at_ = before;
            return true;
        }
        const qsizetype brace = at_;
        if (depth + 1 > kDeepestSketch)
            return fail(brace, SketchText::tr("Frames lie inside each other %1 deep; that is the limit.")
                                   .arg(kDeepestSketch));
        passBrace();
        item.isFrame = true;
        if (!readStatements(item.content, depth + 1))
            return false;
        skipBlanks();
        if (!closesFrame()) {
            return (missing_ && atEnd()) ||
                   fail(brace, SketchText::tr("This frame is not closed; a “}” is missing."));
        }
        passBrace();
        return true;
    }

    bool isWordAt(qsizetype place) const {
        const QChar c = at(place);
        if (c == u',' || c == u'"' || c == u'{' || c == u'}' || c == u';' || c == u'\n' || c == u'(' ||
            c == u')')
            return false;
        if (c == u':')
            return isInWord(place);
        if (c == u'/' && at(place + 1) == u'/') // a comment, or an address ("https://...")
            return place > 0 && at(place - 1) == u':' && isInWord(place - 1);
        return !linkAt(place);
    }

    /// Whether a colon is a part of the word around it ("ranker:v2"), and no facts follow it.
    bool isInWord(qsizetype colon) const {
        const QChar next = at(colon + 1);
        return raw_[colon] == u':' && colon > 0 && !at(colon - 1).isSpace() &&
               (next.isLetterOrNumber() || next == u'/') && !isFactsAt(colon + 1, 0);
    }

    bool readQuoted(QString& text) {
        const qsizetype open = at_++;
        while (!atEnd() && here() != u'"' && here() != u'\n')
            ++at_;
        const bool closed = here() == u'"';
        if (!closed && !unclosed(open, SketchText::tr("The closing quote of this text is missing.")))
            return false;
        text = raw_.mid(open + 1, at_ - open - 1).simplified();
        at_ += closed;
        return true;
    }

    bool readTechnology(QString& text) {
        const qsizetype open = at_++;
        int inner = 0; // "(Label join (Spark))"
        for (; !atEnd() && (here() != u')' || inner > 0) && here() != u'\n'; ++at_)
            inner += here() == u'(' ? 1 : here() == u')' ? -1 : 0;
        const bool closed = here() == u')';
        if (!closed &&
            !unclosed(open, SketchText::tr("The closing parenthesis of this technology is missing.")))
            return false;
        text = raw_.mid(open + 1, at_ - open - 1).simplified();
        at_ += closed;
        return true;
    }

    /// The head of an arrow that ends here: ">", ")" or nothing.
    bool passHead() {
        if (here() != u'>' && here() != u')')
            return false;
        ++at_;
        return true;
    }

    bool readLink(SketchLink& link) {
        link.span.from = at_;
        if (++count_ > kMostSketched)
            return fail(at_, SketchText::tr(
                                 "This is more than %1 blocks and arrows, the most that one text can hold; "
                                 "sketch it in parts.")
                                 .arg(kMostSketched));
        bool back = false;
        bool forth = false;
        if (here() == kForwardArrow || here() == kBackwardArrow || here() == kBothArrow) {
            back = here() != kForwardArrow;
            forth = here() != kBackwardArrow;
            ++at_;
        } else {
            if (here() == u'<' || here() == u'(') {
                back = true;
                ++at_;
            }
            if (back && here() == u'>') { // "<>"
                forth = true;
                ++at_;
            } else if (!readShaft(link, forth, back)) {
                return false;
            }
        }
        link.direction = back && forth   ? Direction::Both
                         : back || forth ? Direction::Forward
                                         : Direction::None;
        link.backward = back && !forth;
        link.span.to = at_;
        return !link.label.isEmpty() || readLabel(link.label, &link.span.to);
    }

    /// A quoted text in front of a block; in front of an arrow it would be a block by its title, and stays.
    bool readLabel(QString& label, qsizetype* end = nullptr) {
        const qsizetype before = at_;
        skipBlanks();
        if (here() != u'"') {
            at_ = before;
            return true;
        }
        QString text;
        if (!readQuoted(text))
            return false;
        const qsizetype behind = at_;
        skipBlanks();
        const bool isItem = atEnd() || endsStatement(here()) || linkAt(at_) || here() == u',' ||
                            here() == u'(' || here() == u'{' || here() == u'}' || here() == u')' ||
                            here() == u':';
        at_ = isItem ? before : behind;
        if (isItem)
            return true;
        label = text;
        if (end)
            *end = at_;
        return true;
    }

    /// What stands between the two heads: dashes, "=", "~", a flow and a label.
    bool readShaft(SketchLink& link, bool& forth, bool back) {
        const auto isWave = [this] {
            return here() == u'~' ||
                   (here() == u'_' && (at(at_ + 1) == u')' || (at_ > 0 && at(at_ - 1) == u'(')));
        };
        const auto isDash = [&] { return here() == u'-' || here() == u'=' || isWave(); };
        const auto passDashes = [&] {
            while (isDash()) {
                if (isWave())
                    link.flow = Flow::Stream;
                ++at_;
            }
        };
        if (here() == u'>') {
            ++at_;
            forth = true;
            return true;
        }
        if (back && !isDash() && !here().isLetter() && here() != u'"')
            return true; // "<"
        const qsizetype afterHead = at_;
        passDashes();
        if (back && afterHead == at_) {
            // "<flow-": only with its dash behind it; else the word is the next block ("ranker <feast").
            qsizetype look = at_;
            while (look < text_.size() && (text_[look].isLetter() || text_[look] == u' ' ||
                                           (text_[look] == u'-' && at(look + 1).isLetter())))
                ++look;
            if (look == at_ || at(look) != u'-' || at(look + 1).isLetterOrNumber())
                return true;
        }
        if (passHead()) {
            forth = true;
            return true;
        }
        // A flow or a label makes this a long arrow, which must end in a dash or a head.
        const qsizetype wordsAt = at_;
        qsizetype look = at_;
        while (look < text_.size() &&
               (text_[look].isLetter() || (text_[look] == u'-' && at(look + 1).isLetter() && look > wordsAt)))
            ++look;
        const QChar behind = at(look);
        const bool isFlow =
            look > wordsAt && (behind == u'>' || behind == u')' || behind == u'-' || behind == u'~' ||
                               behind == u'"' || (behind == u' ' && at(look + 1) == u'"'));
        if (!isFlow && here() != u'"')
            return true; // "--", or "<-" before a block
        if (isFlow) {
            const QString written = raw_.mid(wordsAt, look - wordsAt);
            const std::optional<Flow> flow = flowFor(text_.mid(wordsAt, look - wordsAt));
            if (!flow) {
                QStringList words;
                for (const char* word : Words<Flow>::words)
                    words << QLatin1StringView(word);
                return fail(
                    wordsAt,
                    SketchText::tr("“%1” is no flow; the flows are %2.").arg(written, words.join(u", "_s)));
            }
            link.flow = flow;
            at_ = look;
            skipBlanks();
        }
        if (here() == u'"' && !readQuoted(link.label))
            return false;
        skipBlanks();
        const qsizetype tail = at_;
        passDashes();
        if (passHead()) {
            forth = true;
            return true;
        }
        if (tail == at_ && !atEnd())
            return fail(at_, SketchText::tr("This arrow is not finished; end it with “>” or “-”."));
        return true;
    }

    const QString& raw_;
    const QString text_;
    std::optional<SketchError>* const missing_;
    const FactTest& isFacts_;
    qsizetype at_ = 0;
    int count_ = 0;
    SketchError error_;
};

} // namespace

SketchError sketchError(const QString& text, qsizetype at, const QString& sentence) {
    SketchError error;
    error.at = std::clamp<qsizetype>(at, 0, text.size());
    qsizetype lineStart = 0;
    for (qsizetype i = 0; i < error.at; ++i) {
        if (text[i] == u'\n') {
            ++error.line;
            lineStart = i + 1;
        }
    }
    for (qsizetype i = lineStart; i < error.at; ++i)
        error.column += text[i].isLowSurrogate() ? 0 : 1;
    error.sentence =
        text.contains(u'\n')
            ? SketchText::tr("Line %1, column %2: %3").arg(error.line).arg(error.column).arg(sentence)
            : SketchText::tr("Column %1: %2").arg(error.column).arg(sentence);
    return error;
}

tl::expected<QList<SketchStatement>, SketchError>
readSketch(const QString& text, std::optional<SketchError>* missing, const FactTest& isFacts) {
    return Reader(text, missing, isFacts).read();
}

} // namespace groundplan

#include "model/exchange/mermaid_markdown.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace groundplan::mermaid {

namespace {

/// "## Serving ##": "Serving"; nothing where this is no such line.
QStringView headingIn(QStringView line) {
    qsizetype level = 0;
    while (level < line.size() && line[level] == u'#')
        ++level;
    if (level == 0 || level > 6 || (level < line.size() && !line[level].isSpace()))
        return {};
    line = line.sliced(level).trimmed();
    while (line.endsWith(u'#'))
        line.chop(1);
    return line.trimmed();
}

/// Whether what stands above such a line is a heading.
bool isUnderline(QStringView line) {
    return line.size() >= 3 && (line.front() == u'=' || line.front() == u'-') &&
           std::all_of(line.begin(), line.end(), [line](QChar c) { return c == line.front(); });
}

/// Behind a fence: "mermaid", "{.d2 width=50%}".
std::optional<Language> languageOf(QStringView said) {
    if (said.startsWith(u'{'))
        said = said.sliced(1).trimmed();
    if (said.startsWith(u'.'))
        said = said.sliced(1);
    if (said.startsWith(u"mermaid", Qt::CaseInsensitive))
        return Language::Mermaid;
    struct Word {
        QStringView word;
        Language language;
    };
    static constexpr Word words[] = {{u"d2", Language::D2},         {u"dot", Language::Dot},
                                     {u"graphviz", Language::Dot},  {u"gv", Language::Dot},
                                     {u"puml", Language::PlantUml}, {u"plantuml", Language::PlantUml}};
    const auto end = std::find_if(said.begin(), said.end(), [](QChar c) { return !c.isLetterOrNumber(); });
    const QStringView first = said.first(end - said.begin());
    for (const Word& known : words) {
        if (first.compare(known.word, Qt::CaseInsensitive) == 0)
            return known.language;
    }
    return std::nullopt;
}

class Reader {
public:
    explicit Reader(QStringView text)
        : text_(text) {}

    Markdown read() {
        skipFrontMatter();
        while (at_ < text_.size()) {
            const qsizetype begin = at_;
            const QStringView line = next();
            if (!mark_.isEmpty())
                readInside(line, begin);
            else if (!opensFence(line))
                readText(line);
        }
        found_.ours = found_.ours && text_.contains(u"classDef kind_");
        return std::move(found_);
    }

private:
    QStringView next() {
        ++line_;
        return takeLine(text_, at_).trimmed();
    }
    /// What programs are told about the file.
    void skipFrontMatter() {
        qsizetype ahead = 0;
        if (takeLine(text_, ahead).trimmed() != u"---")
            return;
        qsizetype lines = 1;
        while (ahead < text_.size()) {
            ++lines;
            if (takeLine(text_, ahead).trimmed() == u"---") {
                at_ = ahead;
                line_ = lines;
                found_.hasText = true;
                return;
            }
        }
    }
    void readInside(QStringView line, qsizetype begin) {
        if (!line.startsWith(mark_) || !line.sliced(mark_.size()).trimmed().isEmpty())
            return;
        if (isDiagram_)
            found_.diagrams.last().end = begin;
        mark_ = {};
    }
    bool opensFence(QStringView line) {
        for (const QStringView fence : {QStringView(u"```"), QStringView(u"~~~"), QStringView(u":::")}) {
            if (!line.startsWith(fence))
                continue;
            qsizetype length = fence.size();
            while (length < line.size() && line[length] == fence[0])
                ++length;
            const std::optional<Language> language = languageOf(line.sliced(length).trimmed());
            isDiagram_ = language.has_value();
            // Between colons other programs put remarks, and diagrams within them.
            if (!isDiagram_ && fence[0] == u':')
                return false;
            mark_ = line.first(length);
            if (isDiagram_)
                found_.diagrams.append({at_, text_.size(), line_ + 1, heading_, *language});
            else
                found_.hasText = true;
            return true;
        }
        return false;
    }
    void readText(QStringView line) {
        const QStringView heading = headingIn(line);
        if (!heading.isEmpty())
            heading_ = heading;
        else if (isUnderline(line) && !before_.isEmpty())
            heading_ = before_;
        const bool isTitle = (!heading.isEmpty() && !line.startsWith(u"##")) ||
                             (isUnderline(line) && line.front() == u'=' && !before_.isEmpty());
        if (isTitle && found_.title.isEmpty())
            found_.title = heading_;
        before_ = heading.isEmpty() ? line : QStringView();
        found_.hasText = found_.hasText || !line.isEmpty();
        found_.ours = found_.ours || line.startsWith(u"## <a id=\"");
    }

    QStringView text_;
    qsizetype at_ = 0;
    qsizetype line_ = 0; ///< that was read last
    Markdown found_;
    QStringView mark_; ///< that ends the fenced block around here
    bool isDiagram_ = false;
    QStringView heading_, before_;
};

} // namespace

QStringView takeLine(QStringView text, qsizetype& at) {
    const qsizetype end = text.indexOf(u'\n', at);
    const QStringView line = text.sliced(at, (end < 0 ? text.size() : end) - at);
    at = end < 0 ? text.size() : end + 1;
    return line;
}

Markdown markdownOf(QStringView text) {
    return Reader(text).read();
}

} // namespace groundplan::mermaid

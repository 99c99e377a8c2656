#include "model/report/markdown.h"

#include "model/design/web_link.h"
#include "model/report/linked_text.h"
#include "model/report/report_of.h"

#include <QCoreApplication>
#include <QHash>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan::report {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

/// Whether the sign at `at` of a line would mean something to Markdown or HTML.
bool isSpecial(QStringView line, qsizetype at) {
    const QChar sign = line[at];
    if (QStringView(u"\\`*[]<>|~&$").contains(sign))
        return true;
    const auto isWord = [&line](qsizetype i) {
        return i >= 0 && i < line.size() && line[i].isLetterOrNumber();
    };
    if (sign == u'_')
        return !isWord(at - 1) || !isWord(at + 1);
    // At the start of a line: headings, lists, rules.
    const QStringView before = line.first(at).trimmed();
    if (QStringView(u"#-+=:").contains(sign))
        return before.isEmpty();
    if (sign == u'.' || sign == u')') {
        return !before.isEmpty() &&
               std::all_of(before.begin(), before.end(), [](QChar digit) { return digit.isDigit(); });
    }
    return false;
}

/// One line of text. Spaces at its ends would be code or a break.
QString plain(QStringView text) {
    const QStringView line = text.trimmed();
    QString written;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar sign = line[i];
        if (sign.category() == QChar::Other_Control) {
            written += u' ';
            continue;
        }
        if (isSpecial(line, i))
            written += u'\\';
        written += sign;
    }
    return written;
}

class Writer {
public:
    Writer(const Report& report, const QString& picture, const QByteArray& mermaid, const QString& remark)
        : report_(report)
        , picture_(picture)
        , mermaid_(mermaid)
        , remark_(remark)
        , entries_(describedIn(report)) {}

    QByteArray write() {
        text_ = u"# "_s + heading(report_.title) + u'\n';
        QStringList facts;
        for (const QString& fact : {report_.author, report_.practice})
            if (!fact.isEmpty())
                facts << plain(fact);
        for (const QString& time : timesOf(report_))
            facts << plain(time);
        paragraph(facts.join(u" \u00b7 "_s));
        const QLatin1StringView architecture(sections::kArchitecture);
        const bool told = std::any_of(report_.sections.begin(), report_.sections.end(),
                                      [&](const Section& section) { return section.key == architecture; });
        if (!told)
            writeDiagram();
        for (const Section& section : report_.sections) {
            writeHeading(u"##"_s, section.key, section.title);
            if (section.key == architecture)
                writeDiagram();
            writeItems(section.items);
            for (const Entry& entry : section.entries) {
                writeHeading(u"###"_s, entry.key, entry.title);
                writeItems(entry.items);
            }
        }
        return text_.toUtf8();
    }

private:
    void paragraph(const QString& text) {
        if (!text.isEmpty())
            text_ += u'\n' + text + u'\n';
    }
    static QString heading(const QString& text) { return plain(text.simplified()); }

    /// The anchor keeps its name whatever a viewer makes of the heading.
    void writeHeading(const QString& marks, const QString& key, const QString& title) {
        paragraph(marks + u' ' + anchor(key) + heading(title));
    }

    void writeDiagram() {
        if (!picture_.isEmpty()) {
            const QString file = QString::fromLatin1(QUrl::toPercentEncoding(picture_));
            paragraph(u"[!["_s + plain(Text::tr("Diagram: %1").arg(report_.title.simplified())) + u"]("_s +
                      file + u")]("_s + file + u')');
        }
        if (!mermaid_.isEmpty())
            paragraph(u"```mermaid\n"_s + QString::fromUtf8(mermaid_) + u"```"_s);
        paragraph(plain(remark_));
    }

    /// `lineBreak` is what divides lines within a span.
    QString spanned(const Span& span, QLatin1StringView lineBreak) const {
        const QString entry = span.element ? entries_.value(span.element) : span.entry;
        const QString link = addressOf(span.url);
        if (!link.isEmpty() && webAddressAt(span.text, 0) == span.text) {
            // Between these signs nothing is escaped; only a table's own would divide it.
            return u'<' + QString(span.text).replace(u'|', u"%7C"_s) + u'>';
        }
        QStringList lines;
        for (const QStringView line : QStringView(span.text).split(u'\n'))
            lines << plain(line);
        QString text = lines.join(lineBreak);
        // What plain() has trimmed divides spans.
        const QString before = span.text.startsWith(u' ') ? u" "_s : QString();
        const QString after = span.text.size() > 1 && span.text.endsWith(u' ') ? u" "_s : QString();
        if (text.isEmpty())
            return before + after;
        if (span.tone == Span::Tone::Strong)
            text = u"**"_s + text + u"**"_s;
        if (!entry.isEmpty())
            text = u"["_s + text + u"](#"_s + entry + u')';
        else if (!link.isEmpty())
            text = u"["_s + text + u"](<"_s + link + u">)"_s;
        return before + text + after;
    }
    static QString addressOf(const QString& link) {
        const QUrl url = webLink(link);
        if (link.isEmpty() || !url.isValid())
            return {};
        QByteArray address = url.toEncoded();
        return QString::fromLatin1(address.replace('<', "%3C").replace('>', "%3E").replace('|', "%7C"));
    }
    QString written(const Line& line, QLatin1StringView lineBreak) const {
        QString text;
        for (const Span& span : line)
            text += spanned(span, lineBreak);
        return text.trimmed();
    }
    static QString anchor(const QString& key) { return u"<a id=\""_s + key + u"\"></a>"_s; }

    void writeItems(const QList<Item>& items) {
        bool inList = false;
        for (const Item& item : items) {
            if (item.type == Item::Type::Table) {
                writeTable(item.table);
            } else if (item.type == Item::Type::Bullet) {
                if (!inList)
                    text_ += u'\n';
                text_ += u"- "_s + written(item.line, "<br>"_L1) + u'\n';
            } else {
                paragraph(written(item.line, "\\\n"_L1));
            }
            inList = item.type == Item::Type::Bullet;
        }
    }

    void writeTable(const Table& table) {
        const auto row = [this](const QList<Line>& cells) {
            QString line = u"|"_s;
            for (const Line& cell : cells)
                line += u' ' + written(cell, "<br>"_L1) + u" |"_s;
            return line + u'\n';
        };
        text_ += u'\n' + row(table.head) + u'|' + u" --- |"_s.repeated(table.head.size()) + u'\n';
        for (qsizetype i = 0; i < table.rows.size(); ++i) {
            QList<Line> cells = table.rows[i];
            const RowSubject subject = table.subjects.value(i);
            if (!subject.key.isEmpty()) {
                for (Span& span : cells.first()) {
                    if (span.element == subject.subject)
                        span.element = {}; // it is here that it would lead to
                }
            }
            const QString line = row(cells);
            text_ += subject.key.isEmpty() ? line : u"| "_s + anchor(subject.key) + line.sliced(2);
        }
    }

    const Report& report_;
    const QString picture_;
    const QByteArray mermaid_;
    const QString remark_;
    const QHash<ElementId, QString> entries_; ///< where elements are described
    QString text_;
};

} // namespace

QByteArray writeMarkdown(const Report& report, const QString& picture, const QByteArray& mermaid,
                         const QString& remark) {
    return Writer(report, picture, mermaid, remark).write();
}

} // namespace groundplan::report

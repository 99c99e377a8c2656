#include "app/render/unreadable.h"

#include "app/render/fonts.h"
#include "model/design/design.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <optional>

namespace groundplan {
namespace {

constexpr qsizetype kMostNamed = 24;
constexpr char16_t kFirstBeyond = 0x250; ///< below are letters that Inter has

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Export)
};

/// Collects what has no letter, each once.
class Letters {
public:
    void look(const QString& text) {
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text[i] < QChar(kFirstBeyond))
                continue; // nearly all of most texts
            char32_t letter = text[i].unicode();
            if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
                letter = QChar::surrogateToUcs4(text[i], text[i + 1]);
            i += QChar::requiresSurrogates(letter) ? 1 : 0;
            if (seen_.contains(letter))
                continue;
            seen_.insert(letter);
            if (isSeen(letter) && !isInFonts(letter))
                without_.append(letter);
        }
    }
    /// In the order of their codes, and so by script.
    QStringList without() const {
        QList<char32_t> letters = without_;
        std::sort(letters.begin(), letters.end());
        QStringList texts;
        for (const char32_t letter : letters)
            texts.append(QString::fromUcs4(&letter, 1));
        return texts;
    }

private:
    /// Joiners, variation selectors and the like are signs for the letters beside them.
    static bool isSeen(char32_t letter) {
        const QChar::Category category = QChar::category(letter);
        return !QChar::isSpace(letter) && category != QChar::Other_Control &&
               category != QChar::Other_Format && category != QChar::Other_Surrogate &&
               !(letter >= 0xFE00 && letter <= 0xFE0F) && !(letter >= 0xE0100 && letter <= 0xE01EF);
    }

    bool isInFonts(char32_t letter) {
        if (!metrics_)
            metrics_.emplace(fonts::of(fonts::Role::Technology)); // most designs never ask
        return metrics_->inFontUcs4(letter);
    }

    std::optional<QFontMetrics> metrics_;
    QSet<char32_t> seen_;
    QList<char32_t> without_;
};

/// What every picture shows of a design.
void lookAtPicture(const Design& design, Letters& letters) {
    for (const Block& block : design.blocks) {
        letters.look(block.title);
        letters.look(block.technology);
    }
    for (const Frame& frame : design.frames) {
        letters.look(frame.title);
        letters.look(frame.remark);
    }
    for (const Connection& connection : design.connections)
        letters.look(connection.label);
    for (const Shape& shape : design.shapes)
        letters.look(shape.text);
    for (const Metric& metric : design.metrics) {
        letters.look(metric.name);
        letters.look(metric.unit);
    }
    for (const Card& card : design.cards)
        letters.look(card.text);
}

/// What cards show in a picture, and sections in a report: task, requirements and decisions of the board.
void lookAtBoard(const Design& design, Letters& letters) {
    letters.look(design.board.task);
    for (const Requirement& requirement : design.requirements)
        letters.look(requirement.answer);
    for (const Decision& decision : design.decisions) {
        letters.look(decision.question);
        letters.look(decision.reason);
    }
    for (const Option& option : design.options)
        letters.look(option.title);
    for (const Argument& argument : design.arguments)
        letters.look(argument.text);
}

/// What only a report tells.
void lookAtTheRest(const Design& design, Letters& letters) {
    for (const Block& block : design.blocks)
        letters.look(block.description);
    for (const Note& note : design.notes)
        letters.look(note.text);
    for (const Property& property : design.properties)
        letters.look(property.value);
    for (const Criterion& criterion : design.criteria)
        letters.look(criterion.title);
    for (const Requirement& requirement : design.requirements)
        letters.look(requirement.question);
}

} // namespace

QString unreadableSentence(const Design& design, const QString& title, Told told) {
    Letters letters;
    letters.look(title);
    lookAtPicture(design, letters);
    if (told == Told::Report || !design.cards.isEmpty())
        lookAtBoard(design, letters);
    if (told == Told::Report)
        lookAtTheRest(design, letters);
    const QStringList without = letters.without();
    if (without.isEmpty() || fonts::isNone()) // which is said of all letters
        return {};
    QString named = without.mid(0, kMostNamed).join(u' ');
    if (without.size() > kMostNamed)
        named += u" …";
    return Text::tr("No font on this machine has %1, so boxes stand in their places: install one that has.")
        .arg(named);
}

} // namespace groundplan

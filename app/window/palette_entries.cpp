#include "app/window/palette_entries.h"

#include "app/window/action_words.h"
#include "model/design/metric_value.h"
#include "model/design/words_text.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

constexpr int kOtherMalus = 4;  ///< for a synonym
constexpr int kWholeMalus = 8;  ///< for words of the text and of what stands beside it together
constexpr int kNotNowMalus = 3; ///< for an action that is not possible at the moment
constexpr int kWholeWords = 3;  ///< of what is there already: before anything that only begins so
constexpr int kScattered = kOnlyOffered + 10; ///< from here on letters are only found in their order
constexpr int kAddedMalus = 10;               ///< for what would be added, unless it is named by the whole
constexpr qsizetype kLongest = 120;           ///< characters of a note

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CommandPalette)
};

QString plain(QString text) {
    return text.remove(u'&').remove(u'…');
}

/// A name that its dot does not part: who wants to draw wants no other program.
QString asOneWord(QString text) {
    return text.replace("draw.io"_L1, "drawio"_L1, Qt::CaseInsensitive);
}

QString endsOf(const Design& design, const Connection& connection) {
    return Text::tr("%1 to %2").arg(design.captionOf(connection.source), design.captionOf(connection.target));
}

/// What hangs on an element says on which; on the board it says so, too.
QString onWhat(const Design& design, ElementId subject) {
    return subject ? Text::tr("on %1").arg(calledInLists(design, subject)) : Text::tr("on the board");
}

QList<Phrase> phrasesOf(const QStringList& texts) {
    QList<Phrase> phrases;
    for (const QString& text : texts)
        phrases.append(Phrase(text));
    return phrases;
}

/// How well an entry's phrase fits; whole words of an action or of what is on the board say enough
/// ("distribute"), while what Enter would add must be meant.
std::optional<int> paletteFit(const Phrase& query, const Phrase& phrase, PaletteEntry::Sort sort) {
    const auto fit = looseFitOf(query, phrase);
    if (!fit || *fit <= kPluralFit)
        return fit;
    if (sort == PaletteEntry::Sort::Kind)
        return *fit < kScattered ? std::optional(*fit + kAddedMalus) : std::nullopt;
    const auto isThere = [&phrase](const QString& word) {
        return std::any_of(phrase.words.begin(), phrase.words.end(), [&word](const QString& there) {
            return there == word || (there.size() == word.size() + 1 && there == word + u's') ||
                   (word.size() == there.size() + 1 && word == there + u's');
        });
    };
    const bool whole =
        query.together.size() > 1 && std::all_of(query.words.begin(), query.words.end(), isThere);
    return whole ? std::min(*fit, kWholeWords) : *fit;
}

QString oneLine(const QString& text) {
    const QString line = text.left(4 * kLongest).simplified();
    return line.size() > kLongest ? line.left(kLongest) + u'…' : line;
}

} // namespace

QString calledInLists(const Design& design, ElementId id) {
    const Connection* connection = design.connections.find(id);
    return connection && connection->label.isEmpty() ? endsOf(design, *connection) : design.captionOf(id);
}

void PaletteEntries::add(PaletteEntry entry, const QList<Phrase>& others) {
    Known known{std::move(entry), {}};
    const PaletteEntry& e = known.entry;
    const int malus = e.enabled ? 0 : kNotNowMalus;
    // Undo and Redo carry the name of an edit, which is none of theirs.
    QString name = e.action ? plain(e.action->property("plainText").toString()) : e.text;
    if (e.action)
        name = asOneWord(name);
    known.phrases.append({Phrase(name), malus});
    if (e.sort == PaletteEntry::Sort::Element && !e.detail.isEmpty())
        known.phrases.append({Phrase(e.detail), malus});
    for (const Phrase& other : others)
        known.phrases.append({other, malus + kOtherMalus});
    known.phrases.append({Phrase(e.section + u' ' + name + u' ' + e.detail), malus + kWholeMalus});
    known_.append(std::move(known));
}

void PaletteEntries::add(const Actions& actions) {
    itself_ = actions[ActionId::CommandPalette];
    QHash<const QAction*, ActionId> ids;
    for (int i = 0; i < int(ActionId::Count); ++i)
        ids.insert(actions[ActionId(i)], ActionId(i));
    for (const ActionGroup group :
         {ActionGroup::Insert, ActionGroup::Edit, ActionGroup::View, ActionGroup::File, ActionGroup::Help}) {
        const QString section = plain(Actions::groupTitle(group));
        for (QAction* action : actions.ofGroup(group)) {
            PaletteEntry entry;
            const ActionId id = ids.value(action);
            const bool lens = id >= ActionId::LensOff && id <= ActionId::LensTelemetry;
            entry.text = plain(action->text());
            if (lens)
                entry.text = Text::tr("Lens: %1").arg(entry.text);
            entry.section = section;
            entry.keys = action->shortcut().toString(QKeySequence::NativeText);
            entry.icon = action->icon().name();
            entry.enabled = action->isEnabled();
            entry.checked = action->isCheckable() && action->isChecked();
            entry.action = action;
            QStringList others = otherWordsOf(id).split(u';', Qt::SkipEmptyParts);
            if (lens)
                others.append(entry.text);
            add(std::move(entry), phrasesOf(others));
        }
    }
}

void PaletteEntries::add(const Design& design, const Catalogue& catalogue) {
    using Sort = PaletteEntry::Sort;
    for (const Kind& kind : catalogue.kinds())
        kinds_.insert(kind.name, phrasesOf(kind.title.all() + kind.shortForms + kind.aliases));
    for (const Element* element : design.elements.sorted()) {
        PaletteEntry entry;
        entry.sort = Sort::Element;
        entry.element = element->id;
        entry.text = oneLine(design.captionOf(element->id));
        if (const Block* block = design.blocks.find(element->id)) {
            entry.kind = block->kind;
            entry.detail = oneLine(block->technology);
            entry.section = Text::tr("Block");
            add(std::move(entry));
            continue;
        }
        if (design.frames.contains(element->id)) {
            entry.section = Text::tr("Frame");
            entry.icon = u"frame"_s;
        } else if (const Connection* connection = design.connections.find(element->id)) {
            if (connection->label.isEmpty())
                continue; // there is nothing to call it by
            entry.detail = endsOf(design, *connection);
            entry.section = Text::tr("Connection");
            entry.icon = u"connect"_s;
        } else if (const Card* card = design.cards.find(element->id)) {
            if (card->kind != CardKind::Text || card->text.isEmpty())
                continue;
            entry.text = oneLine(card->text);
            entry.section = Text::tr("Sticky");
            entry.icon = u"card"_s;
        } else if (const Shape* shape = design.shapes.find(element->id)) {
            if (shape->text.isEmpty())
                continue;
            entry.section = shape->kind == ShapeKind::Text ? Text::tr("Text") : Text::tr("Shape");
            entry.icon = u"card"_s;
        } else if (const Image* image = design.images.find(element->id)) {
            if (image->description.isEmpty())
                continue;
            entry.section = Text::tr("Picture");
            entry.icon = u"example"_s;
        } else {
            continue;
        }
        add(std::move(entry));
    }
    for (const Note* note : design.notes.sorted()) {
        PaletteEntry entry;
        entry.sort = Sort::Note;
        entry.text = oneLine(note->text);
        entry.detail = onWhat(design, note->subject);
        entry.section = capitalised(textOf(note->kind));
        entry.icon = u"note"_s;
        entry.element = note->subject;
        entry.row = note->id.value();
        add(std::move(entry));
    }
    QHash<DecisionId, QStringList> options;
    for (const Option* option : design.options.sorted())
        options[option->decision].append(oneLine(option->title));
    for (const Decision* decision : design.decisions.sorted()) {
        PaletteEntry entry;
        entry.sort = Sort::Decision;
        entry.text = oneLine(decision->question);
        entry.detail = onWhat(design, decision->subject);
        entry.section = Text::tr("Decision");
        entry.icon = u"decision"_s;
        entry.element = decision->subject;
        entry.row = decision->id.value();
        add(std::move(entry), phrasesOf(options.value(decision->id)));
    }
    for (const Metric* metric : design.metrics.sorted()) {
        PaletteEntry entry;
        entry.sort = Sort::Metric;
        entry.text = oneLine(u"%1 %2"_s.arg(metric->name, targetText(*metric)));
        entry.detail = onWhat(design, metric->subject);
        entry.section = Text::tr("Metric");
        entry.icon = u"metric"_s;
        entry.element = metric->subject;
        entry.row = metric->id.value();
        add(std::move(entry));
    }
    for (const Requirement* requirement : design.requirements.sorted()) {
        PaletteEntry entry;
        entry.sort = Sort::Requirement;
        entry.text = oneLine(requirement->question);
        entry.detail = oneLine(requirement->answer);
        entry.section = Text::tr("Requirement");
        entry.icon = u"help"_s;
        entry.row = requirement->id.value();
        add(std::move(entry), phrasesOf({requirement->answer}));
    }
}

void PaletteEntries::add(const Catalogue& catalogue, const QString& language) {
    // What is short for a title or a product is as good as the whole.
    const auto addNames = [this](const QStringList& names) {
        for (const QString& name : names)
            known_.last().phrases.append({Phrase(name), 0});
    };
    for (const Kind& kind : catalogue.kinds()) {
        PaletteEntry entry;
        entry.sort = PaletteEntry::Sort::Kind;
        entry.text = kind.title.in(language);
        entry.section = Text::tr("Add a block");
        entry.kind = kind.name;
        add(entry, phrasesOf(kind.title.all() + kind.aliases));
        addNames(kind.shortForms);
        QHash<QString, QStringList> aliases;
        QStringList technologies = kind.technologies;
        for (const UsualProduct& product : catalogue.products()) {
            if (product.kind != kind.name)
                continue;
            aliases.insert(product.name, product.aliases);
            if (!technologies.contains(product.name))
                technologies.append(product.name);
        }
        for (const QString& technology : std::as_const(technologies)) {
            entry.text = technology;
            entry.detail = kind.title.in(language);
            entry.technology = technology;
            add(entry);
            addNames(aliases.value(technology));
        }
    }
}

void PaletteEntries::addEnds(const Design& design, const Catalogue& catalogue) {
    endsOnly_ = true;
    add(design, catalogue);
    known_.removeIf([&design](const Known& known) {
        const ElementId id = known.entry.element;
        return known.entry.sort != PaletteEntry::Sort::Element ||
               !(design.blocks.contains(id) || design.frames.contains(id));
    });
}

QList<PaletteEntry> PaletteEntries::find(const QString& words, int most) const {
    const Phrase query(asOneWord(words));
    QList<PaletteEntry> found;
    if (query.joined.isEmpty()) {
        for (const Known& known : known_) {
            if ((endsOnly_ || known.entry.action) && known.entry.enabled &&
                (endsOnly_ || known.entry.action != itself_) && found.size() < most)
                found.append(known.entry);
        }
        return found;
    }
    // The kinds of thousands of blocks are few: each is asked once.
    QHash<QString, std::optional<int>> byKind;
    for (auto it = kinds_.cbegin(); it != kinds_.cend(); ++it) {
        std::optional<int>& best = byKind[it.key()];
        for (const Phrase& phrase : *it) {
            const auto fit = looseFitOf(query, phrase);
            if (fit && (!best || *fit + kOtherMalus < *best))
                best = *fit + kOtherMalus;
        }
    }
    QList<std::pair<int, qsizetype>> ranks;
    for (qsizetype i = 0; i < known_.size(); ++i) {
        const PaletteEntry& entry = known_[i].entry;
        std::optional<int> best;
        if (entry.sort == PaletteEntry::Sort::Element && !entry.kind.isEmpty())
            best = byKind.value(entry.kind);
        for (const auto& [phrase, malus] : known_[i].phrases) {
            const auto fit = paletteFit(query, phrase, entry.sort);
            // A synonym of what would be added must be said, or nearly, and so must a later word of a
            // product: "snap" is no snapshot, "grid" no grid search.
            if (entry.sort == PaletteEntry::Sort::Kind && fit && *fit > kPluralFit &&
                3 * query.together.size() < 2 * phrase.together.size() &&
                (malus == kOtherMalus ||
                 (!entry.technology.isEmpty() && !phrase.together.startsWith(query.together.front()))))
                continue;
            if (fit && (!best || *fit + malus < *best))
                best = *fit + malus;
        }
        if (best)
            ranks.append({*best, i});
    }
    std::sort(ranks.begin(), ranks.end(), [this](const auto& a, const auto& b) {
        if (a.first != b.first)
            return a.first < b.first;
        const auto sortA = known_[a.second].entry.sort;
        const auto sortB = known_[b.second].entry.sort;
        return sortA != sortB ? sortA < sortB : a.second < b.second;
    });
    for (const auto& [rank, index] : std::as_const(ranks)) {
        if (found.size() >= most)
            break;
        found.append(known_[index].entry);
    }
    return found;
}

} // namespace groundplan

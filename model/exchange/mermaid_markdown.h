#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace groundplan::mermaid {

/// In which language a diagram is written, by the word behind its fence.
enum class Language { Mermaid, D2, Dot, PlantUml };

/// Where a diagram stands within a text.
struct Excerpt {
    qsizetype begin = 0; ///< of its text
    qsizetype end = 0;
    qsizetype line = 1;  ///< of its first line
    QStringView heading; ///< the nearest one above it, as it is written; empty: none
    Language language = Language::Mermaid;
};

/// What a Markdown file holds for somebody who reads diagrams.
struct Markdown {
    QList<Excerpt> diagrams;
    QStringView title;    ///< the first heading of the first level, as it is written; empty: none
    bool hasText = false; ///< something stands beside the diagrams
    bool ours = false;    ///< a document that Groundplan has exported
};
/// Diagrams stand between ```mermaid (or ~~~, or :::, or the word of another language) and the same again.
/// Takes time that grows with the text.
Markdown markdownOf(QStringView text);

/// The next line of `text` from `at`, without its end; `at` goes behind it.
QStringView takeLine(QStringView text, qsizetype& at);

} // namespace groundplan::mermaid

#include "model/graphviz/helper_failure.h"

#include <QCoreApplication>
#include <QLocale>

namespace groundplan {

namespace {

QString tr(const char* text, const char* meaning = nullptr) {
    return QCoreApplication::translate("Dot", text, meaning);
}

/// What is wrong at the line that the failure names; for those without one the whole sentence.
QString whatIsWrong(const wire::Failure& failure) {
    using wire::Status;
    const QString limit = QLocale().toString(qulonglong(failure.limit));
    const QString near = QString::fromUtf8(failure.near.data(), qsizetype(failure.near.size()));
    switch (failure.status) {
    case Status::Done:
        return {};
    case Status::Empty:
        return tr("there is no graph in it; a DOT file begins with “graph” or “digraph”.");
    case Status::TooLarge:
        return tr("the file is larger than %1 MB, which is the most that is read.")
            .arg(QLocale().toString(qulonglong(failure.limit >> 20)));
    case Status::NotUtf8:
        return tr("this is not UTF-8 text (byte %1 of the file); save it as UTF-8, or say charset=\"latin1\" "
                  "in the "
                  "graph if it is that.")
            .arg(limit);
    case Status::NulByte:
        return tr("there is a NUL byte here, so this is no text file.");
    case Status::Syntax:
        return near.isEmpty() ? tr("the file ends before its graph does.")
                              : tr("this is not valid DOT: “%1” makes no sense here.").arg(near);
    case Status::WrongArrow:
        return near == QStringLiteral("->")
                   ? tr("“->” cannot stand in an undirected graph; write “--”, or “digraph” at the start.")
                   : tr("“--” cannot stand in a directed graph; write “->”, or “graph” at the start.");
    case Status::OpenText:
        return tr("the quoted text that begins here is never closed; add the missing quote.");
    case Status::OpenHtml:
        return tr("the HTML-like text that begins here is never closed; add the missing “>”.");
    case Status::OpenComment:
        return tr("the comment that begins here is never closed; add the missing “*/”.");
    case Status::OpenBrace:
        return tr("the brace that opens here is never closed; add the missing “}”.");
    case Status::TooDeep:
        return tr("braces are nested more than %1 deep; flatten the graph.").arg(limit);
    case Status::ChainTooLong:
        return tr("a chain of edges has more than %1 links; break it into several statements.").arg(limit);
    case Status::TokenTooLong:
        return tr("a text or name has more than %1 bytes; shorten it.").arg(limit);
    case Status::TooManyParts:
        return tr("a text is put together from more than %1 parts; write it as one.").arg(limit);
    case Status::TooManyNodes:
        return tr("the graph has more than %1 nodes; split it.").arg(limit);
    case Status::TooManyEdges:
        return tr("the graph has more than %1 edges, counting those implied between groups; split it.")
            .arg(limit);
    case Status::TooManyElements:
        return tr("the graph has more than %1 nodes and edges; split it.").arg(limit);
    case Status::TooManyGroups:
        return tr("the graph has more than %1 subgraphs; split it.").arg(limit);
    case Status::TooManyFields:
        return tr("the graph uses more than %1 different attributes; take some out.").arg(limit);
    case Status::TooMuchNesting:
        return tr("too many nodes and edges stand in nested subgraphs (more than %1 in all); flatten the "
                  "graph.")
            .arg(limit);
    case Status::TooMuchTogether:
        return tr("the graph has too many attributes for its many nodes and edges (more than %1 values); "
                  "take some "
                  "out.")
            .arg(limit);
    case Status::Graphviz:
        return near.isEmpty() ? tr("Graphviz could not take it.")
                              : tr("Graphviz could not take it: %1.").arg(near);
    case Status::OutOfMemory:
        return tr("it needs more memory than a graph may use; split it.");
    case Status::BadRequest:
        return tr("the helper program groundplan-graphviz is of another version: install Groundplan again.");
    }
    return {};
}

} // namespace

QString sentenceOf(const wire::Failure& failure, const QString& sourceName) {
    const QString wrong = whatIsWrong(failure);
    if (failure.line == 0)
        return tr("%1: %2", "source, what is wrong").arg(sourceName, wrong);
    return tr("%1, line %2: %3", "source, line, what is wrong").arg(sourceName).arg(failure.line).arg(wrong);
}

} // namespace groundplan

#include "app/cli/commands.h"

namespace groundplan::cli {

// lupdate finds these texts by the macro; helpOf() translates them when they are shown.
#define TEXT(text) QT_TRANSLATE_NOOP("Cli", text)

const std::vector<Command>& commands() {
    constexpr int kMany = 100'000;
    static const OptionSpec at{
        0, "at", "MOMENT", TEXT("The design as it was at that version, or after that entry of its history."),
        false};
    static const OptionSpec force{'f', "force", nullptr, TEXT("Replace a file that exists."), false};
    static const OptionSpec replaced{
        'f', "force", nullptr,
        TEXT("Replace a file that exists, as is done without it, too; a document is never replaced."), false};
    static const OptionSpec json{0, "json", nullptr, TEXT("For programs: one JSON object."), false};
    static const OptionSpec kinds{
        0, "kinds", "FOLDER",
        TEXT("Know the kinds of this folder, too, as one chosen in the window's settings."), false};
    static const OptionSpec templates{
        0, "templates", "FOLDER",
        TEXT("Know the templates of this folder, too, as one chosen in the window's settings."), false};
    static const std::vector<Command> list{
        {"new",
         "FILE",
         TEXT("make a document: an empty board, or an example"),
         TEXT("Makes the document FILE with an empty board, or with one of the designs that come with the "
              "program: examples, and reference designs that answer a practice case."),
         {{'e', "example", "NAME",
           TEXT("Begin with this example or reference design; a name that does not exist lists them."),
           false},
          {0, "case", "NAME",
           TEXT(
               "A practice question to answer; “groundplan-cli cases” lists them. Its numbers are there, its "
               "task is to be said in your own words."),
           false},
          {0, "framework", "NAME",
           TEXT("The plan to follow; “groundplan-cli frameworks” lists them. A case has one that fits."),
           false},
          templates,
          force},
         {{"new board.gplan", TEXT("An empty board.")},
          {"new board.gplan --example video-recommendation",
           TEXT("A complete design to look at and to change.")},
          {"new board.gplan --example churn", TEXT("A design that answers the case “churn” well.")},
          {"new board.gplan --case churn --framework cheat-sheet", TEXT("A question to practise on.")}},
         true,
         &runNew},
        {"info",
         "FILE",
         TEXT("say what is in a document"),
         TEXT("Counts and lists the blocks, frames, connections, metrics, notes, decisions and requirements "
              "of FILE, "
              "which may be open in a window."),
         {json},
         {{"info board.gplan", TEXT("What is on the board.")},
          {"info board.gplan --json | jq '.blocks[].name'", TEXT("The names of all blocks.")}},
         false,
         &runInfo},
        {"export",
         "FILE",
         TEXT("write pictures, text and data: PDF, PNG, SVG, HTML, Markdown, DOT, Mermaid, draw.io, JSON"),
         TEXT(
             "Writes the design of FILE as OUT, in the format that OUT ends in (.pdf, .png, .svg, .html, .md, .dot, "
             ".gv, .mmd, .drawio, .json), the same as the window's export; several files go to a folder, with --directory and --format, where "
             "one that cannot be read does not stop the others. A file that exists is replaced whole, or left "
             "as it is when something fails. Markdown puts the diagram beside OUT (plan.diagram.svg beside plan.md), "
             "but not over a file that an export did not leave there, and not on standard output. PDF, PNG and "
             "SVG carry the design itself, so that “groundplan-cli import” and the window open them as a board again; what was deleted, the history, is written "
             "only with --with-history, and a selection carries nothing. With SOURCE_DATE_EPOCH set the same "
             "design gives the same bytes."),
         {{'o', "output", "OUT", TEXT("Where to write; - is standard output."), false},
          {'d', "directory", "DIR", TEXT("Where to write many: DIR/NAME.FORMAT each; it is made if need be."),
           false},
          {0, "format", "FORMAT",
           TEXT("pdf, png, svg, html, md, dot, mmd, drawio or json, whatever OUT ends in."), false},
          {0, "selection", "NAME[,NAME]",
           TEXT("Only these blocks and frames, what the frames hold and the connections between them; cards, "
                "drawings, images and connections by their ids, which info --json lists."),
           false},
          at,
          {0, "author", "TEXT",
           TEXT("PDF, PNG, SVG, HTML and Markdown: name this author (none when not given)."), false},
          {0, "scale", "FACTOR", TEXT("PNG: pixels a point, 0.1 to 16 (2 when not given)."), false},
          {0, "dark", nullptr, TEXT("PDF, PNG and SVG: the dark theme."), false},
          {0, "no-source", nullptr,
           TEXT("PDF, PNG, SVG and draw.io: the picture alone, without the design inside."), false},
          {0, "with-history", nullptr,
           TEXT("PDF, PNG and SVG: the design inside keeps its history, deleted words too."), false},
          {'f', "force", nullptr,
           TEXT("Markdown: replace the file of the diagram, whatever it is; others are replaced anyway."),
           false},
          kinds,
          templates},
         {{"export board.gplan -o board.pdf", TEXT("One vector page, to print or to hand in.")},
          {"export board.gplan -o board.html", TEXT("One file for any browser: to move, search and click.")},
          {"export board.gplan -o - --format json | jq '.blocks[].title'", TEXT("For other programs.")},
          {"export *.gplan --format pdf -d out", TEXT("All designs of a folder.")},
          {"export board.gplan -o sent.pdf --at \"Sent to review\"", TEXT("As it was at that version.")},
          {"export board.gplan -o - --format dot | dot -Tsvg > board.svg", TEXT("Through Graphviz.")},
          {"export board.gplan -o serving.png --selection serving,feature_store --scale 3",
           TEXT("A part, in pixels.")}},
         true,
         &runExport,
         nullptr,
         false,
         1,
         kMany},
        {"report",
         "FILE",
         TEXT("write a design document as PDF, ready to hand in"),
         TEXT(
             "Writes the design of FILE as a document: title and contents, the diagram on a page of its own, "
             "requirements, metrics, the architecture in words, trade-offs, sheets, notes, open questions and the "
             "time use of the latest session, and an empty rubric for the interviewer, the same as the window's "
             "report. It carries the design itself, so that “groundplan-cli import” and the window open it as a board "
             "again; what was deleted, the history, is written only with --with-history. With SOURCE_DATE_EPOCH "
             "set the same design gives the same bytes."),
         {{'o', "output", "OUT", TEXT("Where to write; - is standard output."), true},
          {0, "paper", "PAPER", TEXT("a4 or letter (a4 when not given)."), false},
          at,
          {0, "author", "TEXT", TEXT("Name this author (none when not given)."), false},
          {0, "no-source", nullptr, TEXT("The document alone, without the design inside."), false},
          {0, "with-history", nullptr, TEXT("The design inside keeps its history, deleted words too."),
           false},
          replaced,
          kinds,
          templates},
         {{"report board.gplan -o report.pdf", TEXT("On A4.")},
          {"report board.gplan -o sent.pdf --at \"Sent to review\"", TEXT("As it was at that version.")},
          {"report board.gplan -o report.pdf --paper letter --author 'Ada Lovelace'",
           TEXT("On Letter, with a name.")}},
         true,
         &runReport},
        {"import",
         "IN",
         TEXT("make a document from another program's file, or from a PDF, SVG or PNG of Groundplan"),
         TEXT(
             "Makes the document FILE from IN (- is standard input): any DOT file that Graphviz accepts, Mermaid "
             "(also within Markdown), D2, draw.io, Excalidraw, JSON, a PDF, SVG or PNG that was exported with its "
             "design, which comes back as it was, or a Groundplan document of another version, whose rows are "
             "taken over without its history. What could not be taken over is listed."),
         {{'o', "output", "FILE", TEXT("The document to make."), true},
          {0, "format", "FORMAT", TEXT("What IN is, where neither its content nor its ending tells."), false},
          {0, "salvage", nullptr, TEXT("IN is a damaged document: take what can be read of it."), false},
          kinds,
          force},
         {{"import pipeline.dot -o board.gplan", TEXT("A graph from elsewhere; it is laid out when it has no "
                                                      "positions.")},
          {"import handed-in.pdf -o board.gplan", TEXT("The board that a PDF was exported from.")},
          {"import damaged.gplan -o rescued.gplan --salvage", TEXT("What is left of a damaged document.")}},
         true,
         &runImport},
        {"text",
         "FILE",
         TEXT("write the text that git compares"),
         TEXT(
             "Writes the design of FILE as text: one attribute a line, in an order that stays, without routes and "
             "whatever else is computed, so that moving one block changes one line. Pictures above 4 KB go into "
             "OUT.pictures, a file each; on standard output they are left out."),
         {{'o', "output", "OUT", TEXT("Where to write; standard output when not given, and for -."), false},
          {0, "git", nullptr,
           TEXT("As git config diff.gplan.textconv wants it: what is no document gives its sentence."),
           false},
          kinds},
         {{"text board.gplan", TEXT("The design, to read.")},
          {"text board.gplan -o board.txt", TEXT("To keep beside it in git.")}},
         false,
         &runText},
        {"from-text",
         "IN",
         TEXT("make a document from that text"),
         TEXT(
             "Makes the document FILE from IN, which “groundplan-cli text” or a person has written (- is standard "
             "input). Ids are kept; connections find their ways anew."),
         {{'o', "output", "FILE", TEXT("The document to make."), true}, kinds, force},
         {{"from-text board.txt -o board.gplan", TEXT("Back from what git has merged.")}},
         true,
         &runFromText},
        {"diff",
         "A [B]",
         TEXT("say what differs between two designs"),
         TEXT(
             "Compares A with B, which is taken for the newer one: what was added, removed, changed or only moved. "
             "Each may be a document or whatever can be imported, such as an exported PDF. With --since, A as it was then; B is A as it is now where it is left out. "
             "With --output also as a picture. Exit code 1 when something differs. With --git it is git's external "
             "diff driver: it takes the words that git gives it, and exits with 0."),
         {{'o', "output", "OUT",
           TEXT("A picture of both (.pdf, .png, .svg): added, removed, changed, moved."), false},
          {0, "json", nullptr, TEXT("For programs: one JSON object."), false},
          {0, "since", "MOMENT", TEXT("A as it was at that version, or after that entry of its history."),
           false},
          {0, "git", nullptr, TEXT("As git config diff.gplan.command wants it."), false},
          replaced,
          kinds,
          templates},
         {{"diff monday.gplan friday.gplan", TEXT("What the week has brought.")},
          {"diff mine.gplan reference.gplan -o both.pdf", TEXT("On one sheet.")},
          {"diff board.gplan --since \"Sent to review\"", TEXT("What has come since.")},
          {"diff a.gplan b.gplan --json | jq '.differences[].caption'", TEXT("For programs.")}},
         true,
         &runDiff,
         nullptr,
         false,
         1,
         9},
        {"merge",
         "BASE OURS THEIRS",
         TEXT("bring two versions of a design together"),
         TEXT(
             "Makes OUT of OURS, history and all, with what THEIRS has changed since BASE as one edit. Where both "
             "changed the same, ours stands, and both values are listed and kept on the board as a question. What "
             "would lie on something of ours is set beside it, and connections go round what came in. Exit "
             "code 1 when there are such conflicts; OUT is written all the same, as git's merge drivers do."),
         {{'o', "output", "OUT", TEXT("The document to write; it may be OURS."), true},
          {0, "name", "NAME",
           TEXT("What the document is called in what is said; git gives files of its own."), false},
          kinds},
         {{"merge base.gplan mine.gplan theirs.gplan -o merged.gplan", TEXT("Three files into a fourth.")},
          {"merge %O %A %B -o %A --name %P", TEXT("As git config merge.gplan.driver wants it.")}},
         true,
         &runMerge,
         nullptr,
         false,
         3,
         3},
        {"tidy",
         "FILE",
         TEXT("lay out the blocks, or some of them"),
         TEXT("Arranges the blocks of FILE by their connections, as the window's Tidy does, as one edit that "
              "can be undone. What is pinned or locked stays exactly where it is."),
         {{0, "top-to-bottom", nullptr, TEXT("Downwards instead of from left to right."), false},
          {0, "selection", "NAME[,NAME]",
           TEXT("Only these blocks and frames, with what the frames hold; all else stays."), false},
          {0, "new", nullptr,
           TEXT("Only blocks that nobody has placed: those that lie over another one, or outside of their "
                "frame."),
           false}},
         {{"tidy board.gplan", TEXT("All of it, from left to right.")},
          {"tidy board.gplan --selection serving --top-to-bottom", TEXT("One frame, downwards.")}},
         false,
         &runTidy},
        {"sketch",
         "FILE",
         TEXT("write blocks and connections as text"),
         TEXT(
             "Adds to FILE (which is made when it does not exist) what TEXT says: chains such as “events > kafka > "
             "spark > feast < ranker”, with branches (a > b, c), flows (-stream>), labels, titles (kafka \"click log\"), "
             "frames (offline { a > b }) and facts (ranker: p99 <= 60 ms; ? who owns it). Blocks that exist are used, not "
             "doubled. Without TEXT, or with -, many lines are read from standard input; // begins a comment. It is one "
             "edit. The window's help describes the whole language."),
         {{0, "dry-run", nullptr, TEXT("Say what would be added, and change nothing."), false}, kinds},
         {{"sketch board.gplan 'client > gateway > retrieval > ranking'",
           TEXT("Four blocks and three connections.")},
          {"sketch board.gplan < design.txt", TEXT("A whole design that was written in an editor.")}},
         true,
         &runSketch,
         "TEXT"},
        {"frameworks",
         "list|show|validate",
         TEXT("list, show or check the ways to answer a design question"),
         TEXT(
             "Lists the frameworks (or shows the one NAME with its steps, minutes and prompts). With validate, "
             "says what is wrong in NAME, a file with a framework of your own; exit code 3 when something is."),
         {templates},
         {{"frameworks", TEXT("Their names, minutes and what each is for.")},
          {"frameworks show cheat-sheet", TEXT("Its steps and prompts.")},
          {"frameworks validate mine.json", TEXT("Before it goes into your own templates.")}},
         false,
         &runFrameworks,
         "NAME",
         true},
        {"cases",
         "list|show|validate",
         TEXT("list, show or check the practice questions"),
         TEXT(
             "Lists the cases (or shows the one NAME as it is told, without the facts that only questions bring "
             "out; --facts shows those as well). With validate, says what is wrong in NAME, a file with a case of "
             "your own; exit code 3 when something is."),
         {{0, "facts", nullptr, TEXT("Show what is to be asked for, and what a good answer touches."), false},
          templates},
         {{"cases", TEXT("Their names, areas and difficulties.")},
          {"cases show churn", TEXT("The question and its numbers.")}},
         false,
         &runCases,
         "NAME",
         true},
        {"progress",
         "FILE",
         TEXT("say how far a design is by a framework"),
         TEXT(
             "Goes through the steps of the framework that FILE follows (or another one) and says which prompts "
             "have evidence on the board, and of its case which points are touched."),
         {{0, "framework", "NAME", TEXT("By this one, whatever FILE follows."), false}, json, templates},
         {{"progress board.gplan", TEXT("What is there and what is missing.")},
          {"progress board.gplan --json | jq '.steps[] | {name, done, of}'", TEXT("For programs.")}},
         false,
         &runProgress},
        {"history",
         "FILE",
         TEXT("list the edits of a document"),
         TEXT("Lists every edit of FILE, oldest first: its number, when it was made (UTC), by whom if that "
              "was "
              "entered, and what it did."),
         {json},
         {{"history board.gplan", TEXT("How the board came about.")},
          {"history board.gplan --json", TEXT("For programs.")}},
         false,
         &runHistory},
        {"version",
         "FILE",
         TEXT("name the design as it is now"),
         TEXT(
             "Names the design of FILE as it is now, or as it was after an entry of its history. Without NAME it "
             "lists the versions that have one. The names are kept beside the design and go with the history."),
         {{0, "at", "MOMENT", TEXT("As it was then: the number of an entry, or another version."), false},
          {0, "remove", nullptr, TEXT("Takes the name away; the design and its history stay."), false}},
         {{"version board.gplan \"Sent to review\"", TEXT("To come back to.")},
          {"version board.gplan", TEXT("Which there are.")}},
         false,
         &runVersion,
         "NAME"},
        {"restore",
         "FILE",
         TEXT("go back to a version"),
         TEXT(
             "Makes the design of FILE what it was at MOMENT, a version's name or the number of an entry of the "
             "history, as one edit that can be undone."),
         {},
         {{"restore board.gplan \"Sent to review\"", TEXT("What came later stays in the history.")},
          {"restore board.gplan 12", TEXT("After the twelfth entry.")}},
         false,
         &runRestore,
         "MOMENT"},
        {"undo",
         "FILE",
         TEXT("undo the last edit"),
         TEXT(
             "Undoes the last edit of FILE that is not undone yet. A window in which FILE is open shows it."),
         {},
         {{"undo board.gplan", TEXT("One step back.")}},
         false,
         &runUndo},
        {"redo",
         "FILE",
         TEXT("redo what was undone last"),
         TEXT("Redoes the edit of FILE that was undone last, until a new edit is made."),
         {},
         {{"redo board.gplan", TEXT("One step forward again.")}},
         false,
         &runRedo},
        {"check",
         "FILE",
         TEXT("say whether a document is sound"),
         TEXT(
             "Checks the whole of FILE: the database, its form, every row, the digest and every entry of the "
             "history. It is never written to."),
         {},
         {{"check board.gplan && cp board.gplan /backup", TEXT("Keep only sound copies.")}},
         false,
         &runCheck},
    };
    return list;
}

#undef TEXT

} // namespace groundplan::cli

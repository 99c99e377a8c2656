#pragma once

#include "model/design/error.h"

#include <QHash>
#include <QStringList>

#include <vector>

namespace groundplan::cli {

class Console;

/// An option of a command. Texts are marked for translation where the table is written and translated when
/// shown.
struct OptionSpec {
    char letter = 0;       ///< 'o' for -o; 0: none
    const char* name = ""; ///< "output" for --output
    const char* value =
        nullptr; ///< what its value is called in the help ("OUT"); nullptr: a switch without a value
    const char* help = "";
    bool required = false;
};

struct HelpExample {
    const char* line; ///< without "groundplan-cli "
    const char* what;
};

/// What was said on the command line for one command.
struct Arguments {
    QString operand; ///< the FILE or IN
    QString second;  ///< what comes behind it, where the command takes it; null: not given
    QStringList all; ///< every operand
    QHash<QString, QString> values;
    bool has(const char* option) const { return values.contains(QString::fromLatin1(option)); }
    QString value(const char* option) const { return values.value(QString::fromLatin1(option)); }
};

/// One command of groundplan-cli: this is all that parsing and help are made from.
struct Command {
    const char* name;
    const char* operand; ///< what the one thing it works on is called: "FILE"
    const char* summary; ///< one line of the list of commands
    const char* details; ///< a paragraph of its own help
    std::vector<OptionSpec> options;
    std::vector<HelpExample> examples;
    bool draws; ///< needs fonts and a painter, hence the (offscreen) platform
    Result<void> (*run)(const Arguments& arguments, Console& console);
    const char* second = nullptr; ///< what may follow the operand ("TEXT"); nullptr: nothing
    bool optional = false;        ///< the operand may be left out
    int least = 1;                ///< of operands, where `operand` names several ("A B")
    int most = 1;
};

/// Reads `words` (after the command's name) as `command` takes them: "--name value", "--name=value", "-o
/// value", and after "--" the operand as it is. --help is taken with nothing else given. Wrong use is said in
/// one sentence.
Result<Arguments> parse(const Command& command, const QStringList& words);

/// "groundplan-cli export FILE -o OUT [options]", the details, the options and the examples.
QString helpOf(const Command& command);
/// The list of commands, with examples.
QString helpOf(const std::vector<Command>& commands);

} // namespace groundplan::cli

#include "app/cli/arguments.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan::cli {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Cli", text);
}

QString latin1(const char* text) {
    return QString::fromLatin1(text);
}

const OptionSpec* optionNamed(const Command& command, QStringView word) {
    const auto it =
        std::find_if(command.options.begin(), command.options.end(), [word](const OptionSpec& option) {
            return word.startsWith("--"_L1)
                       ? word.mid(2) == QLatin1StringView(option.name)
                       : option.letter != 0 && word.size() == 2 && word.at(1) == QLatin1Char(option.letter);
        });
    return it == command.options.end() ? nullptr : &*it;
}

Failure wrongUse(const Command& command, const QString& what) {
    return fail(ErrorCode::WrongUse,
                tr("%1 “groundplan-cli %2 --help” shows how it is used.").arg(what, latin1(command.name)));
}

/// `text` in lines of at most 100 characters.
QString wrapped(const QString& text) {
    constexpr qsizetype kWidth = 100;
    QString lines;
    qsizetype column = 0;
    const QStringList words = text.split(u' ');
    for (const QString& word : words) {
        if (column > 0 && column + 1 + word.size() > kWidth) {
            lines += u'\n';
            column = 0;
        }
        lines += column > 0 ? u' ' + word : word;
        column += (column > 0 ? 1 : 0) + word.size();
    }
    return lines;
}

QString shown(const OptionSpec& option) {
    QString text = option.letter ? u"-%1, --"_s.arg(QLatin1Char(option.letter)) : u"    --"_s;
    text += latin1(option.name);
    if (option.value)
        text += u' ' + latin1(option.value);
    return text;
}

QString usageOf(const Command& command) {
    QString text = u"groundplan-cli "_s + latin1(command.name);
    text += (command.optional ? u" [%1]"_s : u" %1"_s).arg(latin1(command.operand));
    if (command.second)
        text += u" [%1]"_s.arg(latin1(command.second));
    bool more = false;
    for (const OptionSpec& option : command.options) {
        if (!option.required)
            more = true;
        else
            text += option.letter ? u" -%1 %2"_s.arg(QLatin1Char(option.letter)).arg(latin1(option.value))
                                  : u" --%1 %2"_s.arg(latin1(option.name), latin1(option.value));
    }
    return more ? text + u' ' + tr("[options]") : text;
}

QString examplesOf(const std::vector<HelpExample>& examples) {
    QString text;
    for (const HelpExample& example : examples)
        text += u"  groundplan-cli %1\n      %2\n"_s.arg(latin1(example.line), tr(example.what));
    return text;
}

} // namespace

Result<Arguments> parse(const Command& command, const QStringList& words) {
    Arguments arguments;
    QStringList operands;
    bool onlyOperands = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString& word = words.at(i);
        if (onlyOperands || word == "-"_L1 || !word.startsWith(u'-')) {
            operands += word;
            continue;
        }
        if (word == "--"_L1) {
            onlyOperands = true;
            continue;
        }
        if (word == "--help"_L1 || word == "-h"_L1) {
            arguments.values.insert(u"help"_s, QString());
            return arguments;
        }
        const qsizetype equals = word.startsWith("--"_L1) ? word.indexOf(u'=') : -1;
        const QString name = equals < 0 ? word : word.left(equals);
        const OptionSpec* option = optionNamed(command, name);
        if (!option)
            return wrongUse(command, tr("There is no option “%1” here.").arg(name));
        if (arguments.has(option->name))
            return wrongUse(command, tr("The option “%1” is given twice.").arg(name));
        QString value;
        if (option->value) {
            if (equals < 0 && i + 1 == words.size())
                return wrongUse(command, tr("The option “%1” lacks its value.").arg(name));
            value = equals < 0 ? words.at(++i) : word.mid(equals + 1);
        } else if (equals >= 0) {
            return wrongUse(command, tr("The option “%1” takes no value.").arg(name));
        }
        arguments.values.insert(latin1(option->name), value);
    }
    if (operands.isEmpty() && command.optional)
        operands += u""_s;
    else if (operands.isEmpty())
        return wrongUse(command, tr("There is no %1 given.").arg(latin1(command.operand)));
    if (operands.size() < command.least)
        return wrongUse(command, tr("It takes %1.").arg(latin1(command.operand)));
    const qsizetype most = command.second ? 2 : command.most;
    if (operands.size() > most)
        return wrongUse(command, tr("“%1” is one too many.").arg(operands.at(most)));
    if (operands.front().isEmpty() && !command.optional)
        return wrongUse(command, tr("The name of the %1 is empty.").arg(latin1(command.operand)));
    arguments.operand = operands.front();
    arguments.all = operands;
    if (operands.size() > 1)
        arguments.second = operands.at(1).isNull() ? u""_s : operands.at(1);
    for (const OptionSpec& option : command.options) {
        if (option.required && !arguments.has(option.name))
            return wrongUse(command, tr("The option “--%1” is missing.").arg(latin1(option.name)));
    }
    return arguments;
}

QString helpOf(const Command& command) {
    QString text = tr("Usage: %1").arg(usageOf(command)) + u"\n\n"_s + wrapped(tr(command.details)) +
                   u"\n\n"_s + tr("Options:") + u'\n';
    const std::vector<OptionSpec> help{{'h', "help", nullptr, QT_TRANSLATE_NOOP("Cli", "Show this."), false}};
    qsizetype width = 0;
    for (const auto* list : {&command.options, &help}) {
        for (const OptionSpec& option : *list)
            width = std::max(width, shown(option).size());
    }
    for (const auto* list : {&command.options, &help}) {
        for (const OptionSpec& option : *list)
            text += u"  "_s + shown(option).leftJustified(width) + u"  "_s + tr(option.help) + u'\n';
    }
    return text + u'\n' + tr("Examples:") + u'\n' + examplesOf(command.examples);
}

QString helpOf(const std::vector<Command>& commands) {
    QString text =
        tr("Groundplan without a window: makes, reads, checks and hands out designs in .gplan files.") +
        u"\n\n"_s + tr("Usage: %1").arg(u"groundplan-cli COMMAND ..."_s) + u"\n\n"_s + tr("Commands:") +
        u'\n';
    for (const Command& command : commands)
        text += u"  "_s + latin1(command.name).leftJustified(12) + tr(command.summary) + u'\n';
    text += u'\n' + tr("“groundplan-cli COMMAND --help” shows a command's options. Others:") + u'\n';
    text +=
        u"  --help      "_s + tr("Show this.") + u"\n  --version   "_s + tr("Show the version.") + u"\n\n"_s;
    text += tr("Examples:") + u'\n';
    std::vector<HelpExample> first;
    for (const Command& command : commands)
        first.push_back(command.examples.front());
    text += examplesOf(first) + u'\n';
    text += tr("Exit codes:") + u'\n';
    const char* const codes[] = {
        QT_TRANSLATE_NOOP("Cli", "done"),
        QT_TRANSLATE_NOOP("Cli", "the design has findings or differences"),
        QT_TRANSLATE_NOOP("Cli", "wrong use"),
        QT_TRANSLATE_NOOP("Cli", "unreadable input"),
        QT_TRANSLATE_NOOP("Cli", "could not write"),
    };
    for (int code = 0; code < int(std::size(codes)); ++code)
        text += u"  %1  %2\n"_s.arg(code).arg(tr(codes[code]));
    return text;
}

} // namespace groundplan::cli

#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace groundplan::drawio {

/// "ellipse;whiteSpace=wrap;html=1": names and values of a cell's style.
class Style {
public:
    explicit Style(const QString& text);

    /// Empty if the style does not say.
    QString value(const QString& name) const { return values_.value(name); }
    /// Whether it says so, or says nothing and `usually` holds.
    bool is(const QString& name, bool usually = false) const {
        const QString said = value(name);
        return said.isEmpty() ? usually : said != QStringLiteral("0");
    }
    double number(const QString& name, double usually) const;
    /// The name of the figure, in lower case: the value of `shape`, else the first word without a value.
    const QString& shape() const { return shape_; }
    bool hasWord(const QString& word) const { return words_.contains(word); }

private:
    QHash<QString, QString> values_;
    QStringList words_; ///< without a value, in lower case
    QString shape_;
};

/// What the outline is called in Graphviz; empty: nothing that says more than a box.
QString outlineOf(const Style& style);

/// Names of the icons that a style shows, cleared of what only files and libraries need: "lambda function"
/// of "mxgraph.aws4.lambda_function", "SQL Database" of "img/lib/azure2/databases/SQL_Database.svg".
QStringList iconsOf(const Style& style);

/// Whether a colour is said to be none.
bool isNone(const QString& colour);
/// Letters without a box, a picture, something that holds others, a figure that the board has.
bool isText(const Style& style);
bool isPicture(const Style& style);
bool isContainer(const Style& style);
bool isPlain(const Style& style);

} // namespace groundplan::drawio

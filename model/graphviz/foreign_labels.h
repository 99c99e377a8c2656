#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringList>

namespace groundplan::foreignlabels {

// The text of labels that other programs wrote: lines without markup, none of them empty, blanks at their
// ends gone.

QStringList plainLines(QByteArrayView label, const QString& objectName, const QString& graphName);
/// Of the label of a record: its fields in order, without ports and braces.
QStringList recordLines(QByteArrayView label, const QString& objectName, const QString& graphName);
/// Of an HTML-like label (without the outer < and >): a line for each row and each break, cells divided by a
/// blank. What is no well-formed markup loses its tags all the same.
QStringList htmlLines(QByteArrayView label);
/// What its tags say besides: addresses and tooltips. `picture` becomes true when one is a picture.
QStringList htmlSayings(QByteArrayView label, bool& picture);

} // namespace groundplan::foreignlabels

#include "model/exchange/drawio_losses.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace groundplan::drawio {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Drawio", text);
}

} // namespace

void Losses::hiddenLayer(const QString& layer) {
    notTaken.add(tr("The hidden layer “%1” was left out.").arg(layer));
}

void Losses::hidden(const QString& name, const QString& text, const QString& layer) {
    if (text.isEmpty() && !layer.isEmpty())
        return; // the layer is named
    if (text.isEmpty()) {
        notTaken.add(tr("Hidden shapes and connectors were left out: %1."), name);
        return;
    }
    const QString whole = NotTaken::quoted(text);
    notTaken.add(layer.isEmpty()
                     ? tr("%1 was left out: it is hidden.").arg(whole)
                     : tr("%1 was left out: it lies on the hidden layer “%2”.").arg(whole, layer));
}

void Losses::layers(const QStringList& names) {
    notTaken.add(tr("The layers (%1) lie together on the board, which has no layers.")
                     .arg(names.join(u", "_s).left(500)));
}

void Losses::circle(const QString& name) {
    notTaken.add(tr("Shapes that lie inside themselves were put on their page: %1."), name);
}

void Losses::wrongNumbers(const QString& name) {
    notTaken.add(tr("Places or sizes that are no numbers, or too large for a board, were changed: %1."),
                 name);
}

void Losses::turned(const QString& name) {
    notTaken.add(tr("Turned or mirrored shapes stand upright: %1."), name);
}

void Losses::seeThrough(const QString& name) {
    notTaken.add(tr("Shapes that are translucent no more: %1."), name);
}

void Losses::figure(const QString& name) {
    notTaken.add(tr("Figures that the board does not have became plain rectangles: %1."), name);
}

void Losses::ornament(const QString& whose) {
    notTaken.add(tr("Ornaments within blocks were left out: %1."), whose);
}

void Losses::blockPicture(const QString& whose) {
    notTaken.add(tr("Pictures of blocks were left out, which have the signs of their kinds: %1."), whose);
}

void Losses::labelPicture(const QString& whose) {
    notTaken.add(tr("Pictures within texts were left out: %1."), whose);
}

void Losses::farPicture(const QString& name, const QString& address) {
    notTaken.add(tr("The picture of %1 was left out, it lies outside of the file: %2")
                     .arg(name, NotTaken::quoted(address)));
}

void Losses::pageLink(const QString& name, const QString& link) {
    notTaken.add(tr("The link of %1 was left out, it leads to a page or an action of draw.io: %2")
                     .arg(name, NotTaken::quoted(link)));
}

void Losses::pageColour(const QString& page, const QString& colour) {
    notTaken.add(tr("Backgrounds of pages were left out: %1."),
                 NotTaken::called(page, tr("a page")) + u" ("_s + colour.left(20) + u')');
}

void Losses::endMarks(const QString& connector, const QString& marks) {
    notTaken.add(tr("Marks at the ends of connections were left out: %1."),
                 connector + u" ("_s + marks.left(60) + u')');
}

void Losses::endless(const QString& connector, bool atConnector) {
    notTaken.add(atConnector
                     ? tr("The connector %1 was left out: it ends at another connector.").arg(connector)
                     : tr("The connector %1 was left out: it ends at nothing.").arg(connector));
}

void Losses::connectionColour(const QString& connector) {
    notTaken.add(tr("Colours of connections were left out, the flow says theirs: %1."), connector);
}

void Losses::hung(const QString& whose) {
    notTaken.add(tr("Notes, metrics, decisions and fields stay as they were, though their tooltips were "
                    "changed: %1."),
                 whose);
}

void Losses::attribute(const QString& whose, const QString& attribute) {
    notTaken.add(tr("Data with values that say nothing here were left out: %1."),
                 whose + u" ("_s + attribute.left(60) + u')');
}

void Losses::hiddenEnd(const QString& connector) {
    notTaken.add(tr("The connector %1 was left out: it ends at something hidden.").arg(connector));
}

} // namespace groundplan::drawio

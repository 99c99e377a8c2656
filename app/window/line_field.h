#pragma once

#include "model/design/catalogue.h"

#include <QLineEdit>
#include <QPointer>

class QListView;
class QStandardItemModel;

namespace groundplan {

class PanelHost;

/// The line in the top bar: type what a block is called, and Enter adds it with the kind that fits best. A
/// list below shows the kinds that would do; up and down choose another.
class LineField : public QLineEdit {
    Q_OBJECT
public:
    explicit LineField(PanelHost& host, QWidget* parent = nullptr);

    /// The kinds that fit a typed line, best first: what it is a name of, then what it is found by.
    static QList<const Kind*> kindsFor(const Catalogue& catalogue, const QString& line,
                                       const QString& language);
    /// The title a block of that kind gets for a typed line: a product that the line begins ("kaf": "Kafka"),
    /// else what was typed; empty when it is the beginning of the kind's own title.
    static QString titleFor(const Kind& kind, const QString& line, const QString& language);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, 30}; }

Q_SIGNALS:
    /// Enter: a block of that kind; `title` is empty when the kind's own was typed.
    void blockWanted(const QString& kind, const QString& title);
    void nothingFits(const QString& line);
    void escaped();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void showList();
    void hideList();
    void accept(int row);

    PanelHost& host_;
    QListView* list_ = nullptr;
    QStandardItemModel* model_ = nullptr;
};

} // namespace groundplan

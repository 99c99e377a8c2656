#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace groundplan {

/// A question that the interviewer knows, to be asked later: by its names, since the case it came from may
/// have been read again.
struct NearQuestion {
    QString text;
    QString fact;   ///< empty: none answers it
    QString topic;  ///< empty: one of the case's own
    QString number; ///< what was told from the start; empty: nothing
};

struct Exchange {
    QString question;
    QString answer;
    bool open = false; ///< an assumption may be stated
    bool understood = true;
    QList<NearQuestion> near = {}; ///< to choose from, where it was not
};

/// What was asked and answered, the newest below. Only the newest one offers anything; one that was not
/// understood goes with the next question.
class AskingLog : public QWidget {
    Q_OBJECT
public:
    explicit AskingLog(QWidget* parent = nullptr);

    void clear();
    void add(const Exchange& exchange);
    void setReadOnly(bool readOnly);
    void assumptionStated(); ///< of the newest
    QString answer() const;  ///< the newest; empty: none
    int count() const { return int(parts_.size()); }
    QWidget* newest() const { return parts_.isEmpty() ? nullptr : parts_.last(); }

Q_SIGNALS:
    void nearChosen(const groundplan::NearQuestion& question);
    void assumptionWanted();

private:
    void dropOffer();

    QVBoxLayout* column_;
    QList<QWidget*> parts_;
    QLabel* question_ = nullptr; ///< of the newest, like those below
    QLabel* answer_ = nullptr;
    QWidget* offer_ = nullptr;
    bool understood_ = true;
    bool readOnly_ = false;
};

} // namespace groundplan

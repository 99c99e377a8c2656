#pragma once

#include <QObject>
#include <QPointer>

#include <deque>
#include <memory>

class QEvent;
class QWidget;

namespace groundplan {

/// Keeps what is typed and clicked in a window while something has to be finished first, and hands it on
/// afterwards, in order. Painting, timers and other windows go on.
class InputQueue : public QObject {
    Q_OBJECT
public:
    explicit InputQueue(QObject* parent = nullptr);
    ~InputQueue() override;

    /// From now on; `window` is a top level widget.
    void hold(QWidget* window);
    /// No more than that: what has come is handed on, one event a turn of the event loop, and what comes
    /// meanwhile behind it. May be followed by hold() before all is through.
    void release();
    bool isEmpty() const { return kept_.empty(); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Kept {
        QPointer<QObject> receiver;
        std::unique_ptr<QEvent> event;
    };
    bool isOurs(QObject* receiver) const;
    void handOn();

    QPointer<QWidget> window_;
    std::deque<Kept> kept_;
    bool holding_ = false;
    bool handing_ = false; ///< what is delivered now comes out of the queue
};

} // namespace groundplan
